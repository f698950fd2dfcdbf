"""The command line as a whole: what it is called, and what stands above its commands."""

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

ORDER = (
    "demo",
    "add",
    "documents",
    "statements",
    "claims",
    "why",
    "show",
    "sources",
    "voices",
    "reuse",
    "stories",
    "report",
    "export",
    "serve",
    "overrule",
    "overrules",
    "rejected",
    "set",
    "remove",
    "forget",
    "reread",
    "relink",
    "check",
    "backup",
    "info",
)
"""The commands as `sayso --help` lists them: as a person meets them."""


class Commands(TyperGroup):
    """The commands in the order in which a person meets them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names of all commands, in that order."""
        return sorted(self.commands, key=lambda name: ORDER.index(name))


app = typer.Typer(
    name="sayso",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def describe_program(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Reads a collection of news reports and shows, for every claim in it, on whose word it stands.

    Start with `sayso demo`, or with `sayso add REPORTS…` and then `sayso claims`.

    Ends with 0 when done, also where inputs were set aside; 1 when something failed; 2 for wrong use, or when
    no input was usable; 3 where another program is writing to the collection; 4 where the disk is full or fails; 5 where
    the file may only be read; 6 where it is of another version; 7 where it is damaged; 8 where a model is; 130 when
    stopped with Ctrl-C.
    """
