"""`sayso export`: a collection in formats that others use."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from sayso.catalogue.claims import Filters, Order
from sayso.errors import UsageError
from sayso.export.contents import DISTINCT
from sayso.export.file import File
from sayso.export.formats import FORMATS, Format
from sayso.export.words import say_count
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption
from sayso.serve.cli.screen import notes, one_line, output
from sayso.serve.cli.whole import check_folder, check_target, write_folder, write_out, write_whole

FormatName = StrEnum("FormatName", {name.upper(): name for name in FORMATS})  # type: ignore[misc]
"""The formats as values of an option."""

_LISTED = "\n".join(f"- `{f.name}`: {f.about}" for f in FORMATS.values())
_EXAMPLES = "\n".join(f"    sayso export --format {f.name} -o {f.example}" for f in FORMATS.values())

HELP = f"""Write a collection in a format that other programs use.

The formats:

{_LISTED}

With a filter (those of `sayso claims`), the claims that pass it are written, with the documents and statements that they
and their followed chains touch; without one, everything. An export is written whole or not at all, and the same
collection gives the same bytes. With `--force` a file is written over, and a folder is replaced where it holds nothing
but such an export.

Every statement and claim stands with who says it, every interval with its anonymous and unattributed origins. {DISTINCT}

**Examples**

{_EXAMPLES}
    sayso export --format csv -o ferry --entity "Lena Orr" --since 2031-03
"""
"""Made of the table of formats, so that none can be left out."""


@app.command("export", help=HELP)
def export_collection(
    path: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="PATH", help="The file or folder to write; `-` for standard output, of one file."
        ),
    ],
    format: Annotated[
        FormatName,
        typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}."),
    ],
    entity: Annotated[
        str | None,
        typer.Option(
            "--entity",
            "-e",
            metavar="NAME",
            help="Only claims that speak of this person, body or place, or lead to it.",
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="NAME", help="Only claims that a document of this outlet makes or denies."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="TIME", help="Only claims of documents published then or later."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="TIME", help="Only claims of documents published until then.")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option("--text", "-t", metavar="WORDS", help="Only claims with all these words in one statement."),
    ] = None,
    order: Annotated[
        Order, typer.Option("--order", metavar="repeated|origins|time|text", help="Which claims stand first.")
    ] = Order.REPEATED,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=1, help="The most claims.")] = None,
    force: Annotated[bool, typer.Option("--force", "-f", help="Write over an export that is there.")] = False,
    collection: CollectionOption = None,
) -> None:
    """Writes an export; `HELP` says how."""
    chosen = FORMATS[format.value]
    is_screen = str(path) == "-"
    if is_screen and chosen.is_folder:
        raise UsageError(
            f"{chosen.name} is a folder of files, which can't go to standard output. Name a folder with -o."
        )
    if chosen.is_folder:
        check_folder(path, chosen.ending, force=force)
    elif not is_screen:
        check_target(path, force=force)
    chosen.check()
    from sayso.serve.exporting import make_contents

    filters = Filters(entity=entity, outlet=outlet, since=since, until=until, text=text, limit=limit)
    with open_linked(collection) as linked:
        contents = make_contents(linked, filters=filters, order=order, program=version("sayso"))
        if not contents.documents:
            said = "no claim passes these filters" if filters else "there are no documents to export"
            raise UsageError(f"{linked.store.path}: {said}.")
        with show_files(chosen.make(contents)) as files:
            write(path, chosen, files, force=force)
    if not is_screen:
        counts = f"{say_count(len(contents.documents), 'document')} and {say_count(len(contents.claims), 'claim')}"
        output().print(f"{one_line(str(path))}: {counts} as {chosen.name}.", soft_wrap=True)


def write(path: Path, chosen: Format, files: Iterable[File], *, force: bool) -> None:
    """Writes the files of a format to where they go."""
    if chosen.is_folder:
        write_folder(path, files, chosen.ending, force=force)
        return
    (file,) = files
    if str(path) == "-":
        write_out(file.chunks)
    else:
        write_whole(path, file.chunks, force=force)


@contextmanager
def show_files(files: Iterable[File]) -> Iterator[Iterator[File]]:
    """The files, while a line on standard error says which is written and how many records of it are, on a terminal."""
    console = notes()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("Writing", total=None)

        def count(chunks: Iterable[bytes]) -> Iterator[bytes]:
            for chunk in chunks:
                progress.advance(task)
                yield chunk

        def go() -> Iterator[File]:
            for file in files:
                progress.update(task, description=f"Writing {file.name}".strip(), completed=0)
                yield File(file.name, count(file.chunks))

        yield go()
