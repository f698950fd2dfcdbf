"""The second section: the claims."""

from sayso.export.html import Html, details, items, join, tag
from sayso.export.report.claim import show_claim
from sayso.export.report.material import Material, is_shared, needs_warning
from sayso.export.report.quote import quote
from sayso.export.words import by_in_words, interval_in_words, say_count
from sayso.model import Claim

INTRODUCTION = (
    "A claim is all statements that assert the same thing, in whatever words. The large line counts distinct identified "
    "origins: where the credits lead once repeated passages and citations are followed through the collection. Distinct is "
    "not independent, and no number says whether a claim is true."
)


def show_claims(material: Material) -> Html:
    """The section: claims of several documents in full, those of one whose origin is in doubt by a line, the rest counted."""
    return tag(
        "section",
        tag("h2", "The claims"),
        tag("p", INTRODUCTION, class_="note"),
        None if material.shown else tag("p", "No claim is made by more than one document, as far as the program sees."),
        [show_claim(c, material) for c in material.shown],
        show_listed(material),
        [tag("p", sentence, class_="note") for sentence in say_left_out(material)],
        id="claims",
    )


def show_listed(material: Material) -> Html | None:
    """Claims of one document whose origin is in doubt, a line each."""
    if not material.listed:
        return None
    count = say_count(len(material.listed), "claim of one document", "claims of one document each")
    return details(
        f"{count}, whose origin is in doubt: anonymous, unattributed, cited but absent, or undetermined",
        items([tag("p", show_line(c, material), id=f"c-{c.id}") for c in material.listed], class_="lines"),
    )


def show_line(claim: Claim, material: Material) -> Html:
    """A claim in a line, with who said it and its interval."""
    first = (claim.statements or claim.denials)[0]
    href = material.find_words(first)
    words = quote(claim.text)
    return join(
        tag("b", f"{material.claim_numbers[claim.id]}"),
        " ",
        tag("a", words, href=href) if href else words,
        f" {by_in_words(claim)} ",
        tag("span", claim.said_by, class_="chain"),
        ": ",
        tag("span", f"{interval_in_words(claim)}.", class_="count"),
    )


def say_left_out(material: Material) -> list[str]:
    """What isn't shown, by count."""
    full = sum(is_shared(c) or needs_warning(c) for c in material.chosen)
    cut = full - len(material.shown)
    lines = len(material.chosen) - full - len(material.listed)
    rest = len(material.claims) - len(material.chosen)
    sentences = []
    if cut:
        sentences.append(
            f"{say_count(cut, 'more claim')} made or denied by more than one document, or with a warning, "
            f"{'is' if cut == 1 else 'are'} not shown here, to keep the page readable: `sayso claims` lists all."
        )
    if lines:
        sentences.append(
            f"{say_count(lines, 'more claim')} of one document, whose origin is in doubt, "
            f"{'is' if lines == 1 else 'are'} not shown here: `sayso claims` lists all."
        )
    if rest:
        sentences.append(
            f"{say_count(rest, 'other claim is', 'other claims are')} made by one document each, on the word of sources that "
            "it identifies, and not shown as claims. Their statements stand in the texts, each with its chain."
        )
    return sentences
