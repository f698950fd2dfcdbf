"""Claims, at their simplest: statements of the same wording assert the same thing.

Three kinds of function, so that order never matters: `make_keys` gives the keys under which a
statement meets others, `decide` judges a pair from the two alone, `resolve` makes the claim of one
connected component. `find_components` only groups.
"""

from collections.abc import Iterable, Sequence

from sayso.link.chains import chain_in_words
from sayso.link.wording import make_wording
from sayso.model import Claim, Part, Polarity, Statement, Time, hash_of

VERSION = "1"
"""Of linking; raised whenever it may make other claims of the same statements."""

FEWEST_WORDS = 4
"""Statements of fewer content words meet nobody: "two people died" is said of many matters."""

FEWEST_WORDS_POINTING = 9
"""The same, where "he" or "yesterday" leaves open who or when: only wording too long to be chance."""


def make_keys(statement: Statement) -> list[str]:
    """The keys under which a statement meets those that may assert the same."""
    wording = make_wording(statement)
    if len(wording.content) < (FEWEST_WORDS_POINTING if wording.points else FEWEST_WORDS):
        return []
    return [hash_of([wording.content, wording.negated])]


def decide(a: Statement, b: Statement) -> str | None:
    """Why two statements that share a key assert the same; None where they don't."""
    for ours in a.times:
        for theirs in b.times:
            if not are_compatible(ours, theirs):
                return None
    return "the same words in the same order, articles and tense aside, with compatible times"


def are_compatible(a: Time, b: Time) -> bool:
    """True where two times can be one: one of them unresolved, or one within the other."""
    if a.value is None or b.value is None:
        return True
    return a.value.startswith(b.value) or b.value.startswith(a.value)


def find_components(statements: Iterable[Statement]) -> list[list[Statement]]:
    """The statements in groups connected by `decide`, each group and all groups by id."""
    by_id = {s.id: s for s in statements}
    root = {i: i for i in by_id}

    def find_root(i: str) -> str:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    meetings: dict[str, list[str]] = {}
    for i in sorted(by_id):
        for key in make_keys(by_id[i]):
            meetings.setdefault(key, []).append(i)
    for ids in meetings.values():
        for n, i in enumerate(ids):
            for j in ids[:n]:
                if decide(by_id[j], by_id[i]) is not None:
                    first, second = sorted((find_root(i), find_root(j)))
                    root[second] = first
    groups: dict[str, list[Statement]] = {}
    for i in sorted(by_id):
        groups.setdefault(find_root(i), []).append(by_id[i])
    return [groups[i] for i in sorted(groups)]


def resolve(component: Sequence[Statement]) -> Claim:
    """The claim of one component, before it is weighed."""
    affirmed = sorted(s.id for s in component if s.polarity is not Polarity.DENIED)
    denials = sorted(s.id for s in component if s.polarity is Polarity.DENIED)
    shown = min(component, key=lambda s: (s.polarity is Polarity.DENIED, s.part is not Part.TEXT, -len(s.chain), s.id))
    return Claim(
        id=min(s.id for s in component),
        text=shown.text,
        said_by=chain_in_words(shown.chain),
        at_least=0,
        at_most=0,
        statements=tuple(affirmed),
        denials=tuple(denials),
    )
