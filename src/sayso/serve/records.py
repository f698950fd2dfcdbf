"""Documents, statements and claims as the JSON objects that every way out gives."""

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.export.words import count_anonymous, count_unattributed, interval_in_words
from sayso.model import (
    Claim,
    Document,
    Followed,
    Hop,
    OriginRelation,
    Overrule,
    Part,
    Passage,
    Reading,
    Reuse,
    Span,
    Statement,
    Story,
    to_json,
)

_NOWHERE = {"part": None, "start": None, "stop": None}


def span_record(span: Span) -> dict[str, Any]:
    """Where some words stand: half-open, code points into the part."""
    return {"part": str(span.part), "start": span.start, "stop": span.stop}


def document_record(document: Document, *, latest: str, amended: dict[str, str]) -> dict[str, Any]:
    """A document without its text; `latest` is the id of its page's latest version, which may be itself."""
    shown = (
        "id",
        "url",
        "outlet",
        "published",
        "headline",
        "byline",
        "status",
        "language",
        "outlet_from",
        "published_from",
        "status_from",
        "canonical_url",
        "input",
    )
    record = to_json(document)
    return {
        **{name: record[name] for name in shown},
        "is_latest": latest == document.id,
        "latest": latest,
        "amended": amended,
    }


def statement_record(document: Document, statement: Statement) -> dict[str, Any]:
    """A statement with its document, its words' places and its chain, near to far."""
    cue = statement.cue
    return {
        "id": statement.id,
        "document": {name: getattr(document, name) for name in ("id", "url", "outlet", "published", "headline")},
        "part": str(statement.part),
        "start": statement.start,
        "stop": statement.stop,
        "text": statement.text,
        "spans": [span_record(s) for s in statement.spans],
        "certainty": str(statement.certainty),
        "polarity": str(statement.polarity),
        "modality": str(statement.modality),
        "continued": statement.continued,
        "cue": {**span_record(cue), "text": document.words(cue)} if cue else None,
        "chain": chain_record(document, statement),
        "times": [
            {**span_record(t.span), "text": document.words(t.span), "value": t.value, "precision": t.precision}
            for t in statement.times
        ],
        "places": [{**span_record(p.span), "name": p.name} for p in statement.places],
        "reasons": list(statement.reasons),
    }


def chain_record(document: Document, statement: Statement) -> list[dict[str, Any]]:
    """A statement's own chain, near to far."""
    return [link_record(document, statement, n) for n in range(len(statement.chain))]


def link_record(document: Document, statement: Statement, position: int) -> dict[str, Any]:
    """One link of a statement's chain; its places are null where it has no words."""
    link = statement.chain[position]
    return {
        "kind": str(link.kind),
        "name": link.name,
        "mention": document.words(link.mention) if link.mention else None,
        **(span_record(link.mention) if link.mention else _NOWHERE),
        "named_at": span_record(link.named_at) if link.named_at else None,
        "reason": link.reason,
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """A claim with who said it; the origins that nobody can tell apart are counted beside its interval."""
    weight = claim.weight
    return {
        "id": claim.id,
        "text": claim.text,
        "said_by": claim.said_by,
        "at_least": weight.at_least,
        "at_most": weight.at_most,
        "exact": weight.exact,
        "interval": interval_in_words(claim),
        "anonymous": count_anonymous(weight),
        "unattributed": count_unattributed(weight),
        "circular": claim.circular,
        "loops": list(claim.loops),
        "statements": list(claim.statements),
        "denials": list(claim.denials),
        "documents": list(claim.documents),
        "denied": {
            "at_least": claim.denied.at_least,
            "at_most": claim.denied.at_most,
            "origins": [to_json(o) for o in claim.denied.origins],
            "relations": [relation_record(r) for r in claim.denied.relations],
        },
        "origins": [to_json(o) for o in weight.origins],
        "relations": [relation_record(r) for r in weight.relations],
        "variants": [to_json(v) for v in claim.variants],
        "hardened_at": list(claim.hardened_at),
        "corrected": list(claim.corrected),
        "followed": {f.statement: followed_record(f) for f in (*weight.followed, *claim.denied.followed)},
        "ties": [to_json(t) for t in claim.ties],
    }


def relation_record(relation: OriginRelation) -> list[Any]:
    """How two origins stand to each other: `[a, b, relation, reason]`."""
    return [relation.a, relation.b, str(relation.relation), relation.reason]


def followed_record(followed: Followed) -> list[dict[str, Any]]:
    """A followed chain, near to far."""
    return [
        {
            "kind": str(hop.link.kind),
            "name": hop.link.name,
            "document": hop.document,
            "statement": hop.statement,
            "step": hop.step,
            "reason": hop.reason,
            "evidence": [to_json(e) for e in hop.evidence],
        }
        for hop in followed.hops
    ]


def hop_record(document: Document, hop: Hop) -> dict[str, Any]:
    """One link of a followed chain with the words that name it; its places are null where it has none."""
    mention = hop.link.mention
    return {
        "kind": str(hop.link.kind),
        "name": hop.link.name,
        "mention": document.words(mention) if mention else None,
        **(span_record(mention) if mention else _NOWHERE),
        "document": {"id": document.id, "url": document.url, "outlet": document.outlet},
        "statement": hop.statement,
        "step": hop.step,
        "reason": hop.reason,
        "evidence": [to_json(e) for e in hop.evidence],
    }


def reuse_record(reuse: Reuse, documents: Mapping[str, Document]) -> dict[str, Any]:
    """What one document repeats of another; places are in the text unless a part is named."""
    repeats, source = documents[reuse.document], documents[reuse.source]
    return {
        "document": {"id": repeats.id, "url": repeats.url},
        "from": {"id": source.id, "url": source.url},
        "direction": "known" if reuse.directed else "undetermined",
        "reason": reuse.reason,
        "evidence": [to_json(e) for e in reuse.evidence],
        "passages": [passage_record(p) for p in reuse.passages],
    }


def passage_record(passage: Passage) -> dict[str, Any]:
    """Where words stand in the document that repeats them, and where in the one that it repeats."""
    ours, theirs = passage.span, passage.source
    return {
        "start": ours.start,
        "stop": ours.stop,
        "from_start": theirs.start,
        "from_stop": theirs.stop,
        "score": passage.score,
        **({"part": str(ours.part)} if ours.part is not Part.TEXT else {}),
        **({"from_part": str(theirs.part)} if theirs.part is not Part.TEXT else {}),
    }


def story_record(story: Story, documents: Mapping[str, Document]) -> dict[str, Any]:
    """A story with its documents, in the order that `documents` has them."""
    shown = ("id", "url", "outlet", "published", "headline")
    inside = set(story.documents)
    return {
        "id": story.id,
        "documents": [{name: getattr(d, name) for name in shown} for i, d in documents.items() if i in inside],
    }


def overrule_record(overrule: Overrule, documents: Mapping[str, Document]) -> dict[str, Any]:
    """A person's judgement with the words that it is tied to."""
    return {
        "number": overrule.number,
        "ruling": str(overrule.ruling),
        "subjects": [
            {
                "document": {
                    "id": a.document,
                    "url": documents[a.document].url if a.document in documents else None,
                    "outlet": documents[a.document].outlet if a.document in documents else None,
                },
                **{name: value for name, value in to_json(a).items() if name != "document"},
            }
            for a in overrule.subjects
        ],
        "chain": overrule.chain,
        "note": overrule.note,
        "by": overrule.by,
        "made": overrule.made,
        "withdrawn": overrule.withdrawn,
    }


def reading_record(document: Document, reading: Reading, *, amended: dict[str, str], latest: str) -> dict[str, Any]:
    """A document with its text and everything that was read in it."""
    return {
        **document_record(document, latest=latest, amended=amended),
        "text": document.text,
        "reader": reading.reader,
        "statements": [statement_record(document, s) for s in reading.statements],
        "furniture": [{**span_record(f.span), "kind": str(f.kind), "reason": f.reason} for f in reading.furniture],
        "names": [{**span_record(n.span), "type": n.type, "text": document.words(n.span)} for n in reading.names],
    }


def number_statements(statements: Iterable[Statement]) -> dict[str, int]:
    """Statement id → its number on screen, from 1, in order."""
    return {s.id: n for n, s in enumerate(statements, 1)}
