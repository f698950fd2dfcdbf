"""What `import sayso` gives: a collection in a few verbs, and the reading of one report."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from sayso.catalogue.sources import Leaning, find_leanings
from sayso.catalogue.voices import Voice, find_voices
from sayso.config import Config
from sayso.errors import NothingUsable, RejectedInput, SaysoError, UsageError
from sayso.ingest.decode import replace_unstorable
from sayso.ingest.draft import Draft, make_ingested
from sayso.model import Claim, Document, Overrule, Reading, Rejected, Reuse, Ruling, Statement, Story
from sayso.pipeline import (
    Summary,
    add_inputs,
    has_current_claims,
    make_ingest_options,
    mend,
    overruling,
    relink,
    workers,
)
from sayso.serve.linked import Linked
from sayso.store import Store
from sayso.versions import find_latest


class Collection:
    """A collection of documents with what they say. DOCUMENT is an id, the beginning of one, or an address."""

    def __init__(self, path: Path, *, config: Config | None = None) -> None:
        self.config = config or Config()
        self._store = Store(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; everything added is in it."""
        self._store.close()

    def add(self, *inputs: str | Path, csv_columns: Mapping[str, str] = MappingProxyType({})) -> Summary:
        """Adds files, folders and addresses, and links; what can't be used is in `rejected()`.

        Raises NothingUsable where not one input became a document.
        """
        options = make_ingest_options(self.config, csv_columns=csv_columns)
        return add_inputs(self._store, [str(i) for i in inputs], config=self.config, options=options)

    def documents(self) -> list[Document]:
        """All documents, older versions among them, by time of publication."""
        return list(self._store.documents())

    def document(self, document: str) -> Document:
        """One document. Raises NotFound."""
        return self._store.find_document(document)

    def reading(self, document: str) -> Reading:
        """All that was read in one document. Raises NotFound."""
        return self._store.reading(self._store.find_document(document).id)

    def statements(self, document: str | None = None) -> Iterator[Statement]:
        """The statements of one document, or of the latest versions of all, in order."""
        if document is not None:
            yield from self._store.statements(self._store.find_document(document).id)
            return
        documents = self.documents()
        latest = find_latest(documents)
        for d in documents:
            if latest[d.id] == d.id:
                yield from self._store.statements(d.id)

    def claims(self) -> list[Claim]:
        """All claims; made anew where the collection has changed since."""
        return self._link().claims

    def claim(self, claim: str) -> Claim:
        """One claim, by its id, the beginning of its id, or that of one of its statements. Raises NotFound."""
        self._link()
        return self._store.find_claim(claim)

    def reuse(self) -> list[Reuse]:
        """Which document repeats passages of which."""
        return list(self._link().links.reuses)

    def stories(self) -> list[Story]:
        """The documents on one matter each."""
        return list(self._link().links.stories)

    def sources(self) -> list[Leaning]:
        """On whom the collection leans: what rests on each origin, and what on it alone."""
        linked = self._link()
        return find_leanings(linked.claims, {i: s.document for i, s in linked.statements.items()})

    def voices(self) -> list[Voice]:
        """Who is spoken about, and in which documents they are quoted."""
        linked = self._link()
        return find_voices(linked.readings, linked.register)

    def overrule(
        self, ruling: Ruling | str, *named: str, words: str | None = None, note: str = "", by: str = ""
    ) -> list[Overrule]:
        """Judges otherwise than the machine, as `sayso overrule` does: `overrule("same", claim, origin, origin)`.

        Raises UsageError for what can't be judged so, NotFound for what isn't there.
        """
        if ruling not in list(Ruling):
            raise UsageError(f"{ruling!r} is no judgement. It is one of {', '.join(Ruling)}.")
        return overruling.overrule(self._store, Ruling(ruling), named, words=words, note=note, by=by)

    def withdraw(self, number: int) -> Overrule:
        """Takes back the judgement of that number. Raises NotFound."""
        return overruling.withdraw(self._store, number)

    def overrules(self) -> list[Overrule]:
        """What persons judged otherwise than the machine, withdrawn judgements too."""
        return self._store.overrules()

    def rejected(self) -> list[Rejected]:
        """The inputs that were set aside, with the reasons."""
        return self._store.rejected()

    def set(self, document: str, *, withdraw: tuple[str, ...] = (), **fields: str) -> Document:
        """Fills in or mends outlet, published, status or byline, or takes it back; the document as it is then."""
        found = self._store.find_document(document)
        return mend(self._store, found.id, config=self.config, changes=fields, withdraw=withdraw)

    def remove(self, document: str) -> None:
        """Deletes a document with all that was read in it and set for it."""
        self._store.remove(self._store.find_document(document).id)

    def _link(self) -> Linked:
        """The collection with current links."""
        if not has_current_claims(self._store):
            relink(self._store)
        return Linked(self._store)


def read_report(
    *,
    text: str,
    headline: str = "",
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    config: Config | None = None,
) -> Reading:
    """What one report says, and on whose word (`sayso.read_report`)."""
    text, headline = replace_unstorable(text), replace_unstorable(headline)
    draft = Draft(input="text", text=text, headline=headline, outlet=outlet, url=url, published=published)
    try:
        document = make_ingested(draft, text.encode()).document
    except RejectedInput as error:
        raise NothingUsable(f"The report can't be read. {error.reason}") from error
    found = workers.read_document(_load_once((config or Config()).model), document)
    if isinstance(found, Rejected):
        raise SaysoError(found.reason)
    return found


@cache
def _load_once(model: Path | None) -> workers.Reads:
    return workers.load_reader(model)
