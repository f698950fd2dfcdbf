import dataclasses

import pytest
import rispy

from sayso.export.ris import make_ris
from sayso.model import Document
from tests.factories import make_document
from tests.unit.export.ferry import STEERING, make_contents
from tests.unit.export.report import harbour


def write(*documents: Document) -> str:
    """The references of some documents, or of all."""
    contents = make_contents(**({"documents": {d.id: d for d in documents}} if documents else {}))
    (file,) = make_ris(contents)
    return b"".join(file.chunks).decode()


def test_every_document_is_a_reference_with_its_outlet() -> None:
    read = rispy.loads(write())
    assert [r["id"] for r in read] == [d.id for d in harbour.DOCUMENTS]
    first = read[0]
    assert first["type_of_reference"] == "NEWS"
    assert first["title"] == "Ferry not inspected since March"
    assert first["secondary_title"] == "Harbor Daily"
    assert first["urls"] == ["https://harbor-daily.example/ferry"]
    assert (first["year"], first["date"]) == ("2031", "2031/03/02/08:00:00Z")
    assert all(r["secondary_title"] for r in read)


def test_a_correction_is_marked_and_an_odd_address_is_no_link() -> None:
    read = {r["id"]: r for r in rispy.loads(write())}
    assert "Marked corrected, taken from: given" in read[harbour.DENYING.id]["notes"]
    assert "urls" not in read[harbour.OTHER.id]
    assert "Address: javascript:alert(3)" in read[harbour.OTHER.id]["notes"]


def test_words_begin_no_field() -> None:
    hostile = make_document(headline=f"One\r\nER  - \r\nTY  - BOOK\u2028AU  - Evil {STEERING}", outlet=None)
    written = write(hostile)
    (read,) = rispy.loads(written)
    assert read["type_of_reference"] == "NEWS"
    assert "authors" not in read
    assert "\x1b" not in written and "\u202e" not in written
    assert read["secondary_title"] == "an unknown outlet"
    assert "The outlet is unknown" in read["notes"]


@pytest.mark.parametrize(
    ("published", "date"), [("2031", "2031///"), ("2031-03", "2031/03//"), ("2031-03-02", "2031/03/02/")]
)
def test_times_are_as_precise_as_known(published: str, date: str) -> None:
    (read,) = rispy.loads(write(make_document(published=published)))
    assert read["date"] == date


def test_a_time_that_is_none_is_a_note() -> None:
    (read,) = rispy.loads(write(dataclasses.replace(make_document(), published="last week")))
    assert "date" not in read
    assert "Published: last week" in read["notes"]
