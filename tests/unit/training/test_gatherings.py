from pathlib import Path

import pytest

from sayso.model import Part
from training.gatherings import COLLECTIONS, find_claims, load_gatherings, read_gathering

XML = """<collection about="A pump.">
<document outlet="Harbor Daily" published="2031-03-02T08:00:00Z">
<headline>Ferry <s c="pump">loses its pump</s></headline>
<p>The captain said <s c="pump">the pump failed</s>. It was Monday, and the ferry was full of people.</p>
<p><s c="pump" d="1">The pump never failed</s>, said the owner, who had seen <s c="dead" v="2">two people die</s>.</p>
</document>
</collection>"""


def test_marks_stand_where_their_words_do(tmp_path: Path) -> None:
    path = tmp_path / "pump.xml"
    path.write_text(XML, encoding="utf-8")
    found = read_gathering(path)
    (document,) = found.documents
    assert [(m.claim, m.denied, m.value, document.words(m.span)) for m in found.marks] == [
        ("pump", False, None, "loses its pump"),
        ("pump", False, None, "the pump failed"),
        ("pump", True, None, "The pump never failed"),
        ("dead", False, "2", "two people die"),
    ]
    assert found.marks[0].span.part is Part.HEADLINE
    assert document.text.startswith("The captain said the pump failed. It was Monday")


@pytest.mark.skipif(
    not any(COLLECTIONS.glob("*.xml")), reason="the collections are part of the sources, not of a package"
)
def test_every_written_collection_is_sound() -> None:
    gatherings = load_gatherings()
    for gathering in gatherings:
        claims = find_claims(gathering.marks)
        spread = [c for c, marks in claims.items() if len({m.document for m in marks}) > 1]
        assert len(gathering.documents) >= 3, gathering.name
        assert len(spread) >= 3, gathering.name
    aside = [g for g in gatherings if g.is_aside]
    assert 0.05 < len(aside) / len(gatherings) < 0.2
