"""The claims: in an order of the reader's choice, filtered, a page at a time."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.catalogue.claims import Filters, Order
from sayso.errors import OutOfDate, UsageError
from sayso.export.html import Child, Html, items, tag
from sayso.export.words import say_count
from sayso.serve.web.layout import show_page
from sayso.serve.web.lines import list_claims
from sayso.serve.web.pages.overview import show_stale
from sayso.serve.web.reading import Opened

router = APIRouter()

ON_PAGE = 30
"""Claims on one page."""

ORDERS = {
    Order.REPEATED: "Repeated most, then fewest identified origins",
    Order.ORIGINS: "Fewest identified origins",
    Order.TIME: "First seen in this collection",
    Order.TEXT: "By their words",
}
"""Order → its name."""

Words = Annotated[str, Query(max_length=300)]


@router.get("/claims")
def show(
    request: Request,
    linked: Opened,
    order: str = Order.REPEATED,
    text: Words = "",
    entity: Words = "",
    outlet: Words = "",
    since: Words = "",
    until: Words = "",
    all: bool = False,
    after: Words = "",
) -> Response:
    """One page of the list."""
    asked = {"text": text, "entity": entity, "outlet": outlet, "since": since, "until": until}
    chosen = Order(order) if order in list(Order) else Order.REPEATED
    query = {"order": str(chosen), **asked, **({"all": "true"} if all else {})}
    filters = Filters(
        text=text.strip() or None,
        entity=entity.strip() or None,
        outlet=outlet.strip() or None,
        since=since.strip() or None,
        until=until.strip() or None,
    )
    status = 200
    try:
        found = linked.store.catalogue.claims(
            order=chosen, filters=filters, worth=not all, after=after or None, limit=ON_PAGE
        )
        content = [
            items(list_claims(linked.store, found.items), class_="claims")
            or tag("p", "No claim passes these filters." if filters else "There are no claims here."),
            show_ways(query, after, found.after),
        ]
    except OutOfDate:
        raise
    except UsageError as error:
        status = error.status
        content = [tag("p", str(error).removeprefix("--"), class_="notice", role="alert")]
    return show_page(
        request,
        "Claims",
        tag("h1", "Claims"),
        None if linked.store.claims_made_by() else show_stale(request),
        show_introduction(linked, everything=all),
        show_filters(query, chosen, everything=all),
        tag("section", tag("h2", "List", class_="hidden"), content, aria_label="Claims"),
        here="/claims",
        status=status,
    )


def show_introduction(linked: Opened, *, everything: bool) -> Html:
    """What a claim is, how many there are, and which of them are listed."""
    counts = {t.name: t.count for t in linked.store.catalogue.tallies("all")}
    total, worth = counts.get("claims", 0), counts.get("worth a look", 0)
    some = (
        f"Listed are all {total:,}."
        if everything
        else f"Listed are {say_count(worth, 'claim')} of {total:,}: those that more than one document makes or denies, and "
        "those whose origin is anonymous, unattributed, cited but absent, undetermined, or only leads round."
    )
    return tag(
        "p",
        f"A claim is all statements that assert the same thing, in whatever words. {some} No order says which is true.",
        class_="note",
    )


def show_filters(query: dict[str, str], chosen: Order, *, everything: bool) -> Html:
    """The form of order and filters; it is sent without a script, and its answer can be linked to."""
    choices = [tag("option", words, value=str(o), selected=o is chosen) for o, words in ORDERS.items()]
    return tag(
        "form",
        tag("p", tag("label", "Order", for_="order"), tag("select", choices, name="order", id="order")),
        make_field("text", "With these words", query),
        make_field("entity", "About, or on the word of", query),
        make_field("outlet", "Outlet", query),
        make_field("since", "Published from", query, placeholder="2031-03-02"),
        make_field("until", "Until", query, placeholder="2031-03"),
        tag(
            "p",
            tag("input", type="checkbox", name="all", value="true", id="all", checked=everything),
            " ",
            tag("label", "Also those of one document with an identified origin", for_="all"),
            class_="check",
        ),
        tag("p", tag("button", "Show", type="submit"), " ", tag("a", "Clear", href="/claims")),
        action="/claims",
        method="get",
        class_="fields",
        role="search",
        aria_label="Claims",
    )


def make_field(name: str, words: str, query: dict[str, str], *, placeholder: str | None = None) -> Html:
    """A field of the form, with what was asked in it."""
    field = tag("input", name=name, id=name, value=query.get(name, ""), placeholder=placeholder)
    return tag("p", tag("label", words, for_=name), field)


def show_ways(query: dict[str, str], after: str, following: str | None) -> Child:
    """The ways to the first page and to the next."""
    asked = {name: value for name, value in query.items() if value}
    entries = []
    if after:
        entries.append(tag("a", "First page", href=f"/claims?{urlencode(asked)}"))
    if following:
        entries.append(tag("a", "Next page", href=f"/claims?{urlencode({**asked, 'after': following})}", rel="next"))
    return tag("nav", entries, class_="pages", aria_label="Pages of the list") if entries else None
