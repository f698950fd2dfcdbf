"""Checks that a collection holds together, from the pages of its file to the interval of each claim."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.catalogue.catalogue import make_catalogue
from sayso.errors import Damaged, NotFound
from sayso.link.rulings import apply_chains, find_anchored
from sayso.link.ties import Judges
from sayso.model import Document, Reading, document_id, statement_id
from sayso.pipeline.linking import has_current_claims
from sayso.pipeline.references import References, find_differences
from sayso.steps import make_links
from sayso.store import Store
from sayso.store.backup import write_backup
from sayso.store.quotes import find_faults
from sayso.versions import find_latest

RESTORE = "Restore the collection from a backup, or add the documents to a new file."
REREAD = "Run `sayso reread --all`. If that doesn't help, remove the document and add it again."
RELINK = "Run `sayso relink`, which makes it anew."
AGAIN = "Remove these documents and add them again."
TAKE_BACK = "Take the judgement back with `sayso overrule --withdraw`, and judge again."


@dataclasses.dataclass(frozen=True, kw_only=True)
class Fault:
    """Something in a collection that doesn't hold together."""

    thing: str
    """The thing that is wrong: `document 3f2a…`."""
    words: str
    """What is wrong with it."""
    next: str
    """What to do."""


@dataclasses.dataclass(kw_only=True)
class Checked:
    """What a check has looked at, and what it found."""

    documents: int = 0
    statements: int = 0
    claims: int = 0
    """Claims that were computed again."""
    is_current: bool = False
    """False where the claims are older than the documents, or made by another version: then they are not checked."""
    is_erasing: bool = False
    """True where words of a forgotten document may still stand in the file."""
    faults: list[Fault] = dataclasses.field(default_factory=list)

    def add(self, thing: str, words: str, next: str) -> None:
        """One more fault."""
        self.faults.append(Fault(thing=thing, words=words, next=next))


Watch = Callable[[], None]
"""Called for each document that has been looked at."""


def check_collection(
    store: Store, *, load: Callable[[], Judges] | None = None, watch: Watch = lambda: None, recompute: bool = True
) -> Checked:
    """Looks at everything in a collection, in one state of it whatever others write; changes nothing."""
    done = Checked()
    try:
        for index in store.find_index_faults():
            done.add(f"full-text index {index}", "it doesn't agree with the texts that it is made of", RELINK)
        with store.steady():
            for words in store.find_file_faults():
                done.add("the file", words, RESTORE)
            done.is_erasing = store.is_erasing()
            done.is_current = has_current_claims(store, load=load)
            documents, readings = check_documents(store, done, watch)
            check_overrules(store, documents, done)
            if recompute and done.is_current and not done.faults:
                check_results(store, documents, readings, done)
    except Damaged as error:
        done.add("the file", str(error), RESTORE)
    return done


def check_documents(store: Store, done: Checked, watch: Watch) -> tuple[dict[str, Document], dict[str, Reading]]:
    """Looks at each document with its bytes and its reading; those that could be read."""
    documents: dict[str, Document] = {}
    readings: dict[str, Reading] = {}
    for i in store.document_ids():
        try:
            document, original = store.document(i), store.find_original(i)
            assert original is not None
            store.raw(i)
            reading = store.reading(i)
        except (Damaged, NotFound) as error:
            done.add(f"document {i}", str(error), RESTORE)
        except (ValueError, TypeError, KeyError) as error:  # what JSON, enumerations and records say of what is none
            done.add(f"document {i}", f"its record can't be read ({error})", RESTORE)
        else:
            documents[i], readings[i] = document, reading
            for words in find_document_faults(original, reading):
                done.add(f"document {i}", words, REREAD)
            done.statements += len(reading.statements)
        done.documents += 1
        watch()
    return documents, readings


def find_document_faults(document: Document, reading: Reading) -> Iterator[str]:
    """What is wrong with a document as read in and its reading: ids, spans, words."""
    made = document_id(outlet=document.outlet, url=document.url, headline=document.headline, text=document.text)
    if made != document.id:
        yield f"its headline, text, outlet and address are those of {made}"
    yield from find_faults(document, reading)
    for span in [f.span for f in document.furniture] + [c.span for c in document.credits]:
        if not 0 <= span.start < span.stop <= len(document.part(span.part)):
            yield f"page furniture or a credit is said to stand at {span.part} {span.start}–{span.stop}, outside it"
    for s in reading.statements:
        if s.id != statement_id(document=s.document, spans=s.spans, chain=s.chain, polarity=s.polarity):
            yield f"statement {s.id} has another chain or place than its id says"


def check_overrules(store: Store, documents: dict[str, Document], done: Checked) -> None:
    """Looks at the words that judgements are tied to."""
    for overrule in store.overrules():
        for anchor in overrule.subjects:
            if anchor.document not in documents or find_anchored(anchor, documents[anchor.document]) is None:
                words = f"it is tied to words that don't stand in document {anchor.document}"
                done.add(f"judgement {overrule.number}", words, TAKE_BACK)


def check_results(store: Store, documents: dict[str, Document], readings: dict[str, Reading], done: Checked) -> None:
    """Makes links, intervals and lists again of the comparisons that are kept, and compares."""
    latest = set(find_latest(documents.values()).values())
    current = {i: documents[i] for i in sorted(latest)}
    read = {i: readings[i] for i in current}
    overrules, meetings = store.overrules(), list(store.links.meetings())
    held = store.links.read_results()
    references = References(documents, {s.id for r in readings.values() for s in r.statements})
    for thing, words in references.check_meetings(meetings):
        done.add(thing, words, AGAIN)
    if not done.faults:
        made = make_links(current, read, meetings, overrules)
        for thing, words in (*references.check_links(held), *find_differences(held, made)):
            done.add(thing, words, RELINK)
        catalogue = make_catalogue(documents, apply_chains(read, current, overrules), made)
        for name in store.find_catalogue_faults(catalogue):
            done.add(f"list {name}", "it is another one when it is made again", RELINK)
        done.claims = len(held.claims)


def back_up(path: Path, target: Path, *, replace: bool = False) -> int:
    """Copies a collection, whoever reads it or writes to it meanwhile, whole or not at all; how many documents it has.

    Raises UsageError where there is a file already, Damaged where the copy doesn't hold together.
    """
    documents = 0

    def check(copy: Path) -> None:
        nonlocal documents
        with Store(copy, writable=False) as store:
            found = check_collection(store, recompute=False)
        documents = found.documents
        if found.faults:
            fault = found.faults[0]
            raise Damaged(
                f"{path}: a copy of this collection doesn't hold together, so it was not kept. "
                f"{fault.thing}: {fault.words}. `sayso check --collection {path}` says more."
            )

    write_backup(path, target, check=check, replace=replace)
    return documents
