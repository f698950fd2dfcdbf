"""Words of others, in quotation marks."""


def quote(words: str, *, most: int | None = None) -> str:
    """Words on one line in quotation marks, cut to `most` characters with a sign that says so."""
    line = " ".join(words.split())
    if most is not None and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return f"“{line}”"
