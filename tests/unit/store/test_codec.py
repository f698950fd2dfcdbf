import json
from typing import Any

import pytest

from sayso.model import Claim, Kind, Origin, Part, Reading, Rejected, Span, Status, Weight, to_json
from sayso.store.codec import YesNo, column_type, from_json
from tests.factories import FakeReader, make_document

SPAN = Span(part=Part.TEXT, start=1, stop=5)
CLAIM = Claim(
    id="c",
    text="t",
    said_by="s",
    statements=("a", "b"),
    weight=Weight(at_least=0, at_most=1, origins=(Origin(id="o", kind=Kind.PERSON, name=None),)),
)


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (Span, SPAN),
        (Span | None, None),
        (tuple[Span, ...], (SPAN, SPAN)),
        (bytes, b"\x00\xff"),
        (Status, Status.CORRECTED),
        (Claim, CLAIM),
        (Rejected, Rejected(input="a", step="b", reason="c")),
        (Reading, FakeReader().read(make_document())),
    ],
)
def test_what_goes_in_comes_out(hint: Any, value: Any) -> None:
    assert from_json(hint, json.loads(json.dumps(to_json(value)))) == value


def test_yes_and_no_are_kept_as_numbers() -> None:
    assert isinstance(column_type(bool), YesNo)
