"""A chain as a person reads it."""

from collections.abc import Iterable

from sayso.model import Kind, Link


def chain_in_words(chain: Iterable[Link]) -> str:
    """From near to far, descriptions in quotation marks: `Harbor Daily → Coast Wire → "two port officials"`."""
    return " → ".join(link_in_words(link) for link in chain)


def link_in_words(link: Link) -> str:
    """One link: its name, or what stands in its place."""
    if link.kind is Kind.ANONYMOUS:
        return f'"{link.name}"' if link.name else "somebody undetermined"
    return link.name or ("an unknown outlet" if link.kind is Kind.OUTLET else "somebody undetermined")
