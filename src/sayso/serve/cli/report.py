"""`sayso report`: a collection as one page to read, print and pass on."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.export.words import say_count
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption
from sayso.serve.cli.screen import one_line, output
from sayso.serve.cli.whole import check_target, write_out, write_whole


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
        write_out([page.encode("utf-8")])
        return
    write_whole(file, [page.encode("utf-8")], force=force)
    shown = say_count(len(material.shown) + len(material.listed), "claim")
    output().print(f"{one_line(str(file))}: {shown} and {say_count(len(material.texts), 'text')}.", soft_wrap=True)
