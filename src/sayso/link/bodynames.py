"""Names of organisations, outlets and other publications in comparable form, and how two of them stand to each other."""

import dataclasses
import functools
import re

from sayso.link.heads import (
    ALIASES,
    ARTICLES,
    COMMON,
    CONNECTORS,
    FORCES,
    HEADS,
    JOINED,
    LEGAL,
    LEVELS,
    MASTHEADS,
    MEDIUMS,
    SPELLINGS,
    TAILS,
    WRITINGS,
)
from sayso.link.naming import fold
from sayso.link.roles import is_role, to_singular


@dataclasses.dataclass(frozen=True, kw_only=True)
class BodyName:
    """The name of a body or publication taken apart."""

    words: tuple[str, ...]
    """Its words folded, in order, without articles, connectors and legal forms."""
    head: str
    """The noun that says what kind of body it is; empty for a name that doesn't."""
    marks: frozenset[str]
    """All other words: of where, for what."""
    acronym: str | None
    """The folded letters, where it is one."""
    initials: frozenset[str]
    """The acronyms that its words would make."""
    writing: bool
    """A piece of writing, of somebody."""
    address: bool
    """Written as the address of a site."""

    @property
    def joined(self) -> str:
        """All its letters."""
        return "".join(self.words)

    @property
    def is_common(self) -> bool:
        """Whether bodies of many places have this name: Ministry of Health, the police, the Times."""
        if self.acronym is not None:
            return False
        if len(self.words) == 1 and self.words[0] in MASTHEADS | MEDIUMS:
            return True
        if not self.head and self.words and self.words[-1] in MASTHEADS:
            return all(w in MASTHEADS | LEVELS for w in self.words)
        return all(w in COMMON | HEADS | MASTHEADS or is_role(w) for w in self.words) and bool(self.words)


_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?", re.I)
_DOMAINS = frozenset("com org net co gov ac edu info go or ne gob mil int".split())
_BEFORE = frozenset("www m edition news amp mobile en english uk us world online".split())
_CENTRES = frozenset({"centre", "center", "head", "heart"})
_OF_THE_PLACE = re.compile(
    r"(?:kingdom|country|nation|republic|federation|emirate|sultanate|territory|island|region|province|state|capital|"
    r"city|town|county|district|municipality|village|port|world)['’]s"
)
"""Before a name, no part of it: "the kingdom's National Emergency Office"."""
_SITE = re.compile(r"['’]s? (?:web ?site|site|online edition|web page|page|app|newspaper|wire|news service)$", re.I)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*|&")
_TWO_SPELLINGS = [(a, b) for a, b in SPELLINGS.items() if len(b) > 4 and len(a) > 4]


@functools.lru_cache(maxsize=65536)
def make_body_name(name: str) -> BodyName:
    """The name of a body or publication taken apart."""
    plain = re.sub(r"\s*\([^)]*\)", "", name).strip() or name.strip("() ")
    before, _, after = plain.partition(", ")
    plain = before if before and fold(after.strip(" .")) not in LEGAL else plain
    label = _find_label(plain)
    if label is not None:
        return _make(words=(label,), head="", acronym=None, initials=frozenset(), address=True)
    plain = _SITE.sub("", plain)
    raw = _WORD.findall(plain)
    while len(raw) > 1 and raw[-1] in MEDIUMS and not any(r.islower() and fold(r) in CONNECTORS for r in raw):
        raw = raw[:-1]  # "Coast Wire agency"
    if not any(r[:1].isupper() for r in raw):
        raw = _WORD.findall(plain)
    raw = _cut_description(raw)
    if len(raw) > 1 and _OF_THE_PLACE.fullmatch(raw[0]) and raw[1][:1].isupper():
        raw = raw[1:]
    words = _fold_words(raw)
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    head, marks = _find_head(words)
    kept = tuple(w for w in words if w not in CONNECTORS and w != "and")
    if len(kept) > 2 and "affairs" in kept:
        kept, marks = tuple(w for w in kept if w != "affairs"), marks - {"affairs"}  # Foreign Affairs Ministry
    letters = [r for r in raw if fold(r) not in ARTICLES | {"and"}]
    acronym = _to_acronym(letters[0]) if len(letters) == 1 else None
    made = _make(
        words=kept or words, head=head, acronym=acronym, initials=_find_initials(raw) if len(kept) > 1 else frozenset()
    )
    return dataclasses.replace(made, marks=marks)


def _cut_description(raw: list[str]) -> list[str]:
    """A name without what it is said to be: "the technology newsletter Circuit Report"."""
    first = next((n for n, r in enumerate(raw) if r[:1].isupper()), 0)
    before = [fold(r) for r in raw[:first]]
    described = bool(before) and (to_singular(before[-1]) in HEADS | MEDIUMS or before[-1] == "newsletter")
    return raw[first:] if described and not CONNECTORS & set(before) else raw


def _make(
    *, words: tuple[str, ...], head: str, acronym: str | None, initials: frozenset[str], address: bool = False
) -> BodyName:
    return BodyName(
        words=words,
        head=head,
        marks=frozenset(words) - {head},
        acronym=acronym,
        initials=initials,
        writing=head in WRITINGS,
        address=address,
    )


def _find_label(name: str) -> str | None:
    """The name in an address: "harbordaily" of www.harbordaily.example."""
    found = _ADDRESS.fullmatch(name)
    if not found or re.fullmatch(r"(?:[a-z]\.)+[a-z]?\.?", name, re.I):
        return None
    labels = fold(found[1]).split(".")
    labels = labels[:-1]
    while len(labels) > 1 and labels[-1] in _DOMAINS:
        labels = labels[:-1]
    while len(labels) > 1 and labels[0] in _BEFORE:
        labels = labels[1:]
    label = re.sub(r"[\W_]", "", labels[-1])
    for british, american in _TWO_SPELLINGS:
        label = label.replace(british, american)
    return label or None


def _fold_words(raw: list[str]) -> tuple[str, ...]:
    words = []
    for number, word in enumerate(raw):
        plain = re.sub(r"['’]s?$", "", word)
        low = "".join(c for c in fold(plain) if c.isalnum())
        low = "and" if word == "&" else SPELLINGS.get(low, low)
        if low and not (low in ARTICLES and (low != "a" or number == 0)):
            words.append(low)
    text = f" {' '.join(words)} "
    for two, one in JOINED:
        text = text.replace(f" {two} ", f" {one} ")
    return tuple(_one_noun(w) for w in text.split())


def _one_noun(word: str) -> str:
    single = to_singular(word)
    single = single if single in HEADS or single in WRITINGS else word
    return ALIASES.get(single, single)


def _find_head(words: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """The head noun and the words beside it: health and ministry of Ministry of Health, of Health Ministry."""
    stop = next((n for n, w in enumerate(words) if n and w in CONNECTORS), len(words))
    rest = [w for w in words if w not in CONNECTORS and w != "and"]
    front = [n for n in range(stop) if words[n] in HEADS or words[n] in WRITINGS]
    two = (
        any(words[n] == "and" and n and words[n - 1] in HEADS and n < front[-1] for n in range(stop))
        if front
        else False
    )
    if not front or two:
        return "", frozenset(rest)
    at = front[-1]
    head = words[at]
    if at and head in TAILS and words[at - 1] in FORCES:
        rest.remove(head)
        head = words[at - 1]
    rest.remove(head)
    return head, frozenset(rest)


def _to_acronym(word: str) -> str | None:
    letters = word.replace(".", "").replace("&", "")
    upper = sum(c.isupper() for c in letters)
    return fold(letters) if 2 <= len(letters) <= 7 and upper >= 2 and upper >= len(letters) - 1 else None


def _find_initials(raw: list[str]) -> frozenset[str]:
    """Of all words that count, with and without "of" and "for", with and without a legal form."""
    lows = [(fold(r), r) for r in raw if fold(r) not in ("the", "a", "an")]
    found = set()
    for connectors in (False, True):
        letters = "".join(
            low[0] for low, _ in lows if low and (connectors or low not in CONNECTORS | {"and", "&", "de", "la", "du"})
        ).replace("&", "a")
        found.add(letters)
        if lows and lows[-1][0] in LEGAL:
            found.add(letters[:-1])
    return frozenset(f for f in found if len(f) > 1)


def is_body_noun(words: str) -> bool:
    """Whether words are a noun phrase for a body, though no name of one: "port authority", "Ministry of Health"."""
    name = make_body_name(words)
    if not name.head or name.writing:
        return False
    raw = [r for r in _WORD.findall(words) if fold(r) not in ARTICLES]
    front = raw[: next((n for n, r in enumerate(raw) if n and fold(r) in CONNECTORS), len(raw))]
    last = front[-1] if front else ""
    if last.islower() and (last.endswith("services") or (fold(last) in _CENTRES and len(front) < len(raw))):
        return False
    return name.head in _fold_words(front[-2:] if to_singular(fold(last)) in TAILS else front[-1:])
