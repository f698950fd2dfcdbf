"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.config import Config
from sayso.store import Store

CollectionOption = Annotated[
    Path | None,
    typer.Option(
        "--collection",
        "-c",
        metavar="FILE",
        help="The collection's file.  [env: SAYSO_COLLECTION; default: ./sayso.db]",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", min=0, metavar="N", help="Worker processes.  [default: one for each core]")
]
DocumentArgument = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of its id, or its address.")
]


def open_collection(collection: Path | None, *, writable: bool = False) -> Store:
    """The collection that a command is to read, or to change; it must be there."""
    return Store(Config.load({"collection": collection}).collection, writable=writable, make=False)
