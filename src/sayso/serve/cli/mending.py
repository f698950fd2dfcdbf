"""`sayso set`, `sayso remove`, `sayso reread`: changing what is in a collection."""

import sys
from typing import Annotated

import typer

from sayso.config import Config
from sayso.errors import UsageError
from sayso.export.words import say_count
from sayso.model import Status
from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, DocumentArgument, JobsOption, open_collection
from sayso.serve.cli.progress import show_progress
from sayso.serve.cli.screen import notes, one_line, output
from sayso.serve.cli.statements import title_of


@app.command("set")
def set_fields(
    document: DocumentArgument,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who publishes it.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="TIME", help="When, as 2031-03-02 or 2031-03-02T08:00:00Z.")
    ] = None,
    status: Annotated[
        Status | None,
        typer.Option("--status", metavar="live|corrected|retracted", help="What its publisher has done with it since."),
    ] = None,
    byline: Annotated[str | None, typer.Option("--byline", metavar="WORDS", help="The author line.")] = None,
    withdraw: Annotated[
        list[str] | None, typer.Option("--withdraw", metavar="FIELD", help="Take back what was set for this field.")
    ] = None,
    collection: CollectionOption = None,
) -> None:
    """Fill in or mend what is known of a document.

    What was read in is kept, and comes back with `--withdraw`. Headline and text are as published and can't be set.

    **Examples**

        sayso set 3f2a --outlet "Harbor Daily" --published 2031-03-02
        sayso set 3f2a --status corrected
        sayso set 3f2a --withdraw outlet
    """
    from sayso.pipeline import mend

    given = {"outlet": outlet, "published": published, "status": str(status) if status else None, "byline": byline}
    changes = {field: value for field, value in given.items() if value is not None}
    if not changes and not withdraw:
        raise UsageError("Nothing to set. Give --outlet, --published, --status, --byline or --withdraw.")
    config = Config.load({"collection": collection})
    with open_collection(collection, writable=True) as store:
        found = store.find_document(document)
        mended = mend(store, found.id, config=config, changes=changes, withdraw=withdraw or ())
    output().print(f"Set: {title_of(mended)}")


@app.command("remove")
def remove(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT…", help="Ids, beginnings of ids, or addresses.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    collection: CollectionOption = None,
) -> None:
    """Delete documents, with all that was read in them and all that was set for them.

    **Examples**

        sayso remove 3f2a
        sayso remove https://harbor-daily.example/ferry --yes
    """
    from sayso.pipeline import relink

    with open_collection(collection, writable=True) as store:
        found = {d.id: d for d in map(store.find_document, documents)}
        for document in found.values():
            output().print(title_of(document))
        if (
            not yes
            and sys.stdin.isatty()
            and not typer.confirm(f"Delete {say_count(len(found), 'document')} for good?")
        ):
            output().print("Nothing was deleted.")
            return
        for identifier in found:
            store.remove(identifier)
        relink(store)
    output().print(f"{say_count(len(found), 'document')} deleted.")


@app.command("reread")
def reread_collection(
    everything: Annotated[bool, typer.Option("--all", help="Also those that this reader has read already.")] = False,
    jobs: JobsOption = None,
    collection: CollectionOption = None,
) -> None:
    """Read again what an older reader has read, and link again.

    What persons have set is kept. A run that was stopped goes on where it was.

    **Examples**

        sayso reread
        sayso reread --all --jobs 4
    """
    from sayso.pipeline import reread

    config = Config.load({"collection": collection, "jobs": jobs})
    with open_collection(collection, writable=True) as store:
        total = store.counts()["documents"]
        try:
            with show_progress("Reading again", total) as bar:
                done = reread(
                    store,
                    config=config,
                    everything=everything,
                    watch=lambda document: bar.advance(1),
                    watch_linking=bar.compare,
                )
        except KeyboardInterrupt:
            notes().print("Stopped. What was read again is kept. Run the same command again to go on.")
            raise typer.Exit(130) from None
    output().print(
        f"{say_count(done.reread, 'document')} read again, {done.current:,} already up to date; {say_count(done.claims, 'claim')}."
    )
    for failure in done.failed:
        notes().print(f"{one_line(failure.input)}: keeps its old reading. {one_line(failure.reason)}")
    if done.failed:
        raise typer.Exit(1)
