"""`sayso reuse` and `sayso stories`: which documents repeat which, and which are on one matter."""

from typing import Annotated

import typer
from rich.text import Text

from sayso.catalogue.catalogue import count_words, order_reuses, order_stories
from sayso.export.words import say_count
from sayso.model import Document, Part, Reuse, Span
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption, JsonOption
from sayso.serve.cli.screen import cells, make_table, one_line, output, print_json
from sayso.serve.cli.statements import title_of
from sayso.serve.linked import Linked
from sayso.serve.records import reuse_record, story_record

FIRST = 60
"""Characters of a passage that a list shows."""


@app.command("reuse")
def list_reuse(
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="DOCUMENT",
            help="Show the words that this one shares: its id, the beginning of it, or its address.",
        ),
    ] = None,
    collection: CollectionOption = None,
    json: JsonOption = False,
) -> None:
    """List which document repeats passages of which, how many words, and what shows the direction.

    With a document, its passages stand side by side with those of the others. Only shared wording in order counts: a
    close paraphrase is no reuse.

    **Examples**

        sayso reuse
        sayso reuse 3f2a
        sayso reuse --json
    """
    with open_linked(collection) as linked:
        reuses = order_reuses(linked.links.reuses, {i: n for n, i in enumerate(linked.documents)})
        found = linked.store.find_document(document) if document is not None else None
        if found is not None:
            reuses = [r for r in reuses if found.id in (r.document, r.source)]
        if json:
            print_json(reuse_record(r, linked.documents) for r in reuses)
        elif found is not None:
            print_side_by_side(found, reuses, linked)
        else:
            print_reuses(reuses, linked)


@app.command("stories")
def list_stories(collection: CollectionOption = None, json: JsonOption = False) -> None:
    """List the stories: documents on one matter, the largest first.

    **Examples**

        sayso stories
        sayso stories --json
    """
    with open_linked(collection) as linked:
        stories = order_stories(linked.links.stories)
        if json:
            print_json(story_record(s, linked.documents) for s in stories)
            return
        screen = output()
        for story in (s for s in stories if len(s.documents) > 1):
            screen.print(Text(say_count(len(story.documents), "document"), style="bold"))
            for document in (d for i, d in linked.documents.items() if i in story.documents):
                screen.print(f"  {title_of(document)}", soft_wrap=True)
            screen.print()
        alone = sum(len(s.documents) == 1 for s in stories)
        if alone:
            screen.print(f"{say_count(alone, 'document')} on a matter of {'its' if alone == 1 else 'their'} own.")
        if not stories:
            screen.print("No stories.")


def print_reuses(reuses: list[Reuse], linked: Linked) -> None:
    """All reuses, each with its direction, the reason, and how it begins."""
    screen = output()
    for reuse in reuses:
        ours, theirs = linked.documents[reuse.document], linked.documents[reuse.source]
        what = "repeats" if reuse.directed else "shares words with"
        words = f"{say_count(count_words(reuse, ours), 'word')} in {say_count(len(reuse.passages), 'passage')}"
        screen.print(Text(title_of(ours), style="bold"), soft_wrap=True)
        screen.print(f"{what} {title_of(theirs)}", soft_wrap=True)
        why = "" if reuse.directed else "undetermined which of the two repeats the other: "
        screen.print(Text(f"  {words}; {why}{one_line(reuse.reason)}"), soft_wrap=True)
        first = one_line(ours.words(reuse.passages[0].span), most=FIRST)
        screen.print(Text(f"  begins “{first}”", style="cyan"), soft_wrap=True)
        screen.print()
    pairs = "pair of documents shares" if len(reuses) == 1 else "pairs of documents share"
    screen.print(f"{len(reuses):,} {pairs} words." if reuses else "No document repeats another's words.")


def print_side_by_side(document: Document, reuses: list[Reuse], linked: Linked) -> None:
    """What one document shares with each other, its own words on the left."""
    screen = output()
    screen.print(Text(title_of(document), style="bold"), soft_wrap=True)
    if not reuses:
        screen.print("It repeats no other document's words, and none repeats its own.")
    for reuse in reuses:
        repeats = reuse.document == document.id
        other = linked.documents[reuse.source if repeats else reuse.document]
        what = ("repeats" if repeats else "is repeated by") if reuse.directed else "shares words with"
        screen.print()
        screen.print(Text(f"{what} {title_of(other)}"), soft_wrap=True)
        why = "" if reuse.directed else "undetermined which of the two repeats the other: "
        screen.print(Text(f"{why}{one_line(reuse.reason)}", style="dim"), soft_wrap=True)
        table = make_table("Words here", "Words there", "Same", ratios=(50, 50, 0))
        for passage in reuse.passages:
            here, there = (passage.span, passage.source) if repeats else (passage.source, passage.span)
            table.add_row(*cells(say_words(document, here), say_words(other, there), f"{passage.score:.0%}"))
        screen.print(table)


def say_words(document: Document, span: Span) -> str:
    """A passage's words, marked where they are of the headline."""
    return f"{'(headline) ' if span.part is Part.HEADLINE else ''}{one_line(document.words(span))}"
