"""Pages for a form that wasn't acted on: why, what has changed meanwhile, and everything that was typed."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import OutOfDate, SaysoError
from sayso.export.html import Child, Html, items, join, tag
from sayso.model import Overrule
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import (
    SHOWN,
    find_typed,
    make_button,
    make_form,
    make_hidden,
    read_back,
    read_field,
    read_seen,
)
from sayso.serve.web.judging import show_judgement
from sayso.serve.web.layout import show_page

TYPED = {
    "note": "Your note",
    "by": "Who judges so",
    "chain": "The chain",
    "outlet": "Outlet",
    "published": "Time of publication",
    "byline": "Byline",
    "addresses": "Addresses",
}
"""Fields that are shown to be read and changed before they are sent again, and what they are called."""

LONG = ("note", "addresses")
"""Those of them with several lines."""


def show_outdated(request: Request, form: FormData, error: OutOfDate, *more: Child) -> Response:
    """The page. What was typed stands in a form that can be sent again, now that what has changed was seen."""
    with find_bench(request).desk.read() as linked:
        seen = linked.store.stamp()
        judged = [o for o in linked.overrules if is_since(o, read_field(form, SHOWN))]
    back = read_back(read_field(form, "back"))
    changed = [show_judgement(request, o, seen, back) for o in judged]
    return show_page(
        request,
        "Out of date",
        tag("h1", "This page was out of date"),
        tag("p", "The collection has changed since you opened it, so nothing was done. ", str(error), class_="lead"),
        more,
        join(tag("h2", "Judged since then"), items(changed)) if changed else None,
        tag("h2", "What you sent"),
        make_again(request, form, seen),
        tag("p", tag("a", "Look at the page again first", href=find_page(request, form))),
        status=error.status,
    )


def show_unsent(request: Request, form: FormData, error: SaysoError, title: str) -> Response:
    """The page for a change that couldn't be made, with why, and everything that was typed, to send again."""
    return show_page(
        request,
        title,
        tag("h1", title),
        tag("p", str(error), class_="lead"),
        tag("h2", "What you sent"),
        make_again(request, form, read_seen(form), "Try again"),
        tag("p", tag("a", "Back to the page", href=find_page(request, form))),
        status=error.status,
    )


def make_again(request: Request, form: FormData, seen: str, words: str = "Do it all the same") -> Html:
    """The form as it was sent, with another stamp."""
    fields = [make_field(name, value) for name, value in find_typed(form).items()]
    return make_form(request, request.url.path, fields, tag("p", make_button(words)), seen=seen, class_="judging")


def make_field(name: str, value: str) -> Html:
    """A field with what was typed into it; hidden where nobody typed it."""
    if name not in TYPED:
        return make_hidden(name, value)
    own = f"again-{name}"
    if name in LONG:
        field = tag("textarea", value, name=name, id=own)
    else:
        field = tag("input", name=name, id=own, value=value, class_="wide")
    return tag("p", tag("label", TYPED[name], for_=own), field)


def find_page(request: Request, form: FormData) -> str:
    """The page that a form was sent from: the one that it names, else the one that its address is below."""
    back = read_field(form, "back")
    return read_back(back) if back else request.url.path.rpartition("/")[0] or "/"


def is_since(overrule: Overrule, shown: str) -> bool:
    """True for a judgement that was made or taken back after a page was shown."""
    return bool(shown) and max(overrule.made, overrule.withdrawn or "") >= shown
