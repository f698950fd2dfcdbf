"""Names of sources, so far as they are compared here: letter for letter, give or take case and an article."""

import re

_NOT_WORDS = re.compile(r"[\W_]+")
_ARTICLES = frozenset({"the", "a", "an"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir"})


def normalise_name(name: str) -> str:
    """A name in the form in which equal names are equal."""
    words = [w for w in _NOT_WORDS.split(name.casefold()) if w]
    kept = words[1:] if words and words[0] in _ARTICLES | _TITLES else words
    return " ".join(kept or words)
