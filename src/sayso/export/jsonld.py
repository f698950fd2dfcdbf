"""A collection as JSON-LD: schema.org for articles, quotations and claims, PROV-O for what comes from what.

A claim's `text` begins with who says it, so that no triple states it bare. What neither vocabulary has a word for (chain,
interval, relation) is under `urn:sayso:terms:`, in the words of the method.
"""

import re
from collections.abc import Iterator
from typing import Any

from sayso.export.contents import Contents, find_followed, find_sides, say_claim
from sayso.export.file import File
from sayso.export.html import is_web_address
from sayso.export.steering import to_json_line
from sayso.export.words import (
    count_absent,
    count_anonymous,
    count_unattributed,
    interval_in_words,
    marks_in_words,
    marks_of_claim,
    origin_in_words,
    say_weight,
)
from sayso.link.chains import chain_in_words
from sayso.model import Claim, Document, Entity, Hop, Kind, Link, Origin, Polarity, Statement, Status, Weight

_REFERENCES = (
    *("isPartOf", "isBasedOn", "appearance", "spokenByCharacter", "publisher"),
    *("prov:wasDerivedFrom", "prov:wasQuotedFrom", "prov:wasAttributedTo"),
    *("sayso:affirms", "sayso:denies", "sayso:deniedIn", "sayso:hardenedIn", "sayso:restsOnCorrected"),
    *("sayso:sharesWordsWith", "sayso:statements", "sayso:loops", "sayso:latest"),
)
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "sayso": "urn:sayso:terms:",
    **{name: {"@type": "@id"} for name in _REFERENCES},
    "sayso:chain": {"@container": "@list"},
}

_NO_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`]")


def make_jsonld(contents: Contents) -> Iterator[File]:
    """One file with one graph."""
    yield File("", _write(contents))


def _write(contents: Contents) -> Iterator[bytes]:
    yield f'{{"@context": {to_json_line(CONTEXT)}, "@graph": [\n'.encode()
    for n, node in enumerate(find_nodes(contents)):
        kept = {name: value for name, value in node.items() if value not in (None, [], "")}
        yield f"{',' if n else ''}{to_json_line(kept)}\n".encode()
    yield b"]}\n"


def find_nodes(contents: Contents) -> Iterator[dict[str, Any]]:
    """Everything that the graph tells of."""
    for document in contents.documents.values():
        yield make_article(document, contents)
    steps = {f.statement: f.hops for c in contents.claims for f in find_followed(c)}
    for statement in contents.statements.values():
        yield make_quotation(statement, steps.get(statement.id, ()), contents)
    for claim in contents.claims:
        yield make_claim(claim, contents)
    for entity in contents.entities:
        yield make_entity(entity)


def make_article(document: Document, contents: Contents) -> dict[str, Any]:
    """A document, and which it repeats."""
    reuses = [r for r in contents.reuses if document.id in (r.document, r.source)]
    based = [_document(r.source) for r in reuses if r.directed and r.document == document.id]
    shared = [_document(r.source if r.document == document.id else r.document) for r in reuses if not r.directed]
    return {
        "@id": _document(document.id),
        "@type": ["NewsArticle", "prov:Entity"],
        "headline": document.headline,
        "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
        "datePublished": document.published,
        "author": {"@type": "sayso:Byline", "name": document.byline} if document.byline else None,
        "inLanguage": document.language,
        **make_address(document.url),
        "creativeWorkStatus": None if document.status is Status.LIVE else str(document.status),
        "articleBody": document.text,
        "isBasedOn": based,
        "prov:wasDerivedFrom": based,
        "sayso:sharesWordsWith": shared,
        "sayso:latest": _document(contents.latest.get(document.id, document.id)),
    }


def make_address(url: str | None) -> dict[str, Any]:
    """An address as a reference where it is one of the web and an IRI, else as words."""
    if not url:
        return {}
    return {"url": {"@id": url}} if is_web_address(url) and not _NO_IRI.search(url) else {"sayso:address": url}


def make_quotation(statement: Statement, hops: tuple[Hop, ...], contents: Contents) -> dict[str, Any]:
    """A statement with its chain, the claim it affirms or denies, and the statement that its chain was followed to."""
    claim = contents.claim_of.get(statement.id)
    last = statement.chain[-1]
    is_denial = statement.polarity is Polarity.DENIED
    speaker = make_speaker(statement.document, last, contents)
    step = next((h for h in hops if h.statement != statement.id), None)
    after = f"urn:sayso:statement:{step.statement}" if step else None
    is_agent = last.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.OUTLET) and bool(last.name)
    stance = "sayso:denies" if claim and statement.id in claim.denials else "sayso:affirms"
    return {
        "@id": f"urn:sayso:statement:{statement.id}",
        "@type": ["Quotation", "prov:Entity"],
        "text": f"denies: “{statement.text}”" if is_denial else statement.text,
        "isPartOf": _document(statement.document),
        "sayso:saidBy": chain_in_words(statement.chain),
        "sayso:chain": [{"@type": "sayso:Link", **_describe(k)} for k in statement.chain],
        "sayso:certainty": str(statement.certainty),
        "sayso:polarity": str(statement.polarity),
        "sayso:modality": str(statement.modality),
        "sayso:part": str(statement.part),
        "sayso:start": statement.start,
        "sayso:stop": statement.stop,
        "spokenByCharacter": speaker if is_agent else None,
        "prov:wasAttributedTo": speaker if last.kind is not Kind.PUBLICATION else None,
        "isBasedOn": [x for x in (after, speaker if last.kind is Kind.PUBLICATION else None) if x],
        "prov:wasDerivedFrom": after,
        "prov:wasQuotedFrom": after if step and step.step == "reuse" else None,
        "sayso:step": f"{step.step}: {step.reason}" if step else None,
        **({stance: f"urn:sayso:claim:{claim.id}"} if claim else {}),
    }


def make_speaker(document: str, link: Link, contents: Contents) -> dict[str, Any]:
    """Who a link is: a person, a body, a publication; or somebody who is only described, or undetermined."""
    entity = contents.find_entity(document, link)
    return {
        **({"@id": _entity(entity)} if entity else {}),
        "@type": _SORTS[link.kind] if link.name else "sayso:Undetermined",
        **_describe(link),
    }


_SORTS = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.OUTLET: "Organization",
    Kind.PUBLICATION: "CreativeWork",
    Kind.ANONYMOUS: "sayso:Anonymous",
}


def _describe(link: Link) -> dict[str, str]:
    name = {"description" if link.kind is Kind.ANONYMOUS else "name": link.name} if link.name else {}
    return {"sayso:kind": str(link.kind), **name}


def make_claim(claim: Claim, contents: Contents) -> dict[str, Any]:
    """A claim: its words behind who says them, where it appears, and its interval with the counts beside it."""
    return {
        "@id": f"urn:sayso:claim:{claim.id}",
        "@type": ["Claim", "prov:Entity"],
        "text": say_claim(claim),
        "appearance": [f"urn:sayso:statement:{s}" for s in claim.statements],
        "sayso:deniedIn": [f"urn:sayso:statement:{s}" for s in claim.denials],
        "sayso:interval": interval_in_words(claim),
        "sayso:marks": list(marks_of_claim(claim)),
        "sayso:circular": claim.circular,
        "sayso:loops": [f"urn:sayso:statement:{s}" for s in claim.loops],
        "sayso:hardenedIn": [_document(d) for d in claim.hardened_at],
        "sayso:restsOnCorrected": [_document(d) for d in claim.corrected],
        **{f"sayso:{side}": make_weight(side, weight, claim) for side, weight in find_sides(claim) if weight.origins},
    }


def make_weight(side: str, weight: Weight, claim: Claim) -> dict[str, Any]:
    """The origins of those who affirm a claim, or of those who deny it."""
    return {
        "@id": f"urn:sayso:claim:{claim.id}:{side}",
        "sayso:atLeast": weight.at_least,
        "sayso:atMost": weight.at_most,
        "sayso:exact": weight.exact,
        "sayso:anonymous": count_anonymous(weight),
        "sayso:unattributed": count_unattributed(weight),
        "sayso:absent": count_absent(weight),
        "sayso:inWords": say_weight(weight),
        "sayso:origin": [make_origin(o, side, claim) for o in weight.origins],
        "sayso:relation": [
            {
                "sayso:between": [{"@id": _origin(r.a, side, claim)}, {"@id": _origin(r.b, side, claim)}],
                "sayso:is": str(r.relation),
                "sayso:reason": r.reason,
            }
            for r in weight.relations
        ],
    }


def make_origin(origin: Origin, side: str, claim: Claim) -> dict[str, Any]:
    """An origin with what must be known of it, and the statements that rest on it."""
    return {
        "@id": _origin(origin.id, side, claim),
        "@type": "sayso:Origin",
        "sayso:inWords": origin_in_words(origin),
        "sayso:kind": str(origin.kind),
        "sayso:marks": marks_in_words(origin),
        "sayso:statements": [f"urn:sayso:statement:{s}" for s in origin.statements],
        "sayso:reason": origin.reason,
    }


def make_entity(entity: Entity) -> dict[str, Any]:
    """Somebody, or a place, that the documents name."""
    sorts = {"person": "Person", "place": "Place"}
    return {
        "@id": _entity(entity),
        "@type": sorts.get(entity.kind, "Organization"),
        "name": entity.name,
        "alternateName": [n for n in entity.names if n != entity.name],
    }


def _document(i: str) -> str:
    return f"urn:sayso:document:{i}"


def _entity(entity: Entity) -> str:
    return f"urn:sayso:entity:{_safe(entity.id)}"


def _origin(i: str, side: str, claim: Claim) -> str:
    return f"urn:sayso:claim:{claim.id}:{side}:{_safe(i)}"


def _safe(i: str) -> str:
    return re.sub(r"[^\w.~-]", lambda found: "".join(f"%{b:02X}" for b in found[0].encode()), i, flags=re.ASCII)
