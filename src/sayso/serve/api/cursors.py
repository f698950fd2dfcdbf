"""Where the next page of a list begins, as a word that a program hands back unread."""

import base64
import binascii
import json
from typing import Any

from sayso.errors import UsageError


def make_cursor(after: str | None, *, of: str) -> str | None:
    """The word for what a page begins after; `of` names the list and its order. None where there is no next page."""
    if after is None:
        return None
    text = json.dumps([of, after], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode("ascii").rstrip("=")


def read_cursor(cursor: str | None, *, of: str) -> str | None:
    """What a page begins after. Raises UsageError for a word that isn't one of this list's."""
    if not cursor:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found: Any = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")).decode())
        json.dumps(found, ensure_ascii=False).encode()  # half a character is no text, and can't be looked up
    except (ValueError, binascii.Error, RecursionError):
        found = None
    if not (isinstance(found, list) and len(found) == 2 and found[0] == of and isinstance(found[1], str)):
        raise UsageError("cursor: this isn't one of this list. Give the `next` of the page before, or none.")
    return found[1]
