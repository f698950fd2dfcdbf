"""RSS and Atom feeds: the items that hold their article, and the addresses of those that only point to it."""

import dataclasses
import io
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import feedparser

from sayso.errors import RejectedInput
from sayso.ingest.address import find_domain, is_address
from sayso.ingest.draft import Draft, make_ingested
from sayso.ingest.guard import guard_parser
from sayso.ingest.pagedata import clean_words
from sayso.ingest.paragraphs import write_fragment
from sayso.ingest.times import to_iso
from sayso.model import Ingested, Rejected

_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[[.…]+\]|\b(?:read (?:more|on|the (?:full|rest|whole)\b[^.]*)|continue reading|full (?:story|article))\W*)\W*$",
    re.IGNORECASE,
)
# Words from which on an item is taken for the article and not for its opening.
_MIN_CONTENT, _MIN_SUMMARY = 40, 100


@dataclasses.dataclass(frozen=True, kw_only=True)
class Item:
    """One item of a feed."""

    number: int
    headline: str
    link: str | None
    outlet: str | None
    published: str | None
    byline: str | None
    text: str
    is_whole: bool


def read_feed(
    data: bytes, input: str, *, follow: Callable[[str], Iterator[Ingested | Rejected]] | None, url: str | None = None
) -> Iterator[Ingested | Rejected]:
    """The documents of a feed; `follow` reads the pages of items that hold only a summary, where that is wanted."""
    try:
        items = list(find_items(data, url=url))
    except RejectedInput as error:
        yield Rejected(input=input, step=error.step, reason=error.reason)
        return
    if not items:
        yield Rejected(
            input=input, step="extract", reason="The feed holds no items. Check that it was saved completely."
        )
    for item in items:
        name = f"{input}#{item.number}"
        if item.is_whole:
            yield _make_document(item, name)
        elif item.link is None:
            yield Rejected(input=name, step="extract", reason="The item holds no article and no link to one.")
        elif follow is not None:
            yield from follow(item.link)
        else:
            reason = f"The feed gives only a summary of it. Add the page itself: {item.link}"
            yield Rejected(input=name, step="extract", reason=reason)


def _make_document(item: Item, name: str) -> Ingested | Rejected:
    draft = Draft(
        input=name,
        text=item.text,
        headline=item.headline,
        url=item.link,
        outlet=item.outlet,
        outlet_from="metadata" if item.outlet else None,
        published=item.published,
        published_from="the feed" if item.published else None,
        byline=item.byline,
        media_type="text/html",
    )
    try:
        return make_ingested(draft, item.text.encode("utf-8", "surrogatepass"))
    except RejectedInput as error:
        return Rejected(input=name, step=error.step, reason=error.reason)


def find_items(data: bytes, *, url: str | None = None) -> Iterator[Item]:
    """The items of a feed, in its order."""
    with guard_parser("The feed", "Save it again, or add the pages that it points to."):
        headers = {"content-location": url} if url else {}
        parsed: Any = feedparser.parse(io.BytesIO(data), response_headers=headers)  # type: ignore[attr-defined, no-untyped-call]
        items = [_make_item(n, entry, parsed.feed) for n, entry in enumerate(parsed.entries, start=1)]
    yield from items


def _make_item(number: int, entry: Any, feed: Any) -> Item:
    link = entry.get("link")
    link = link.strip() if isinstance(link, str) and is_address(link) else None
    contents = [c.get("value") or "" for c in entry.get("content") or ()]
    content = write_fragment(max(contents, key=len)) if contents else ""
    summary = write_fragment(entry.get("summary") or "")
    is_content_whole = len(content.split()) >= _MIN_CONTENT and not _CUT_OFF.search(content[-200:])
    is_summary_whole = len(summary.split()) >= _MIN_SUMMARY and not _CUT_OFF.search(summary[-200:])
    return Item(
        number=number,
        headline=clean_words(write_fragment(entry.get("title") or "")),
        link=link,
        outlet=_find_outlet(entry, feed, link),
        published=_find_published(entry),
        byline=clean_words(entry.get("author")) or None,
        text=content if is_content_whole or not is_summary_whole else summary,
        is_whole=is_content_whole or is_summary_whole,
    )


def _find_outlet(entry: Any, feed: Any, link: str | None) -> str | None:
    """The item's own source; else the feed's title where the feed and the item lie on one site."""
    source = clean_words((entry.get("source") or {}).get("title"))
    if source:
        return source
    home = feed.get("link")
    if link and isinstance(home, str) and is_address(home) and find_domain(home) != find_domain(link):
        return None
    return clean_words(write_fragment(feed.get("title") or "")) or None


def _find_published(entry: Any) -> str | None:
    for name in ("published", "created", "issued"):
        if (told := entry.get(name)) and (moment := to_iso(str(told))):
            return moment
        if parsed := entry.get(f"{name}_parsed"):
            return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed) if parsed[0] >= 1000 else None
    return None
