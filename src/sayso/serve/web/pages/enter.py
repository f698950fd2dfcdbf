"""The page that asks for the token."""

import asyncio

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.export.html import tag
from sayso.serve.web.access import name_session
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import Posted, go_to, make_button, make_form, make_hidden, read_back, read_field
from sayso.serve.web.layout import show_page

router = APIRouter()

PAUSE = 0.5
"""Seconds before a wrong token is told so."""


@router.get("/enter")
def ask(request: Request, back: str = "/") -> Response:
    """A form for the token; those who need none go on."""
    if not find_bench(request).access.needs_token:
        return go_to(read_back(back))
    return show_asking(request, back)


@router.post("/enter")
async def enter(request: Request, form: Posted) -> Response:
    """Opens a session for whoever knows the token."""
    access = find_bench(request).access
    back = read_back(read_field(form, "back"))
    if not access.is_token(read_field(form, "token")):
        await asyncio.sleep(PAUSE)
        return show_asking(request, back, was_wrong=True)
    answer = go_to(back)
    name = name_session(request.headers["host"])
    is_secure = request.url.scheme == "https"
    answer.set_cookie(name, access.open_session(), httponly=True, samesite="lax", secure=is_secure)
    return answer


def show_asking(request: Request, back: str, *, was_wrong: bool = False) -> Response:
    """The form."""
    wrong = tag("p", "That isn't the token.", role="alert", id="wrong") if was_wrong else None
    field = tag(
        "input",
        type="password",
        name="token",
        id="token",
        autocomplete="current-password",
        required=True,
        aria_describedby="wrong" if was_wrong else None,
    )
    return show_page(
        request,
        "Enter",
        tag("h1", "Enter"),
        tag(
            "p",
            "This collection is shown to those who have its token: whoever started `sayso serve` can give it to you.",
        ),
        make_form(
            request,
            "/enter",
            make_hidden("back", read_back(back)),
            wrong,
            tag("p", tag("label", "Token", for_="token"), " ", field, " ", make_button("Enter")),
            in_place=False,
        ),
        status=403 if was_wrong else 200,
    )
