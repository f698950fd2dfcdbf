"""`sayso statements`: what the documents say, and on whose word."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from sayso.link.chains import chain_in_words
from sayso.model import Certainty, Document, Statement
from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, JsonOption, open_collection
from sayso.serve.cli.screen import cells, make_table, one_line, output, print_json
from sayso.serve.records import statement_record
from sayso.store import Store

STYLES = {Certainty.ASSERTED: "bold", Certainty.ATTRIBUTED: "", Certainty.HEDGED: "yellow", Certainty.DENIED: "red"}


@app.command("statements")
def list_statements(
    collection: CollectionOption = None,
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="DOCUMENT", help="Only those of this document.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", "-o", metavar="NAME", help="Only those of this outlet's documents.")
    ] = None,
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Also those of older versions of a page.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """List the statements: what each document says, how far it commits itself, and on whose word.

    The chain reads from near to far: the outlet, whoever it credits, whoever they credit. Descriptions of sources that
    are not identified stand in quotation marks.

    **Examples**

        sayso statements
        sayso statements --outlet "Harbor Daily"
        sayso statements --document 3f2a --json
    """
    with open_collection(collection) as store:
        chosen = choose_documents(store, document=document, outlet=outlet, all_versions=all_versions)
        if json:
            print_json(statement_record(d, s) for d in chosen for s in store.statements(d.id))
            return
        print_statements(store, chosen)


def choose_documents(
    store: Store, *, document: str | None, outlet: str | None, all_versions: bool
) -> Iterator[Document]:
    """The documents whose statements are asked for, in the order of listings."""
    from sayso.versions import find_latest

    if document is not None:
        chosen = [store.find_document(document)]
    else:
        chosen = list(store.documents())
        latest = find_latest(chosen)
        chosen = [d for d in chosen if all_versions or latest[d.id] == d.id]
    for d in chosen:
        if outlet is None or (d.outlet or "").casefold() == outlet.casefold():
            yield d


def print_statements(store: Store, documents: Iterator[Document]) -> None:
    """A table for each document."""
    screen = output()
    count = 0
    for document in documents:
        statements = store.statements(document.id)
        count += len(statements)
        screen.print(title_of(document), style="bold")
        table = make_table("Certainty", "Statement", "On whose word", ratios=(0, 56, 44))
        for statement in statements:
            table.add_row(*statement_row(statement))
        screen.print(table if statements else Text("  No statements found in it."))
        screen.print()
    if not count:
        screen.print("No statements.")


def title_of(document: Document) -> str:
    """A document in one line."""
    parts = (document.outlet or "unknown outlet", document.published or "time unknown", document.headline, document.id)
    return " · ".join(one_line(part) for part in parts if part)


def statement_row(statement: Statement) -> list[Text]:
    """A statement's cells: certainty, words, chain."""
    certainty = Text(str(statement.certainty), style=STYLES[statement.certainty])
    where = " (headline)" if statement.part == "headline" else ""
    continued = " (continued)" if statement.continued else ""
    return cells(certainty, one_line(statement.text) + where, one_line(chain_in_words(statement.chain)) + continued)
