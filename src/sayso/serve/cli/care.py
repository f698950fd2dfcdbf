"""`sayso check`, `sayso backup`, `sayso forget`: that nothing is lost from a collection, and that what must go is gone."""

import dataclasses
import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import Damaged, UsageError
from sayso.export.words import say_count
from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, JsonOption, open_collection
from sayso.serve.cli.progress import show_progress
from sayso.serve.cli.screen import notes, one_line, output, print_json
from sayso.serve.cli.statements import title_of

MOST = 50
"""Faults that are shown; all of them are in the JSON."""


@app.command("check")
def check(collection: CollectionOption = None, json: JsonOption = False) -> None:
    """Check that a collection holds together; nothing is changed.

    Looks at the file as SQLite does, and at everything in it: that the words of every span stand in the text, that every
    link, tie and judgement leads to something that is there, that every interval comes out the same when it is computed
    again, and that the lists and full-text indexes are those of the documents. Where the claims are older than the
    documents, it says so. Ends with 7 where something doesn't hold.

    **Examples**

        sayso check
        sayso check --collection case.db --json
    """
    from sayso.pipeline.checking import check_collection

    with open_collection(collection) as store, show_progress("Checking", store.counts()["documents"]) as bar:
        found = check_collection(store, watch=lambda: bar.advance(1))
    if json:
        print_json([{"collection": str(store.path), **dataclasses.asdict(found)}])
        raise typer.Exit(Damaged.exit_code if found.faults else 0)
    screen = output()
    for fault in found.faults[:MOST]:
        screen.print(f"{one_line(fault.thing)}: {one_line(fault.words)}. {fault.next}", soft_wrap=True)
    if len(found.faults) > MOST:
        screen.print(f"{len(found.faults) - MOST:,} more; --json has all of them.")
    looked = [say_count(found.documents, "document"), say_count(found.statements, "statement")]
    if found.claims:
        looked.append(say_count(found.claims, "claim"))
    verdict = say_count(len(found.faults), "fault") if found.faults else "No fault"
    screen.print(f"{verdict} in {store.path}: {', '.join(looked)}.", soft_wrap=True)
    if not found.is_current:
        screen.print(
            "Its claims are older than its documents, or made by another version of sayso, so they were not checked. "
            "Run `sayso relink`.",
            soft_wrap=True,
        )
    elif not found.claims and found.faults:
        screen.print("Its claims were not checked, because of these faults.")
    if found.is_erasing:
        screen.print(
            "Words of a forgotten document may still stand in the file. Run `sayso forget --finish`.", soft_wrap=True
        )
    if found.faults:
        raise typer.Exit(Damaged.exit_code)


@app.command("backup")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy is to be.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of the file that is there.")] = False,
    collection: CollectionOption = None,
) -> None:
    """Copy a collection while others read it and write to it.

    The copy is of one state, holds everything in one file, and is checked before it is there under its name: whole or not
    at all. To use it, name it with --collection.

    **Examples**

        sayso backup monday.db
        sayso backup /mnt/copies/case.db --replace --collection case.db
    """
    from sayso.pipeline.checking import back_up

    with open_collection(collection) as store:
        count = back_up(store.path, file, replace=replace)
    output().print(
        f"{say_count(count, 'document')} of {store.path} copied to {file}, and the copy checked.", soft_wrap=True
    )


@app.command("forget")
def forget(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="DOCUMENT…", help="Ids, beginnings of ids, or addresses.", show_default=False),
    ] = None,
    finish: Annotated[bool, typer.Option("--finish", help="Go on with erasing that was stopped.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    collection: CollectionOption = None,
) -> None:
    """Erase documents, for a right of erasure: no byte of their text, headline, address or page is left in the file.

    Beside what `remove` deletes, this erases why their inputs were set aside, empties the notes of judgements that quote
    them, and writes the indexes and the file anew, which takes as long as copying it. Nobody else may have the collection
    open. Other versions of the page, and documents that repeat it, are named and stay: forget them too where they must go.
    Backups, exports, reports and the files that were added are not reached.

    **Examples**

        sayso forget 3f2a
        sayso forget https://harbor-daily.example/ferry --yes
        sayso forget --finish
    """
    from sayso.pipeline import forgetting

    if bool(documents) == finish:
        raise UsageError("Name the documents to forget, or give --finish to go on with erasing that was stopped.")
    screen = output()
    with open_collection(collection, writable=True) as store:
        if finish:
            forgetting.finish(store)
            screen.print(f"Nothing that was deleted is left in {store.path}.", soft_wrap=True)
            return
        found = {d.id: d for d in map(store.find_document, documents or ())}
        for document in found.values():
            screen.print(title_of(document))
        if not yes:
            if not sys.stdin.isatty():
                raise UsageError("Nobody is here to confirm this. Give --yes to forget these documents for good.")
            if not typer.confirm(f"Erase {say_count(len(found), 'document')} for good? Nothing brings them back."):
                screen.print("Nothing was erased.")
                return
        with show_progress() as bar:
            done = forgetting.forget(store, found.values(), watch=bar.compare)
    screen.print(f"{say_count(len(found), 'document')} erased from {store.path}.", soft_wrap=True)
    if done.notes:
        screen.print(f"{say_count(done.notes, 'note')} of judgements quoted them, and had to be emptied.")
    for words, ids in (
        ("Other versions of the same page are still here", done.versions),
        ("These repeat their words, or have their headline or address on the page, and are still here", done.carriers),
    ):
        if ids:
            notes().print(f"{words}: {', '.join(ids)}.", soft_wrap=True)
