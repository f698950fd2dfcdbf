"""Weighing holds whatever the collection: order, copies, and what a person overrules."""

import dataclasses
import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Claim, Document, Evidence, Part, Relation, Reuse, Statement, statement_id
from sayso.weigh.interval import find_largest_clique
from sayso.weigh.setting import Setting
from sayso.weigh.weighing import weigh
from tests.collection import (
    Line,
    Page,
    entity_of,
    make_affiliation,
    make_claim,
    make_pages,
    make_reuse,
    make_setting,
)
from tests.factories import anonymous, organisation, outlet, person, publication

OUTLETS = ("Harbor Daily", "Port Times", "Coast Wire", "Port Authority", None)
WORDS = ("the pump failed", "the pump had failed", "a pump was failing", "our reporter saw the pump fail")

people = st.sampled_from([person("Lena Orr"), person("Owen Tarn"), person(None), organisation("Port Authority")])
described = st.sampled_from([anonymous("officials"), anonymous("a sailor"), anonymous(None)])
papers = st.sampled_from(
    [publication("Port Times"), publication("Coast Wire"), publication("Study of Pumps"), publication("Harbor Daily")]
)
chains = st.one_of(
    st.just(()),
    people.map(lambda a: (a,)),
    described.map(lambda a: (a,)),
    papers.map(lambda a: (a,)),
    st.tuples(papers, people),
    st.tuples(papers, described),
    st.tuples(people, people),
    st.tuples(papers, papers),
)
lines = st.builds(
    Line,
    words=st.sampled_from(WORDS),
    chain=chains,
    part=st.sampled_from([Part.TEXT, Part.TEXT, Part.TEXT, Part.HEADLINE]),
    denied=st.sampled_from([False, False, False, True]),
    hedged=st.booleans(),
    credited=st.booleans(),
    value=st.sampled_from([None, None, "one pump", "two pumps"]),
    claimed=st.sampled_from([True, True, True, False]),
)
pages = st.builds(
    Page,
    outlet=st.sampled_from(OUTLETS),
    lines=st.lists(lines, min_size=1, max_size=3).map(tuple),
    published=st.sampled_from([None, "2031-03-01", "2031-03-02", "2031-03-02T08:00:00Z", "2031-03-03T08:00:00Z"]),
)
ENTITIES = tuple(map(entity_of, (person("Lena Orr"), person("Owen Tarn"), organisation("Port Authority"))))


@dataclasses.dataclass(frozen=True, kw_only=True, repr=False)
class Collection:
    """All that a weighing is made of."""

    documents: dict[str, Document]
    statements: list[Statement]
    reuses: list[Reuse]
    claim: Claim
    affiliations: list[tuple[str, str]]
    overruled: dict[frozenset[str], tuple[Relation, str]] = dataclasses.field(default_factory=dict)

    def _repr_pretty_(self, printer: object, _: bool) -> None:
        """What hypothesis shows where a test fails: a collection at a glance."""
        printer.text(self.describe())  # type: ignore[attr-defined]

    def describe(self) -> str:
        """Its documents, statements and reuse."""
        rows = [f"{d.id} {d.outlet} {d.published} | {d.headline} | {d.text}" for d in self.documents.values()]
        sides = {**dict.fromkeys(self.claim.statements, "+"), **dict.fromkeys(self.claim.denials, "-")}
        rows += [
            f"  {sides.get(s.id, 'unclaimed')} {s.id[:4]} {s.document} {s.part} {s.start} {s.text}: "
            + " > ".join(f"{k.kind} {k.name}" for k in s.chain[1:])
            for s in self.statements
        ]
        rows += [
            f"  {r.document} {'repeats' if r.directed else 'shares words with'} {r.source}: "
            + ", ".join(
                f"{p.span.part} {p.span.start}-{p.span.stop} = {p.source.start}-{p.source.stop}" for p in r.passages
            )
            for r in self.reuses
        ]
        return "\n".join(["", *rows, f"{self.affiliations} {self.overruled}"])

    def setting(self) -> Setting:
        return make_setting(
            self.documents,
            self.statements,
            reuses=self.reuses,
            affiliations=[make_affiliation(a, b) for a, b in self.affiliations],
            overruled=self.overruled,
        )

    def weigh(self) -> Claim:
        return weigh(self.claim, self.setting())


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    drawn = draw(st.lists(pages, min_size=1, max_size=6))
    documents, statements, given_lines = make_pages({f"d{n}": page for n, page in enumerate(drawn)})
    reuses = []
    for a, b in itertools.permutations(documents, 2):
        kind = draw(st.sampled_from(["none", "none", "none", "reuse", "twins"]))
        if kind != "none" and (kind == "reuse" or a < b):
            is_copy = all(documents[a].part(part) == documents[b].part(part) for part in Part)
            words = None if is_copy else draw(st.sampled_from(WORDS))
            reuses.append(make_reuse(documents, a, b, directed=kind == "reuse", words=words))
    everything = [s for i in statements for s in statements[i]]
    pairs = st.sampled_from([(a, b) for a, b in itertools.permutations(ENTITIES, 2) if not b.startswith("person")])
    return Collection(
        documents=documents,
        statements=everything,
        reuses=reuses,
        claim=make_claim(everything, given_lines),
        affiliations=draw(st.lists(pairs, max_size=1)),
    )


def interval(claim: Claim) -> tuple[int, int, int, int]:
    return claim.weight.at_least, claim.weight.at_most, claim.denied.at_least, claim.denied.at_most


@settings(max_examples=200, deadline=None)
@given(collections(), st.integers(min_value=0, max_value=2**32))
def test_order_leaves_no_trace(case: Collection, seed: int) -> None:
    shuffle = random.Random(seed)

    def mixed(items: list) -> list:  # type: ignore[type-arg]
        return shuffle.sample(items, len(items))

    other = dataclasses.replace(
        case,
        documents=dict(mixed(list(case.documents.items()))),
        statements=mixed(case.statements),
        reuses=mixed(case.reuses),
        affiliations=mixed(case.affiliations),
        claim=dataclasses.replace(
            case.claim,
            statements=tuple(mixed(list(case.claim.statements))),
            denials=tuple(mixed(list(case.claim.denials))),
            variants=tuple(mixed(list(case.claim.variants))),
        ),
    )
    ours, theirs = (dataclasses.replace(c.weigh(), statements=(), denials=(), variants=()) for c in (case, other))
    assert ours == theirs


@settings(max_examples=300, deadline=None)
@given(collections())
def test_everything_is_accounted_for(case: Collection) -> None:
    claim = case.weigh()
    for weight, ids in ((claim.weight, claim.statements), (claim.denied, claim.denials)):
        resting = [i for o in weight.origins for i in o.statements]
        assert sorted([*resting, *(i for i in claim.loops if i in ids)]) == sorted(ids)
        assert weight.at_least <= weight.at_most == len(weight.origins)
        assert (weight.at_least == 0) == (not weight.origins)
        assert len(weight.relations) == weight.at_most * (weight.at_most - 1) // 2
        assert {f.statement: f.origin for f in weight.followed} == {
            i: next((o.id for o in weight.origins if i in o.statements), None) for i in ids
        }
        hops = [h for f in weight.followed for h in f.hops]
        judged: list[tuple[str, tuple[Evidence, ...]]] = [(o.reason, o.evidence) for o in weight.origins]
        judged += [(r.reason, r.evidence) for r in weight.relations] + [(h.reason, h.evidence) for h in hops]
        for reason, evidence in judged:
            assert reason and evidence
            for e in evidence:
                assert e.span is None or case.documents[e.document].words(e.span) == e.words
    assert claim.circular == (bool(claim.statements) and not claim.weight.origins)


@settings(max_examples=500, deadline=None)
@given(st.data(), collections())
def test_a_verbatim_copy_never_raises_either_end(data: st.DataObject, case: Collection) -> None:
    source = data.draw(st.sampled_from(sorted(case.documents)))
    directed = data.draw(st.booleans())
    published = case.documents[source].published
    copy = dataclasses.replace(
        case.documents[source],
        id=data.draw(st.sampled_from(["a copy", "x copy"])),
        outlet="Echo of the Coast",
        published=data.draw(st.sampled_from([None, "2031-03-04T08:00:00Z"])) if directed else published,
    )
    made = {s.id: copy_statement(s, copy) for s in case.statements if s.document == source}
    documents = {**case.documents, copy.id: copy}
    with_copy = dataclasses.replace(
        case,
        documents=documents,
        statements=[*case.statements, *made.values()],
        reuses=[*case.reuses, make_reuse(documents, copy.id, source, directed=directed)],
        claim=dataclasses.replace(
            case.claim,
            statements=(*case.claim.statements, *(made[i].id for i in case.claim.statements if i in made)),
            denials=(*case.claim.denials, *(made[i].id for i in case.claim.denials if i in made)),
            variants=tuple(
                dataclasses.replace(v, statements=(*v.statements, *(made[i].id for i in v.statements if i in made)))
                for v in case.claim.variants
            ),
        ),
    )
    before, after = interval(case.weigh()), interval(with_copy.weigh())
    assert all(a <= b for a, b in zip(after, before, strict=True)), (before, after)


def copy_statement(statement: Statement, copy: Document) -> Statement:
    """The statement as a copy of its document has it."""
    chain = (outlet(copy.outlet), *statement.chain[1:])
    i = statement_id(document=copy.id, spans=statement.spans, chain=chain, polarity=statement.polarity)
    return dataclasses.replace(statement, id=i, document=copy.id, chain=chain)


@settings(max_examples=300, deadline=None)
@given(st.data(), collections())
def test_same_never_raises_at_most_and_different_never_lowers_at_least(data: st.DataObject, case: Collection) -> None:
    before = case.weigh().weight
    ids = sorted(o.id for o in before.origins)
    pairs = [frozenset(p) for p in itertools.combinations(ids, 2)]
    if not pairs:
        return
    chosen = data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=3, unique=True))
    same = dataclasses.replace(case, overruled=dict.fromkeys(chosen, (Relation.SAME, "told so"))).weigh().weight
    different = dataclasses.replace(case, overruled=dict.fromkeys(chosen, (Relation.DIFFERENT, ""))).weigh().weight
    assert same.at_most < before.at_most
    assert different.at_least >= before.at_least and different.at_most == before.at_most
    for weight, relation in ((same, Relation.SAME), (different, Relation.DIFFERENT)):
        judged = {frozenset((r.a, r.b)): r for r in weight.relations if r.relation is relation}
        for pair in chosen:
            assert "a person judged so" in judged[pair].reason
            assert "the machine: " in judged[pair].reason


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=9), st.integers(min_value=0, max_value=2**32), st.floats(0.1, 0.9))
def test_the_search_is_exact(size: int, seed: int, share: float) -> None:
    draw = random.Random(seed)
    near = [0] * size
    for a, b in itertools.combinations(range(size), 2):
        if draw.random() < share:
            near[a] |= 1 << b
            near[b] |= 1 << a
    largest = max(
        n
        for n in range(size + 1)
        for chosen in itertools.combinations(range(size), n)
        if all(near[a] >> b & 1 for a, b in itertools.combinations(chosen, 2))
    )
    assert find_largest_clique(near, work=10_000) == (largest, True)
    cut, is_exact = find_largest_clique(near, work=3)
    assert cut <= largest and (not is_exact or cut == largest)
