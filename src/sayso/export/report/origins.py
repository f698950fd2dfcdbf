"""What a claim rests on: its origins, how they stand to each other, and why its statements are taken for one claim."""

from collections.abc import Sequence

from sayso.export.html import Html, details, join, tag
from sayso.export.report.chain import list_reasons, quote_statement, show_evidence
from sayso.export.report.material import Material
from sayso.export.words import mark_in_words, origin_in_words, say_count
from sayso.link.chains import chain_in_words
from sayso.model import Claim, Evidence, Origin, OriginRelation, Relation, Weight


def show_origins(title: str, weight: Weight, material: Material) -> Html | None:
    """The origins, each with its marks and reason, and how they stand to each other."""
    if not weight.origins:
        return None
    return join(tag("h4", title), list_origins(weight, material), show_relations(weight, material))


def list_origins(weight: Weight, material: Material) -> Html:
    """The origins, those that most statements rest on first."""
    found = (show_origin(o, material) for o in order_origins(weight))
    return list_reasons(found, most=material.limits.reasons)


def order_origins(weight: Weight) -> list[Origin]:
    """The origins, those that most statements rest on first."""
    return sorted(weight.origins, key=lambda o: (-len(o.statements), o.id))


def show_origin(origin: Origin, material: Material) -> Html:
    """One origin: its name, what must be known of it, and why it is one."""
    count = say_count(len(origin.statements), "statement")
    return join(
        tag("b", origin_in_words(origin)),
        f" ({mark_in_words(origin)}; {count}): {origin.reason or 'no reason was recorded'}. ",
        show_evidence(origin.evidence[:MOST_EVIDENCE], material),
    )


MOST_EVIDENCE = 4
"""Words shown for one judgement; the texts have them all."""


def show_relations(weight: Weight, material: Material) -> Html | None:
    """How every two origins stand to each other; pairs with one reason stand together."""
    if not weight.relations:
        return None
    names = {o.id: origin_in_words(o) for o in weight.origins}
    groups: dict[tuple[Relation, str], list[OriginRelation]] = {}
    for relation in weight.relations:
        groups.setdefault((relation.relation, relation.reason), []).append(relation)
    order = [Relation.SAME, Relation.DIFFERENT, Relation.UNDETERMINED]
    ordered = sorted(groups.items(), key=lambda g: order.index(g[0][0]))
    counts = [(r, sum(x.relation is r for x in weight.relations)) for r in order]
    said = ", ".join(f"{count:,} {r}" for r, count in counts if count)
    entries = (_show_pairs(relation, reason, pairs, names, material) for (relation, reason), pairs in ordered)
    return details(
        f"How they stand to each other: {said}", list_reasons(entries, most=material.limits.reasons), class_="relations"
    )


def _show_pairs(
    relation: Relation, reason: str, pairs: Sequence[OriginRelation], names: dict[str, str], material: Material
) -> Html:
    said = [f"{names.get(p.a, 'an origin')} and {names.get(p.b, 'an origin')}" for p in pairs]
    words = "; ".join(said[:MOST_PAIRS]) + (
        f"; and {len(said) - MOST_PAIRS:,} more pairs" if len(said) > MOST_PAIRS else ""
    )
    evidence: list[Evidence] = []
    for pair in pairs:
        evidence += [e for e in pair.evidence if e not in evidence]
    return join(
        tag("b", relation), f": {words}. ", f"Why: {reason}. ", show_evidence(evidence[:MOST_EVIDENCE], material)
    )


MOST_PAIRS = 8
"""Pairs named that one reason holds for."""


def show_ties(claim: Claim, material: Material) -> Html | None:
    """Why the statements were taken to assert the same thing."""
    if not claim.ties:
        return None
    entries = []
    for tie in claim.ties:
        if tie.a in material.statements and tie.b in material.statements:
            how = "is rejected by" if tie.opposed else "says the same as"
            entries.append(
                join(
                    *_say_saying(tie.a, material),
                    f" {how} ",
                    *_say_saying(tie.b, material),
                    f": {tie.reason or 'no reason was recorded'}.",
                )
            )
    title = "Why these statements are taken for one claim"
    return details(title, list_reasons(entries, most=material.limits.reasons), class_="ties")


def _say_saying(statement: str, material: Material) -> tuple[Html, str]:
    found = material.statements[statement]
    return quote_statement(statement, material, most=120), f" ({chain_in_words(found.chain)})"
