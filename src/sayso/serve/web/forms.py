"""Forms: how one is made, and how what was sent is read."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse

from sayso.errors import NotAllowed
from sayso.export.html import Child, Html, tag
from sayso.serve.web.access import SAFE
from sayso.serve.web.bench import find_bench

WORD = "word"
"""The field that tells a form of this server from another site's."""

SEEN = "seen"
"""The field with the stamp of the collection as the page showed it."""

SHOWN = "shown"
"""The field with the time at which the page was shown."""

MOST_FIELDS = 200
"""Of one form."""


def make_form(
    request: Request,
    action: str,
    *children: Child,
    seen: str | None = None,
    files: bool = False,
    class_: str | None = None,
    in_place: bool = True,
    **attributes: str,
) -> Html:
    """A form that changes something; `seen` is the stamp of what the change rests on.

    Where scripts run and it is `in_place`, only the content of the page is changed for the answer's.
    """
    access = find_bench(request).access
    return tag(
        "form",
        make_hidden(WORD, access.make_word(request.scope.get("session_id"))),
        [make_hidden(SEEN, seen), make_hidden(SHOWN, datetime.now(UTC).isoformat(timespec="seconds"))]
        if seen is not None
        else None,
        children,
        method="post",
        action=action,
        enctype="multipart/form-data" if files else None,
        class_=class_,
        data_in_place=in_place,
        **attributes,
    )


def make_hidden(name: str, value: str) -> Html:
    """A field that isn't shown."""
    return tag("input", type="hidden", name=name, value=value)


def make_button(words: Child, *, name: str | None = None, value: str | None = None, **attributes: str) -> Html:
    """A button that sends its form; with a name, the form says which button it was."""
    return tag("button", words, type="submit", name=name, value=value, **attributes)


async def read_form(request: Request) -> AsyncIterator[FormData]:
    """What a form sent, after its word; nothing where nothing was. Raises NotAllowed for a form that isn't of this run.

    Its files are closed with the request.
    """
    if request.method in SAFE:
        yield FormData()
        return
    async with request.form(max_files=MOST_FIELDS, max_fields=MOST_FIELDS) as form:
        request.state.form = form
        word = request.headers.get("x-sayso-word") or form.get(WORD)
        if not isinstance(word, str) or not find_bench(request).access.is_word(word, request.scope.get("session_id")):
            raise NotAllowed(
                "This form isn't of this run of sayso, so nothing was done. Open its page again, and send it then."
            )
        yield form


Posted = Annotated[FormData, Depends(read_form)]
"""What a form sent."""


def read_field(form: FormData, name: str, *, most: int = 2000) -> str:
    """The words of a field, without spaces around them, at most so many characters; empty where it wasn't sent."""
    value = form.get(name)
    return value.strip()[:most] if isinstance(value, str) else ""


def read_seen(form: FormData) -> str:
    """The stamp of the collection as the page showed it; empty where the form has none, which is no stamp."""
    return read_field(form, SEEN)


def find_typed(form: FormData) -> Mapping[str, str]:
    """What a form sent in words, but for what tells whose it is and when it was shown."""
    return {name: value for name, value in form.items() if isinstance(value, str) and name not in (WORD, SEEN, SHOWN)}


def go_to(address: str) -> RedirectResponse:
    """The answer to a form that was acted on: look there."""
    return RedirectResponse(address, 303)


def read_back(address: str) -> str:
    """The page to go back to: one of this server, else its first."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    is_here = address.startswith("/") and not parts.scheme and not parts.netloc and "\\" not in address
    return address if is_here and not address.startswith("//") and address.isprintable() else "/"
