"""The documents: in an order of the reader's choice, filtered, a page at a time."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.catalogue.documents import DocumentOrder
from sayso.catalogue.entries import DocumentEntry
from sayso.errors import OutOfDate, UsageError
from sayso.export.html import Child, Html, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.words import say_count, time_in_words
from sayso.model import Document, Status
from sayso.serve.linked import Linked
from sayso.serve.web.bench import find_bench
from sayso.serve.web.layout import show_page
from sayso.serve.web.listing import make_checks, make_choice, make_field, show_ways
from sayso.serve.web.reading import Opened
from sayso.store.documents import Asked, Counts

router = APIRouter()

PATH = "/documents"

ON_PAGE = 40
"""Documents on one page."""

OUTLETS = 400
"""Names that the field for an outlet offers."""

ORDERS = {
    DocumentOrder.TIME: "Time of publication",
    DocumentOrder.OUTLET: "Outlet, by name",
    DocumentOrder.CLAIMS: "Most claims made here",
}
"""Order → its name."""

STATUSES = {
    "": "Any",
    "live": "Neither corrected nor retracted",
    "corrected": "Corrected",
    "retracted": "Retracted",
}
"""What can be asked of the status, and how that is called."""

Words = Annotated[str, Query(max_length=300)]


@router.get(PATH)
def show(
    request: Request,
    linked: Opened,
    order: Words = "",
    outlet: Words = "",
    since: Words = "",
    until: Words = "",
    status: Words = "",
    all: bool = False,
    after: Words = "",
) -> Response:
    """One page of the list."""
    chosen = DocumentOrder(order) if order in list(DocumentOrder) else DocumentOrder.TIME
    query = {
        "order": "" if chosen is DocumentOrder.TIME else str(chosen),
        "outlet": outlet.strip(),
        "since": since.strip(),
        "until": until.strip(),
        "status": status if status in STATUSES else "",
        "all": "true" if all else "",
        "after": after,
    }
    code = 200
    content: Child
    try:
        content = show_list(request, linked, chosen, query)
    except OutOfDate:
        raise
    except UsageError as error:
        code = error.status
        content = tag("p", str(error).removeprefix("--"), class_="notice", role="alert")
    return show_page(
        request,
        "Documents",
        tag("h1", "Documents"),
        show_introduction(linked, everything=all),
        show_filters(linked, query, chosen),
        tag("section", tag("h2", "List", class_="hidden"), content, aria_label="Documents"),
        here=PATH,
        status=code,
    )


def show_introduction(linked: Linked, *, everything: bool) -> Html:
    """How many documents there are, and which of them are listed."""
    counts = {t.name: t.count for t in linked.store.catalogue.tallies("all")}
    older = counts.get("older versions", 0)
    versions = ""
    if older and everything:
        versions = (
            f" {say_count(older, 'older version')} of a page stand among them, and say so; only the latest is weighed."
        )
    elif older:
        versions = f" {say_count(older, 'older version')} of a page are not listed: only the latest is weighed."
    return tag(
        "p",
        f"Each text of this collection as it was published: {say_count(counts.get('documents', 0), 'document')}.{versions} "
        "No order says anything about an outlet.",
        class_="note",
    )


def show_filters(linked: Linked, query: dict[str, str], chosen: DocumentOrder) -> Html:
    """The form of order and filters; it is sent without a script, and its answer can be linked to."""
    names = [tag("option", value=name) for name, _ in linked.store.catalogue.outlets(limit=OUTLETS)]
    field = tag("input", type="text", name="outlet", id="outlet", value=query["outlet"], list="outlets")
    return tag(
        "form",
        make_choice("order", "Order", ((str(o), words) for o, words in ORDERS.items()), str(chosen)),
        tag("p", tag("label", "Outlet", for_="outlet"), " ", field, tag("datalist", names, id="outlets")),
        make_field("since", "Published from", query["since"], placeholder="2031-03-02"),
        make_field("until", "Until", query["until"], placeholder="2031-03"),
        make_choice("status", "Marked", STATUSES.items(), query["status"]),
        make_checks("all", "Versions", [("true", "older versions of a page too")], [query["all"]]),
        tag("p", tag("button", "Show", type="submit"), " ", tag("a", "Clear", href=PATH)),
        action=PATH,
        method="get",
        class_="fields",
        role="search",
        aria_label="Documents",
    )


def show_list(request: Request, linked: Linked, order: DocumentOrder, query: dict[str, str]) -> Child:
    """The documents that pass the filters, and the ways to the other pages."""
    lists = linked.store.document_lists
    marked = find_bench(request).desk.keep("marked", linked, lists.marked) if query["status"] else {}
    status = query["status"]
    asked = Asked(
        outlet=query["outlet"] or None,
        since=query["since"] or None,
        until=query["until"] or None,
        all_versions=bool(query["all"]),
        among=[i for i, s in marked.items() if s == status] if status in ("corrected", "retracted") else None,
        without=marked if status == "live" else (),
    )
    found = lists.list_page(order, asked, after=query["after"] or None, limit=ON_PAGE)
    none = "No document passes these filters." if asked != Asked() else "There are no documents here."
    return [
        items(list_documents(linked, found.items), class_="claims documents") or tag("p", none),
        show_ways(PATH, query, found.after),
    ]


def list_documents(linked: Linked, entries: Iterable[DocumentEntry]) -> list[Html]:
    """The documents of some entries, in their order."""
    listed = list(entries)
    documents = linked.store.catalogue.read_documents(e.document for e in listed)
    counts = linked.store.document_lists.counts(documents)
    return [show_document(documents[e.document], e, counts[e.document]) for e in listed if e.document in documents]


def show_document(document: Document, entry: DocumentEntry, counts: Counts) -> Html:
    """A document in a few lines."""
    return join(
        tag("p", tag("a", say_headline(document), href=SITE.document(document.id)), class_="words"),
        tag(
            "p",
            tag("b", document.outlet or "unknown outlet"),
            f", {time_in_words(document.published)}",
            [" ", tag("span", f"marked {document.status}", class_="badge")]
            if document.status is not Status.LIVE
            else None,
            show_version(entry),
            class_="said-by",
        ),
        tag("p", say_counts(counts, is_latest=entry.is_latest), class_="count"),
    )


def say_headline(document: Document) -> str:
    """What a document is called: its headline on one line."""
    return " ".join(document.headline.split()) or "Without a headline"


def show_version(entry: DocumentEntry) -> Html | None:
    """That a later version of the page stands for this one."""
    if entry.is_latest:
        return None
    later = tag("a", "the latest", href=SITE.document(entry.latest))
    return join(" ", tag("span", "older version", class_="badge"), " (weighed is ", later, ")")


def say_counts(counts: Counts, *, is_latest: bool) -> str:
    """What stands in a document and between it and others: `12 statements, 9 claims; shares passages with 2 documents`."""
    words = say_count(counts.statements, "statement")
    if is_latest:
        words += f", {say_count(counts.claims, 'claim')}"
    others = counts.repeats + counts.repeated
    return f"{words}; shares passages with {say_count(others, 'document')}." if others else f"{words}."
