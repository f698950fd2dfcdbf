"""The few files that pages load: style, script, icon. They come with the package and never from elsewhere."""

import hashlib
from functools import cache
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.export.report.page import STYLE

FOLDER = Path(__file__).with_name("assets")

FILES = {
    "report.css": (STYLE, "text/css; charset=utf-8"),
    "workbench.css": (FOLDER / "workbench.css", "text/css; charset=utf-8"),
    "workbench.js": (FOLDER / "workbench.js", "text/javascript; charset=utf-8"),
    "icon.svg": (FOLDER / "icon.svg", "image/svg+xml"),
}
"""Name → where it lies, and what it is. The parts that a report and the workbench share have one style sheet."""

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
def send_asset(name: str) -> Response:
    """One file. Its address changes with its content, so it may be kept for good."""
    if name not in FILES:
        raise HTTPException(404)
    return Response(
        read_asset(name), media_type=FILES[name][1], headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


@cache
def read_asset(name: str) -> bytes:
    """The bytes of a file."""
    return FILES[name][0].read_bytes()


@cache
def find_asset(name: str) -> str:
    """The address of a file, with a mark of its content."""
    return f"/static/{name}?v={hashlib.sha256(read_asset(name)).hexdigest()[:12]}"
