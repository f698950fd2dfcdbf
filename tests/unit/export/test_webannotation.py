import json
from typing import Any

from sayso.export.webannotation import make_webannotation
from sayso.model import Part
from tests.unit.export.ferry import make_contents
from tests.unit.export.report import harbour


def read() -> dict[str, Any]:
    """The file as JSON."""
    (file,) = make_webannotation(make_contents())
    read: dict[str, Any] = json.loads(b"".join(file.chunks))
    return read


def test_it_is_a_collection_of_annotations() -> None:
    made = read()
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    items = made["first"]["items"]
    assert made["total"] == len(items) == len({i["id"] for i in items})
    assert all(i["type"] == "Annotation" and i["body"] and i["target"] for i in items)


def test_both_selectors_find_the_words() -> None:
    documents = {d.id: d for d in harbour.DOCUMENTS}
    found = 0
    for item in read()["first"]["items"]:
        for target in item["target"]:
            if not target["source"].startswith("urn:sayso:document:"):
                assert target["selector"]["type"] == "TextQuoteSelector"
                continue
            document, part = target["source"].split(":")[3:]
            text = documents[document].part(Part(part))
            quotation, position = target["selector"]
            assert (quotation["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert text[position["start"] : position["end"]] == quotation["exact"]
            around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert around in text
            found += 1
    assert found > len(harbour.STATEMENTS)


def test_every_statement_has_who_says_it() -> None:
    items = {i["id"]: i for i in read()["first"]["items"]}
    for statement in harbour.STATEMENTS:
        bodies = items[f"urn:sayso:statement:{statement.id}"]["body"]
        assert any("n the word of: " in b["value"] for b in bodies)
    bodies = [b["value"] for b in items[f"urn:sayso:statement:{harbour.DENIAL.id}"]["body"]]
    assert any(b.startswith("Denied, on the word of: ") and b.endswith(" → Owen Tarn") for b in bodies)
    assert "The document is marked corrected" in bodies
    assert any(b.startswith("Denies claim ") and "1 anonymous" in b for b in bodies)


def test_only_pages_of_the_web_are_targets() -> None:
    sources = {t["source"] for i in read()["first"]["items"] for t in i["target"]}
    assert "https://harbor-daily.example/ferry" in sources
    assert all(s.startswith(("urn:sayso:document:", "https://")) for s in sources)
