"""Linked figures parted into entities: what the surest links join, and nothing that can't be one."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from sayso.link import bodies, persons
from sayso.link.figures import Figure
from sayso.link.mentions import PERSON, PLACE
from sayso.model import EntityLink

TIE = 0.05
"""Scores no further apart than this leave open which of two a figure is."""

Pairs = Collection[tuple[int, int]]
"""Numbers of two stamps, the smaller first."""


def are_apart(a: Figure, b: Figure) -> bool:
    """Whether two figures can't be one, even through a third: two of one document, two names, two lives."""
    if a.sort != b.sort or a.document == b.document:
        return True
    if a.sort == PERSON:
        return persons.are_apart(a, b)
    if a.sort == PLACE:
        return bodies.score_places(a, b, same_matter=True) is None
    return bodies.are_apart(a, b)


def make_stamp(figure: Figure) -> tuple[object, ...]:
    """All of a figure that tells it from others but its document: figures of one stamp are judged alike."""
    return (
        figure.sort,
        figure.name,
        tuple(d.name for d in figure.definitions),
        tuple(sorted(figure.roles)),
        figure.outlet,
        figure.bodies,
        tuple(sorted(figure.places)),
        tuple(sorted(figure.namesakes)),
    )


class _Cluster:
    """Figures taken for one so far."""

    def __init__(self, figure: Figure, stamp: int) -> None:
        self.figures = [figure]
        self.documents = {figure.document}
        self.stamps = {stamp: figure}

    def take(self, other: "_Cluster") -> None:
        self.figures += other.figures
        self.documents |= other.documents
        self.stamps = {**other.stamps, **self.stamps}


def make_partition(
    figures: Sequence[Figure], links: Sequence[EntityLink], *, barred: Collection[tuple[str, str]] = ()
) -> list[list[Figure]]:
    """The figures of one component in groups that are one each; order of the input never matters.

    The surest links come first. Two groups with figures that can't be one are never joined, and a figure that two
    such groups have an equal claim to stays alone. `barred` are pairs of ids that are two, whatever links say.
    """
    by_id = {f.id: f for f in sorted(figures, key=lambda f: f.id)}
    numbers: dict[tuple[object, ...], int] = {}
    stamps = {i: numbers.setdefault(make_stamp(f), len(numbers)) for i, f in by_id.items()}
    known = [k for k in links if k.a in by_id and k.b in by_id]
    linked = {_pair(stamps[k.a], stamps[k.b]) for k in known}
    left_open = _find_open(by_id, stamps, known, linked)
    cluster_of = {i: _Cluster(f, stamps[i]) for i, f in by_id.items()}
    for link in sorted(known, key=lambda k: (-k.score, min(k.a, k.b), max(k.a, k.b))):
        ours, theirs = cluster_of[link.a], cluster_of[link.b]
        if ours is theirs or link.a in left_open or link.b in left_open or _is_veto(ours, theirs, linked):
            continue
        if any({cluster_of.get(a), cluster_of.get(b)} == {ours, theirs} for a, b in barred):
            continue
        if len(ours.figures) < len(theirs.figures):
            ours, theirs = theirs, ours
        ours.take(theirs)
        for figure in theirs.figures:
            cluster_of[figure.id] = ours
    clusters = {id(c): c for c in cluster_of.values()}
    return [sorted(c.figures, key=lambda f: f.id) for c in clusters.values()]


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _is_veto(a: _Cluster, b: _Cluster, linked: Pairs) -> bool:
    """Whether two groups hold figures of one document, or figures that can't be one and that no link joins."""
    if not a.documents.isdisjoint(b.documents):
        return True
    return any(
        _pair(x, y) not in linked and are_apart(ours, theirs)
        for x, ours in a.stamps.items()
        for y, theirs in b.stamps.items()
    )


def _find_open(
    by_id: Mapping[str, Figure], stamps: Mapping[str, int], links: Iterable[EntityLink], linked: Pairs
) -> frozenset[str]:
    """Ids of figures whose best links lead to figures that can't be one."""
    around: dict[str, list[tuple[float, str]]] = {}
    for link in links:
        around.setdefault(link.a, []).append((link.score, link.b))
        around.setdefault(link.b, []).append((link.score, link.a))
    found = set()
    for i, others in around.items():
        best = max(score for score, _ in others)
        near = sorted(j for score, j in others if round(best - score, 2) <= TIE)
        counts = Counter(by_id[j].document for j in near)
        rivals: dict[object, str] = {}
        for j in near:
            document = by_id[j].document
            rivals.setdefault((stamps[j], document if counts[document] > 1 else None), j)
        if any(
            by_id[x].document == by_id[y].document
            or (_pair(stamps[x], stamps[y]) not in linked and are_apart(by_id[x], by_id[y]))
            for x, y in combinations(rivals.values(), 2)
        ):
            found.add(i)
    return frozenset(found)
