"""Model objects for tests, and a reader simple enough to foresee."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.link.context import Context
from sayso.link.judge import Judgement
from sayso.model import (
    Document,
    Ingested,
    Kind,
    Link,
    Modality,
    Part,
    Polarity,
    Reading,
    Span,
    Statement,
    Status,
    document_id,
    statement_id,
)

if TYPE_CHECKING:
    from sayso.pipeline.workers import Reads

TEXT = (
    'The ferry lost power off Skerry Point on Monday. "The second pump failed within an hour," Lena Orr said.\n\n'
    "Two port officials said the ferry had not been inspected since March. Owen Tarn denied the ferry was overloaded."
)


def make_document(
    *,
    text: str = TEXT,
    headline: str = "Ferry loses power",
    outlet: str | None = "Harbor Daily",
    url: str | None = "https://harbor-daily.example/ferry",
    published: str | None = "2031-03-02T08:00:00Z",
    status: Status = Status.LIVE,
    version_of: str | None = None,
) -> Document:
    """A document as ingest would give it."""
    return Document(
        id=document_id(outlet=outlet, url=url, headline=headline, text=text),
        url=url,
        outlet=outlet,
        outlet_from="given" if outlet else None,
        published=published,
        published_from="given" if published else None,
        headline=headline,
        text=text,
        language="en",
        status=status,
        input=f"{url or 'document'}",
        version_of=version_of or url,
    )


def make_ingested(document: Document | None = None) -> Ingested:
    """A document with bytes."""
    document = document or make_document()
    return Ingested(document=document, raw=document.text.encode())


def make_statement(
    words: str,
    *chain: Link,
    document: str = "d1",
    start: int = 0,
    part: Part = Part.TEXT,
    polarity: Polarity = Polarity.AFFIRMED,
    modality: Modality = Modality.PLAIN,
) -> Statement:
    """A statement of some words on somebody's word; the outlet's own where no chain is given."""
    chain = chain or (outlet("Harbor Daily"),)
    spans = (Span(part=part, start=start, stop=start + len(words)),)
    return Statement(
        id=statement_id(document=document, spans=spans, chain=chain, polarity=polarity),
        document=document,
        spans=spans,
        text=words,
        chain=tuple(chain),
        polarity=polarity,
        modality=modality,
    )


def outlet(name: str | None) -> Link:
    """An outlet as a link."""
    return Link(kind=Kind.OUTLET, name=name)


def person(name: str | None) -> Link:
    """A person as a link."""
    return Link(kind=Kind.PERSON, name=name)


def organisation(name: str | None) -> Link:
    """An organisation as a link."""
    return Link(kind=Kind.ORGANISATION, name=name)


def publication(name: str | None) -> Link:
    """A publication as a link."""
    return Link(kind=Kind.PUBLICATION, name=name)


def anonymous(name: str | None) -> Link:
    """Somebody described as a link."""
    return Link(kind=Kind.ANONYMOUS, name=name)


class FakeReader:
    """Takes each sentence for a statement, and "… said" or "… denied" with a name for its credit."""

    def __init__(self, version: str = "fake 1") -> None:
        self._version = version

    @property
    def version(self) -> str:
        return self._version

    def read(self, document: Document) -> Reading:
        if "CRASH" in document.text:
            raise ValueError("told to crash")
        statements = [make_sentence(document, m) for m in _SENTENCE.finditer(document.text) if m.group().strip()]
        return Reading(document=document.id, reader=self.version, statements=tuple(statements))


_SENTENCE = re.compile(r"[^.\n]+(?=\.)")
_AFTER = re.compile(r'"(?P<content>[^"]+),?" (?P<source>[A-Z]\w+ [A-Z]\w+) (?P<cue>said)')
_BEFORE = re.compile(r"(?P<source>[A-Z]\w+(?: \w+){0,2}?) (?P<cue>said|denied) (?P<content>\S.*)")


def make_sentence(document: Document, found: re.Match[str]) -> Statement:
    """The statement of one sentence."""
    text = found.group()
    offset = found.start() + len(text) - len(text.lstrip())
    credit = _AFTER.match(text.lstrip()) or _BEFORE.match(text.lstrip())
    chain: Sequence[Link] = (outlet(document.outlet),)
    cue = None
    span = Span(part=Part.TEXT, start=offset, stop=found.end())
    polarity = Polarity.AFFIRMED
    if credit:
        places = {
            name: Span(part=Part.TEXT, start=offset + credit.start(name), stop=offset + credit.end(name))
            for name in ("source", "cue", "content")
        }
        span, cue = places["content"], places["cue"]
        name = credit["source"]
        kind = Kind.PERSON if name.istitle() else Kind.ANONYMOUS
        chain = (*chain, Link(kind=kind, name=name, mention=places["source"], reason="named before or after the cue"))
        polarity = Polarity.DENIED if credit["cue"] == "denied" else Polarity.AFFIRMED
    return Statement(
        id=statement_id(document=document.id, spans=(span,), chain=chain, polarity=polarity),
        document=document.id,
        spans=(span,),
        text=document.words(span),
        cue=cue,
        chain=tuple(chain),
        polarity=polarity,
    )


def load_fake_reader(model: Path | None) -> "Reads":
    """What `sayso.pipeline.workers.load_reader` is to the real one."""
    return FakeReader("fake 1" if model is None else f"fake {model.name}")


class FakeJudge:
    """Takes two statements for one thing where they have the same words, and never for opposites."""

    def __init__(self, version: str = "fake judge 1") -> None:
        self._version = version

    @property
    def version(self) -> str:
        return self._version

    def judge(self, a: Context, b: Context) -> Judgement:
        """What two statements are to each other."""
        return Judgement(same=float(a.words.casefold() == b.words.casefold()), opposed=0.0)


def load_fake_judge() -> FakeJudge:
    """What `sayso.pipeline.linking.load_judge` is to the real one."""
    return FakeJudge()
