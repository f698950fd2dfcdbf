"""What a person may choose about reading inputs in."""

import dataclasses
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version


def make_user_agent() -> str:
    """How sayso names itself to the sites that it asks for a page."""
    try:
        number = version("sayso")
    except PackageNotFoundError:
        number = "0"
    return f"sayso/{number} (+reads single news pages for a person, one request at a time)"


@dataclasses.dataclass(frozen=True, kw_only=True)
class IngestOptions:
    """Limits and names for one run of `read_inputs`."""

    allow_private: bool = False
    """Fetch from private, loopback and link-local addresses too."""
    max_bytes: int = 20_000_000
    """The most bytes of one page or document, unpacked."""
    timeout: float = 30.0
    """The most seconds that one address may take, redirects not counted."""
    delay: float = 1.0
    """Seconds between two requests to one host."""
    max_redirects: int = 5
    """How many redirects of one address are followed."""
    user_agent: str = dataclasses.field(default_factory=make_user_agent)
    """What the program calls itself to web servers."""
    follow_feeds: bool | None = None
    """Fetch the pages that a feed only links to: always, never, or (None) where the feed itself was fetched."""
    csv_columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Document field → name of the CSV column that holds it; fields left out are found by their usual names."""
    stdin_name: str = "-"
    """What standard input is called in documents and rejections."""
    stdin_format: str | None = None
    """A file ending such as `csv`, `md` or `html` for standard input, where its content doesn't tell."""
