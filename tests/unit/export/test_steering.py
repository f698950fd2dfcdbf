import json

import pytest

from sayso.export.steering import one_line, printable, to_json_line


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\r", "\x9b", "\u202e", "\u2066", "\u200f", "\ufffe", "\ud800"])
def test_what_steers_is_shown_as_a_sign(sign: str) -> None:
    assert len(printable(f"a{sign}b")) == 3
    assert sign not in printable(f"a{sign}b")
    assert sign not in to_json_line({"a": sign})
    assert json.loads(to_json_line({"a": sign})) == {"a": sign}


def test_line_ends_stay_but_in_one_line() -> None:
    assert printable("a\n\tb") == "a\n\tb"
    assert one_line("a\n\tb") == "a b"
