"""What went wrong, as one plain page, or as JSON where a program asked."""

from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import OutOfDate, SaysoError
from sayso.export.html import tag
from sayso.serve.api.failures import make_failure
from sayso.serve.web.forms import find_typed
from sayso.serve.web.layout import show_page
from sayso.serve.web.outdated import show_outdated, show_unsent

TITLES = {
    400: "That can't be done",
    403: "Not allowed",
    404: "Not here",
    405: "Not here",
    409: "Out of date",
    413: "Too large",
    422: "That can't be done",
    500: "Something failed",
    503: "Not now",
}
"""Status → what its page is called."""


def refuse(request: Request, status: int, words: str) -> Response:
    """The answer that says what went wrong."""
    if request.url.path.startswith("/api/"):
        return make_failure(status, words)
    title = TITLES.get(status) or HTTPStatus(status).phrase
    home = tag("p", tag("a", "To the overview", href="/"))
    return show_page(request, title, tag("h1", title), tag("p", words, class_="lead"), home, status=status)


def add_failures(app: FastAPI) -> None:
    """Lets an app answer with that page."""

    @app.exception_handler(OutOfDate)
    def answer_outdated(request: Request, error: OutOfDate) -> Response:
        form = getattr(request.state, "form", None)
        return refuse(request, error.status, str(error)) if form is None else show_outdated(request, form, error)

    @app.exception_handler(SaysoError)
    def answer_error(request: Request, error: SaysoError) -> Response:
        form = getattr(request.state, "form", None)
        if form is None or error.status not in (400, 503) or not any(find_typed(form).values()):
            return refuse(request, error.status, str(error))
        return show_unsent(request, form, error, TITLES[error.status])

    @app.exception_handler(HTTPException)
    async def answer_status(request: Request, error: HTTPException) -> Response:
        words = "There is no such page." if error.status_code in (404, 405) else str(error.detail)
        return refuse(request, error.status_code, words)

    @app.exception_handler(RequestValidationError)
    async def answer_form(request: Request, error: RequestValidationError) -> Response:
        names = ", ".join(sorted({str(e["loc"][-1]) for e in error.errors() if e.get("loc")}))
        return refuse(request, 400, f"These can't be understood: {names}.")

    @app.exception_handler(Exception)
    async def answer_fault(request: Request, error: Exception) -> Response:
        return refuse(
            request, 500, "Something failed here. What it was stands in the terminal where `sayso serve` runs."
        )
