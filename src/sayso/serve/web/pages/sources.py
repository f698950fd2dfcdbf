"""The sources: on whom the collection leans, in groups, and who is spoken about without being quoted.

Outlets that speak in their own voice are counted together and never listed: nothing here ranks outlets.
"""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.catalogue.entries import SourceEntry, VoiceEntry
from sayso.catalogue.sources import OUTLETS, Group
from sayso.errors import NotFound
from sayso.export.html import Child, Html, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.words import origin_in_words, say_count
from sayso.serve.linked import Linked
from sayso.serve.material import say_outlets
from sayso.serve.voices import say_voice_entry
from sayso.serve.web.layout import show_page
from sayso.serve.web.listing import make_address, show_ways
from sayso.serve.web.reading import Opened

router = APIRouter()

PATH = "/sources"

ON_PAGE = 50
"""Entries of a list that is shown alone."""

FIRST = 8
"""Entries of each list where all are shown."""

GROUPS = {
    "named": (Group.NAMED, "Named persons and organisations", ""),
    "anonymous": (
        Group.ANONYMOUS,
        "Anonymous",
        "Described, not identified. Two descriptions may mean one person, or two: nobody can tell from the documents.",
    ),
    "absent": (
        Group.ABSENT,
        "Cited but absent",
        "Publications that are credited, and that don’t make the claim in this collection.",
    ),
    "undetermined": (Group.UNDETERMINED, "Undetermined", "Somebody is credited, and it is undetermined who is meant."),
}
"""Name in addresses → the group, its title, what it means."""

VOICES = {
    "unquoted": (False, "Spoken of, quoted in none of the documents in this collection"),
    "quoted": (True, "Spoken of, and quoted too"),
}
"""Name in addresses → whether they are quoted, the title."""

NOT_HERE = "Said of the documents in this collection only: whoever stands here may have spoken elsewhere, or may not have been asked."


@router.get(PATH)
def show(
    request: Request,
    linked: Opened,
    group: Annotated[str, Query(max_length=20)] = "",
    after: Annotated[str, Query(max_length=60)] = "",
) -> Response:
    """All lists with their first entries, or one of them by page."""
    if group and group not in (*GROUPS, *VOICES):
        raise NotFound("There is no such list of sources.")
    counts = {t.name: t.count for t in linked.store.catalogue.tallies("group")}
    if group in GROUPS:
        content: Child = show_group(linked, group, counts, after=after, limit=ON_PAGE)
    elif group in VOICES:
        content = show_voices(linked, group, after=after, limit=ON_PAGE)
    else:
        content = [
            [show_group(linked, name, counts, after="", limit=FIRST) for name in GROUPS],
            show_outlets(linked),
            [show_voices(linked, name, after="", limit=FIRST) for name in VOICES],
        ]
    return show_page(
        request,
        "Sources",
        tag("h1", "Sources and voices"),
        tag(
            "p",
            "Where the followed chains of all claims end. A claim has nothing else behind it where it would have no origin "
            "left without this one. That says how much of the collection hangs on somebody, and nothing about who is right.",
            class_="note",
        ),
        tag("p", tag("a", "All lists", href=PATH)) if group else None,
        content,
        here=PATH,
    )


def show_group(linked: Linked, name: str, counts: dict[str, int], *, after: str, limit: int) -> Html | None:
    """The sources of one group, the one without which most claims would have none first."""
    group, title, meaning = GROUPS[name]
    count = counts.get(str(group), 0)
    found = linked.store.catalogue.sources(group=str(group), after=after or None, limit=limit)
    if not count:
        return None
    return tag(
        "section",
        tag("h2", title, " ", tag("small", say_count(count, "source")), id=f"g-{name}"),
        tag("p", meaning, class_="note") if meaning else None,
        show_table(linked, found.items, title),
        show_more(name, f"All {count:,}", found.after, after, limit),
        aria_labelledby=f"g-{name}",
    )


def show_table(linked: Linked, entries: Sequence[SourceEntry], title: str) -> Html:
    """What rests on each source."""
    names = name_places(linked, entries)
    head = (
        "Source",
        "Claims that rest on it",
        "Of these, with nothing else behind them",
        "Claims it denies",
        "Documents",
    )
    rows = [
        tag(
            "tr",
            tag("th", tag("a", name_entry(e), href=SITE.source(e.source)), tag("small", names[e.source]), scope="row"),
            [tag("td", f"{count:,}") for count in (e.claims, e.alone, e.denials, e.documents)],
        )
        for e in entries
    ]
    table = tag("table", tag("thead", tag("tr", [tag("th", h, scope="col") for h in head])), tag("tbody", rows))
    return tag("div", table, class_="scroll", tabindex="0", role="group", aria_label=title)


def name_entry(entry: SourceEntry) -> str:
    """A source by its name, a description in quotation marks; a group of outlets by its number."""
    return origin_in_words(entry.origin) if entry.origin else say_outlets(Group(entry.grouped), entry.origins)


def name_places(linked: Linked, entries: Sequence[SourceEntry]) -> dict[str, str]:
    """What stands below a source's name: its kind, and of one that is only described by whom."""
    described = [e for e in entries if e.origin and e.grouped in (Group.ANONYMOUS, Group.UNDETERMINED)]
    wanted = {x.document for e in described if e.origin for x in e.origin.evidence[:3]}
    documents = linked.store.catalogue.read_documents(wanted)
    found = {}
    for entry in entries:
        kind = str(entry.origin.kind) if entry.origin else ""
        if entry in described and entry.origin:
            outlets = {
                documents[x.document].outlet or "an unknown outlet"
                for x in entry.origin.evidence
                if x.document in documents
            }
            kind = f"described by {' and '.join(sorted(outlets))}" if outlets else kind
        found[entry.source] = kind
    return found


def show_outlets(linked: Linked) -> Html | None:
    """Outlets in their own voice, which are only counted."""
    entries = [e for g in OUTLETS for e in linked.store.catalogue.sources(group=str(g), limit=1).items]
    if not entries:
        return None
    lines = [
        join(
            tag("a", name_entry(e), href=SITE.source(e.source)),
            f": {say_count(e.claims, 'claim')} in {say_count(e.documents, 'document')}, {e.alone:,} of these on nobody else.",
        )
        for e in entries
    ]
    return tag(
        "section",
        tag("h2", "Outlets in their own voice", id="g-outlets"),
        tag(
            "p",
            "A statement without a credit has its outlet as origin, unattributed: that is no proof of first-hand knowledge. "
            "Outlets are counted together, and not listed.",
            class_="note",
        ),
        items(lines),
        aria_labelledby="g-outlets",
    )


def show_voices(linked: Linked, name: str, *, after: str, limit: int) -> Html:
    """Persons and organisations that statements speak of, those whom no document quotes apart from the others."""
    quoted, title = VOICES[name]
    found = linked.store.catalogue.voices(quoted=quoted, after=after or None, limit=limit)
    return tag(
        "section",
        tag("h2", title, id=f"g-{name}"),
        tag("p", NOT_HERE, class_="note") if not quoted else None,
        items(list_voices(linked, found.items)) or tag("p", "Nobody, as far as the program sees."),
        show_more(name, "All of them", found.after, after, limit),
        aria_labelledby=f"g-{name}",
    )


def list_voices(linked: Linked, voices: Sequence[VoiceEntry]) -> list[Html]:
    """Each with how often it is spoken of and quoted, as the method words it."""
    entities = linked.store.catalogue.entities(v.entity for v in voices)
    return [
        join(
            tag("a", entities[v.entity].name, href=SITE.source(v.entity)),
            f" ({entities[v.entity].kind}): {say_voice_entry(v)}.",
        )
        for v in voices
        if v.entity in entities
    ]


def show_more(name: str, words: str, following: str | None, after: str, limit: int) -> Child:
    """The way to the whole list, or to its other pages."""
    if limit == ON_PAGE:
        return show_ways(PATH, {"group": name, "after": after}, following)
    return (
        tag("p", tag("a", words, tag("span", f": {name}", class_="hidden"), href=make_address(PATH, {"group": name})))
        if following
        else None
    )
