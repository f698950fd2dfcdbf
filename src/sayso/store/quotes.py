"""The check that every span of a reading stands where it says, made before anything is written."""

from collections.abc import Iterator

from sayso.errors import ReaderError
from sayso.model import Document, Reading, Span, Statement


def check_reading(document: Document, reading: Reading) -> None:
    """Raises ReaderError where a reading's words are not its document's.

    Nothing that breaks this may ever be shown: a wrong quotation is worse than none.
    """
    if reading.document != document.id:
        raise ReaderError(
            f"{document.id}: was given the reading of document {reading.document}. This is a fault in sayso; please report it."
        )
    for fault in find_faults(document, reading):
        raise ReaderError(f"Document {document.id}: {fault}. This is a fault in the reader; please report it.")


def find_faults(document: Document, reading: Reading) -> Iterator[str]:
    """What is wrong with a reading's spans, in words."""
    seen: set[str] = set()
    for statement in reading.statements:
        if statement.id in seen:
            yield f"two statements have the id {statement.id}"
        seen.add(statement.id)
        yield from _faults_of_statement(document, statement)
    for span in [n.span for n in reading.names] + [f.span for f in reading.furniture]:
        if not _stands(document, span):
            yield f"a name or piece of furniture is said to stand at {_say(span)}, outside the document"


def _faults_of_statement(document: Document, statement: Statement) -> Iterator[str]:
    if statement.document != document.id:
        yield f"statement {statement.id} names another document"
    if not statement.chain:
        yield f"statement {statement.id} has no chain"
    if (
        not statement.spans
        or len({s.part for s in statement.spans}) != 1
        or list(statement.spans) != sorted(statement.spans)
    ):
        yield f"statement {statement.id} has no words, or words out of order"
        return
    words = " ".join(document.words(s) for s in statement.spans)
    if words != statement.text:
        yield f"statement {statement.id} says {statement.text!r} where the document has {words!r}"
    spans = [*statement.spans, *([statement.cue] if statement.cue else [])]
    spans += [s for link in statement.chain for s in (link.mention, link.named_at) if s]
    spans += [t.span for t in statement.times] + [p.span for p in statement.places]
    for span in spans:
        if not _stands(document, span):
            yield f"statement {statement.id} rests on {_say(span)}, outside the document"


def _stands(document: Document, span: Span) -> bool:
    return 0 <= span.start < span.stop <= len(document.part(span.part))


def _say(span: Span) -> str:
    return f"{span.part} {span.start}–{span.stop}"
