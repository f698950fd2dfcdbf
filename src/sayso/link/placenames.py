"""Names of places in comparable form."""

import functools
import re

from sayso.link.naming import fold

_COUNTRIES = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "great britain": "united kingdom",
    "uae": "united arab emirates",
    "drc": "democratic republic of congo",
}


@functools.lru_cache(maxsize=65536)
def to_place(name: str) -> tuple[str, str]:
    """A place's name folded, and the region behind a comma."""
    first, _, region = name.partition(",")
    plain = " ".join(re.findall(r"[^\W_]+", fold(re.sub(r"\.", "", first))))
    plain = re.sub(r"^(?:the|city of|town of|republic of) (?=\w)", "", plain)
    plain = re.sub(r"^st (?=\w)", "saint ", re.sub(r"^mt (?=\w)", "mount ", plain))
    return _COUNTRIES.get(plain, plain), " ".join(re.findall(r"[^\W_]+", fold(region)))
