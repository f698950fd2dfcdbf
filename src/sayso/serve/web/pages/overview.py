"""The first page: what the collection rests on."""

import dataclasses

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.export.html import Html, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.material import Limits
from sayso.export.report.overview import show_overview
from sayso.serve.linked import Linked
from sayso.serve.material import make_material
from sayso.serve.web.bench import Bench, find_bench
from sayso.serve.web.layout import show_page
from sayso.serve.web.reading import Opened

router = APIRouter()


@router.get("/")
def show(request: Request, linked: Opened) -> Response:
    """The page; made once for each state of the collection."""
    bench = find_bench(request)
    content = bench.desk.keep("overview", linked, lambda: make_content(linked, bench))
    return show_page(request, "Overview", content, here="/")


def make_content(linked: Linked, bench: Bench) -> Html:
    """What the collection rests on, in one screen."""
    if not linked.documents:
        return tag("p", "There are no documents in this collection yet. Add some with `sayso add`.")
    material = make_material(linked, title=bench.title, program=bench.program, limits=Limits())
    return show_overview(dataclasses.replace(material, addresses=SITE))
