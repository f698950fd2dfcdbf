"""The command line: `sayso`."""

import io
import os
import sys

from sayso.errors import SaysoError
from sayso.serve.cli import (
    add,
    care,
    claims,
    demo,
    documents,
    export,
    info,
    judgements,
    mending,
    report,
    reuse,
    serve,
    show,
    sources,
    statements,
    why,
)
from sayso.serve.cli.app import app
from sayso.serve.cli.screen import one_line

__all__ = [
    "add",
    "app",
    "care",
    "claims",
    "demo",
    "documents",
    "export",
    "info",
    "judgements",
    "main",
    "mending",
    "report",
    "reuse",
    "serve",
    "show",
    "sources",
    "statements",
    "why",
]


def main() -> None:
    """Runs the command line; ends the process with the exit code of what went wrong."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # where the terminal's encoding lacks a sign, its number is shown
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app()
    except SaysoError as error:
        sys.stderr.write(f"sayso: {one_line(str(error))}\n")
        sys.exit(error.exit_code)
    except OSError as error:
        sys.stderr.write(f"sayso: {one_line(str(error))}. Check the disk, and where the output goes.\n")
        sys.stderr.flush()
        os._exit(1)  # not sys.exit: that would try again to write what is left of the output
