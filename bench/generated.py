"""A collection of any size, made of nothing: short reports on many matters, five on each, that share what is said."""

import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from sayso.catalogue.catalogue import make_catalogue
from sayso.model import (
    Document,
    Ingested,
    Kind,
    Link,
    Meeting,
    Name,
    Part,
    Polarity,
    Reading,
    Span,
    Statement,
    Tie,
    document_id,
    statement_id,
)
from sayso.steps import LINKS_VERSION, make_links
from sayso.store import Store

ON_ONE_MATTER = 5
SHARED, OWN = 4, 4
"""Statements of a report that the others on its matter make too, and that it makes alone."""

SYLLABLES = "bar cal dor el fen gil har is jor kal lun mar nel or pel quin ras sel tor ul ven wex yar zel".split()
NOUNS = "ferry pump school bridge harbour road market clinic tower well archive mill farm court bank mine".split()
VERBS = "closed reopened failed flooded burned moved sold searched measured repaired opened emptied".split()
CAUSES = "after the storm;before the vote;within an hour;on Monday night;without a permit;for the second time".split(
    ";"
)


def make_name(chance: random.Random) -> str:
    """A word that could be a name."""
    return "".join(chance.choices(SYLLABLES, k=2)).capitalize()


def make_clause(chance: random.Random) -> str:
    """Something that could have happened."""
    number = chance.randint(2, 90)
    return (
        f"{number} {chance.choice(NOUNS)}s of {make_name(chance)} were {chance.choice(VERBS)} {chance.choice(CAUSES)}"
    )


def make_report(number: int, shared: list[str], who: list[str], chance: random.Random) -> tuple[Document, Reading]:
    """A report on a matter, and what a reader would find in it."""
    outlet = f"{make_name(random.Random(number % 60))} Post"
    text, made = "", []
    for clause in [*shared, *(make_clause(chance) for _ in range(OWN))]:
        source = chance.choice([*who, "two officials", ""])
        start = len(text)
        credit = f", {source} said. " if source else ". "
        text += clause + credit
        mention = Span(part=Part.TEXT, start=start + len(clause) + 2, stop=start + len(clause) + 2 + len(source))
        made.append((Span(part=Part.TEXT, start=start, stop=start + len(clause)), source, mention))
    headline = f"What happened in {make_name(chance)}"
    url = f"https://{outlet.split()[0].lower()}.example/{number}"
    document = Document(
        id=document_id(outlet=outlet, url=url, headline=headline, text=text),
        url=url,
        outlet=outlet,
        outlet_from="given",
        published=f"20{20 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:00:00Z",
        published_from="given",
        headline=headline,
        text=text,
        language="en",
        input=url,
        version_of=url,
    )
    statements = [make_statement(document, span, source, mention) for span, source, mention in made]
    names = {(m, s) for _, s, m in made if s in who}
    found = sorted((Name(span=m, type="Person") for m, _ in names), key=lambda n: n.span)
    return document, Reading(document=document.id, reader="generated", statements=tuple(statements), names=tuple(found))


def make_statement(document: Document, span: Span, source: str, mention: Span) -> Statement:
    """A statement of a report, on somebody's word or in its outlet's own voice."""
    chain = [Link(kind=Kind.OUTLET, name=document.outlet, reason="publishes it")]
    if source:
        kind = Kind.ANONYMOUS if source.islower() else Kind.PERSON
        chain.append(Link(kind=kind, name=source, mention=mention, reason="named after the words"))
    return Statement(
        id=statement_id(document=document.id, spans=[span], chain=chain, polarity=Polarity.AFFIRMED),
        document=document.id,
        spans=(span,),
        text=document.words(span),
        chain=tuple(chain),
    )


def make_reports(count: int, *, seed: int = 0) -> Iterator[list[tuple[Document, Reading]]]:
    """The reports, those on one matter together."""
    for first in range(0, count, ON_ONE_MATTER):
        chance = random.Random(seed * 1_000_003 + first)
        shared = [make_clause(chance) for _ in range(SHARED)]
        who = [f"{make_name(chance)} {make_name(chance)}" for _ in range(3)]
        numbers = range(first, min(first + ON_ONE_MATTER, count))
        yield [make_report(n, shared, who, chance) for n in numbers]


def find_meetings(reports: list[tuple[Document, Reading]]) -> Iterator[Meeting]:
    """What reports on one matter have in common: the statements that all of them make."""
    for (one, first), (two, second) in combinations(reports, 2):
        a, b = sorted((one.id, two.id))
        ties = []
        for x, y in zip(first.statements[:SHARED], second.statements[:SHARED], strict=True):
            low, high = sorted((x.id, y.id))
            ties.append(Tie(a=low, b=high, opposed=False, score=0.95, features=(), reason="the same words"))
        yield Meeting(a=a, b=b, same_matter=True, score=0.95, ties=tuple(ties))


def make_collection(path: Path, count: int) -> None:
    """Writes a collection of so many reports, linked and weighed."""
    documents, readings, meetings = {}, {}, []
    with Store(path) as store:
        for reports in make_reports(count):
            for document, reading in reports:
                store.add(Ingested(document=document, raw=document.text.encode()), reading)
                documents[document.id], readings[document.id] = document, reading
            meetings += list(find_meetings(reports))
        links = make_links(documents, readings, meetings)
        state = store.read_state()
        store.replace_links(links, make_catalogue(documents, readings, links), made_by=LINKS_VERSION, state=state)
