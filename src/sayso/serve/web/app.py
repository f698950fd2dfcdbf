"""The workbench as an app: pages, and the guard around them."""

from importlib.metadata import version

from fastapi import Depends, FastAPI
from starlette.types import ASGIApp

from sayso.serve.api import make_router
from sayso.serve.desk import Desk
from sayso.serve.web import assets
from sayso.serve.web.access import Access
from sayso.serve.web.bench import Bench
from sayso.serve.web.failures import add_failures
from sayso.serve.web.forms import read_form
from sayso.serve.web.guard import Guard
from sayso.serve.web.pages import PAGES


def make_app(desk: Desk, *, access: Access) -> ASGIApp:
    """The workbench over one collection. No form is acted on that isn't its own."""
    program = version("sayso")
    app = FastAPI(title="sayso", version=program, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.bench = Bench(desk=desk, access=access, program=program)
    app.include_router(assets.router)
    for page in PAGES:
        app.include_router(page.router, dependencies=[Depends(read_form)], include_in_schema=False)
    app.include_router(make_router(desk))
    add_failures(app)
    return Guard(app, access=access)
