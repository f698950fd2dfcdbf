"""How a page gets its collection."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from sayso.serve.linked import Linked
from sayso.serve.web.bench import find_bench


def open_linked(request: Request) -> Iterator[Linked]:
    """The collection with its links, open until the page is made."""
    with find_bench(request).desk.read() as linked:
        yield linked


Opened = Annotated[Linked, Depends(open_linked)]
"""The collection, to read."""
