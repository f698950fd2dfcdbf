"""Whether a text says of itself that it was corrected or retracted."""

import re

from sayso.ingest.lines import find_lines
from sayso.model import Status

_THIS = r"this (?:article|story|report|piece|post|page)"
_RETRACTED = re.compile(
    rf"^(?:retracted|retraction|withdrawn)\s*[:–—-]|"
    rf"\b{_THIS} (?:has been|was|is|is being|stands) (?:\w+ )?(?:retracted|withdrawn)\b|"
    rf"\bwe (?:have |are |hereby )*(?:retract|retracted|retracting|withdraw|withdrawn|withdrew|withdrawing) {_THIS}\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    rf"^\W{{0,3}}(?:correction|corrected|corrects)(?:,? (?:appended|\([^)]{{0,40}}\)|[\d/., A-Za-z]{{0,20}}\d))?\s*[:–—]\s*\S|"
    rf"^\W{{0,3}}correction appended\b|"
    rf"\b{_THIS} (?:has been|was) (?:\w+ ){{0,2}}(?:corrected|amended to correct)\b|"
    rf"\ban? (?:earlier|previous|original) version of {_THIS}\b.{{0,60}}\b"
    rf"(?:incorrect|incorrectly|misstated|wrong|wrongly|mistakenly|erroneously|misspelled|misidentified|error)\b",
    re.IGNORECASE,
)
_EDGE = 3
"""How many lines from either end may hold the note."""


def find_status(headline: str, text: str) -> tuple[Status, str | None]:
    """The status and the words that it was taken from; live, without words, where the text says nothing."""
    lines = find_lines(text)
    if _RETRACTED.match(headline):
        return Status.RETRACTED, f"headline: {headline[:120]}"
    if len(lines) < 3:  # a correction of another report is a report of its own
        return Status.LIVE, None
    edges = lines[:_EDGE] + lines[max(_EDGE, len(lines) - _EDGE) :]
    for status, pattern in ((Status.RETRACTED, _RETRACTED), (Status.CORRECTED, _CORRECTED)):
        for line in edges:
            if pattern.search(line.text) and not line.text.startswith(("“", '"')):
                return status, f"text: {line.text[:120]}"
    return Status.LIVE, None
