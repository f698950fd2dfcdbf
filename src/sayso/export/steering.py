"""Characters that steer a terminal or turn the direction of writing, and what is put in their place."""

import json
from collections.abc import Mapping
from typing import Any

# All but line ends and tabs are shown as signs; U+FFFE and U+FFFF are no characters, and XML holds neither.
_STEERING = [
    *range(0x20),
    0x7F,
    *range(0x80, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0x2028,
    0x2029,
    *range(0xD800, 0xE000),
    0xFFFE,
    0xFFFF,
]
_SHOWN = {c: 0x2400 + c if c < 0x20 else 0x2421 if c == 0x7F else 0xFFFD for c in _STEERING if c not in (0x09, 0x0A)}
_ESCAPED = {c: f"\\u{c:04x}" for c in _STEERING if c >= 0x7F}


def printable(text: str) -> str:
    """The text with each character that steers shown as a sign; the length stays the same."""
    return text.translate(_SHOWN)


def one_line(text: str | None, *, most: int | None = None) -> str:
    """The text on one line, printable, and cut to `most` characters."""
    line = " ".join(printable(text or "").split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"


def to_json_line(record: Mapping[str, Any], *, ascii_only: bool = False) -> str:
    """A record as one line of JSON in which what steers is escaped, so that nothing is lost."""
    return json.dumps(record, ensure_ascii=ascii_only).translate(_ESCAPED)
