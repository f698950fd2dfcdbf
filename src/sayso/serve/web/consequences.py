"""What a change did to the claims that some documents make: said on the page that is shown after it."""

from collections.abc import Iterable, Sequence

from sayso.export.html import Html, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.quote import quote
from sayso.export.words import by_in_words, interval_in_words, marks_of_claim, say_count
from sayso.model import Claim
from sayso.serve.changes import Change, find_changes
from sayso.store import Store

SHOWN = 8
"""Claims whose change is said one by one."""

LONGEST = 100
"""Characters of a claim's words."""


def find_claims(store: Store, documents: Iterable[str]) -> list[Claim]:
    """The claims that some documents make or deny."""
    statements = [s.id for d in documents for s in store.statements(d)]
    return list(store.catalogue.read_claims(c.claim for c in store.catalogue.claims_of(statements).values()).values())


def say_consequences(before: Iterable[Claim], after: Iterable[Claim]) -> Html:
    """What became of the claims: those that say otherwise now, what they said and what they say."""
    old = list(before)
    new = list(after)
    changes = [c for c in find_changes(old, new) if c.before and c.after]
    if not changes:
        return tag("p", "No interval and no mark of a claim changed by that.")
    more = len(changes) - SHOWN
    return join(
        tag("p", f"Changed by that: {say_count(len(changes), 'claim')}."),
        items(map(say_change, changes[:SHOWN])),
        tag("p", f"And {more:,} more.") if more > 0 else None,
    )


def say_change(change: Change) -> Html:
    """One claim, or several that were one or became one: before and after."""
    return join(
        tag("p", link_claims(change.after), class_="words"),
        tag("p", "Was: ", say_claims(change.before)),
        tag("p", "Is: ", say_claims(change.after)),
    )


def link_claims(claims: Sequence[Claim]) -> Html:
    """Claims by their words and who said them."""
    return join(
        [
            [
                "; " if n else "",
                tag("a", quote(c.text, most=LONGEST), href=SITE.claim(c.id)),
                f" ({by_in_words(c)} {c.said_by})",
            ]
            for n, c in enumerate(claims)
        ]
    )


def say_claims(claims: Sequence[Claim]) -> str:
    """The intervals of claims, with their marks."""
    count = f"{say_count(len(claims), 'claim')}: " if len(claims) > 1 else ""
    return count + " / ".join("; ".join([interval_in_words(c), *marks_of_claim(c)]) for c in claims) + "."
