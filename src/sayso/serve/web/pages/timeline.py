"""The timeline: documents and claims in time, what was first seen here, what hardened, and what came of corrections."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.catalogue.claims import Filters, Order
from sayso.catalogue.entries import DocumentEntry
from sayso.errors import NotFound, OutOfDate, UsageError
from sayso.export.html import Child, Html, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.quote import quote
from sayso.export.words import by_in_words, say_count, time_in_words
from sayso.model import Claim, Document, Status
from sayso.serve.linked import Linked
from sayso.serve.web.hits import name_document
from sayso.serve.web.lanes import Lanes, find_resting, make_lanes
from sayso.serve.web.layout import show_page
from sayso.serve.web.listing import make_address, make_field, show_ways
from sayso.serve.web.reading import Opened
from sayso.serve.web.timeline import draw_timeline, say_mark, show_legend
from sayso.store.documents import Asked

router = APIRouter()

PATH = "/timeline"

ON_PAGE = 40
"""Documents on one page."""

LANES = 12
"""Claims that are drawn at once."""

OF_DOCUMENT = 20
"""Claims of one document that are looked at for those that are drawn."""

UNDATED = 30
"""Documents whose time is unknown, on one page."""

CORRECTED = 20
"""Corrected and retracted documents that a page tells of."""

Words = Annotated[str, Query(max_length=300)]


@router.get(PATH)
def show(
    request: Request,
    linked: Opened,
    claim: Words = "",
    text: Words = "",
    outlet: Words = "",
    since: Words = "",
    until: Words = "",
    after: Words = "",
    undated: Words = "",
) -> Response:
    """One page of the documents in time, with the claims that they make."""
    asked = {
        "claim": claim.strip(),
        "text": text.strip(),
        "outlet": outlet.strip(),
        "since": since.strip(),
        "until": until.strip(),
        "after": after,
        "undated": undated,
    }
    status = 200
    content: Child
    try:
        content = show_times(linked, asked)
    except (OutOfDate, NotFound):
        raise
    except UsageError as error:
        status = error.status
        content = tag("p", str(error).removeprefix("--"), class_="notice", role="alert")
    return show_page(
        request,
        "Timeline",
        tag("h1", "Timeline"),
        tag(
            "p",
            "By the time of publication that each document gives, as precise as it is known. Earliest seen in this collection "
            "is not the origin: whoever wrote it first may not be here.",
            class_="note",
        ),
        show_filters(asked),
        content,
        here=PATH,
        status=status,
    )


def show_filters(asked: dict[str, str]) -> Html:
    """The form of filters; it is sent without a script."""
    hidden = tag("input", type="hidden", name="claim", value=asked["claim"]) if asked["claim"] else None
    return tag(
        "form",
        hidden,
        None if hidden else make_field("text", "Claims with these words", asked["text"]),
        make_field("outlet", "Outlet", asked["outlet"]),
        make_field("since", "From", asked["since"], placeholder="2031-03-02"),
        make_field("until", "Until", asked["until"], placeholder="2031-03"),
        tag("p", tag("button", "Show", type="submit"), " ", tag("a", "Clear", href=PATH)),
        action=PATH,
        method="get",
        class_="fields",
        role="search",
        aria_label="Timeline",
    )


def show_times(linked: Linked, asked: dict[str, str]) -> list[Child]:
    """The drawing, the same as a list, corrections, and the documents whose time is unknown."""
    store = linked.store
    chosen = find_chosen(linked, asked)
    among = None if chosen is None else {d for c in chosen for d in c.documents}
    outlet, since, until = (asked[name] or None for name in ("outlet", "since", "until"))
    page = store.document_lists.list_page(
        asked=Asked(outlet=outlet, since=since, until=until, among=among, dated=True),
        after=asked["after"] or None,
        limit=ON_PAGE,
    )
    count = None
    if chosen is None:
        count, chosen = find_claims(linked, page.items)
    lanes = make_lanes(store, chosen)
    documents = {**store.catalogue.read_documents(e.document for e in page.items), **lanes.documents}
    everything = Lanes(lanes=lanes.lanes, documents=documents)
    ways = show_ways(PATH, asked, page.after)
    claims = " Claims with these words" if asked["text"] else ""
    return [
        show_claim(chosen[0]) if asked["claim"] else None,
        show_drawing(page.items, everything, count, claims),
        tag(
            "section",
            tag("h2", "The same as a list", id="listed"),
            items([show_document(e, everything) for e in page.items], ordered=True, class_="claims times")
            or tag("p", "No document here with a known time of publication is among these."),
            ways,
            aria_labelledby="listed",
        ),
        show_corrections(linked, page.items, everything),
        show_undated(linked, asked, among),
    ]


def find_chosen(linked: Linked, asked: dict[str, str]) -> list[Claim] | None:
    """The claims that are asked for, by the time at which they were first seen; None where none is."""
    store = linked.store
    if asked["claim"]:
        return [store.find_claim(asked["claim"])]
    if not asked["text"]:
        return None
    found = store.catalogue.claims(order=Order.TIME, filters=Filters(text=asked["text"]), limit=LANES)
    return list(store.catalogue.read_claims(e.claim for e in found.items).values())


def find_claims(linked: Linked, listed: Sequence[DocumentEntry]) -> tuple[int, list[Claim]]:
    """How many claims worth a look the documents of a page make, and those that most of them do, by first seen."""
    catalogue = linked.store.catalogue
    found: dict[str, int] = {}
    places: dict[str, int] = {}
    times: dict[str, int] = {}
    for entry in listed:
        for claim in catalogue.claims(document=entry.document, worth=True, limit=OF_DOCUMENT).items:
            found[claim.claim] = found.get(claim.claim, 0) + 1
            places[claim.claim], times[claim.claim] = claim.repeated, claim.time
    most = sorted(found, key=lambda c: (-found[c], places[c]))[:LANES]
    return len(found), list(catalogue.read_claims(sorted(most, key=lambda c: times[c])).values())


def show_claim(claim: Claim) -> Html:
    """The claim that the timeline is narrowed to, with who said it."""
    return tag(
        "p",
        "Only the claim ",
        tag("a", quote(claim.text), href=SITE.claim(claim.id)),
        f", {by_in_words(claim)} ",
        tag("span", claim.said_by, class_="chain"),
        ". ",
        tag("a", "All claims", href=PATH),
    )


def show_drawing(listed: Sequence[DocumentEntry], lanes: Lanes, count: int | None, words: str) -> Html | None:
    """The drawing with its legend."""
    drawing = draw_timeline(listed, lanes)
    if drawing is None:
        return None
    shown = len(lanes.lanes)
    some = (
        f"Of {say_count(count, 'claim')} that these documents make and that are repeated or in doubt, the {shown} that most of "
        "them make are drawn."
        if count is not None and count > shown
        else None
    )
    return tag(
        "section",
        tag("h2", "Drawn", id="drawn"),
        show_legend(),
        tag("p", some, class_="note") if some else None,
        tag("div", drawing, class_="scroll", tabindex="0", role="group", aria_label="Timeline"),
        aria_labelledby="drawn",
    )


def show_document(entry: DocumentEntry, lanes: Lanes) -> Html:
    """A document in the list, with what it is to each claim that is drawn."""
    document = lanes.documents[entry.document]
    status = (
        tag("p", tag("b", f"{document.status}".capitalize()), class_="count")
        if document.status is not Status.LIVE
        else None
    )
    events = [
        join(
            say_mark(mark).capitalize(),
            ": ",
            tag("a", quote(lane.claim.text, most=160), href=SITE.claim(lane.claim.id)),
            f", {by_in_words(lane.claim)} ",
            tag("span", lane.claim.said_by, class_="chain"),
            say_resting(mark.rests_on, lanes),
        )
        for lane in lanes.lanes
        for mark in lane.marks
        if mark.document == entry.document
    ]
    return join(
        tag(
            "p",
            tag("time", time_in_words(entry.published), datetime=entry.published),
            f" · {document.outlet or 'an unknown outlet'}",
            class_="said-by",
        ),
        tag("p", tag("a", document.headline or "without a headline", href=SITE.document(document.id)), class_="words"),
        status,
        items(events) if events else None,
    )


def say_resting(documents: Iterable[str], lanes: Lanes) -> Html | None:
    """The corrected documents that it rests on."""
    found = [lanes.documents[d] for d in documents if d in lanes.documents]
    return (
        join(" (", [[" and " if n else "", refer_to(d), f", {d.status}"] for n, d in enumerate(found)], ")")
        if found
        else None
    )


def refer_to(document: Document) -> Html:
    """A document by its outlet and time, linked."""
    return tag("a", name_document(document), href=SITE.document(document.id))


def show_corrections(linked: Linked, listed: Sequence[DocumentEntry], lanes: Lanes) -> Html | None:
    """The corrected and retracted documents, when that came, and which documents here rest on them."""
    named = [e.document for e in listed] + [d for lane in lanes.lanes for m in lane.marks for d in m.rests_on]
    found = [
        lanes.documents[d]
        for d in dict.fromkeys(named)
        if d in lanes.documents and lanes.documents[d].status is not Status.LIVE
    ][:CORRECTED]
    if not found:
        return None
    return tag(
        "section",
        tag("h2", "Corrected and retracted", id="corrected"),
        items([show_correction(linked, d) for d in found], class_="claims"),
        aria_labelledby="corrected",
    )


def show_correction(linked: Linked, document: Document) -> Html:
    """One document: what is known of its correction, and the documents that still carry what it said."""
    since = f" (taken from {document.status_from})" if document.status_from else ""
    carriers = find_carriers(linked, document)
    return join(
        tag("p", tag("b", f"{document.status}".capitalize()), since, ": ", refer_to(document), class_="words"),
        tag("p", say_when(linked, document), class_="count"),
        join(tag("p", "Documents here that rest on it and still carry it:"), items(refer_to(d) for d in carriers))
        if carriers
        else tag("p", "No other document here rests on it without being corrected itself."),
    )


def say_when(linked: Linked, document: Document) -> str:
    """When a correction came, so far as the versions of the page tell."""
    versions = linked.store.document_lists.versions(document.id)
    earlier = [v for v in versions if v.document != document.id]
    if not earlier:
        return "Only one version of the page is here, so when the correction came isn’t known."
    last = earlier[-1]
    return (
        f"{say_count(len(earlier), 'earlier version')} of the page are here, the last of {time_in_words(last.published)}; the one "
        f"that counts is of {time_in_words(document.published)}."
    )


def find_carriers(linked: Linked, document: Document) -> list[Document]:
    """The documents whose followed chains pass through a corrected one, and that aren't corrected themselves."""
    catalogue = linked.store.catalogue
    claims = catalogue.read_claims(e.claim for e in catalogue.claims(document=document.id, limit=200).items)
    ids = {own for c in claims.values() for own, passed in find_resting(c).items() if document.id in passed}
    found = catalogue.read_documents(ids)
    return sorted(
        (d for d in found.values() if d.status is Status.LIVE),
        key=lambda d: (d.published is None, d.published or "", d.id),
    )


def show_undated(linked: Linked, asked: dict[str, str], among: set[str] | None) -> Html | None:
    """The documents whose time of publication is unknown, in a list of their own."""
    if asked["since"] or asked["until"]:
        return None
    page = linked.store.document_lists.list_page(
        asked=Asked(outlet=asked["outlet"] or None, among=among, dated=False),
        after=asked["undated"] or None,
        limit=UNDATED,
    )
    if not page.items:
        return None
    documents = linked.store.catalogue.read_documents(e.document for e in page.items)
    entries = [
        join(
            tag("a", documents[e.document].headline or "without a headline", href=SITE.document(e.document)),
            f", {documents[e.document].outlet or 'an unknown outlet'}",
        )
        for e in page.items
        if e.document in documents
    ]
    more = (
        tag("p", tag("a", "More without a time", href=make_address(PATH, {**asked, "undated": page.after})))
        if page.after
        else None
    )
    return tag(
        "section",
        tag("h2", "Time of publication unknown", id="undated"),
        tag("p", "These stand nowhere in the drawing. On a document’s page its time can be filled in.", class_="note"),
        items(entries),
        more,
        aria_labelledby="undated",
    )
