"""A claim in a list: its words with who said them, how often it is repeated, and its interval."""

from collections.abc import Iterable

from sayso.catalogue.entries import ClaimEntry
from sayso.export.html import Html, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.quote import quote
from sayso.export.words import by_in_words, interval_in_words, marks_of_claim, say_count
from sayso.model import Claim
from sayso.store import Store

LONGEST = 240
"""Characters of a claim's words in a list."""


def list_claims(store: Store, entries: Iterable[ClaimEntry]) -> list[Html]:
    """The claims of some entries, in their order."""
    listed = list(entries)
    claims = store.catalogue.read_claims(e.claim for e in listed)
    return [show_claim(claims[e.claim], e) for e in listed if e.claim in claims]


def show_claim(claim: Claim, entry: ClaimEntry) -> Html:
    """A claim in a few lines."""
    repeated = f"{say_count(entry.documents, 'document')} of {say_count(entry.outlets, 'outlet')}"
    marks = "; ".join([interval_in_words(claim), *marks_of_claim(claim)])
    return join(
        tag("p", tag("a", quote(claim.text, most=LONGEST), href=SITE.claim(claim.id)), class_="words"),
        tag("p", f"{by_in_words(claim)} ", tag("span", claim.said_by, class_="chain"), class_="said-by"),
        tag("p", f"{repeated}; {marks}.", class_="count"),
    )
