"""sayso: who says so?

Reads news reports and shows, for every claim in them, on whose word it stands.

    import sayso

    reading = sayso.read_report(headline="…", text="…", outlet="Harbor Daily")
    for statement in reading.statements:
        print(statement.text, [link.name for link in statement.chain])

    with sayso.open("case.db") as collection:
        collection.add("reports/", "https://harbor-daily.example/ferry")
        for claim in collection.claims():
            print(claim.text, claim.said_by, claim.weight.at_least, claim.weight.at_most)

What comes back are the objects of `sayso.model`; what goes wrong is raised as one of `sayso.errors`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.config import Config
    from sayso.model import Reading
    from sayso.serve.library import Collection

__all__ = ["open", "read_report"]


def open(path: str | Path = "sayso.db", *, config: "Config | None" = None) -> "Collection":
    """The collection in a file, made where there is none. Close it, or use it in a `with` statement.

    Raises CollectionError where the file can't be used.
    """
    from sayso.serve.library import Collection

    return Collection(Path(path), config=config)


def read_report(
    *,
    text: str,
    headline: str = "",
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    config: "Config | None" = None,
) -> "Reading":
    """What one report says, and on whose word; nothing is kept.

    Raises NothingUsable where the text is empty, too short to tell its language, or not English.
    """
    from sayso.serve.library import read_report

    return read_report(text=text, headline=headline, outlet=outlet, url=url, published=published, config=config)
