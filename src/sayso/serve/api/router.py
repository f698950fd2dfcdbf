"""All addresses of the API, under one beginning."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from sayso.serve.api.adding import add_adding
from sayso.serve.api.changing import add_changing
from sayso.serve.api.failures import Failed
from sayso.serve.api.reading import add_reading
from sayso.serve.api.requests import make_route
from sayso.serve.api.searching import add_searching
from sayso.serve.desk import Desk

PREFIX = "/api/v1"


def make_router(desk: Desk) -> APIRouter:
    """The API over one collection."""
    router = APIRouter(prefix=PREFIX)
    reading = APIRouter(route_class=make_route(desk), tags=["read"], responses=describe_failures(400, 404))
    add_reading(reading, desk)
    add_searching(reading, desk)
    changing = APIRouter(tags=["change"], responses=describe_failures(400, 403, 404, 412))
    add_changing(changing, desk)
    adding = APIRouter(tags=["add"], responses=describe_failures(400, 403, 404))
    add_adding(adding, desk)
    for part in (reading, changing, adding):
        router.include_router(part)

    @router.get("/openapi.json", include_in_schema=False)
    def describe(request: Request) -> JSONResponse:
        """All of this, as OpenAPI describes it."""
        return JSONResponse(request.app.openapi())

    return router


def describe_failures(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of failures; what can't be understood is a 400, and nothing is a 422."""
    others = {"model": Failed, "description": "any other failure"}
    return {**{status: {"model": Failed} for status in statuses}, "default": others}
