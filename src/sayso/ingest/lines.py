"""The lines of a text, with their places and the part of the page that they stand in."""

import dataclasses
import re
from enum import StrEnum

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_REPORTING = re.compile(r"\b(?:said|says|told|according to)\b")


class Zone(StrEnum):
    """Above the report's first sentence, in the report, or below its last."""

    TOP = "top"
    BODY = "body"
    BOTTOM = "bottom"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Line:
    """One line that holds something: `text[start:stop]`, without the white space around it."""

    start: int
    stop: int
    text: str
    zone: Zone = Zone.BODY

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        """True for a line that reads as a sentence: long, or of middling length with a full stop."""
        return self.words >= 18 or (self.words >= 9 and has_sentence_end(self.text))


def has_reporting(text: str) -> bool:
    """True for words that report what somebody said: no line of a page's furniture does."""
    return _REPORTING.search(text) is not None


def has_sentence_end(text: str) -> bool:
    """True for words that end as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def find_lines(text: str) -> list[Line]:
    """The lines that aren't blank, in order."""
    bare = [Line(start=m.start(), stop=m.end(), text=m.group()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)]
    prose = [i for i, line in enumerate(bare) if line.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (len(bare), len(bare))
    return [
        dataclasses.replace(line, zone=Zone.TOP if i < first else Zone.BOTTOM if i > last else Zone.BODY)
        for i, line in enumerate(bare)
    ]
