"""Where paragraphs, sentences and quotations lie in one part of a document."""

import bisect
import dataclasses
import functools
import itertools
import re

OPENING, CLOSING = "“«„", "”»"
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]»]*\s+(?=[\"“‘'(\[«]?[^\W_a-z])|\n+")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Insp|Supt|Comm|Hon|Rev|Fr|St|No|Nos|vs|Jr|Sr|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|Engr|Barr|[A-Z])\.\s+$"
)


@dataclasses.dataclass(frozen=True)
class Passage:
    """One part's text with its paragraphs, sentences and quotations."""

    text: str

    @functools.cached_property
    def paragraphs(self) -> list[int]:
        """Where paragraphs start: after every line break."""
        return [0] + [m.end() for m in re.finditer(r"\n+", self.text)]

    @functools.cached_property
    def sentences(self) -> list[int]:
        """Where sentences start; those inside quotations too."""
        starts = [0]
        for match in _SENTENCE_END.finditer(self.text):
            before = self.text[max(0, match.start() - 12) : match.end()]
            if "\n" in match[0] or not _ABBREVIATION.search(before):
                starts.append(match.end())
        return starts

    @functools.cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Quotations, quotation marks included. One left open ends with its paragraph."""
        found: list[tuple[int, int]] = []
        bounds = [*self.paragraphs, len(self.text)]
        for start, stop in itertools.pairwise(bounds):
            opened: int | None = None
            for i in range(start, stop):
                mark = self.text[i]
                if mark == '"':
                    if opened is None:
                        opened = i
                    else:
                        found.append((opened, i + 1))
                        opened = None
                elif mark in OPENING:
                    opened = i if opened is None else opened
                elif mark in CLOSING and opened is not None:
                    found.append((opened, i + 1))
                    opened = None
            if opened is not None:
                found.append((opened, len(self.text[:stop].rstrip())))
        return found

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that an offset lies in."""
        return bisect.bisect_right(self.paragraphs, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that an offset lies in."""
        return bisect.bisect_right(self.sentences, offset) - 1

    def sentence_span(self, offset: int) -> tuple[int, int]:
        """The sentence around an offset."""
        number = self.sentence_at(offset)
        stop = self.sentences[number + 1] if number + 1 < len(self.sentences) else len(self.text)
        return self.sentences[number], stop

    def paragraph_span(self, offset: int) -> tuple[int, int]:
        """The paragraph around an offset."""
        number = self.paragraph_at(offset)
        stop = self.paragraphs[number + 1] if number + 1 < len(self.paragraphs) else len(self.text)
        return self.paragraphs[number], stop

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The quotation around an offset."""
        at = bisect.bisect_right(self.quotes, (offset, len(self.text) + 1)) - 1
        if at >= 0 and self.quotes[at][0] <= offset < self.quotes[at][1]:
            return self.quotes[at]
        return None
