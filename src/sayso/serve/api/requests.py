"""What requests of programs have in common: the state that they rest on, and whether they may change anything."""

import re
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import Depends, Query
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import NotAllowed, OutOfDate
from sayso.model import hash_of
from sayso.serve.desk import Desk
from sayso.serve.web.bench import find_bench
from sayso.store import Store

Limit = Annotated[int, Query(ge=1, le=200, description="the most items of a page")]
Cursor = Annotated[str | None, Query(max_length=2000, description="the `next` of the page before")]

_TAG = re.compile(r'(?:W/)?"([^"]*)"')


class Stale(OutOfDate):
    """The collection has changed since the state that `If-Match` names."""

    status = 412


def make_tag(desk: Desk, stamp: str) -> str:
    """The ETag of everything that is read in one state of a collection by one version of sayso."""
    return f'"{hash_of([str(desk.collection.absolute()), version("sayso")])[:6]}-{stamp}"'


def make_route(desk: Desk) -> type[APIRoute]:
    """Routes that answer 304 to whoever holds the present state (`If-None-Match`), and name it to all (`ETag`)."""

    class ConditionalRoute(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def handle_conditionally(request: Request) -> Response:
                if request.method not in ("GET", "HEAD"):
                    return await handle(request)
                # Read before the answer is made: should another write come between, the tag is the older one, and the
                # next request gets a new answer.
                tag = make_tag(desk, await run_in_threadpool(desk.stamp))
                headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
                held = request.headers.get("if-none-match", "")
                if held.strip() == "*" or tag.strip('"') in _TAG.findall(held):
                    return Response(status_code=304, headers=headers)
                response = await handle(request)
                if response.status_code < 400:
                    response.headers.update(headers)
                return response

            return handle_conditionally

    return ConditionalRoute


@contextmanager
def open_writing(desk: Desk, request: Request) -> Iterator[Store]:
    """The collection, to change. Raises Stale where it isn't in the state that `If-Match` names, if it names one."""
    given = request.headers.get("if-match", "").strip()
    seen = None
    if given and given != "*":
        tags = _TAG.findall(given) or [given]
        stamps = [t.rpartition("-")[2] for t in tags]
        seen = stamps[0] if len(stamps) == 1 else ""
    try:
        with desk.write(seen=seen) as store:
            yield store
    except OutOfDate as error:
        raise Stale(str(error)) from error


def check_writer(request: Request) -> None:
    """Raises NotAllowed for a change that a page of another site could have asked for.

    A program gives the token; where the server has none, it is one that runs here and is no browser: a browser says where a
    request comes from. A page of this server gives the word that its forms carry.
    """
    access, headers = find_bench(request).access, request.headers
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if access.needs_token and scheme.lower() == "bearer" and access.is_token(token.strip()):
        return
    if access.is_word(headers.get("x-sayso-word", ""), request.scope.get("session_id")):
        return
    is_browser = any(name in headers for name in ("origin", "sec-fetch-site", "sec-fetch-mode", "cookie"))
    if access.needs_token or is_browser:
        raise NotAllowed(
            "Nothing says that this change is wanted. Give the token (`Authorization: Bearer TOKEN`) or, from a page of "
            "this server, the word of its forms (`X-Sayso-Word`)."
        )


Writer = Depends(check_writer)
