"""Words between quotation marks: somebody else's, whoever repeats them."""

import re
from collections.abc import Iterator

_MARK = re.compile(r"[\"“”„«»]|(?<!\w)['‘](?=[\w“\"])")
_BLANK = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\n")
_SHORT_FORM = re.compile(r"\d|(?:tis|twas|em|til|cause|n)\b", re.IGNORECASE)
_POST = re.compile(r"^.*[—–-] ?[^\n]{1,60}\(@\w+\).*$", re.MULTILINE)
_CLOSE_SINGLE = (
    re.compile(r"(?<=[.,!?…])['’](?!\w)|['’](?=[.,;:!?)\n])|['’]\Z"),
    re.compile(r"(?<=[^\Ws])['’](?!\w)"),
)


def find_quoted(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of characters between quotation marks, marks included, in order and without overlaps.

    A quotation that is not closed goes on to the end of its paragraph, as one over several paragraphs does. A line
    with a name and a handle (@…) after a dash is a post that is shown as it stands, marks or not.
    """
    posts = [match.span() for match in _POST.finditer(text)]
    found = [q for start, stop in find_paragraphs(text) for q in _find_in_paragraph(text, start, stop)]
    if not posts:
        return found
    return sorted([q for q in found if not any(q[0] < post[1] and post[0] < q[1] for post in posts)] + posts)


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of paragraphs: between blank lines, or of lines where there are no blank lines."""
    at = 0
    for match in (_BLANK if _BLANK.search(text) else _LINE).finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _find_in_paragraph(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    at, opened = start, -1
    while (match := _MARK.search(text, at, stop)) is not None:
        mark, place, at = match.group(), match.start(), match.end()
        if opened >= 0:
            if mark in '"”»':
                yield opened, at
                opened = -1
        elif mark in "'‘":
            close = _find_single_close(text, at, stop) or _find_single_break(text, place, start, stop)
            if close is not None:
                yield place, close
                at = close
        elif mark in "“„«" or (mark == '"' and not text[place - 1 : place].isdigit()):
            opened = place
    if opened >= 0:
        yield opened, stop


def _find_single_break(text: str, place: int, start: int, stop: int) -> int | None:
    """The end of the paragraph where a single mark that nothing closes opens it; None elsewhere: an apostrophe."""
    is_first = not text[start:place].strip() and not _SHORT_FORM.match(text, place + 1)
    return stop if is_first else None


def _find_single_close(text: str, start: int, stop: int) -> int | None:
    """One past the mark that closes a single-quoted run; a mark after an s is taken for a possessive."""
    for pattern in _CLOSE_SINGLE:
        match = pattern.search(text, start, stop)
        if match is not None:
            return match.end()
    return None
