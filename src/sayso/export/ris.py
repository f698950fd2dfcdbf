"""The documents as RIS, for reference managers."""

import re
from collections.abc import Iterator

from sayso.export.contents import Contents
from sayso.export.file import File
from sayso.export.html import is_web_address
from sayso.export.steering import one_line
from sayso.model import Document, Status

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\S+))?")


def make_ris(contents: Contents) -> Iterator[File]:
    """One file with a reference for each document."""
    yield File("", _write(contents))


def _write(contents: Contents) -> Iterator[bytes]:
    for document in contents.documents.values():
        fields = [("TY", "NEWS"), *find_fields(document, contents), ("ER", "")]
        yield "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in fields).encode()


def find_fields(document: Document, contents: Contents) -> Iterator[tuple[str, str]]:
    """The fields of a reference: tag and value. What RIS has no field for is a note."""
    yield "ID", document.id
    if document.headline.strip():
        yield "TI", document.headline
    yield "T2", contents.name(document.id)
    if document.byline:
        yield "AU", document.byline.removeprefix("By ")
    if document.published and (day := _DAY.fullmatch(document.published)):
        year, month, date, clock = (part or "" for part in day.groups())
        yield "PY", year
        yield "DA", f"{year}/{month}/{date}/{clock}"
    elif document.published:
        yield "N1", f"Published: {document.published}"
    if document.language:
        yield "LA", document.language
    if is_web_address(document.url):
        yield "UR", document.url or ""
    elif document.url:
        yield "N1", f"Address: {document.url}"
    if document.status is not Status.LIVE:
        yield "N1", f"Marked {document.status}, taken from: {document.status_from or 'given'}"
    if not document.outlet:
        yield "N1", "The outlet is unknown"
    elif document.outlet_from not in (None, "given"):
        yield "N1", f"Outlet taken from: {document.outlet_from}"
    if contents.latest.get(document.id, document.id) != document.id:
        yield "N1", "An older version of its page"
