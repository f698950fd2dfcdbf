"""The full-text indexes of a collection (SQLite's FTS5), and what a person types as a question to them.

The indexes hold no text: they take it from views over the tables (`content`). So whoever changes a text, or deletes it,
takes it out of the index first, as it was (`store/entries.py` does both).
"""

import dataclasses
import re
from collections.abc import Iterable, Sequence

INDEXES = (
    """CREATE VIEW document_texts AS
SELECT e.number AS number, d.headline AS headline, d.text AS text, e.facets AS facets
FROM document_entries AS e JOIN documents AS d ON d.id = e.document""",
    """CREATE VIEW statement_texts AS
SELECT e.number AS number, s.text AS text, e.facets AS facets
FROM statement_entries AS e JOIN statements AS s ON s.id = e.statement""",
    """CREATE VIRTUAL TABLE document_words USING fts5 (
	headline, text, facets, content='document_texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
	prefix='2 3'
)""",
    """CREATE VIRTUAL TABLE statement_words USING fts5 (
	text, facets, content='statement_texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
	prefix='2 3'
)""",
    """CREATE VIRTUAL TABLE name_words USING fts5 (
	names, content='name_entries', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
	prefix='2 3'
)""",
)
"""What makes the indexes, beside the tables."""

INDEX_NAMES = ("document_words", "statement_words", "name_words")

LEAST = 2
"""Letters of an unfinished word for which its endings are looked for: one letter would be most of the index."""

_PIECES = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclasses.dataclass(frozen=True, kw_only=True)
class Question:
    """What is searched for: words and phrases that must all be there."""

    words: tuple[str, ...] = ()
    """Words, in the order typed."""
    phrases: tuple[str, ...] = ()
    """Words that must stand together, in this order."""
    unfinished: str | None = None
    """The last word, where its endings are looked for too."""

    def __bool__(self) -> bool:
        """True where anything is searched for."""
        return bool(self.words or self.phrases or self.unfinished)

    def __str__(self) -> str:
        """What was searched for, in words: `ferry, “second pump”, words that begin with insp`."""
        unfinished = [f"words that begin with {self.unfinished}"] if self.unfinished else []
        return ", ".join([*self.words, *(f"“{p}”" for p in self.phrases), *unfinished])

    def to_match(self) -> str:
        """The same as FTS5 takes it; everything typed stands in quotation marks, so nothing in it is a command."""
        unfinished = [f"{_quote(self.unfinished)} *"] if self.unfinished else []
        return " AND ".join([*map(_quote, (*self.words, *self.phrases)), *unfinished])


def read_question(text: str) -> Question:
    """What a person means by words typed: each of them, "words in quotation marks" together, the last one unfinished."""
    tidy = "".join(" " if c == "\0" or "\ud800" <= c <= "\udfff" else _STRAIGHT.get(c, c) for c in text)
    words: list[str] = []
    phrases: list[str] = []
    last = ""
    for phrase, word in _PIECES.findall(tidy):
        piece = " ".join((phrase or word).split())
        if not _has_words(piece):
            last = ""
            continue
        (phrases if phrase else words).append(piece)
        last = word
    unfinished = None
    if last and last == tidy[-len(last) :] and sum(map(str.isalnum, last)) >= LEAST:
        unfinished = words.pop()
    return Question(words=tuple(words), phrases=tuple(phrases), unfinished=unfinished)


def match_in(columns: Sequence[str], question: Question, facets: Iterable[Sequence[str]] = ()) -> str:
    """A question to some columns of an index, narrowed: of each group of facets, one must be there."""
    asked = [f"{{{' '.join(columns)}}} : ({question.to_match()})"] if question else []
    narrowed = [f"{{facets}} : ({' OR '.join(map(_quote, group))})" for group in facets if group]
    return " AND ".join([*asked, *narrowed])


_STRAIGHT = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
