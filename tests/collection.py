"""Small collections for tests of weighing, written line by line: each line is a statement with its chain."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from sayso.model import (
    Affiliation,
    Claim,
    Document,
    Evidence,
    Kind,
    Link,
    Modality,
    Part,
    Passage,
    Polarity,
    Relation,
    Reuse,
    Span,
    Statement,
    Status,
    Variant,
    statement_id,
)
from sayso.weigh.setting import Setting
from sayso.weigh.weighing import weigh
from tests.factories import outlet


@dataclasses.dataclass(frozen=True, kw_only=True)
class Line:
    """A statement of the claim: its words and whom the outlet credits, from near to far."""

    words: str = "the pump failed"
    chain: tuple[Link, ...] = ()
    part: Part = Part.TEXT
    denied: bool = False
    hedged: bool = False
    credited: bool = True
    value: str | None = None
    claimed: bool = True
    """False for a statement that no claim holds."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Page:
    """A document, its text made of its lines."""

    outlet: str | None
    lines: tuple[Line, ...]
    published: str | None = None
    status: Status = Status.LIVE


def line(*chain: Link, words: str = "the pump failed", **options: object) -> Line:
    """A line on somebody's word; the outlet's own where nobody is given."""
    return Line(words=words, chain=chain, **options)  # type: ignore[arg-type]


def page(name: str | None, *lines: Line, at: str | None = None, status: Status = Status.LIVE) -> Page:
    """A document of an outlet."""
    return Page(outlet=name, lines=lines, published=at, status=status)


def make_pages(pages: Mapping[str, Page]) -> tuple[dict[str, Document], dict[str, list[Statement]], dict[str, Line]]:
    """Documents by id, their statements in the order of the lines, and each statement's line."""
    documents, statements = {}, {}
    lines: dict[str, Line] = {}
    for i, each in pages.items():
        parts = {Part.HEADLINE: "", Part.TEXT: ""}
        made = []
        for given in each.lines:
            start = len(parts[given.part])
            span = Span(part=given.part, start=start, stop=start + len(given.words))
            parts[given.part] += given.words
            chain = [outlet(each.outlet)]
            for link in given.chain:
                parts[given.part] += ", "
                at = len(parts[given.part])
                parts[given.part] += link.name or "they"
                mention = Span(part=given.part, start=at, stop=len(parts[given.part]))
                chain.append(dataclasses.replace(link, mention=mention))
            parts[given.part] += ". "
            polarity = Polarity.DENIED if given.denied else Polarity.AFFIRMED
            made.append(
                Statement(
                    id=statement_id(document=i, spans=[span], chain=chain, polarity=polarity),
                    document=i,
                    spans=(span,),
                    text=given.words,
                    chain=tuple(chain),
                    polarity=polarity,
                    modality=Modality.HEDGED if given.hedged else Modality.PLAIN,
                    credited=given.credited,
                )
            )
            lines[made[-1].id] = given
        documents[i] = Document(
            id=i,
            outlet=each.outlet,
            published=each.published,
            headline=parts[Part.HEADLINE],
            text=parts[Part.TEXT],
            status=each.status,
        )
        statements[i] = made
    return documents, statements, lines


def make_reuse(
    documents: Mapping[str, Document], document: str, source: str, *, directed: bool = True, words: str | None = None
) -> Reuse:
    """One document that repeats another: some words of both, or both of their parts from end to end."""
    passages = []
    for part in Part:
        ours, theirs = documents[document].part(part), documents[source].part(part)
        if words is not None:
            if words in ours and words in theirs:
                passages.append((part, ours.index(words), len(words), theirs.index(words), len(words)))
        elif ours and theirs:
            passages.append((part, 0, len(ours), 0, len(theirs)))
    return Reuse(
        document=document,
        source=source,
        directed=directed,
        reason="the same words",
        passages=tuple(
            Passage(span=Span(part=part, start=a, stop=a + m), source=Span(part=part, start=b, stop=b + n), score=1.0)
            for part, a, m, b, n in passages
        ),
    )


def make_affiliation(member: str, body: str) -> Affiliation:
    """One entity as a part of another, both by their ids: `person:Lena Orr`, `body:Coast Guard`."""
    words = f"{member} of {body}"
    return Affiliation(member=member, body=body, reason=words, evidence=Evidence(document="d1", words=words))


def entity_of(link: Link) -> str:
    """The entity that a link's name means here."""
    return f"{'person' if link.kind is Kind.PERSON else 'body'}:{link.name}"


def make_setting(
    documents: Mapping[str, Document],
    statements: Iterable[Statement],
    *,
    reuses: Iterable[Reuse] = (),
    affiliations: Iterable[Affiliation] = (),
    overruled: Mapping[frozenset[str], tuple[Relation, str]] | None = None,
) -> Setting:
    """All that weighing knows, with one entity a name."""
    everything = list(statements)
    by_document: dict[str, list[Statement]] = {}
    publishers: dict[str, list[str]] = {}
    found: dict[str, list[Reuse]] = {}
    members: dict[str, list[Affiliation]] = {}
    for statement in everything:
        by_document.setdefault(statement.document, []).append(statement)
    for document in documents.values():
        if document.outlet:
            publishers.setdefault(f"body:{document.outlet}", []).append(document.id)
    for reuse in reuses:
        found.setdefault(reuse.document, []).append(reuse)
        found.setdefault(reuse.source, []).append(reuse)
    for affiliation in affiliations:
        members.setdefault(affiliation.member, []).append(affiliation)
    return Setting(
        documents=documents,
        statements={s.id: s for s in everything},
        by_document=by_document,
        entities={
            (s.document, k.kind, k.name): entity_of(k)
            for s in everything
            for k in s.chain
            if k.name and k.kind is not Kind.ANONYMOUS
        },
        publishers=publishers,
        reuses=found,
        affiliations=members,
        overruled=overruled or {},
    )


def make_claim(statements: Sequence[Statement], lines: Mapping[str, Line]) -> Claim:
    """The claim of all statements, before it is weighed."""
    claimed = [s for s in statements if lines[s.id].claimed]
    values: dict[str, list[str]] = {}
    for statement in claimed:
        value = lines[statement.id].value
        if value:
            values.setdefault(value, []).append(statement.id)
    return Claim(
        id="c1",
        text="the pump failed",
        said_by="Harbor Daily",
        statements=tuple(s.id for s in claimed if s.polarity is not Polarity.DENIED),
        denials=tuple(s.id for s in claimed if s.polarity is Polarity.DENIED),
        variants=tuple(Variant(value=v, statements=tuple(ids)) for v, ids in values.items()),
    )


@dataclasses.dataclass(frozen=True, kw_only=True)
class Weighed:
    """A weighed claim with names for its statements: `d1.0` is the first line of document d1."""

    claim: Claim
    names: Mapping[str, str]

    @property
    def interval(self) -> tuple[int, int]:
        """At least, at most."""
        return self.claim.weight.at_least, self.claim.weight.at_most

    @property
    def origins(self) -> dict[str, list[str]]:
        """Kind and name of each origin → the statements that rest on it."""
        return {f"{o.kind}:{o.name}": sorted(self.names[i] for i in o.statements) for o in self.claim.weight.origins}

    def steps(self, name: str) -> list[str]:
        """The followed chain of a statement: each link's name, after the step that led to it where it isn't its chain."""
        (followed,) = (
            f for f in (*self.claim.weight.followed, *self.claim.denied.followed) if self.names[f.statement] == name
        )
        return [f"{'' if h.step == 'chain' else f'{h.step}: '}{h.link.name}" for h in followed.hops]

    @property
    def loops(self) -> list[str]:
        """The statements that only lead round."""
        return sorted(self.names[i] for i in self.claim.loops)


def weigh_pages(
    pages: Mapping[str, Page],
    *,
    reuses: Iterable[tuple[str, str]] = (),
    twins: Iterable[tuple[str, str]] = (),
    affiliations: Iterable[tuple[str, str]] = (),
    overruled: Mapping[frozenset[str], tuple[Relation, str]] | None = None,
) -> Weighed:
    """The weighed claim of some documents. `reuses` are (document, source) pairs, `twins` the undirected ones."""
    documents, statements, lines = make_pages(pages)
    everything = [s for i in statements for s in statements[i]]
    setting = make_setting(
        documents,
        everything,
        reuses=[
            *(make_reuse(documents, a, b) for a, b in reuses),
            *(make_reuse(documents, a, b, directed=False) for a, b in twins),
        ],
        affiliations=[make_affiliation(a, b) for a, b in affiliations],
        overruled=overruled,
    )
    names = {s.id: f"{i}.{n}" for i in statements for n, s in enumerate(statements[i])}
    return Weighed(claim=weigh(make_claim(everything, lines), setting), names=names)
