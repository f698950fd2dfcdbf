"""The chain of a statement as fields of a form, and what was filled in as the words that a judgement keeps."""

from collections.abc import Sequence

from starlette.datastructures import FormData

from sayso.errors import UsageError
from sayso.export.html import Html, join, tag
from sayso.link.rulings import SEPARATOR
from sayso.model import Kind, Link
from sayso.serve.web.forms import read_field

MORE = 2
"""Empty rows below those of the chain as it is."""

LONGEST = 8
"""Links that can be given after the outlet."""

KINDS = {
    Kind.PERSON: "person",
    Kind.ORGANISATION: "organisation",
    Kind.PUBLICATION: "publication",
    Kind.ANONYMOUS: "anonymous: described, not identified",
}
"""Kind of a link → its name in the list."""


def show_chain_fields(chain: Sequence[Link]) -> Html:
    """A row for each link after the outlet, near to far, filled with the chain as it is, and some to add."""
    held = [link for link in chain if link.kind is not Kind.OUTLET][:LONGEST]
    rows = [*held, *[None] * min(MORE, LONGEST - len(held))]
    return join(
        tag(
            "p",
            "After the outlet, near to far: whom it credits, whom they credit, … Leave all names empty for the outlet's own voice.",
            class_="note",
        ),
        [show_link_fields(n, link) for n, link in enumerate(rows, 1)],
    )


def show_link_fields(number: int, link: Link | None) -> Html:
    """The two fields of one link."""
    chosen = link.kind if link else Kind.PERSON
    options = [tag("option", words, value=str(kind), selected=kind is chosen) for kind, words in KINDS.items()]
    kind, name = f"kind-{number}", f"name-{number}"
    return tag(
        "p",
        tag("label", f"Link {number}", for_=name),
        " ",
        tag("input", type="text", name=name, id=name, value=(link.name or "") if link else "", maxlength=200),
        " ",
        tag("label", f"Kind of link {number}", for_=kind, class_="hidden"),
        tag("select", options, name=kind, id=kind),
    )


def read_chain(form: FormData) -> str:
    """The chain as a judgement keeps it: `outlet > person:Lena Orr`. Raises UsageError for a name that it can't hold."""
    pieces = [str(Kind.OUTLET)]
    for n in range(1, LONGEST + 1):
        name = " ".join(read_field(form, f"name-{n}", most=200).split())
        if SEPARATOR in name:
            raise UsageError(f"{name!r}: a name in a chain can't have the sign {SEPARATOR}.")
        if name:
            pieces.append(f"{read_field(form, f'kind-{n}')}:{name}")
    return f" {SEPARATOR} ".join(pieces)
