"""A claim: its words with who said them, its interval, and everything that this rests on; and judging otherwise."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import NotFound, OutOfDate, UsageError
from sayso.export.html import Child, Html, details, items, join, tag
from sayso.export.report.claim import (
    list_statements,
    list_variants,
    say_denials,
    say_others,
    show_interval,
    show_lineage,
    show_warnings,
)
from sayso.export.report.material import Material
from sayso.export.report.origins import list_origins, show_relations, show_ties
from sayso.export.report.quote import quote
from sayso.export.words import by_in_words, interval_in_words
from sayso.link.rulings import spell_chain
from sayso.model import Claim, OriginRelation, Ruling, Statement, Weight
from sayso.serve.linked import Around, Linked
from sayso.serve.web.belonging import PLACE, show_belonging
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import Posted, go_to, read_back, read_field, read_seen
from sayso.serve.web.judging import find_choices, keep_by, list_judgements, make_choice, make_judging, make_undo
from sayso.serve.web.layout import show_page
from sayso.serve.web.matrix import find_joined, show_matrix
from sayso.serve.web.matter import make_claim_material
from sayso.serve.web.outdated import show_outdated
from sayso.serve.web.pages.overview import show_stale
from sayso.serve.web.reading import Opened
from sayso.serve.why import TRUTH, find_as_read, find_bearing
from sayso.store import Store

router = APIRouter()

AROUND = 160
"""Characters before and after a statement that are shown of its document."""


@router.get("/claims/{name}")
def show(
    request: Request,
    linked: Opened,
    name: str,
    judged: int = 0,
    withdrawn: int = 0,
    asked: Annotated[str, Query(alias=PLACE, max_length=300)] = "",
) -> Response:
    """The page of a claim; of the claim that a statement is in now, where the claim of that name is gone."""
    claim = find_claim(linked.store, name)
    if claim.id != name:
        return go_to(f"/claims/{claim.id}")
    around = Around(linked, claim)
    material = make_claim_material(around, linked)
    page = _Page(request, linked, around, material, asked.strip())
    return show_page(
        request,
        quote(claim.text, most=60),
        page.show_head(judged, withdrawn),
        page.show_sections(),
        here="/claims",
    )


@router.post("/claims/{name}/overrule")
def overrule(request: Request, form: Posted, name: str) -> Response:
    """Writes a judgement down, counts anew, and shows the claim again."""
    from sayso.pipeline.overruling import overrule as judge

    bench = find_bench(request)
    ruling = read_ruling(form)
    try:
        with bench.desk.write(seen=read_seen(form)) as store:
            claim = find_claim(store, name)
            named = [claim.id, read_field(form, "a"), read_field(form, "b")]
            if ruling in (Ruling.APART, Ruling.BELONGS):
                named = [read_statement(form), claim.id]
            elif ruling is Ruling.CHAIN:
                named = [read_field(form, "statement"), read_field(form, "chain")]
            note, by = read_field(form, "note"), read_field(form, "by", most=200)
            made = judge(store, ruling, named, note=note, by=by)
            after = find_rest(store, claim, named[0] if ruling is Ruling.APART else None)
    except OutOfDate as error:
        return show_outdated(request, form, error, show_changed(request, name, read_field(form, "was")))
    number = made[-1].number
    bench.notices[f"judged-{number}"] = say_change(claim, after)
    answer = go_to(f"/claims/{after.id}?judged={number}")
    keep_by(answer, by)
    return answer


@router.post("/overrules/{number}/withdraw")
def withdraw(request: Request, form: Posted, number: int) -> Response:
    """Takes a judgement back, counts anew, and goes back to the page."""
    from sayso.pipeline.overruling import withdraw as take_back

    bench = find_bench(request)
    back = read_back(read_field(form, "back"))
    name = back.removeprefix("/claims/")
    with bench.desk.write(seen=read_seen(form)) as store:
        before = find_claim(store, name) if name != back else None
        take_back(store, number)
        if before is None:
            return go_to(back)
        after = find_rest(store, before, None)
    bench.notices[f"withdrawn-{number}"] = say_change(before, after)
    return go_to(f"/claims/{after.id}?withdrawn={number}")


def find_claim(store: Store, name: str) -> Claim:
    """The claim of an id; where there is none, the one that the statement of that id is in. Raises NotFound."""
    found = store.catalogue.read_claims([name])
    if name not in found:
        held = store.catalogue.claims_of([name])
        found = store.catalogue.read_claims([c.claim for c in held.values()])
    if not found:
        raise NotFound("There is no such claim in this collection, or there is none any more.")
    return next(iter(found.values()))


def find_rest(store: Store, claim: Claim, aside: str | None) -> Claim:
    """The claim that most of a claim's statements are in now; `aside` is one that was set apart."""
    statements = [s for s in (*claim.statements, *claim.denials) if s != aside]
    held = [c.claim for c in store.catalogue.claims_of(statements).values()]
    if not held:
        raise NotFound("There is no such claim any more.")
    gone = {c.claim for c in store.catalogue.claims_of([aside]).values()} if aside else set()
    return find_claim(store, max(held, key=lambda c: (c not in gone, held.count(c), c)))


def read_ruling(form: FormData) -> Ruling:
    """The judgement that a form's button stands for. Raises UsageError for one that this page doesn't offer."""
    given = read_field(form, "ruling")
    if given not in (Ruling.SAME, Ruling.DIFFERENT, Ruling.APART, Ruling.BELONGS, Ruling.CHAIN):
        raise UsageError("Say what you judge: one origin, distinct origins, set apart, belongs, or another chain.")
    return Ruling(given)


def read_statement(form: FormData) -> str:
    """The statement that was chosen. Raises UsageError where none was."""
    chosen = read_field(form, "statement")
    if not chosen:
        raise UsageError("Choose a statement.")
    return chosen


def say_change(before: Claim, after: Claim) -> str:
    """The interval before and after."""
    was, now = interval_in_words(before), interval_in_words(after)
    return f"The interval was: {was}. It is now: {now}." if was != now else f"The interval stays: {now}."


def show_changed(request: Request, name: str, was: str) -> Html | None:
    """What has become of a claim since its page was shown."""
    with find_bench(request).desk.read() as linked:
        try:
            claim = find_claim(linked.store, name)
        except NotFound:
            return tag("p", "The claim that you judged is no longer there: its statements stand in others now.")
    now = interval_in_words(claim)
    if not was or was == now:
        return tag("p", "The interval of this claim is still: ", tag("b", now), ".")
    return tag("p", "Its interval was: ", tag("b", was), ". It is now: ", tag("b", now), ".")


class _Page:
    """The parts of one claim's page."""

    def __init__(self, request: Request, linked: Linked, around: Around, material: Material, asked: str) -> None:
        self.request = request
        self.linked = linked
        self.around = around
        self.claim = around.claim
        self.material = material
        self.seen = linked.store.stamp()
        self.can_judge = not find_bench(request).desk.read_only
        self.as_read = find_as_read(around)
        self.asked = asked
        """What was looked for among statements that may belong to it too."""

    def show_head(self, judged: int, withdrawn: int) -> Html:
        """The words, who said them, and the interval."""
        claim = self.claim
        return tag(
            "header",
            tag("p", "Claim", class_="kicker"),
            tag("h1", quote(claim.text)),
            tag(
                "p",
                f"{by_in_words(claim).capitalize()} ",
                tag("span", claim.said_by, class_="chain"),
                say_others(claim),
                ".",
                class_="said-by",
            ),
            None if self.linked.store.claims_made_by() else show_stale(self.request),
            self.show_notice(judged, withdrawn),
            tag(
                "div",
                show_interval(claim, self.material),
                tag("p", TRUTH, class_="means"),
                id="interval",
            ),
            show_warnings(claim, self.material),
            class_="claim",
        )

    def show_notice(self, judged: int, withdrawn: int) -> Html | None:
        """What the judgement that led here did, and a way back."""
        notices = find_bench(self.request).notices
        number, key = (judged, f"judged-{judged}") if judged else (withdrawn, f"withdrawn-{withdrawn}")
        words = notices.get(key)
        if words is None:
            return None
        holds = any(o.number == number and not o.withdrawn for o in self.linked.overrules)
        done = f"Judgement {number} is written down." if judged else f"Judgement {number} is taken back."
        undo = make_undo(self.request, number, self.seen, f"/claims/{self.claim.id}") if judged and holds else None
        return tag(
            "div",
            tag("p", tag("b", done), " ", words),
            undo,
            class_="notice",
            role="status",
            tabindex="-1",
            data_notice=True,
        )

    def show_sections(self) -> list[Html]:
        """Everything that the interval rests on."""
        claim, material = self.claim, self.material
        bearing = find_bearing(self.linked.overrules, self.around)
        drawn = show_lineage(claim, material, "this claim")
        times = tag("p", tag("a", "Its documents in time", href=f"/timeline?claim={claim.id}"))
        lineage = join(drawn, times) if drawn else None
        grouping = "Why these are one claim" if claim.ties else "What belongs to it"
        found: list[tuple[str, str, Child]] = [
            ("lineage", "Who credits and repeats whom", lineage),
            ("statements", "Who makes it", list_statements(claim.statements, claim.weight, material, self.show_beside)),
            ("origins", "What it rests on", self.show_weight(claim.weight)),
            ("variants", "Values that differ", list_variants(claim, material) if claim.variants else None),
            ("denials", "Denials", self.show_denials()),
            ("grouping", grouping, self.show_grouping()),
            ("judgements", "Judged by a person", self.show_judgements(bearing) if bearing else None),
        ]
        return [
            tag("section", tag("h2", title, id=f"{name}-title"), content, aria_labelledby=f"{name}-title", id=name)
            for name, title, content in found
            if content
        ]

    def show_weight(self, weight: Weight) -> Html | None:
        """The origins, the table of how they stand to each other, and the same in words."""
        if not weight.origins:
            return None
        joined = [join(tag("b", r.relation), f": {r.reason}.") for r in find_joined(weight)]
        return join(
            list_origins(weight, self.material),
            show_matrix(weight, self.material, self.make_relation_form),
            join(tag("h3", "Joined by a person"), items(joined)) if joined else None,
            show_relations(weight, self.material),
        )

    def show_denials(self) -> Html | None:
        """Who denies it, and what that rests on."""
        claim = self.claim
        if not claim.denials:
            return None
        return join(
            say_denials(claim),
            list_statements(claim.denials, claim.denied, self.material, self.show_beside),
            tag("h3", "What the denial rests on") if claim.denied.origins else None,
            self.show_weight(claim.denied),
        )

    def show_beside(self, statement: Statement) -> Html:
        """A statement in its place, the chain that the reader had, and setting it apart."""
        as_read = self.as_read.get(statement.id)
        was = (
            tag("p", "The reader had: ", " → ".join(k.name or "undetermined" for k in as_read.chain))
            if as_read
            else None
        )
        return join(was, details("Its place in the text", self.show_place(statement)), self.make_forms(statement))

    def show_place(self, statement: Statement) -> Html:
        """The words of the document around a statement."""
        document = self.material.documents[statement.document]
        text = document.part(statement.part)
        start, stop = max(0, statement.start - AROUND), min(len(text), statement.stop + AROUND)
        marked = tag("mark", text[statement.start : statement.stop], class_="content")
        return tag(
            "blockquote",
            "… " if start else "",
            text[start : statement.start],
            marked,
            text[statement.stop : stop],
            " …" if stop < len(text) else "",
            class_="place",
        )

    def make_forms(self, statement: Statement) -> Html | None:
        """Judging one statement otherwise."""
        return join(self.make_chain_form(statement), self.make_apart_form(statement)) if self.can_judge else None

    def make_chain_form(self, statement: Statement) -> Html:
        """Giving a statement another chain."""
        name = f"chain-{statement.id}"
        field = tag(
            "p",
            tag("label", "Its chain, from near to far, as: outlet > person:Lena Orr", for_=name),
            tag("input", name="chain", id=name, value=spell_chain(statement.chain), class_="wide"),
        )
        button = make_choice(Ruling.CHAIN)
        form = make_judging(
            self.request, self.claim, self.seen, {"statement": statement.id}, button, name + "-by", field
        )
        return details("Give it another chain", form)

    def make_apart_form(self, statement: Statement) -> Html | None:
        """Setting one statement apart from the rest."""
        if len(self.around.statements) < 2:
            return None
        fields = {"statement": statement.id}
        form = make_judging(self.request, self.claim, self.seen, fields, make_choice(Ruling.APART), statement.id)
        return details("Set it apart from this claim", form)

    def make_relation_form(self, relation: OriginRelation) -> Html | None:
        """Judging two origins."""
        if not self.can_judge:
            return None
        fields = {"a": relation.a, "b": relation.b}
        buttons = join([[" ", make_choice(r)] for r in find_choices(relation.relation)])
        name = f"{relation.a}-{relation.b}"
        form = make_judging(self.request, self.claim, self.seen, fields, buttons, name)
        return join(tag("h4", "Judge otherwise"), form)

    def show_grouping(self) -> Html | None:
        """What makes its statements one claim, and what a person may add."""
        adding = None
        if self.can_judge:
            adding = show_belonging(self.request, self.linked, self.claim, self.seen, self.asked)
        ties = show_ties(self.claim, self.material)
        return join(ties, adding) if ties or adding else None

    def show_judgements(self, bearing: Iterable[object]) -> Html:
        """What persons judged of this claim, and taking it back."""
        return list_judgements(
            self.request,
            [o for o in self.linked.overrules if o in bearing],
            self.seen,
            f"/claims/{self.claim.id}",
        )
