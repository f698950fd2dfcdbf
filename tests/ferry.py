"""A small collection about one ferry, read and linked by the foreseeable reader and judge."""

import dataclasses

from sayso.model import Document, Name, Part, Reading, Span, Status
from sayso.pipeline import relink
from sayso.store import Store
from tests.factories import FakeReader, load_fake_judge, make_document, make_ingested

COPIED = (
    "Two port officials said the ferry had not been inspected by anybody since the spring storms of last year. "
    "Lena Orr said the second pump failed within an hour of leaving the long pier at Skerry Point. "
    "Boats from three villages towed the ferry home through the fog and landed every passenger before midnight."
)
"""What one outlet writes and another repeats word for word."""

DENYING = (
    "Owen Tarn said the ferry had not been inspected by anybody since the spring storms of last year. "
    "Owen Tarn denied the second pump failed within an hour of leaving the long pier at Skerry Point."
)
ELSEWHERE = "Mira Voss said the harbour of Gull Bay will stay shut until somebody finds Aldo Ferrin."
REPORTS = (
    ("Harbor Daily", "2031-03-02T08:00:00Z", COPIED),
    ("Pier Post", "2031-03-03T08:00:00Z", COPIED),
    ("Strait Echo", "2031-03-04", DENYING),
    ("Upland Mail", None, ELSEWHERE),
)
NAMES = {"Lena Orr": "Person", "Owen Tarn": "Person", "Mira Voss": "Person", "Aldo Ferrin": "Person"}


def make_reports() -> list[Document]:
    """The documents, by time of publication."""
    return [
        make_document(
            outlet=name,
            published=published,
            text=text,
            headline=f"The ferry as {name} has it",
            url=f"https://{name.split()[0].lower()}.example/ferry",
            status=Status.CORRECTED if name == "Harbor Daily" else Status.LIVE,
        )
        for name, published, text in REPORTS
    ]


def add_names(document: Document, reading: Reading) -> Reading:
    """A reading with the names that stand in the text."""
    found = [
        Name(span=Span(part=Part.TEXT, start=at, stop=at + len(name)), type=kind)
        for name, kind in NAMES.items()
        for at in range(len(document.text))
        if document.text.startswith(name, at)
    ]
    return dataclasses.replace(reading, names=tuple(sorted(found, key=lambda n: n.span)))


def fill_store(store: Store) -> None:
    """Adds the documents and makes the claims."""
    for document in make_reports():
        store.add(make_ingested(document), add_names(document, FakeReader().read(document)))
    relink(store, load=load_fake_judge)
