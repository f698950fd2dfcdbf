"""How rare a word is in news and plain English, from a fixed table, so that two records can be judged by themselves.

The table, `rarity.txt` beside this file, is made by `python -m training.rarity` from public sets. Rarity is the negative
natural logarithm of the share of documents that have the word: 0 in every document, 2.3 in a tenth, 4.6 in a hundredth.
"""

import re
from functools import cache
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A run of letters, with what an apostrophe joins to it."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
"""A number in digits, with its points and commas."""

UNKNOWN = 7.0
"""Rarity of a word that the table lacks: a little above its rarest, 6.6."""

TABLE = Path(__file__).with_name("rarity.txt")


def to_stem(word: str) -> str:
    """A word in the form in which its plural, past and possessive look the same; rough, and made for comparing only."""
    stem = word.casefold().replace("’", "'").split("'")
    word = stem[0] if len(stem[0]) > 1 else "".join(stem)
    if len(word) > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith("sses"):
            return word[:-2]
        if word[-1] == "s" and word[-2] not in "su":
            word = word[:-1]
    if len(word) > 5:
        for ending in ("ing", "ed"):
            rest = word.removesuffix(ending)
            if rest != word and re.search("[aeiouy]", rest):
                doubled = len(rest) > 2 and rest[-1] == rest[-2] and rest[-1] not in "ls"
                word = rest[:-1] if doubled else rest
                break
    return word[:-1] if len(word) > 4 and word[-1] == "e" else word


def find_stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [to_stem(w) for w in WORD.findall(text)]


def find_rarity(stem: str) -> float:
    """How rare a stem is: about 0 for "the", 2.5 for "police", `UNKNOWN` for what the table lacks."""
    return _load_table().get(stem, UNKNOWN)


@cache
def _load_table() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            value, *stems = line.split()
            table.update(dict.fromkeys(stems, float(value)))
    return table
