"""`sayso report`: a collection as one page to read, print and pass on."""

import os
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import SaysoError, UsageError
from sayso.export.words import say_count
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption
from sayso.serve.cli.screen import one_line, output


@app.command("report")
def report(
    file: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write; `-` for standard output.")
    ],
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Its title.  [default: the collection's name]")
    ] = None,
    claims: Annotated[
        int, typer.Option("--claims", metavar="N", min=0, help="The most claims that are shown with everything.")
    ] = 100,
    texts: Annotated[
        int, typer.Option("--texts", metavar="N", min=0, help="The most documents whose text is shown.")
    ] = 100,
    force: Annotated[bool, typer.Option("--force", "-f", help="Write over a file that is there.")] = False,
    collection: CollectionOption = None,
) -> None:
    """Write one HTML page that shows on whose word the claims of a collection stand.

    The page holds what the collection rests on; the claims, each with its interval, a drawing of who credits and repeats
    whom, and the words behind every step; the texts with their marks; sources and voices; the method and its error rates.
    It stands alone: no network, no script. The same collection gives the same page.

    **Examples**

        sayso report -o harbour.html
        sayso report -o - --title "The ferry" | less
        sayso report -o harbour.html --force --claims 500 --texts 500
    """
    from sayso.export.report import Limits, make_page
    from sayso.serve.material import make_material

    is_file = str(file) != "-"
    if is_file:
        check_target(file, force=force)
    with open_linked(collection) as linked:
        if not linked.documents:
            raise UsageError(f"{linked.store.path}: there are no documents to report on. Add some with `sayso add`.")
        material = make_material(
            linked,
            title=title or f"On whose word: {linked.store.path.stem}",
            program=version("sayso"),
            limits=Limits(claims=claims, texts=texts),
        )
    page = make_page(material)
    if not is_file:
        write_out(page)
        return
    write_whole(file, page, force=force)
    shown = say_count(len(material.shown) + len(material.listed), "claim")
    output().print(f"{one_line(str(file))}: {shown} and {say_count(len(material.texts), 'text')}.", soft_wrap=True)


def check_target(file: Path, *, force: bool) -> None:
    """Raises UsageError where the page can't go there, before any work is done."""
    if file.is_dir():
        raise UsageError(f"{file}: this is a folder. Name a file with -o.")
    if file.exists() and not file.is_file():
        raise UsageError(f"{file}: this is no ordinary file. Use `-o -` for standard output.")
    if file.exists() and not force:
        raise UsageError(f"{file}: there is a file already. Name another with -o, or write over it with --force.")
    if not file.parent.is_dir():
        raise UsageError(f"{file}: there is no folder {file.parent}. Make it, or name another file with -o.")


def write_whole(file: Path, page: str, *, force: bool) -> None:
    """Writes a file whole or not at all."""
    target = file.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
        made = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(page.encode("utf-8"))
            made.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_read_mask())
            check_target(file, force=force)
            made.replace(target)
        finally:
            made.unlink(missing_ok=True)
    except OSError as error:
        raise SaysoError(
            f"{file}: it can't be written ({error.strerror}). Check the disk, or name another file with -o."
        ) from error


def _read_mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_out(page: str) -> None:
    """Writes the page to standard output, in its own encoding whatever the terminal's is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(page.encode("utf-8"))
    sys.stdout.buffer.flush()
