"""The tables of claims: who stands behind them, how their origins relate, and what each of these rests on."""

import dataclasses
from collections.abc import Iterator

from sayso.export.contents import Contents, find_sides
from sayso.export.tables.table import Column, Table, column, take
from sayso.export.words import count_absent, count_anonymous, count_unattributed, interval_in_words, marks_in_words
from sayso.export.words import marks_of_claim as find_marks
from sayso.model import Claim, Followed, Hop, Link, Origin, OriginRelation, Tie, Variant, Weight


@dataclasses.dataclass(frozen=True)
class _Step:
    followed: Followed
    position: int
    hop: Hop


def _find_documents(contents: Contents) -> Iterator[tuple[Claim, str, set[str]]]:
    for claim in contents.claims:
        affirming = {s.document for i in claim.statements if (s := contents.statements.get(i))}
        for document in claim.documents:
            yield claim, document, affirming


def _find_origins(contents: Contents) -> Iterator[tuple[Claim, str, Origin]]:
    for claim in contents.claims:
        for side, weight in find_sides(claim):
            for origin in weight.origins:
                yield claim, side, origin


def _find_resting(contents: Contents) -> Iterator[tuple[Claim, str, Origin, str]]:
    for claim, side, origin in _find_origins(contents):
        for statement in origin.statements:
            yield claim, side, origin, statement


def _find_relations(contents: Contents) -> Iterator[tuple[Claim, str, OriginRelation]]:
    for claim in contents.claims:
        for side, weight in find_sides(claim):
            for relation in weight.relations:
                yield claim, side, relation


def _find_steps(contents: Contents) -> Iterator[tuple[Claim, str, _Step]]:
    for claim in contents.claims:
        for side, weight in find_sides(claim):
            for followed in weight.followed:
                for n, hop in enumerate(followed.hops):
                    yield claim, side, _Step(followed, n, hop)


def _find_variants(contents: Contents) -> Iterator[tuple[Claim, Variant, str, str]]:
    for claim in contents.claims:
        for variant in claim.variants:
            for statement in variant.statements:
                yield claim, variant, statement, contents.say_who(statement)


def _find_ties(contents: Contents) -> Iterator[tuple[Claim, Tie]]:
    for claim in contents.claims:
        for tie in claim.ties:
            yield claim, tie


def _make_counts(name: str, of: str) -> tuple[Column, ...]:
    """The columns of an interval, with the counts that must stand beside it; `of` is its field of the claim."""

    def weight(claim: Claim) -> Weight:
        found: Weight = getattr(claim, of)
        return found

    who = "deny it" if name else "affirm it"
    return (
        *take(Weight, "at_least", "at_most", "exact", of=weight, called=name),
        column(f"{name}anonymous", int, f"anonymous origins of those who {who}", lambda c: count_anonymous(weight(c))),
        column(
            f"{name}unattributed",
            int,
            f"origins of those who {who} that are an outlet's own voice",
            lambda c: count_unattributed(weight(c)),
        ),
        column(
            f"{name}absent", int, f"cited but absent publications of those who {who}", lambda c: count_absent(weight(c))
        ),
    )


_CLAIM = column("claim", str, "id of the claim", lambda row: row[0].id)
_SIDE = column("side", str, "affirmed or denied: which statements of the claim it is about", lambda row: row[1])

CLAIMS = Table(
    name="claims",
    help="What is asserted, by the words of one who says it, and the interval of distinct origins",
    find=lambda contents: contents.claims,
    columns=(
        *take(Claim, "id", "said_by"),
        column(
            "stance",
            str,
            "affirms; denies where the words are a denial's, since nobody affirms the claim",
            lambda c: "affirms" if c.statements else "denies",
        ),
        *take(Claim, "text"),
        column("interval", str, "the interval in words", interval_in_words),
        *_make_counts("", "weight"),
        column("documents", int, "documents that make or deny it", lambda c: len(c.documents)),
        column("statements", int, "statements that affirm it", lambda c: len(c.statements)),
        column("denials", int, "statements that deny it", lambda c: len(c.denials)),
        *_make_counts("denied_", "denied"),
        *take(Claim, "circular"),
        column("loops", int, "statements that only lead to one another", lambda c: len(c.loops)),
        column("hardened", int, "documents that harden it", lambda c: len(c.hardened_at)),
        column("corrected", int, "documents that rest on a corrected or retracted one", lambda c: len(c.corrected)),
        column("marks", str, "what must stand beside the interval", lambda c: "; ".join(find_marks(c)) or None),
    ),
)
CLAIM_DOCUMENTS = Table(
    name="claim_documents",
    help="The documents that make or deny a claim",
    find=_find_documents,
    columns=(
        _CLAIM,
        column("document", str, "id of the document", lambda row: row[1]),
        column("affirms", bool, "true where a statement of it affirms the claim", lambda row: row[1] in row[2]),
        column(
            "hardens",
            bool,
            "true where it asserts what it rests on only as attributed or hedged",
            lambda row: row[1] in row[0].hardened_at,
        ),
        column(
            "corrected",
            bool,
            "true where it rests on a corrected or retracted one",
            lambda row: row[1] in row[0].corrected,
        ),
    ),
)
ORIGINS = Table(
    name="origins",
    help="Where the followed chains of a claim's statements end",
    find=_find_origins,
    columns=(
        _CLAIM,
        _SIDE,
        *take(
            Origin,
            *("id", "kind", "name", "mention", "absent", "silent", "unattributed", "first_hand"),
            of=lambda row: row[2],
        ),
        column("mark", str, "what must be known beside its name", lambda row: "; ".join(marks_in_words(row[2]))),
        column("statements", int, "statements that rest on it", lambda row: len(row[2].statements)),
        *take(Origin, "reason", of=lambda row: row[2]),
    ),
)
ORIGIN_STATEMENTS = Table(
    name="origin_statements",
    help="Which statements rest on which origin",
    find=_find_resting,
    columns=(
        _CLAIM,
        _SIDE,
        column("origin", str, "id of the origin", lambda row: row[2].id),
        column("statement", str, "id of a statement that rests on it", lambda row: row[3]),
    ),
)
RELATIONS = Table(
    name="relations",
    help="How every two origins of a claim stand to each other",
    find=_find_relations,
    columns=(_CLAIM, _SIDE, *take(OriginRelation, "a", "b", "relation", "reason", of=lambda row: row[2])),
)
FOLLOWED = Table(
    name="followed",
    help="The followed chains: a statement's chain with reuse and citations through the collection added, step by step",
    find=_find_steps,
    columns=(
        _CLAIM,
        _SIDE,
        *take(Followed, "statement", of=lambda row: row[2].followed),
        column("position", int, "its place in the followed chain, from 0", lambda row: row[2].position),
        *take(Hop, "step", of=lambda row: row[2].hop),
        *take(Link, "kind", "name", of=lambda row: row[2].hop.link),
        *take(Hop, "document", of=lambda row: row[2].hop),
        *take(Hop, "statement", of=lambda row: row[2].hop, called="link_"),
        *take(Followed, "origin", of=lambda row: row[2].followed),
        *take(Hop, "reason", of=lambda row: row[2].hop),
    ),
)
VARIANTS = Table(
    name="variants",
    help="Values in which a claim's statements differ, and who gives which",
    find=_find_variants,
    columns=(
        _CLAIM,
        *take(Variant, "value", of=lambda row: row[1]),
        column("said_by", str, "who gives that value: the statement's chain in words", lambda row: row[3]),
        column("statement", str, "id of the statement that gives it", lambda row: row[2]),
        column(
            "stance",
            str,
            "affirms or denies: what that statement does",
            lambda row: "denies" if row[2] in row[0].denials else "affirms",
        ),
    ),
)
TIES = Table(
    name="ties",
    help="Why two statements belong to one claim",
    find=_find_ties,
    columns=(_CLAIM, *take(Tie, "a", "b", "opposed", "score", "reason", of=lambda row: row[1])),
)
