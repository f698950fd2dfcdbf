"""`sayso add`: inputs into a collection."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.config import Config
from sayso.errors import UsageError
from sayso.export.words import say_count
from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, JobsOption
from sayso.serve.cli.progress import measure_inputs, show_progress
from sayso.serve.cli.screen import notes, output

if TYPE_CHECKING:
    from sayso.pipeline import Summary


@app.command("add")
def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUTS…", help="Files, folders, http(s) addresses, or `-` for standard input."),
    ],
    collection: CollectionOption = None,
    jobs: JobsOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 where an input was set aside.")] = False,
    csv_columns: Annotated[
        str | None,
        typer.Option(
            "--csv-columns",
            metavar="FIELD=COLUMN,…",
            help="Which column of a CSV file holds which field, for those not called by it.",
        ),
    ] = None,
    follow_feeds: Annotated[
        bool | None,
        typer.Option(
            "--follow-feeds/--no-follow-feeds",
            help="Fetch the pages that a feed only links to.  [default: where the feed itself was fetched]",
        ),
    ] = None,
    stdin_format: Annotated[
        str | None,
        typer.Option(
            "--stdin-format",
            metavar="ENDING",
            help="Read standard input as this: html, csv, md, …  [default: told by its content]",
        ),
    ] = None,
    allow_private: Annotated[
        bool | None, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", metavar="SECONDS", min=0, help="The most that one address may take.  [default: 30]"),
    ] = None,
    delay: Annotated[
        float | None,
        typer.Option("--delay", metavar="SECONDS", min=0, help="Between two requests to one host.  [default: 1]"),
    ] = None,
    max_bytes: Annotated[
        int | None,
        typer.Option("--max-bytes", metavar="N", min=1, help="The most bytes of one page.  [default: 20000000]"),
    ] = None,
) -> None:
    """Add reports to a collection, and read what they say.

    Takes saved pages (HTML), plain text, Markdown, PDF, DOCX, JSON, JSONL, CSV, feeds (RSS, Atom), web archives
    (WARC, ARC) and addresses. What can't be used is set aside with a reason (`sayso rejected`), and the run goes on.
    The same document again changes nothing; a run that was stopped goes on where it was when started again.

    **Examples**

        sayso add reports/
        sayso add page.html feed.xml archive.warc.gz
        sayso add https://harbor-daily.example/ferry
        sayso add articles.csv --csv-columns outlet=source,text=body
        cat documents.jsonl | sayso add - --collection case.db
    """
    from sayso.pipeline import Handled, Summary, add_inputs, make_ingest_options
    from sayso.store import Store

    flags = {
        "collection": collection,
        "jobs": jobs,
        "allow_private": allow_private,
        "timeout": timeout,
        "delay": delay,
        "max_bytes": max_bytes,
    }
    config = Config.load(flags)
    options = make_ingest_options(
        config, csv_columns=parse_columns(csv_columns), follow_feeds=follow_feeds, stdin_format=stdin_format
    )
    so_far = Summary()
    with Store(config.collection) as store:
        try:
            with show_progress("Reading", measure_inputs(inputs)) as bar:

                def watch(handled: Handled) -> None:
                    so_far.count(handled)
                    bar.advance(handled.size)

                summary = add_inputs(
                    store, inputs, config=config, options=options, watch=watch, watch_linking=bar.compare
                )
        except KeyboardInterrupt:
            say_stopped(config.collection, so_far.added + so_far.changed)
            raise typer.Exit(130) from None
    say_summary(summary, config.collection)
    if strict and summary.rejected:
        raise typer.Exit(1)


def parse_columns(text: str | None) -> dict[str, str]:
    """`outlet=source,text=body` as a mapping. Raises UsageError for anything else, and for a field that is none."""
    from sayso.ingest.records import FIELDS

    columns = {}
    for pair in text.split(",") if text else []:
        field, sign, column = (part.strip() for part in pair.partition("="))
        if not (field and sign and column):
            raise UsageError(
                f"--csv-columns: {pair.strip()!r} isn't FIELD=COLUMN. An example: outlet=source,text=body."
            )
        if field not in FIELDS:
            raise UsageError(f"--csv-columns: there is no field {field}. These are: {', '.join(FIELDS)}.")
        columns[field] = column
    return columns


def say_stopped(collection: Path, kept: int) -> None:
    """Tells what a run that was stopped leaves behind."""
    notes().print(
        f"Stopped. {say_count(kept, 'document')} of this run kept in {collection}. Run the same command again to go on.",
        soft_wrap=True,
    )


def say_summary(summary: "Summary", collection: Path) -> None:
    """Tells what a run did."""
    parts = [f"{say_count(summary.added, 'document')} added"]
    if summary.changed:
        parts.append(f"{summary.changed:,} brought up to date")
    if summary.unchanged:
        parts.append(f"{summary.unchanged:,} already there")
    if summary.rejected:
        parts.append(f"{summary.rejected:,} set aside (`sayso rejected` says why)")
    screen = output()
    screen.print(f"{', '.join(parts)}.", soft_wrap=True)
    screen.print(
        f"{say_count(summary.statements, 'new statement')}; {say_count(summary.claims, 'claim')} in {collection}.",
        soft_wrap=True,
    )
