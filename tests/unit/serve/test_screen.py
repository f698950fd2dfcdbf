import json

import pytest

from sayso.serve.cli.screen import one_line, print_json, printable, short_time

NASTY = "\x1b[2Jred\x07 \x9b31m \u202eevil\u2066 \x7f\r end\ud800"


def test_nothing_that_steers_a_terminal_is_printed() -> None:
    shown = printable(NASTY)
    assert len(shown) == len(NASTY)
    assert not {
        c for c in shown if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066" or 0xD800 <= ord(c) < 0xE000
    }


def test_json_says_the_same_and_prints_nothing_that_steers(capsys: pytest.CaptureFixture[str]) -> None:
    print_json([{"text": NASTY}, {"text": "“Ça va,” she said."}])
    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first) == {"text": NASTY}
    assert printable(first) == first
    assert second == '{"text": "“Ça va,” she said."}'


@pytest.mark.parametrize(
    ("text", "most", "line"),
    [(None, None, ""), ("a\n\tb  c ", None, "a b c"), ("a long headline", 8, "a long…"), ("short", 8, "short")],
)
def test_one_line(text: str | None, most: int | None, line: str) -> None:
    assert one_line(text, most=most) == line


@pytest.mark.parametrize(
    ("published", "shown"),
    [("2031-03-02T08:00:00Z", "2031-03-02 08:00"), ("2031-03", "2031-03"), (None, "unknown")],
)
def test_short_time(published: str | None, shown: str) -> None:
    assert short_time(published) == shown
