"""Proper names in a text: the reader's, and runs of capitalised words where it gives none."""

import dataclasses
import re

from sayso.read import lexicon
from sayso.read.mention import Token, capital_runs, content_words, singular, tokens_of
from sayso.read.scan import NameSpan

ACTORS = frozenset(
    {"Person", "Organization", "NORP", "Misc", "Facility", "Product"}
)  # types that can speak or be spoken of as a body

_AFTER_ROLE = frozenset("of for at in from on to with who which that based and".split())
_OPENERS = frozenset(
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million dozens hundreds thousands nobody everybody somebody nothing everything something only about nearly almost over under both "
    "half most more less fewer none once twice still yet also even just then now later earlier meanwhile however instead indeed last next here "
    "where who how why which whether since until although though because unless despite according asked speaking further moreover".split()
)
_OF = re.compile(r"\b(?:of|for|and)\s+\Z")
_TRAILING = re.compile(r"(?:\s+(?:of|for|and|the|in|at|de))+$")  # no name ends so


@dataclasses.dataclass(frozen=True)
class ProperName:
    """One occurrence of a proper name."""

    start: int
    stop: int
    text: str
    type: str | None  # Person, Organization, … ; None where only capitals show it
    context: frozenset[str]  # telling words just before and in an apposition after


def _context(text: str, start: int, stop: int) -> frozenset[str]:
    before = re.split(r"[.,;:!?\"“”()\n]", text[max(0, start - 60) : start])[-1]
    words = tokens_of(before)[-4:]
    found = set[str]()
    for token in reversed(words):
        if token.low in lexicon.PERSONS | lexicon.ORGANISATIONS | lexicon.MEDIA | lexicon.DOCUMENTS or found:
            found |= content_words(token.text)
        elif token.low not in lexicon.PARTICLES and not token.capital:
            break
    after = re.match(
        r"(?:\s*\([^)]{2,12}\))?,\s+(?:(?:the|an?|its|his|her|their|who is|which is)\s+)?([^,.;:\n\"“”]{3,60})[,.;]",
        text[stop : stop + 90],
    )
    if after:
        tokens = tokens_of(after[1])
        roles = [
            i
            for i, t in enumerate(tokens)
            if singular(t.low) in lexicon.PERSONS | lexicon.ORGANISATIONS | lexicon.MEDIA
            and (i + 1 == len(tokens) or tokens[i + 1].low in _AFTER_ROLE)  # "the company said" is no apposition
        ]
        if roles:
            found |= content_words(after[1])
    return frozenset(found)


def _is_opener(text: str, token: Token, lower: frozenset[str]) -> bool:
    """A capital that only marks the beginning of a sentence."""
    before = text[: token.start].rstrip(" \"“‘'([")
    return (not before or before[-1] in ".!?:\n") and (
        token.low in lower or len(token.text) < 3 or token.low.endswith("ing")
    )


def trim_name(text: str, name: NameSpan) -> tuple[int, int]:
    """Where a name itself stands: without "of the" at its end, and a person's without what a ministry is of."""
    words = _TRAILING.sub("", text[name.start : name.stop])
    stop = name.start + len(words)
    tokens = tokens_of(words)
    if tokens and name.type == "Person" and _OF.search(text[: name.start]):
        ahead = 0
        while len(tokens) - ahead > 2 and tokens[ahead].low in lexicon.PORTFOLIOS:
            ahead += 1
        return name.start + tokens[ahead].start, stop
    return name.start, stop


def find_names(text: str, names: tuple[NameSpan, ...]) -> list[ProperName]:
    """Proper names of a text in order: those given, else runs of capitalised words."""
    if names:
        whole = [(n, *trim_name(text, n)) for n in names]
        return [
            ProperName(start, stop, text[start:stop], n.type, _context(text, start, stop))
            for n, start, stop in whole
            if n.type in ACTORS or n.type == "Location"
        ]
    tokens = tokens_of(text)
    lower = (
        frozenset(t.low for t in tokens if not t.capital)
        | lexicon.PARTICLES
        | lexicon.DEFINITE
        | lexicon.INDEFINITE
        | lexicon.POSSESSIVE
    )
    lower |= (
        lexicon.HE
        | lexicon.SHE
        | lexicon.IT
        | lexicon.THEY
        | lexicon.SELF
        | {"when", "while", "after", "but", "if", "as", "what", "no", "not", "there"}
    )
    found = []
    for first, last in capital_runs(tokens, text):
        if _is_opener(text, tokens[first], lower):
            first += 1
        while first < last and (tokens[first].text[:1].isdigit() or (tokens[first].low in lower and last - first == 1)):
            first += 1
        if first >= last or all(tokens[i].low in lexicon.CALENDAR for i in range(first, last)):
            continue
        start, stop = tokens[first].start, tokens[last - 1].start + len(tokens[last - 1].text)
        found.append(ProperName(start, stop, text[start:stop], None, _context(text, start, stop)))
    return found
