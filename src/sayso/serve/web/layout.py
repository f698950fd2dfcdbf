"""What stands around every page: its head, the ways to the other pages, and the switch between light and dark."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.export.html import Child, Html, tag
from sayso.serve.web.assets import find_asset
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import make_form, make_hidden
from sayso.serve.web.navigation import ENTRIES

LOOK = "sayso-look"
"""The cookie that says which look was chosen."""

LOOKS = {"auto": "As the system has it", "light": "Light", "dark": "Dark"}


def show_page(
    request: Request,
    title: str,
    *content: Child,
    here: str = "",
    status: int = 200,
    again: int | None = None,
) -> HTMLResponse:
    """A page: `here` is the address of the entry of the navigation that it belongs to.

    After `again` seconds a browser without scripts asks for it again.
    """
    bench = find_bench(request)
    look = request.cookies.get(LOOK, "auto")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{title} – {bench.title} – sayso"),
        tag("link", rel="icon", href=find_asset("icon.svg"), type="image/svg+xml"),
        [tag("link", rel="stylesheet", href=find_asset(name)) for name in ("report.css", "workbench.css")],
        tag("script", src=find_asset("workbench.js"), defer=True),
        tag("noscript", tag("meta", http_equiv="refresh", content=again)) if again else None,
    )
    body = tag(
        "body",
        tag("a", "To the content", href="#content", class_="skip"),
        show_head(request, here),
        tag("main", content, id="content", tabindex="-1"),
        show_foot(request, look),
    )
    page = tag("html", head, body, lang="en", data_look=look if look in ("light", "dark") else None)
    return HTMLResponse(f"<!DOCTYPE html>\n{page}\n", status)


def show_head(request: Request, here: str) -> Html:
    """The name of the program and of the collection, and the pages that can be gone to."""
    bench = find_bench(request)
    entries = [
        tag("li", tag("a", words, href=address, aria_current="page" if address == here else None))
        for address, words in ENTRIES
    ]
    is_known = bench.access.is_known(
        session=request.scope.get("session_id"), authorization=request.headers.get("authorization")
    )
    return tag(
        "header",
        tag(
            "p",
            tag("a", "sayso", href="/", class_="brand"),
            tag("span", bench.title, class_="collection") if is_known else None,
            tag("span", "read only", class_="badge") if bench.desk.read_only else None,
        ),
        tag("nav", tag("ul", entries), aria_label="Pages") if is_known else None,
        show_search() if is_known else None,
        class_="bench",
    )


def show_search() -> Html:
    """The box that searches from every page."""
    return tag(
        "form",
        tag("label", "Search the collection", for_="find", class_="hidden"),
        tag("input", type="search", name="q", id="find", placeholder="Search", maxlength=300),
        tag("button", "Search", type="submit"),
        action="/search",
        method="get",
        class_="find",
        role="search",
        aria_label="Collection",
    )


def show_foot(request: Request, look: str) -> Html:
    """What the program never says, and the switch of the look, which works without scripts."""
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    buttons = [
        tag("button", words, type="submit", name="look", value=name, aria_pressed="true" if name == look else "false")
        for name, words in LOOKS.items()
    ]
    return tag(
        "footer",
        tag("p", "sayso shows on whose word a claim stands, and never whether it is true."),
        make_form(
            request,
            "/look",
            make_hidden("back", back if request.method == "GET" else "/"),
            tag("div", tag("span", "Look: ", id="look"), buttons, role="group", aria_labelledby="look"),
            class_="look",
            in_place=False,
        ),
    )
