"""Somebody or something that a document names or describes, and how it is called."""

import dataclasses
from collections.abc import Mapping

from sayso.model import Kind, Part, Span
from sayso.read import lexicon
from sayso.read.mention import Profile, cut_description, proper_name, tokens_of, without_article


@dataclasses.dataclass(eq=False)
class Entity:
    """Somebody or something that a document names or describes."""

    number: int
    kind: Kind | None  # None: a name seen in passing
    name: str | None
    words: set[str]
    names: set[str]  # case-folded names and acronyms it goes by
    first: Span
    female: bool | None = None
    lean: int = 0  # hints of a person's gender: above 0 for a woman, below for a man
    plural: bool = False
    document: bool = False  # a publication that is a piece of writing, not an outlet
    human: bool = False
    body: bool = False  # the encoder takes its name for an organisation's
    outlet: bool = False  # the document's own outlet
    place: bool = True  # seen only behind "in", "at", "from": likely a place
    group: "Entity | None" = None  # the group that it is one of


@dataclasses.dataclass(frozen=True)
class Seen:
    """One place where an entity is mentioned."""

    entity: Entity
    part: Part
    start: int
    source: bool
    speaker: bool = False  # the last link of a statement


@dataclasses.dataclass(frozen=True)
class Found:
    """What a mention resolves to, and why."""

    entity: Entity | None
    reason: str
    named_at: Span | None = None
    by_name: bool = False  # the mention itself holds the name


@dataclasses.dataclass(frozen=True)
class Context:
    """Where a mention stands."""

    part: Part
    start: int
    stop: int
    kinds: Mapping[Kind, float]
    inside: tuple[int, int] | None = None  # the clause around it, for credit inside credited words
    avoid: Entity | None = None  # whose words that clause is
    credits: tuple[int, int] | None = None  # the clause that it is credited with
    fellows: tuple[Entity, ...] = ()  # other links of the same statement


def best_kind(kinds: Mapping[Kind, float]) -> Kind:
    """The likeliest kind; anonymous where none is given."""
    return max(Kind, key=lambda k: (kinds.get(k, 0.0), k is Kind.ANONYMOUS)) if kinds else Kind.ANONYMOUS


def fold_name(name: str) -> str:
    return " ".join(t.low for t in tokens_of(name) if t.low not in {"the", "a", "an"})


def initials_of(name: str) -> str:
    return "".join(t.text[0] for t in tokens_of(name) if t.text[:1].isupper() and t.low != "the").upper()


def describe(profile: Profile) -> str:
    """An unnamed source's description, as written up to its first apposition."""
    text = cut_description(profile.text) or profile.text
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def publication_name(profile: Profile) -> str:
    """The name of a piece of writing: "report by the Marl Institute", "Reef Review study"."""
    text = profile.text
    if profile.head not in lexicon.DOCUMENTS:
        name = profile.proper or profile.person
        if name and not (
            profile.is_media and profile.first in {"a", "an", "another", "one"} and not text.endswith(name)
        ):
            return name
    for mark in (" published ", " released ", " issued ", " carried ", " in ", " by ", " of ", " from "):
        before, found, after = text.partition(mark)
        if not found:
            continue
        if mark.strip() in {"published", "released", "issued", "carried", "in"}:
            tail = after
            for link in ("in the ", "in ", "by the ", "by "):
                if f" {link}" in f" {tail}":
                    tail = f" {tail}".split(f" {link}", 1)[1]
                    break
            name = proper_name(tail)
            if name is None:
                by = after.split("by ", 1)
                return (
                    f"{without_article(cut_description(before))} of {cut_description(by[1])}"
                    if len(by) > 1
                    else without_article(cut_description(text))
                )
            outlet = (
                any(t.low in lexicon.MEDIA for t in tokens_of(tail)) or tokens_of(name)[-1].low in lexicon.MEDIA_NAMES
            )
            if profile.head in {"report", "article", "story"} and (mark == " in " or outlet):
                return name  # an outlet's own report is the outlet
            return f"{name} {'study' if profile.head == 'research' else profile.head}"
        break
    if profile.possessor and proper_name(profile.possessor) and profile.head in {"story", "article", "report"}:
        owner = proper_name(profile.possessor) or ""
        tokens = tokens_of(owner)
        if tokens and tokens[-1].low in lexicon.MEDIA_NAMES | lexicon.MEDIA:
            return owner
    return without_article(cut_description(text))
