"""Entities: which figures of a collection's documents are one person, body or place.

`make_keys` gives the keys under which a figure meets others, `decide` judges a pair from the two alone,
`resolve` makes the entities of one connected component. `find_components` and `find_entities` only group.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from sayso.forest import Forest
from sayso.link import bodies, persons
from sayso.link.bodynames import make_body_name
from sayso.link.figures import Figure
from sayso.link.heads import UNIQUE
from sayso.link.mentions import PERSON, PLACE
from sayso.link.naming import FAMILY_FIRST, make_person_name, to_full_given, to_sound, to_variant
from sayso.link.partition import make_partition, make_stamp
from sayso.link.placenames import to_place
from sayso.model import Entity, EntityLink

NEAR = "near "
"""Keys that begin so bring together figures of documents on one matter only."""
MOST = 48
"""Figures under one key from which on those that look the same meet only the first of them."""


def make_keys(figure: Figure) -> frozenset[str]:
    """The keys under which a figure meets those that it may be one with."""
    if figure.sort == PLACE:
        return frozenset({f"place {to_place(figure.name)[0]}"})
    if figure.sort == PERSON:
        return frozenset(k for n in (figure.name, *(d.name for d in figure.definitions)) for k in _person_keys(n))
    keys = frozenset(k for n in (figure.name, *(d.name for d in figure.definitions)) for k in _body_keys(n))
    return keys | {f"outlet {make_body_name(figure.name).joined}"} if figure.outlet else keys


def _person_keys(name: str) -> Iterable[str]:
    core = make_person_name(name).core
    if not core:
        return
    sounds = [to_sound(w) for w in core]
    yield f"person {''.join(sorted(''.join(map(to_sound, core))))}"
    yield f"family {to_variant(core[-1])}"
    if len(core) == 1:
        yield f"{NEAR}given {to_variant(core[0])}"
        return
    yield f"{NEAR}given {to_variant(core[0])}"
    yield f"{NEAR}first {to_full_given(core[0])[0]} {sounds[-1]}"
    yield f"{NEAR}last {sounds[0]} {core[-1][0]}"
    if len(core) > 2:
        yield f"two {to_sound(core[0])} {to_sound(core[1])}"
    else:
        yield f"two {sounds[0]} {sounds[1]}"
    yield (
        f"family {to_variant(core[0])}" if len(core[0]) > 1 and core[0] in FAMILY_FIRST else f"two {''.join(sounds)}"
    )


def _body_keys(name: str) -> Iterable[str]:
    body = make_body_name(name)
    if not body.words:
        return
    if body.writing:
        if body.marks:
            yield f"{NEAR}writing {' '.join(sorted(body.marks))}"
        return
    bare = bodies.is_bare(body)
    if bare and body.head not in UNIQUE:
        return
    yield f"{NEAR if body.is_common else ''}body {body.joined.removeprefix('the')}"
    if body.head:
        yield f"{NEAR}head {body.head}"
        if not bare:
            yield f"{NEAR if body.is_common else ''}round {body.head} {''.join(sorted(m[:4] for m in body.marks))}"
    else:
        yield f"{NEAR}begins {body.words[0][:6]}"
    for letters in body.initials:
        yield f"{NEAR}body {letters}"
    if body.acronym:
        yield f"{NEAR}body {body.acronym}"


def decide(a: Figure, b: Figure, *, same_matter: bool) -> EntityLink | None:
    """Why two figures are one, None where they may be two. The same whichever is given first.

    `same_matter` says that their documents tell of one matter. Two figures of one document are never one here: what
    belongs together inside a document was put together when it was read.
    """
    if a.sort != b.sort or a.document == b.document:
        return None
    a, b = sorted((a, b), key=lambda f: f.id)
    score = {PERSON: persons.score_persons, PLACE: bodies.score_places}.get(a.sort, bodies.score_bodies)
    found = score(a, b, same_matter=same_matter)
    if found is None:
        return None
    value, reason, features = found
    others = [f.words for f in features if f.name not in ("name", "definition")]
    evidence = [a.shown, b.shown]
    if any(f.name == "definition" for f in features) and (alias := bodies.find_definition(a, b)) is not None:
        evidence.append(alias.evidence)
    return EntityLink(
        a=a.id,
        b=b.id,
        score=value,
        features=tuple(features),
        reason="; ".join([reason, *others]),
        evidence=tuple(evidence),
    )


def find_pairs(figures: Iterable[Figure], matters: Collection[tuple[str, str]]) -> list[tuple[Figure, Figure, bool]]:
    """Pairs of figures that share a key, with whether their documents are on one matter.

    `matters` are pairs of ids of such documents, in whichever order.
    """
    by_id = {f.id: f for f in figures}
    near = {p for a, b in matters if a != b for p in ((a, b), (b, a))}
    meetings: dict[str, list[str]] = {}
    at: dict[str, dict[str, list[str]]] = {}
    for i in sorted(by_id):
        for key in sorted(make_keys(by_id[i])):
            at.setdefault(by_id[i].document, {}).setdefault(key.removeprefix(NEAR), []).append(i)
            if not key.startswith(NEAR):
                meetings.setdefault(key, []).append(i)
    found: set[tuple[str, str]] = set()
    for ids in meetings.values():
        found.update(_pair(ids, by_id))
    for a, b in near:
        if a < b and a in at and b in at:
            shared = at[a].keys() & at[b].keys()
            found.update((min(i, j), max(i, j)) for k in shared for i in at[a][k] for j in at[b][k])
    return [(by_id[i], by_id[j], (by_id[i].document, by_id[j].document) in near) for i, j in sorted(found)]


def _pair(ids: Sequence[str], by_id: Mapping[str, Figure]) -> Iterable[tuple[str, str]]:
    """All pairs; where there are many figures, those of one stamp only with the first of it."""
    if len(ids) <= MOST:
        return combinations(ids, 2)
    first: dict[object, str] = {}
    pairs = []
    for i in ids:
        stamp = make_stamp(by_id[i])
        if stamp in first:
            pairs.append((first[stamp], i))
        else:
            first[stamp] = i
    return [*pairs, *combinations(sorted(first.values()), 2)]


def find_components(figures: Iterable[Figure], links: Iterable[EntityLink]) -> list[list[Figure]]:
    """The figures in groups connected by links, each group and all groups by id."""
    by_id = {f.id: f for f in figures}
    joined: Forest[str] = Forest()
    for link in links:
        if link.a in by_id and link.b in by_id:
            joined.join(link.a, link.b)
    return [[by_id[i] for i in group] for group in joined.find_groups(by_id)]


def resolve(figures: Sequence[Figure], links: Sequence[EntityLink]) -> list[Entity]:
    """The entities of one component, by id.

    The surest links come first. Two groups with figures that can't be one are never joined, and a figure that two
    such groups have an equal claim to stays alone.
    """
    return sorted((_make_entity(members) for members in make_partition(figures, links)), key=lambda e: e.id)


def _make_entity(figures: Sequence[Figure]) -> Entity:
    counts = Counter(f.name for f in figures)
    told = [n for n in counts if counts[n] > 1]

    def fullness(name: str) -> tuple[int, int, int, str]:
        if figures[0].sort == PERSON:
            size = sum(len(w) > 1 for w in make_person_name(name).core) if "(" not in name else 0
        else:
            body = make_body_name(name)
            size = 0 if body.acronym or body.address else len(body.words)
        return size, counts[name], len(name), name

    kinds = Counter(f.kind for f in figures)
    return Entity(
        id=min(f.id for f in figures),
        kind=max(sorted(kinds), key=lambda k: kinds[k]),
        name=max((n for n in told if fullness(n)[0] > 1), key=fullness, default=max(counts, key=fullness)),
        names=tuple(sorted({n for f in figures for n in f.names})),
        documents=tuple(sorted({f.document for f in figures})),
    )


Judged = Sequence[tuple[str, str, str]]
"""What a person judged of two figures, by their ids, and why."""


def find_entities(
    figures: Iterable[Figure], matters: Collection[tuple[str, str]], *, merged: Judged = (), split: Judged = ()
) -> tuple[tuple[Entity, ...], tuple[EntityLink, ...], dict[str, str]]:
    """All entities by id, the links inside them, and the entity of each figure.

    `matters` are pairs of ids of documents on one matter. Order of the input never matters. `merged` are figures that a
    person judged to be one; `split` that the first of two is not whom the second, and all that is one with it, names. Only
    of judgements that two are one which can't all hold beside what was split, the first do: `merged` is in order of making.
    """
    figures = sorted(figures, key=lambda f: f.id)
    links = [k for a, b, near in find_pairs(figures, matters) if (k := decide(a, b, same_matter=near)) is not None]
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    groups: list[list[Figure]] = []
    by_figure: dict[str, list[EntityLink]] = {}
    for link in links:
        by_figure.setdefault(link.a, []).append(link)
    told = list(_link_merged(figures, links, merged))
    for component in find_components(figures, [*links, *told]):
        own = [k for f in component for k in by_figure.get(f.id, ())]
        groups += part_figures(component, own, split, merged)
    for members in merge_groups(groups, merged, split):
        entity = _make_entity(members)
        entities.append(entity)
        entity_of.update(dict.fromkeys((f.id for f in members), entity.id))
    if merged:
        judged = {(k.a, k.b): k for k in told}
        links = sorted({**{(k.a, k.b): k for k in links}, **judged}.values(), key=lambda k: (k.a, k.b))
    kept = tuple(k for k in links if entity_of[k.a] == entity_of[k.b])
    return tuple(sorted(entities, key=lambda e: e.id)), kept, entity_of


def part_figures(
    component: Sequence[Figure], links: Sequence[EntityLink], split: Judged = (), merged: Judged = ()
) -> list[list[Figure]]:
    """The figures of one component in groups that are one each, those that a person split apart; not yet merged.

    Whoever is split off leaves all that would be one with the other, what a person merged too; the rest of it stays together.
    """
    groups = make_partition(component, links)
    ids = {f.id for f in component}
    here = [(a, b) for a, b, _ in split if a in ids and b in ids]
    if not here:
        return groups
    group_of = {f.id: frozenset(x.id for x in g) for g in merge_groups(groups, merged) for f in g}
    left = {a: group_of[a] for a, b in here if b in group_of[a]}
    own = [k for k in links if k.b not in left.get(k.a, ()) and k.a not in left.get(k.b, ())]
    return make_partition(component, own, barred=here)


def merge_groups(groups: Sequence[list[Figure]], merged: Judged, split: Judged = ()) -> list[list[Figure]]:
    """The groups, those that a person judged to be one put together; where that would undo a split, the split holds."""
    group_of = {f.id: g for g in groups for f in g}
    for a, b, _ in merged:
        ours, theirs = group_of.get(a), group_of.get(b)
        if ours is None or theirs is None or ours is theirs or ours[0].sort != theirs[0].sort:
            continue
        if any({id(group_of.get(x)), id(group_of.get(y))} == {id(ours), id(theirs)} for x, y, _ in split):
            continue
        both = sorted((*ours, *theirs), key=lambda f: f.id)
        group_of.update(dict.fromkeys((f.id for f in both), both))
    return list({id(g): g for g in group_of.values()}.values())


def _link_merged(figures: Iterable[Figure], links: Iterable[EntityLink], merged: Judged) -> Iterable[EntityLink]:
    """The links that a person's judgements are; what the program saw itself stays in their reason."""
    by_id = {f.id: f for f in figures}
    seen = {(k.a, k.b): k.reason for k in links}
    for one, other, note in merged:
        a, b = sorted((one, other))
        if a in by_id and b in by_id:
            reason = f"a person judged that they are one{f': {note}' if note else ''}"
            reason = "; ".join([reason, *([seen[a, b]] if (a, b) in seen else [])])
            evidence = (by_id[a].shown, by_id[b].shown)
            yield EntityLink(a=a, b=b, score=1.0, features=(), reason=reason, evidence=evidence)
