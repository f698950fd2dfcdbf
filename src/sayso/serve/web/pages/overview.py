"""The first page: what the collection rests on, in one screen. Every number of it stands in the catalogue."""

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.catalogue.claims import Order
from sayso.catalogue.ends import ENDS
from sayso.catalogue.entries import SourceEntry
from sayso.catalogue.sources import Group
from sayso.export.html import Html, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.census import CERTAINTIES, Row
from sayso.export.report.material import Leaned, Unquoted
from sayso.export.report.overview import STALE, show_rows
from sayso.export.report.people import show_leanings, show_name, show_unquoted
from sayso.export.words import origin_in_words, say_count
from sayso.serve.material import say_outlets
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import Posted, go_to, make_button, make_form
from sayso.serve.web.layout import show_page
from sayso.serve.web.lines import list_claims
from sayso.serve.web.plot import show_plot
from sayso.serve.web.reading import Opened
from sayso.store import Store

router = APIRouter()

REPEATED = 8
"""Claims in the list of those repeated most."""

PEOPLE = 10
"""Entries of each list of sources and voices."""


@router.get("/")
def show(request: Request, linked: Opened) -> Response:
    """The page."""
    store = linked.store
    counts = {t.name: t.count for t in store.catalogue.tallies("all")}
    if not counts.get("documents"):
        words = "There are no documents in this collection yet. Add some with `sayso add`."
        return show_page(request, "Overview", tag("h1", "What this collection rests on"), tag("p", words), here="/")
    return show_page(
        request,
        "Overview",
        tag("h1", "What this collection rests on"),
        tag("p", sum_up(counts, store), class_="lead"),
        None if store.claims_made_by() else show_stale(request),
        show_holdings(counts, len(store.rejected())),
        tag(
            "div",
            tag("section", show_ends(store)),
            tag("section", show_plot(store.catalogue.points()), show_certainties(store)),
            class_="halves",
        ),
        tag("div", tag("section", show_repeated(store)), tag("section", show_people(store)), class_="halves"),
        here="/",
    )


@router.post("/relink")
def make_anew(request: Request, form: Posted) -> Response:
    """Makes the claims of the documents as they are now."""
    from sayso.pipeline import relink

    with find_bench(request).desk.write() as store:
        relink(store)
    return go_to("/")


def show_stale(request: Request) -> Html:
    """That the claims are older than the documents, as after a run that was stopped, and a button that makes them anew."""
    button = make_form(request, "/relink", make_button("Make them anew"))
    can_write = not find_bench(request).desk.read_only
    return tag("div", tag("p", STALE), button if can_write else None, class_="notice stale")


def sum_up(counts: dict[str, int], store: Store) -> str:
    """The collection in two sentences."""
    shared = sum(p.claims for p in store.catalogue.points() if p.documents > 1)
    common = (
        f"{say_count(shared, 'claim stands', 'claims stand')} in more than one document."
        if shared
        else ("No claim stands in more than one document, as far as the program sees.")
    )
    return (
        f"{say_count(counts['documents'], 'document')} by {say_count(counts['outlets'], 'outlet')} make "
        f"{say_count(counts['statements'], 'statement')}, which come to {say_count(counts['claims'], 'claim')}. {common}"
    )


def show_holdings(counts: dict[str, int], set_aside: int) -> Html:
    """How much there is."""
    rows = {
        "Documents": counts["documents"],
        "Outlets": counts["outlets"],
        "Statements": counts["statements"],
        "Claims": counts["claims"],
    }
    more = {"Older versions of a page, not counted": counts["older versions"], "Inputs set aside": set_aside}
    rows |= {name: count for name, count in more.items() if count}
    entries = [tag("div", tag("dt", name), tag("dd", f"{count:,}")) for name, count in rows.items()]
    return tag("dl", entries, class_="holdings")


def show_ends(store: Store) -> Html:
    """The shares of statements by what stands at the end of their chains."""
    counts = {t.name: t.count for t in store.catalogue.tallies("end")}
    return join(
        tag("h2", "On whose word"),
        show_rows(
            "By whoever stands at the end of the chain",
            "As the document itself gives it; nothing is followed here yet.",
            [Row(name=name, meaning=meaning, count=counts.get(name, 0)) for name, meaning in ENDS.items()],
        ),
    )


def show_certainties(store: Store) -> Html:
    """The shares of statements by how far their documents commit themselves."""
    counts = {t.name: t.count for t in store.catalogue.tallies("certainty")}
    return show_rows(
        "How far the documents commit themselves",
        "Every statement is one of these four.",
        [Row(name=n, meaning=m, count=counts.get(str(c), 0)) for c, (n, m) in CERTAINTIES.items()],
    )


def show_repeated(store: Store) -> Html:
    """The claims that most documents make or deny, and of these those with the fewest identified origins first."""
    entries = store.catalogue.claims(order=Order.REPEATED, worth=True, limit=REPEATED).items
    return join(
        tag("h2", "Repeated most, by fewest identified origins"),
        tag("p", "The order says nothing about which is true.", class_="note"),
        items(list_claims(store, [e for e in entries if e.documents > 1]), ordered=True, class_="claims")
        or tag("p", "No claim stands in more than one document, as far as the program sees."),
        tag("p", tag("a", "All claims", href="/claims")),
    )


def show_people(store: Store) -> Html:
    """On whom it leans, who is cited and not here, and who is spoken about and not quoted. Outlets are never listed."""
    leaning = [e for e in store.catalogue.sources(limit=PEOPLE + 20).items if e.grouped != Group.ABSENT and e.origin]
    outlets = [e for g in (Group.FIRST_HAND, Group.UNATTRIBUTED) for e in store.catalogue.sources(group=g).items]
    absent = store.catalogue.sources(group=Group.ABSENT, limit=PEOPLE).items
    voices = store.catalogue.voices(quoted=False, limit=PEOPLE).items
    entities = store.catalogue.entities(v.entity for v in voices)
    unquoted = [
        Unquoted(
            name=entities[v.entity].name,
            sort=entities[v.entity].kind,
            statements=v.statements,
            documents=v.documents,
            href=SITE.source(v.entity),
        )
        for v in voices
        if v.entity in entities
    ]
    return join(
        tag("h2", "Sources and voices"),
        show_leanings([*map(name_entry, leaning[:PEOPLE]), *map(name_entry, outlets)], PEOPLE + 2),
        tag("h3", "Cited but absent"),
        list_absent(absent) or tag("p", "None: whatever is cited is here and makes the claim."),
        show_unquoted(unquoted, PEOPLE),
        tag("p", tag("a", "All sources and voices", href="/sources")),
    )


def list_absent(entries: Iterable[SourceEntry]) -> Html:
    """Publications that documents cite, and that don't make the claim here."""
    return items(
        join(tag("b", show_name(name_entry(e))), f", for {say_count(e.claims + e.denials, 'claim')}") for e in entries
    )


def name_entry(entry: SourceEntry) -> Leaned:
    """A source as a table of them shows it."""
    group = Group(entry.grouped)
    origin = entry.origin
    return Leaned(
        name=origin_in_words(origin) if origin else say_outlets(group, entry.origins),
        sort=(str(origin.kind) if group is Group.NAMED else str(group)) if origin else "",
        claims=entry.claims + entry.denials,
        alone=entry.alone,
        documents=entry.documents,
        href=SITE.source(entry.source),
    )
