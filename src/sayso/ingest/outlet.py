"""Whether a name in a dateline or credit line is the document's own outlet."""

import re

from sayso.ingest.address import find_domain

_SMALL = frozenset({"the", "of", "for", "and", "de", "da", "du", "la"})
_GENERIC = frozenset({"news", "press", "wire", "agency", "service", "daily", "times", "radio", "media", "post"})


def is_own_name(name: str, outlet: str | None, url: str | None) -> bool:
    """True where a name is the outlet's, a part of it, its initials, or that of the site that it publishes on.

    >>> is_own_name("TNS", "Tolvane News Service", None)
    True
    >>> is_own_name("Harbor Daily", None, "https://harbor-daily.example/ferry")
    True
    >>> is_own_name("Coast Wire", "Harbor Daily", None)
    False
    """
    own = _split_words(outlet or "")
    told = _split_words(name)
    domain = find_domain(url) or find_domain(f"http://{outlet}" if outlet and "." in outlet else None)
    labels = {label.replace("-", "") for label in (domain or "").split(".")[:-1]}
    if not told:
        return False
    if "".join(told) in labels or (domain is not None and name.casefold() == domain):
        return True
    if not own:
        return False
    is_part = set(told) <= set(own) and not set(told) <= _GENERIC
    return is_part or _is_acronym(name, own) or _is_acronym(outlet or "", told)


def _split_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in _SMALL]


def _is_acronym(name: str, words: list[str]) -> bool:
    letters = name.replace(".", "")
    return letters.isupper() and len(words) > 1 and letters.casefold() == "".join(word[0] for word in words)
