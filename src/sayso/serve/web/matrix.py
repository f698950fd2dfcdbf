"""How the origins of a claim stand to each other, as a small table: in each cell the sign, the word and the reason."""

from collections.abc import Callable, Iterator

from sayso.export.html import Child, Html, join, tag
from sayso.export.report.chain import show_evidence
from sayso.export.report.material import Material
from sayso.export.report.origins import order_origins
from sayso.export.words import origin_in_words
from sayso.model import Origin, OriginRelation, Relation, Weight

SIGNS = {Relation.SAME: "=", Relation.DIFFERENT: "≠", Relation.UNDETERMINED: "?"}
"""Relation → its sign, which stands beside the word and never for a colour alone."""

MOST = 12
"""Origins in one table: of more, nobody could follow a line. Those that most statements rest on are shown."""

Controls = Callable[[OriginRelation], Child]
"""What a person can do about a relation."""


def show_matrix(weight: Weight, material: Material, controls: Controls) -> Html | None:
    """The table, with what each cell opens; nothing where there is one origin."""
    shown = order_origins(weight)[:MOST]
    if len(shown) < 2:
        return None
    between = {frozenset((r.a, r.b)): r for r in weight.relations}
    names = {o.id: origin_in_words(o) for o in weight.origins}
    numbers = {o.id: n for n, o in enumerate(shown, 1)}
    left_out = len(weight.origins) - len(shown)
    head = tag(
        "tr",
        tag("td", tag("span", "Origin", class_="hidden")),
        [tag("th", tag("span", f"{numbers[o.id]}", title=names[o.id]), scope="col") for o in shown],
    )
    rows = [
        tag(
            "tr",
            tag("th", f"{numbers[row.id]}. {names[row.id]}", scope="row"),
            [show_cell(row, column, between, names) for column in shown],
        )
        for row in shown
    ]
    signs = ", ".join(f"{sign} {relation}" for relation, sign in SIGNS.items())
    note = f"{signs}. Each opens its reason and its words."
    more = f" {left_out} more origins are only in the list below." if left_out else ""
    opened = [
        show_card(relation, names, material, controls)
        for a in shown
        for b in shown
        if numbers[a.id] < numbers[b.id] and (relation := between.get(frozenset((a.id, b.id))))
    ]
    table = tag(
        "table",
        tag("caption", "Each origin against each other", tag("small", note + more)),
        tag("thead", head),
        tag("tbody", rows),
        class_="matrix",
    )
    label = "How the origins stand to each other"
    return join(tag("div", table, class_="scroll", tabindex="0", role="group", aria_label=label), opened)


def show_cell(
    row: Origin, column: Origin, between: dict[frozenset[str], OriginRelation], names: dict[str, str]
) -> Html:
    """One cell: a button that opens the reason; nothing on the diagonal."""
    relation = between.get(frozenset((row.id, column.id)))
    if row.id == column.id or relation is None:
        return tag("td", tag("span", "the same origin" if row.id == column.id else "", class_="hidden"), class_="own")
    said = f" {relation.relation}: {names[row.id]} and {names[column.id]}. {relation.reason}"
    button = tag(
        "button",
        tag("span", SIGNS[relation.relation], aria_hidden="true"),
        tag("span", said, class_="hidden"),
        type="button",
        popovertarget=name_card(relation),
        title=f"{relation.relation}: {relation.reason}",
    )
    return tag("td", button, class_=str(relation.relation))


def name_card(relation: OriginRelation) -> str:
    """The id of what a cell opens."""
    return f"rel-{relation.a}-{relation.b}"


def show_card(relation: OriginRelation, names: dict[str, str], material: Material, controls: Controls) -> Html:
    """What a cell opens: the two, the relation, its reason, its words, and what a person can do about it."""
    card = name_card(relation)
    title = join(f"{names[relation.a]} and {names[relation.b]}: ", tag("b", relation.relation))
    return tag(
        "div",
        tag("h3", title, id=f"{card}-title"),
        tag("p", f"{relation.reason}."),
        tag("p", evidence, class_="quiet") if (evidence := show_evidence(relation.evidence, material)) else None,
        controls(relation),
        tag(
            "p",
            tag("button", "Close", type="button", popovertarget=card, popovertargetaction="hide", class_="plain"),
        ),
        popover="auto",
        id=card,
        class_="card",
        role="dialog",
        aria_labelledby=f"{card}-title",
    )


def find_joined(weight: Weight) -> Iterator[OriginRelation]:
    """Relations with an origin that a person joined to another: they have no cell, since one of the two is gone."""
    there = {o.id for o in weight.origins}
    return (r for r in weight.relations if not {r.a, r.b} <= there)
