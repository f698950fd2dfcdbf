"""What every request passes first, and what every answer carries."""

from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.serve.api.failures import make_failure
from sayso.serve.web.access import SAFE, Access, name_session
from sayso.serve.web.failures import refuse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a browser may load for a page: files of the workbench, and nothing that stands in the page itself."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What an answer carries where its page doesn't say otherwise."""

STRANGE = "This server doesn't go by that name. Use the address that `sayso serve` printed."
"""Said without the look of all pages, which names the collection."""

MOST_BYTES = 64 * 1024 * 1024
"""Of one request."""

LARGE = "That is too large to be sent at once."

OPEN = ("/enter", "/look", "/static/")
"""Addresses that are answered before the token is given."""

API = "/api/"
"""Addresses for programs: they are answered in JSON, and carry no form's word."""


class Guard:
    """Wraps the workbench: checks host, token and origin of a request, limits its size, and puts headers on the answer."""

    def __init__(self, app: ASGIApp, *, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        scope["app"] = self.app  # the page of a refusal asks it for the look of all pages

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self.find_refusal(Request(scope)) or self.app
        await answer(scope, limit(receive), send_guarded)

    def find_refusal(self, request: Request) -> Response | None:
        """The answer to a request that may not pass; None for one that may."""
        headers = request.headers
        if len(headers.getlist("host")) != 1 or not self.access.is_host(headers["host"]):
            return PlainTextResponse(STRANGE, 400)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return refuse(request, 413, LARGE)
        session = request.scope["session_id"] = request.cookies.get(name_session(headers["host"]))
        if request.method not in SAFE and not is_same_site(headers):
            return refuse(request, 403, "That came from another site, so nothing was done.")
        path = request.url.path
        if path.startswith(OPEN) or self.access.is_known(session=session, authorization=headers.get("authorization")):
            return None
        if path.startswith(API):
            words = "This server asks for its token. Give it: `Authorization: Bearer TOKEN`."
            return make_failure(401, words, headers={"WWW-Authenticate": "Bearer"})
        back = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/enter?back={quote(path + back, safe='')}", 303)


def limit(receive: Receive) -> Receive:
    """What comes in, up to a limit: a request need not say beforehand how long it is."""
    count = 0

    async def receive_limited() -> Message:
        nonlocal count
        message = await receive()
        count += len(message.get("body", b""))
        if count > MOST_BYTES:
            raise HTTPException(413, LARGE)
        return message

    return receive_limited


def is_same_site(headers: Headers) -> bool:
    """True where a page of this server sends a request, or a program that is no browser: that says neither."""
    fetched = headers.get("sec-fetch-site")
    origin = headers.get("origin")
    if fetched is not None and fetched != "same-origin":
        return False
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == headers["host"].lower()
    except ValueError:
        return False
