"""Search: full text over statements, documents and sources, each hit in its words with who says it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.catalogue.ends import ENDS
from sayso.errors import OutOfDate, UsageError
from sayso.export.html import Child, Html, details, items, join, tag
from sayso.export.report.census import CERTAINTIES
from sayso.serve.linked import Linked
from sayso.serve.web.hits import list_documents, list_names, list_statements
from sayso.serve.web.layout import show_page
from sayso.serve.web.listing import make_address, make_checks, make_choice, make_field, show_ways
from sayso.serve.web.reading import Opened
from sayso.store.search import FEW, Hits, Narrowing, Question, read_question

router = APIRouter()

PATH = "/search"

ON_PAGE = 20
"""Hits on one page, of one kind of things."""

FIRST = 6
"""Hits of each kind where all kinds are shown."""

OUTLETS = 12
"""Outlets that are listed at once beside the hits; the others stand behind a word."""

PLACES = {"": "Everything", "statements": "Statements", "documents": "Documents", "sources": "Sources and names"}
"""Where can be searched, and how that is called."""

Words = Annotated[str, Query(max_length=300)]
Several = Annotated[list[str], Query(max_length=20)]


@router.get(PATH)
def show(
    request: Request,
    linked: Opened,
    q: Words = "",
    place: Annotated[str, Query(alias="in", max_length=20)] = "",
    outlet: Words = "",
    since: Words = "",
    until: Words = "",
    certainty: Several = [],  # noqa: B006
    end: Several = [],  # noqa: B006
    all: bool = False,
    after: Words = "",
) -> Response:
    """The form, what was searched for, and what was found."""
    asked = _Asked(
        {
            "q": q.strip(),
            "in": place if place in PLACES else "",
            "outlet": outlet.strip(),
            "since": since.strip(),
            "until": until.strip(),
            "certainty": [c for c in certainty if c in list(CERTAINTIES)],
            "end": [e for e in end if e in ENDS],
            "all": "true" if all else "",
            "after": after,
        }
    )
    status = 200
    try:
        content = show_found(linked, asked)
    except OutOfDate:
        raise
    except UsageError as error:
        status = error.status
        content = tag("p", str(error).removeprefix("--"), class_="notice", role="alert")
    title = f"{asked['q']} – Search" if asked["q"] else "Search"
    return show_page(request, title, tag("h1", "Search"), show_form(asked), content, here=PATH, status=status)


class _Asked:
    """What a search asks, as its address says it."""

    def __init__(self, values: Mapping[str, str | list[str]]) -> None:
        self.values = values

    def __getitem__(self, name: str) -> str:
        value = self.values[name]
        return value if isinstance(value, str) else ""

    def several(self, name: str) -> tuple[str, ...]:
        """The values of a field that takes several."""
        value = self.values[name]
        return tuple(value) if isinstance(value, list) else (value,) if value else ()

    def change(self, **values: str | Sequence[str]) -> str:
        """The address that asks otherwise, from the first page."""
        return make_address(PATH, {**self.values, "after": "", **{k.rstrip("_"): v for k, v in values.items()}})

    @property
    def narrowing(self) -> Narrowing:
        """What the search is narrowed to."""
        return Narrowing(
            outlet=self["outlet"] or None,
            since=self["since"] or None,
            until=self["until"] or None,
            certainties=self.several("certainty"),
            ends=self.several("end"),
            all_versions=bool(self["all"]),
        )

    @property
    def is_of_statements(self) -> bool:
        """True where something is asked that only statements have."""
        return bool(self.several("certainty") or self.several("end"))


def show_form(asked: _Asked) -> Html:
    """The form; it is sent without a script, and its answer can be linked to."""
    more = tag(
        "details",
        tag("summary", "Narrow the search"),
        tag(
            "div",
            make_field("outlet", "Outlet", asked["outlet"]),
            make_field("since", "Published from", asked["since"], placeholder="2031-03-02"),
            make_field("until", "Until", asked["until"], placeholder="2031-03"),
            class_="fields",
        ),
        make_checks(
            "certainty", "Certainty of statements", ((str(c), str(c)) for c in CERTAINTIES), asked.several("certainty")
        ),
        make_checks("end", "What stands at the end of the chain", ((e, e) for e in ENDS), asked.several("end")),
        make_checks("all", "Versions", [("true", "older versions of a page too")], asked.several("all")),
        open=asked.narrowing != Narrowing(),
    )
    return tag(
        "form",
        tag(
            "div",
            make_field("q", "Words, or “words in quotation marks” that stand together", asked["q"], type="search"),
            make_choice("in", "In", PLACES.items(), asked["in"]),
            tag("p", tag("button", "Search", type="submit"), " ", tag("a", "Clear", href=PATH)),
            class_="fields",
        ),
        more,
        action=PATH,
        method="get",
        role="search",
        aria_label="Everything here",
        class_="searching",
    )


def show_found(linked: Linked, asked: _Asked) -> Child:
    """What was searched for, and the hits of one kind or of all."""
    if not asked["q"]:
        return tag(
            "p",
            "All words must be there, in any order; the last may be unfinished. Accents and capitals don’t matter. Nothing is "
            "searched for by meaning, and no hit says that something is so: each is the words of somebody.",
            class_="note",
        )
    question = read_question(asked["q"])
    if not question:
        return tag("p", "There is no word in that: type letters or digits.", class_="notice", role="status")
    searched = tag("p", "Searched for: ", tag("b", str(question)), ".", class_="note", role="status")
    place = asked["in"]
    if place:
        return [searched, show_kind(linked, question, asked, place, limit=ON_PAGE)]
    kinds = ["statements"] if asked.is_of_statements else ["sources", "statements", "documents"]
    return [searched, [show_kind(linked, question, asked, kind, limit=FIRST) for kind in kinds]]


def show_kind(linked: Linked, question: Question, asked: _Asked, kind: str, *, limit: int) -> Html:
    """The hits among one kind of things, by facet too where there is one kind only."""
    search, after = linked.store.search, asked["after"] or None
    if kind == "sources":
        hits = search.names(question, limit=100 if asked["in"] else limit)
        entries = list_names(linked, hits.items)
    elif kind == "statements":
        hits = search.statements(question, asked.narrowing, after=after, limit=limit)
        entries = list_statements(linked, hits.items)
    else:
        hits = search.documents(question, asked.narrowing, after=after, limit=limit)
        entries = list_documents(linked, hits.items)
    name = PLACES[kind]
    found = items(entries, class_="claims hits") or tag("p", say_none(kind, asked))
    more: Child = show_ways(PATH, asked.values, hits.after)
    if not asked["in"] and (hits.after or (hits.count is None and kind == "sources")):
        more = tag("p", tag("a", f"More {name.lower()}", href=asked.change(in_=kind)))
    list_ = tag("div", found, more)
    facets = show_facets(hits, asked) if asked["in"] else None
    return tag(
        "section",
        tag("h2", name, " ", tag("small", say_number(hits, kind)), id=f"found-{kind}"),
        tag("div", facets, list_, class_="faceted") if facets else list_,
        aria_labelledby=f"found-{kind}",
    )


def say_number(hits: Hits, kind: str) -> str:
    """How many hits there are."""
    if hits.count is not None:
        return f"{hits.count:,} found"
    if kind == "sources":
        return "the first of more"
    return f"more than {FEW:,} found; those added last come first. Narrow the search to have them counted"


def say_none(kind: str, asked: _Asked) -> str:
    """That nothing was found, and that only these words were looked for."""
    where = {"statements": "No statement here has", "documents": "No document here has", "sources": "No name here has"}
    narrowed = " under what the search is narrowed to" if kind != "sources" and asked.narrowing != Narrowing() else ""
    return f"{where[kind]} all of these words{narrowed}."


def show_facets(hits: Hits, asked: _Asked) -> Html | None:
    """How many hits have what, each a link that narrows the search to it, or takes that back."""
    years = [(y, n) for y, n in hits.years if y]
    groups = [
        show_facet("Certainty", hits.certainties, asked, "certainty"),
        show_facet("End of the chain", hits.ends, asked, "end"),
        show_facet("Outlet, by name", hits.outlets, asked, "outlet"),
        show_years(years, dict(hits.years).get("", 0), asked),
    ]
    shown = [g for g in groups if g]
    return tag("nav", shown, class_="facets", aria_label="Narrow the search") if shown else None


def show_facet(title: str, counts: Sequence[tuple[str, int]], asked: _Asked, name: str) -> Html | None:
    """One group: several values may be asked for at once, or one outlet."""
    if not counts:
        return None
    chosen = asked.several(name)
    entries: list[Child] = []
    for value, count in sorted(counts, key=lambda c: (not c[0], c[0].casefold())):
        if not value:
            entries.append(f"unknown ({count:,})")
            continue
        is_chosen = value in chosen or (name == "outlet" and [value.casefold()] == [c.casefold() for c in chosen])
        if name == "outlet":
            href = asked.change(outlet="" if is_chosen else value)
        else:
            href = asked.change(**{name: [c for c in chosen if c != value] if is_chosen else [*chosen, value]})
        entries.append(show_way(value, count, href, is_chosen=is_chosen))
    return join(tag("h3", title), show_some(entries))


def show_years(counts: Sequence[tuple[str, int]], unknown: int, asked: _Asked) -> Html | None:
    """The years of publication."""
    if not counts and not unknown:
        return None
    entries: list[Child] = []
    for year, count in counts:
        is_chosen = asked["since"] == asked["until"] == year
        href = asked.change(since="", until="") if is_chosen else asked.change(since=year, until=year)
        entries.append(show_way(year, count, href, is_chosen=is_chosen))
    if unknown:
        entries.append(f"time unknown ({unknown:,})")
    return join(tag("h3", "Year"), show_some(entries))


def show_way(value: str, count: int, href: str, *, is_chosen: bool) -> Html:
    """One value with its count."""
    if is_chosen:
        return join(
            tag("b", f"{value} ({count:,})"),
            " ",
            tag("a", "all", tag("span", f" again, not only {value}", class_="hidden"), href=href),
        )
    return join(tag("a", value, href=href), f" ({count:,})")


def show_some(entries: Iterable[Child]) -> Html:
    """The first entries, the others behind a word."""
    listed = list(entries)
    rest = listed[OUTLETS:]
    return join(items(listed[:OUTLETS]), details(f"{len(rest):,} more", items(rest)) if rest else None)
