"""`sayso show`: one document, with the words marked that its statements rest on."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from sayso.link.chains import chain_in_words
from sayso.model import Document, Part, Reading, Span, Statement
from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, DocumentArgument, JsonOption, open_collection
from sayso.serve.cli.screen import one_line, output, print_json, printable
from sayso.serve.cli.statements import STYLES, title_of
from sayso.serve.records import number_statements, reading_record

# What is marked → (style, opening, closing). The signs stand alone where there is no colour.
MARKS = {
    "content": ("green", "[", "]"),
    "source": ("bold cyan", "{", "}"),
    "cue": ("yellow", "<", ">"),
    "furniture": ("dim strike", "~", "~"),
}


@app.command("show")
def show(document: DocumentArgument, collection: CollectionOption = None, json: JsonOption = False) -> None:
    """Show a document with its statements marked, each with its chain.

    Sources, cues (the words that credit) and contents are in colour; without colour they stand in brackets:
    `{source}` `<cue>` `[1 content]` `~page furniture~`. The number is that of the statement below the paragraph.

    **Examples**

        sayso show 3f2a
        sayso show https://harbor-daily.example/ferry
        sayso show 3f2a --json
    """
    with open_collection(collection) as store:
        found = store.find_document(document)
        reading = store.reading(found.id)
        amended = store.amendments(found.id)
        if json:
            from sayso.versions import find_latest

            latest = find_latest(store.documents())[found.id]
            print_json([reading_record(found, reading, amended=amended, latest=latest)])
            return
    screen = output()
    colour = screen.color_system is not None and not screen.no_color
    screen.print(title_of(found), style="bold")
    for line in describe(found, amended):
        screen.print(one_line(line))
    screen.print(make_legend(colour))
    for part in Part:
        print_part(screen, found, reading, part, colour=colour)


def describe(document: Document, amended: dict[str, str]) -> Iterator[str]:
    """What is known of a document beside its title."""
    if document.byline:
        yield f"By {document.byline.removeprefix('By ')}"
    if document.url:
        yield document.url
    if document.outlet and document.outlet_from:
        yield f"Outlet taken from: {document.outlet_from}"
    if document.status != "live":
        yield f"Marked {document.status}, taken from: {document.status_from or 'given'}"
    for field in amended:
        yield f"Set by a person: {field}"


def make_legend(colour: bool) -> Text:
    """What the marks mean."""
    legend = Text("Marked: ")
    for n, (name, (style, opening, closing)) in enumerate(MARKS.items()):
        words = "page furniture" if name == "furniture" else name
        legend.append(", " if n else "")
        legend.append(words if colour else f"{opening}{words}{closing}", style=style if colour else "")
    return legend


def print_part(screen: Console, document: Document, reading: Reading, part: Part, *, colour: bool) -> None:
    """A headline or text, paragraph by paragraph, each with the statements that begin in it."""
    numbers = number_statements(reading.statements)
    marks = sorted(find_marks(reading, part, numbers), key=lambda m: (m[0], -m[1]))
    for start, stop in find_paragraphs(document.part(part)):
        screen.print()
        inside = [m for m in marks if m[0] < stop and start < m[1]]
        screen.print(mark_words(document.part(part), start, stop, inside, colour=colour))
        for statement in reading.statements:
            if statement.part is part and start <= statement.start < stop:
                screen.print(say_statement(statement, numbers[statement.id]))


Mark = tuple[int, int, str, str]
"""Start, stop, what it is (`MARKS`), and the number to print with it."""


def find_marks(reading: Reading, part: Part, numbers: dict[str, int]) -> Iterator[Mark]:
    """The marks of one part; words that several statements rest on are marked once."""
    seen: set[tuple[Span, str]] = set()
    for statement in reading.statements:
        for span in statement.spans:
            if span.part is part:
                yield span.start, span.stop, "content", str(numbers[statement.id])
        for span, name in evidence_of(statement):
            if span.part is part and (span, name) not in seen:
                seen.add((span, name))
                yield span.start, span.stop, name, ""
    for furniture in reading.furniture:
        if furniture.span.part is part:
            yield furniture.span.start, furniture.span.stop, "furniture", ""


def evidence_of(statement: Statement) -> Iterator[tuple[Span, str]]:
    """The words that credit a statement."""
    if statement.cue:
        yield statement.cue, "cue"
    for link in statement.chain:
        if link.mention:
            yield link.mention, "source"


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text stand, empty ones left out."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def mark_words(text: str, start: int, stop: int, marks: Iterable[Mark], *, colour: bool) -> Text:
    """A stretch of a text with its marks, as colours or as brackets."""
    shown = Text()
    marks = [(max(m[0], start), min(m[1], stop), m[2], m[3]) for m in marks]
    edges = sorted({start, stop, *(m[0] for m in marks), *(m[1] for m in marks)})
    for here, there in zip(edges, [*edges[1:], stop], strict=True):
        for _, _, name, _ in sorted((m for m in marks if m[1] == here), key=lambda m: (-m[0], m[2])):
            shown.append("" if colour else MARKS[name][2])
        for _, _, name, number in sorted((m for m in marks if m[0] == here), key=lambda m: (-m[1], m[2])):
            shown.append("" if colour else MARKS[name][1])
            shown.append(f"{number} " if number else "", style="dim" if colour else "")
        covering = {m[2] for m in marks if m[0] <= here and there <= m[1]}
        style = next((MARKS[name][0] for name in ("furniture", "cue", "source", "content") if name in covering), "")
        shown.append(printable(text[here:there]), style=style if colour else "")
    return shown


def say_statement(statement: Statement, number: int) -> Text:
    """A statement's line below its paragraph."""
    line = Text()
    line.append(f"  {number:>3} ", style="dim")
    line.append(f"{statement.certainty:<10}", style=STYLES[statement.certainty])
    line.append(f" {one_line(chain_in_words(statement.chain))}")
    line.append(" (continued)" if statement.continued else "", style="dim")
    return line
