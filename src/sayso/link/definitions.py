"""What a document itself says that a name is short for, or is another name of."""

import dataclasses
import re

from sayso.link.bodynames import make_body_name
from sayso.link.heads import ARTICLES, CONNECTORS
from sayso.link.naming import fold

_BEHIND = re.compile(r"\(\s*(?:the |or )?[\"“'‘]?([A-Z][A-Za-z.&-]{1,8})[\"”'’]?\s*\)")
_BEFORE = re.compile(r"\b([A-Z][A-Z.&-]{1,8})\s*\(\s*(?:the )?([A-Z][^()\d]{5,80})\s*\)")
_NAME = r"[A-Z][\w’'&-]*(?:(?: (?:of|for|and|the|&|de|la|du))* [A-Z][\w’'&-]*)*"
_ALSO = re.compile(
    rf"(?P<one>{_NAME})(?:,? \(?(?:also known as|better known as|known as|formerly known as|also called|alias|a\.?k\.?a\.?)|"
    rf",? \(?(?:formerly|whose real name is)|, or) (?:the )?[\"“'‘]?(?P<other>{_NAME})(?=[\s,.;:)\"”'’])"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z&.-][A-Za-z.&-]{0,6}|[A-Z]{2}")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*['’]?")
_FEWEST = 2
"""Letters of an acronym that must begin words of the name before it, in order, where not all do."""


@dataclasses.dataclass(frozen=True, order=True)
class Definition:
    """Two names that a document makes one."""

    name: str
    """The fuller name, or the one that stands first."""
    other: str
    """What it is called besides: mostly an acronym."""
    start: int
    """First character of the words that say so, in their part."""
    stop: int
    """One past their last."""
    is_acronym: bool


def find_definitions(text: str) -> list[Definition]:
    """All definitions in a text, in order of their place."""
    found = [d for m in _BEHIND.finditer(text) if (d := _before(text, m)) is not None]
    for match in _BEFORE.finditer(text):
        acronym, name = match[1], match[2].strip()
        if fold(acronym.replace(".", "")) in make_body_name(name).initials:
            found.append(Definition(name, acronym, match.start(), match.end(), True))
    for match in _ALSO.finditer(text):
        start = match.start() + (4 if match["one"].startswith("The ") else 0)
        one, other = text[start : match.end("one")].strip(), match["other"].strip()
        acronym = bool(_ACRONYM.fullmatch(other))
        if ", or " in text[match.end("one") : match.start("other")] and not (
            acronym and fold(other) in make_body_name(one).initials
        ):
            continue
        if one != other:
            found.append(Definition(one, other, start, match.end(), acronym))
    return sorted(set(found), key=lambda d: (d.start, d.stop, d))


def _before(text: str, match: re.Match[str]) -> Definition | None:
    """The words before "(ICPC)" that it is short for: as few as its letters need, and the fewest of all."""
    acronym = match[1]
    if not _ACRONYM.fullmatch(acronym):
        return None
    letters = [c for c in fold(acronym) if c.isalnum()]
    clause = re.split(r"[.;:!?\"“”()\n]\s", text[max(0, match.start() - 120) : match.start()])[-1]
    offset = match.start() - len(clause)
    words = list(_WORD.finditer(clause))
    if not words or clause[words[-1].end() :].strip(" ,"):
        return None
    for skip_connectors in (True, False):
        start = _match_letters(words, letters, skip_connectors=skip_connectors)
        if start is not None:
            return _define(text, offset + start, match, acronym)
    first = _proper_start(words)
    if first is None:
        return None
    name = clause[first:].strip()
    if "," in name or len(name.split()) > len(letters) + _FEWEST:
        return None
    hits = 0
    for word in (w for w in words if w.start() >= first):
        if hits < len(letters) and fold(word[0])[:1] == letters[hits]:
            hits += 1
    if hits >= _FEWEST and len(letters) > _FEWEST and fold(name)[:1] == letters[0] and len(name.split()) > 1:
        return _define(text, offset + first, match, acronym)
    return None


def _define(text: str, start: int, match: re.Match[str], acronym: str) -> Definition:
    return Definition(text[start : match.start()].strip(" ,"), acronym, start, match.end(), True)


def _match_letters(words: list[re.Match[str]], letters: list[str], *, skip_connectors: bool) -> int | None:
    """Where the words begin whose initials, from the last word back, are exactly the letters."""
    left = list(letters)
    for word in reversed(words):
        low = fold(word[0])
        small = low in CONNECTORS | ARTICLES
        if small and skip_connectors:
            continue
        parts = [p for p in re.split(r"[-‐]", low) if p]
        initials = [p[0] for p in parts]
        if left[-len(initials) :] == initials:
            left = left[: -len(initials)]
        elif left[-1:] == initials[:1]:
            left = left[:-1]
        elif small:
            continue
        else:
            return None
        if not left:
            return word.start() if word[0][:1].isupper() or len(letters) > _FEWEST else None
    return None


def _proper_start(words: list[re.Match[str]]) -> int | None:
    """Where the run of capitalised words begins that ends the words."""
    first = None
    for word in reversed(words):
        if word[0] in ("The", "A", "An"):
            break
        if word[0][:1].isupper():
            first = word.start()
        elif fold(word[0]) not in CONNECTORS | {"the", "and", "&"}:
            break
    return first
