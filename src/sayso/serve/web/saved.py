"""The saved page of a document: the bytes as they came, which a browser shows without running or loading anything."""

from starlette.responses import Response

from sayso.ingest.decode import find_mark
from sayso.model import Document

POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""No scripts, no forms, nothing from elsewhere, and an origin of its own: the page can't reach the workbench."""

SHOWN = {"text/html": "text/html", "text/plain": "text/plain", "text/markdown": "text/plain"}
"""Media type → as what it is shown. Everything else is saved to a file."""


def send_saved(document: Document, raw: bytes) -> Response:
    """The answer that shows a saved page, or gives it as a file."""
    headers = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "X-DNS-Prefetch-Control": "off",
    }
    shown = SHOWN.get(document.media_type.partition(";")[0].strip().lower())
    if shown is None:
        headers["Content-Disposition"] = f'attachment; filename="{document.id}.bin"'
        return Response(raw, media_type="application/octet-stream", headers=headers)
    headers["Content-Type"] = f"{shown}; charset=utf-8" if is_utf8(raw) else shown
    return Response(raw, headers=headers)


def is_utf8(raw: bytes) -> bool:
    """True for bytes that are UTF-8 and have no mark that says otherwise; of others the page itself says what they are."""
    if find_mark(raw) not in (None, "utf-8-sig"):
        return False
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True
