"""Measures the rules alone: weighing over the written cases' own statements, chains, reuse and claims.

    python -m bench.weighing [--told] [--misses] [--json] [CASE.json ...]

Reading and linking are not measured here: what they would give is taken from the answers. Entities are equal
names; affiliations are read off the mentions in the simplest way, or with --told from the answers' relations.
What the answers don't hold at all, whether an outlet's own voice is first hand, is the program's.

  interval    share of the claims with exactly the gold at_least and at_most
  origins     share whose origins are the gold's: the same statements on each, with the same kind, name and marks
  relations   share of the pairs of such origins that stand as in the gold
  hardened, circular   F1 over documents and over claims
"""

import argparse
import collections
import dataclasses
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.floors import find_cases, find_own_cases, find_test_data
from sayso.model import (
    Affiliation,
    Claim,
    Document,
    Evidence,
    Kind,
    Link,
    Modality,
    Origin,
    Part,
    Passage,
    Polarity,
    Reuse,
    Span,
    Statement,
    Status,
    Tie,
    Variant,
    Weight,
    hash_of,
    statement_id,
)
from sayso.weigh.names import normalise_name
from sayso.weigh.setting import Setting
from sayso.weigh.weighing import weigh

Record = dict[str, Any]

_CAPITALISED = re.compile(r"[A-Z][\w'’-]+(?: (?:of|for|the|and|de|on)(?= [A-Z])| [A-Z][\w'’-]+)*")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Case:
    """One written case as model objects: each gold claim with the statements of its record, in order."""

    name: str
    setting: Setting
    claims: tuple[tuple[Record, Claim, tuple[str, ...]], ...]


def read_case(path: Path, *, told: bool = False) -> Case:
    """A case with its claims as linking would give them at best.

    `told` takes affiliations from the answers: two named sources of which they don't know that they are different.
    """
    record = json.loads(path.read_text(encoding="utf-8"))
    documents = {d["id"]: make_document(d) for d in record["documents"]}
    claims = []
    statements: dict[str, Statement] = {}
    for claim in record["claims"]:
        made = [make_statement(s, documents[s["document"]]) for s in claim["statements"]]
        statements |= {s.id: s for s in made}
        claims.append((claim, make_claim(claim, made), tuple(s.id for s in made)))
    links = [(s.document, k) for s in statements.values() for k in s.chain]
    entities = {(d, str(k.kind), k.name): make_entity(k.kind, k.name) for d, k in links if k.name}
    outlets = collections.defaultdict(list)
    for document in documents.values():
        if document.outlet:
            outlets[make_entity(Kind.OUTLET, document.outlet)].append(document.id)
    by_document = collections.defaultdict(list)
    for statement in statements.values():
        by_document[statement.document].append(statement)
    reuses = collections.defaultdict(list)
    for reuse in (make_reuse(r, documents) for r in record["reuse"]):
        reuses[reuse.document].append(reuse)
        reuses[reuse.source].append(reuse)
    affiliations: dict[str, list[Affiliation]] = collections.defaultdict(list)
    gold = (a for c in record["claims"] for a in tell_affiliations(c))
    for affiliation in gold if told else find_affiliations(links, documents):
        affiliations[affiliation.member].append(affiliation)
    setting = Setting(
        documents=documents,
        statements=statements,
        by_document=by_document,
        entities=entities,
        publishers=outlets,
        reuses=reuses,
        affiliations=affiliations,
    )
    return Case(name=path.stem, setting=setting, claims=tuple(claims))


def make_document(record: Record) -> Document:
    """A case's document under the case's own id."""
    return Document(
        id=record["id"],
        outlet=record["outlet"],
        published=record["published"],
        byline=record["byline"],
        headline=record["headline"],
        text=record["text"],
        status=Status(record["status"]),
    )


def make_statement(record: Record, document: Document) -> Statement:
    """A gold statement. Where it is asserted over a longer chain, its words hide what the text credits."""
    span = find_span(record["span"], document)
    chain = tuple(make_link(k, document, span) for k in record["chain"])
    polarity = Polarity.DENIED if record["certainty"] == "denied" else Polarity.AFFIRMED
    return Statement(
        id=statement_id(document=document.id, spans=[span], chain=chain, polarity=polarity),
        document=document.id,
        spans=(span,),
        text=document.words(span),
        chain=chain,
        polarity=polarity,
        modality=Modality.HEDGED if record["certainty"] == "hedged" else Modality.PLAIN,
        credited=not (record["certainty"] == "asserted" and len(chain) > 1),
    )


def make_link(record: Record, document: Document, near: Span) -> Link:
    """A gold link, its mention the one nearest to the statement."""
    mention = record.get("mention")
    spans = [
        Span(part=part, start=m.start(), stop=m.end())
        for part in (near.part, Part.TEXT)
        for m in re.finditer(re.escape(mention or "\0"), document.part(part))
    ]
    at = min(spans, key=lambda s: (s.part is not near.part, abs(s.start - near.start)), default=None)
    return Link(kind=Kind(record["kind"]), name=record["name"], mention=at)


def find_span(words: str, document: Document) -> Span:
    """Where words stand in a document, its text before its headline."""
    for part in (Part.TEXT, Part.HEADLINE):
        start = document.part(part).find(words)
        if start >= 0:
            return Span(part=part, start=start, stop=start + len(words))
    raise ValueError(f"{document.id}: not a substring: {words!r}")


def make_claim(record: Record, statements: Sequence[Statement]) -> Claim:
    """A gold claim before it is weighed, its ties the words that two statements share."""
    words = {s.id: set(normalise_name(s.text).split()) for s in statements}
    ties = [
        Tie(a=a, b=b, opposed=False, score=len(words[a] & words[b]) / len(words[a] | words[b]), features=(), reason="")
        for a in words
        for b in words
        if a < b
    ]
    return Claim(
        id=record["id"],
        text=record["text"],
        said_by="",
        statements=tuple(s.id for s in statements if s.polarity is not Polarity.DENIED),
        denials=tuple(s.id for s in statements if s.polarity is Polarity.DENIED),
        ties=tuple(ties),
        variants=tuple(
            Variant(value=v["value"], statements=tuple(statements[n].id for n in v["statements"]))
            for v in record["variants"]
        ),
    )


def make_reuse(record: Record, documents: Mapping[str, Document]) -> Reuse:
    """A gold reuse."""
    document, source = documents[record["document"]], documents[record["from"]]
    return Reuse(
        document=document.id,
        source=source.id,
        directed=True,
        reason=record["kind"],
        passages=tuple(
            Passage(span=find_span(ours, document), source=find_span(theirs, source), score=1.0)
            for ours, theirs in record["passages"]
        ),
    )


def make_entity(kind: str, name: str) -> str:
    """One entity for every name; a person is none of the others."""
    return hash_of(["person" if kind == Kind.PERSON else "body", normalise_name(name)])


def find_affiliations(links: Iterable[tuple[str, Link]], documents: Mapping[str, Document]) -> Iterator[Affiliation]:
    """What mentions of people and bodies say of where they belong: a body's name, or other names in capitals, in them."""
    known = list(links)
    bodies = {k.name for _, k in known if k.name and k.kind in (Kind.ORGANISATION, Kind.PUBLICATION, Kind.OUTLET)}
    for document, link in known:
        if not link.name or link.kind not in (Kind.PERSON, Kind.ORGANISATION):
            continue
        for mention in find_mentions(link, documents[document]):
            outside = mention.replace(link.name, "|")
            inside = {b for b in bodies if normalise_name(b) in normalise_name(outside)}
            if link.kind is Kind.PERSON:
                inside |= {m[0] for m in _CAPITALISED.finditer(outside)}
            for body in sorted(inside - {link.name}):
                yield Affiliation(
                    member=make_entity(link.kind, link.name),
                    body=make_entity(Kind.ORGANISATION, body),
                    reason=f'"{mention}" makes {link.name} part of {body}',
                    evidence=Evidence(document=document, words=mention),
                )


def tell_affiliations(claim: Record) -> Iterator[Affiliation]:
    """Affiliations that would explain a gold claim's undetermined pairs of named people and bodies."""
    speakers = {o["id"]: o for o in claim["origins"] if o["kind"] in (Kind.PERSON, Kind.ORGANISATION)}
    for a, b, relation, why in claim["relations"]:
        if relation == "undetermined" and a in speakers and b in speakers:
            pair = sorted((speakers[a], speakers[b]), key=lambda o: (o["kind"] == Kind.ORGANISATION, o["name"]))
            members = [make_entity(o["kind"], o["name"]) for o in pair]
            body = members.pop() if pair[1]["kind"] == Kind.ORGANISATION else hash_of(["body of", *members])
            for member in members:
                yield Affiliation(member=member, body=body, reason=why, evidence=Evidence(document="", words=why))


def find_mentions(link: Link, document: Document) -> list[str]:
    """A link's mention, and the words set beside its name elsewhere in the document."""
    name = re.escape(link.name or "\0")
    beside = re.finditer(rf"(?:[\w'’-]+ ){{0,6}}{name}(?:, [^,.;]{{3,60}}(?=[,.;]))?", document.text)
    mention = [document.words(link.mention)] if link.mention else []
    return [*mention, *(m[0] for m in beside)]


@dataclasses.dataclass(kw_only=True)
class Tally:
    """What was right, and what was not, in words."""

    claims: int = 0
    right: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    pairs: int = 0
    hardened: list[int] = dataclasses.field(default_factory=lambda: [0, 0, 0])
    circular: list[int] = dataclasses.field(default_factory=lambda: [0, 0, 0])
    misses: list[str] = dataclasses.field(default_factory=list)

    def add_case(self, case: Case) -> None:
        """Weighs every claim of a case and compares."""
        for gold, claim, ids in case.claims:
            self.add_claim(f"{case.name} {gold['id']}", gold, weigh(claim, case.setting), ids)

    def add_claim(self, name: str, gold: Record, claim: Claim, ids: Sequence[str]) -> None:
        """Compares one weighed claim with the gold's."""
        weight = claim.weight
        self.claims += 1
        is_exact = (weight.at_least, weight.at_most) == (gold["at_least"], gold["at_most"])
        wanted = sorted(describe_gold(o, ids) for o in gold["origins"])
        said = sorted(describe_said(o, weight) for o in weight.origins)
        self.right["interval"] += is_exact
        self.right["origins"] += wanted == said
        if not is_exact or wanted != said:
            self.misses.append(
                f"{name}: gold {gold['at_least']}-{gold['at_most']}, said {weight.at_least}-{weight.at_most}"
            )
            number = {i: n for n, i in enumerate(ids)}
            for label, rows in (("gold", wanted), ("said", said)):
                shown = [(*r[:-1], sorted(number[i] for i in r[-1])) for r in rows]
                self.misses[-1] += f"\n    {label} {shown}"
        for want, is_right in compare_relations(gold, weight, ids):
            self.pairs += 1
            self.right["relations"] += is_right
            if not is_right:
                self.misses.append(f"{name}: gold {want}")
        self._compare("hardened", name, set(gold["hardened_at"]), set(claim.hardened_at))
        self._compare(
            "circular", name, {"it"} & {"it" if gold["circular"] else ""}, {"it"} if claim.circular else set()
        )

    def _compare(self, what: str, name: str, gold: set[str], said: set[str]) -> None:
        counts = self.hardened if what == "hardened" else self.circular
        for n, found in enumerate((gold & said, gold, said)):
            counts[n] += len(found)
        if gold != said:
            self.misses.append(f"{name}: {what} gold {sorted(gold)}, said {sorted(said)}")

    def figures(self) -> dict[str, float]:
        """The figures, as shares."""
        return {
            "interval": round(self.right["interval"] / self.claims, 3),
            "origins": round(self.right["origins"] / self.claims, 3),
            "relations": round(self.right["relations"] / max(1, self.pairs), 3),
            "hardened": f1(*self.hardened),
            "circular": f1(*self.circular),
        }


Row = tuple[str, str, bool, bool, list[str]]


def describe_gold(origin: Record, ids: Sequence[str]) -> Row:
    """What is compared of a gold origin."""
    name = normalise_name(origin["name"]) if origin["kind"] != Kind.ANONYMOUS else ""
    marks = origin.get("absent", False), origin.get("unattributed", False)
    return origin["kind"], name, *marks, sorted({ids[n] for n in origin["statements"]})


def describe_said(origin: Origin, weight: Weight) -> Row:
    """The same of an origin of the program."""
    name = normalise_name(origin.name or "") if origin.kind is not Kind.ANONYMOUS else ""
    return str(origin.kind), name, origin.absent, origin.unattributed, sorted(origin.statements)


def compare_relations(gold: Record, weight: Weight, ids: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
    """Each gold relation between origins that the program has too, and whether it says the same."""
    by_statements = {o.statements: o.id for o in weight.origins}
    origins = {o["id"]: by_statements.get(tuple(sorted({ids[n] for n in o["statements"]}))) for o in gold["origins"]}
    said = {frozenset((r.a, r.b)): r.relation for r in weight.relations}
    for row in gold["relations"]:
        a, b = origins[row[0]], origins[row[1]]
        if a and b:
            yield row, said.get(frozenset((a, b))) == row[2]


def f1(both: int, gold: int, said: int) -> float:
    """F1 of what was found."""
    return round(2 * both / (gold + said), 3) if gold + said else 1.0


def measure_weighing(files: Iterable[Path], *, told: bool = False) -> Tally:
    """Weighs every claim of some cases."""
    tally = Tally()
    for path in files:
        tally.add_case(read_case(path, told=told))
    return tally


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--told", action="store_true", help="take affiliations from the answers")
    parser.add_argument("--misses", action="store_true", help="also list what differs, claim by claim")
    parser.add_argument("--json", action="store_true", help="figures as one JSON object")
    options = parser.parse_args()
    data = find_test_data(os.environ)
    tally = measure_weighing(options.cases or [*find_cases(data), *find_own_cases(data)], told=options.told)
    print("\n".join(tally.misses) if options.misses else "", end="\n" if options.misses else "")
    figures = {"claims": tally.claims, **tally.figures()}
    print(json.dumps(figures) if options.json else "\n".join(f"{k:10} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
