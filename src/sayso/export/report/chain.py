"""The followed chain of a statement, step by step, each with its words and its reason."""

from collections.abc import Iterable

from sayso.export.html import Html, items, join, tag
from sayso.export.report.material import Material
from sayso.export.report.quote import quote
from sayso.export.words import time_in_words
from sayso.link.chains import chain_in_words, link_in_words
from sayso.model import Evidence, Followed, Hop, Kind

LONGEST = 200
"""Characters of the words that a step rests on; all of them stand in the texts."""

STEPS = {
    "citation": "to whose document the credit is followed",
    "reuse": "to whose document the words are followed",
    "headline": "whom the text credits with what its headline says",
    "reference": "of whom the same document speaks elsewhere",
}
"""A step from one statement to another → what it does. A step named otherwise is shown by its name."""


FIELDS = {"published": "time of publication", "outlet": "outlet", "url": "address", "canonical_url": "address"}
"""A field of a document → its name in words."""


def show_followed(followed: Followed, material: Material) -> Html:
    """The steps, near to far."""
    end = None
    if followed.origin is None:
        end = tag("li", "From here the chain only leads round: it has no end, so it counts for nothing.")
    return tag("ol", [tag("li", show_hop(hop, material)) for hop in followed.hops], end, class_="hops")


def show_hop(hop: Hop, material: Material) -> Html:
    """One step: who, by which words, why."""
    who = tag("b", link_in_words(hop.link))
    if hop.step == "chain" and hop.link.kind is Kind.OUTLET:
        return join(who, " publishes the document.")
    kind = "" if hop.link.kind is Kind.OUTLET else f" ({hop.link.kind})"
    step = "" if hop.step == "chain" else f", {STEPS.get(hop.step, hop.step)}"
    words = show_evidence(hop.evidence, material)
    return join(who, kind, step, ": ", hop.reason or "no reason was recorded", ". ", words)


def show_evidence(evidence: Iterable[Evidence], material: Material) -> Html | None:
    """The words or fields that something rests on, each with its document."""
    found = [show_words(e, material) for e in evidence]
    return join("Rests on ", [[", " if n else "", e] for n, e in enumerate(found)], ".") if found else None


def show_words(evidence: Evidence, material: Material) -> Html:
    """The words of one document, or its field."""
    where = refer_to(evidence.document, material)
    if evidence.span is None:
        field = evidence.metadata or "data"
        value = time_in_words(evidence.words) if field == "published" else evidence.words
        return join("what is known of ", where, f" ({FIELDS.get(field, field)}: {value or 'unknown'})")
    return join(quote(evidence.words, most=LONGEST), " in ", where)


def refer_to(document: str, material: Material) -> Html:
    """A document by its outlet, linked to its text where that is shown."""
    name = material.name(document)
    href = material.find_text(document)
    return tag("a", name, href=href) if href else join(name)


def say_chain(statement: str, followed: Followed | None, material: Material) -> Html:
    """A statement's own chain in words, and what following it adds."""
    own = material.statements[statement].chain
    words = tag("span", chain_in_words(own), class_="chain")
    if followed is None:
        return words
    added = [h for h in followed.hops if h.statement != statement]
    if not added:
        return words
    documents = list(dict.fromkeys(h.document for h in added if h.document != material.statements[statement].document))
    through = " and ".join(material.name(d) for d in documents) or "its own text"
    last = link_in_words(followed.hops[-1].link)
    end = "only leads round" if followed.origin is None else f"ends at {last}"
    return join(words, tag("span", f"; followed through {through}, it {end}", class_="followed"))


def list_reasons(reasons: Iterable[Html], *, most: int) -> Html:
    """Reasons as a list, the first ones only, and how many more there are."""
    entries = list(reasons)
    more = [f"{len(entries) - most:,} more aren't shown."] if len(entries) > most else []
    return items([*entries[:most], *more], class_="reasons")


def quote_statement(statement: str, material: Material, *, most: int | None = None) -> Html:
    """A statement's words in quotation marks, linked to the place where they stand."""
    words = quote(material.statements[statement].text, most=most)
    href = material.find_words(statement)
    return tag("a", words, href=href) if href else join(words)
