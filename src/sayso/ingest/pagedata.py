"""What a page says of itself outside its text: metadata, structured data, addresses, times."""

import dataclasses
import functools
import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import urljoin

import htmldate
from lxml.html import HtmlElement

from sayso.ingest.address import find_domain, is_address
from sayso.ingest.times import to_iso

_SPACE = re.compile(r"\s+")
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]+?)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"
)
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|\w*BlogPosting|ReportageNewsArticle|Report)$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished",
    "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "dc.date.issued",
    "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "rnews:datepublished",
    "date.issued", "originalpublicationdate", "displaydate", "article_date_original", "date",
)  # fmt: skip
_BYLINES = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
)
_SHOWN_BYLINES = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author-name')]"
    "[not(ancestor::aside or ancestor::footer or ancestor::*[contains(@class, 'comment')])]"
)
_SHOWN_NAME = re.compile(
    r"(?:(?:[Ww]ritten |[Pp]osted )?[Bb][Yy]:? )?(?P<name>[A-Z][\w.'’-]+(?:(?: and |, | & | (?:de|van|von|al|bin|el) | )[A-Z][\w.'’-]*){1,7})"
)
# Inside a thing that is a property of another, such as a work cited or a comment.
_OF_ANOTHER = "ancestor::*[@itemscope and @itemprop and not(@itemprop='mainEntity' or @itemprop='blogPost')]"
# Where pages write the day on which they are read, or the days of other stories; an article's own header has its title.
_AROUND = "ancestor::nav or ancestor::aside or ancestor::footer or ancestor::header[not(.//h1 or ancestor::article)]"
_DATED = re.compile(r"date|time|publish|posted|byline|meta|stamp|entry-info|article-info", re.IGNORECASE)
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")
# Bounds for dates shown on a page: fixed, so that one page reads the same on every day.
_MOST_DATED = 200
_FIRST_DAY, _LAST_DAY = "1995-01-01", "2199-12-31"


def clean_words(text: str | None) -> str:
    """A piece of metadata on one line."""
    return _SPACE.sub(" ", text or "").strip()


@dataclasses.dataclass(kw_only=True)
class PageData:
    """The metadata of one page, looked up where pages keep it."""

    tree: HtmlElement
    markup: str = ""
    given_url: str | None = None

    @functools.cached_property
    def metas(self) -> dict[str, str]:
        """Names of the meta elements, in small letters → content; the first of a name counts."""
        found: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            content = clean_words(element.get("content"))
            is_of_page = not (element.get("itemprop") and element.xpath(_OF_ANOTHER))
            for attribute in ("property", "name", "itemprop") if is_of_page else ():
                name = (element.get(attribute) or "").strip().lower()
                if name and content:
                    found.setdefault(name, content)
        return found

    @functools.cached_property
    def article(self) -> Mapping[str, Any]:
        """The page's structured data about its article (JSON-LD); empty where there is none."""
        for element in self.tree.iter("script"):
            if "ld+json" not in (element.get("type") or ""):
                continue
            try:
                value = json.loads((element.text or "").strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            for thing in _find_things(value):
                types = thing.get("@type")
                if any(
                    isinstance(t, str) and _ARTICLE.match(t) for t in (types if isinstance(types, list) else [types])
                ):
                    return thing
        return {}

    @functools.cached_property
    def saved_from(self) -> str | None:
        """The address that a browser noted in the page when it saved it."""
        match = _SAVED_FROM.search(self.markup, 0, 4096)
        address = (match[1] or match[2]) if match else None
        return address if is_address(address or "") else None

    @functools.cached_property
    def canonical_url(self) -> str | None:
        """The address that the page names as its own."""
        links = (e.get("href") for e in self.tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
        main = self.article.get("mainEntityOfPage")
        named = main.get("@id") if isinstance(main, Mapping) else main
        for candidate in (*links, self.metas.get("og:url"), self.article.get("url"), named):
            if not isinstance(candidate, str) or not candidate.strip():
                continue
            try:
                address = urljoin(self.given_url or self.saved_from or "", candidate.strip())
            except ValueError:
                continue
            if is_address(address):
                return address
        return None

    @property
    def url(self) -> str | None:
        """The best address known."""
        return self.given_url or self.saved_from or self.canonical_url

    @functools.cached_property
    def outlet(self) -> str | None:
        """The outlet's name as the page gives it; None where it names none."""
        publisher = self.article.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        named = publisher.get("name") if isinstance(publisher, Mapping) else publisher
        for name in (self.metas.get("og:site_name"), named, self.metas.get("application-name")):
            name = clean_words(name).removeprefix("www.") if isinstance(name, str) else ""
            is_title = _make_key(name) in (_make_key(self._title), _make_key(self.metas.get("og:title", "")))
            if 1 < len(name) <= 80 and not is_title and not is_address(name) and not name.startswith(("@", "#")):
                return name
        return None

    @functools.cached_property
    def headline(self) -> str:
        """The headline: the first-level heading that agrees with the title, else what the metadata gives."""
        told = [
            clean_words(v)
            for v in (self.article.get("headline"), self.metas.get("og:title"), self._title)
            if isinstance(v, str)
        ]
        told = [t for t in told if t]
        headings = [clean_words(" ".join(h.itertext())) for h in self.tree.iter("h1")]
        headings = [h for h in headings if len(h.split()) >= 2 and h != self.outlet]
        for heading in headings:
            if inner := next((t for t in told if heading.endswith(t) and len(t.split()) > 2), None):
                return inner  # the heading runs a section's name and the title together
            if any(_agree(heading, self._strip_outlet(title)) for title in told):
                return heading
        if told:
            return self._strip_outlet(told[0])
        return headings[0] if len(headings) == 1 else ""

    @property
    def _title(self) -> str:
        return clean_words(next((e.text_content() for e in self.tree.iter("title")), ""))

    def _strip_outlet(self, title: str) -> str:
        """A title without the outlet's name that many pages add to it."""
        names = {n.casefold() for n in (self.outlet, find_domain(self.url)) if n}
        for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
            head, found, tail = title.rpartition(mark)
            if found and (tail.casefold() in names or (mark == " | " and len(head.split()) >= 4)):
                return head.strip()
        return title

    @functools.cached_property
    def byline(self) -> str | None:
        """The author line; None where the page gives none."""
        authors = self.article.get("author")
        names: list[str] = []
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, Mapping) else author
            names.extend(clean_words(n) for n in (name if isinstance(name, list) else [name]) if isinstance(n, str))
        names = [n.strip(" ,;") for n in dict.fromkeys(names) if n and not is_address(n) and n != self.outlet]
        if names:
            return ", ".join(names)
        told = [re.sub(r"^[Bb][Yy]:? ", "", self.metas.get(name, "")) for name in _BYLINES]
        shown = (clean_words(" ".join(e.itertext())) for e in self.tree.xpath(_SHOWN_BYLINES)[:3])
        told.extend(match["name"] for text in shown if (match := _SHOWN_NAME.fullmatch(text)))
        return next((t for t in told if 2 < len(t) <= 120 and not is_address(t) and t != self.outlet), None)

    @functools.cached_property
    def published(self) -> tuple[str | None, str | None]:
        """Time of publication, ISO 8601, and what it was taken from."""
        told = self.article.get("datePublished")
        if isinstance(told, str) and (moment := to_iso(told)):
            return moment, "the page's structured data (datePublished)"
        for name in _PUBLISHED:
            if name in self.metas and (moment := to_iso(self.metas[name])):
                return moment, f"the page's metadata ({name})"
        for element in self._find_times():
            if moment := to_iso(element.get("datetime") or element.get("content") or ""):
                return moment, "a time element of the page"
        if moment := self._find_shown_date():
            return moment, "a date shown on the page"
        if match := _ADDRESS_DATE.search(self.url or ""):
            year, month, day = (int(part) for part in match.groups())
            if moment := to_iso(f"{year}-{month:02}-{day:02}"):
                return moment, "the date in the address"
        return None, None

    def _find_times(self) -> Iterator[HtmlElement]:
        """Elements that give a time: those marked as that of publication, then the first of the article."""
        marked = self.tree.xpath(
            f"//*[@itemprop='datePublished' or @pubdate][@datetime or @content][not({_OF_ANOTHER})]"
        )
        yield from marked
        for element in self.tree.xpath(
            "//article//time[@datetime] | //main//time[@datetime] | //header[.//h1]//time[@datetime]"
        )[:1]:
            if not re.search(r"updat|modif", f"{element.get('class')} {element.get('itemprop')}", re.IGNORECASE):
                yield element

    def _find_shown_date(self) -> str | None:
        """A date written where pages write theirs, such as a line of class `date`; the day must be legible there."""
        words: list[str] = []
        looked = 0
        for element in self.tree.iter("p", "span", "div", "time", "li", "small", "em", "b", "strong", "font", "abbr"):
            label = f"{element.get('class') or ''} {element.get('id') or ''}"
            if not (_DATED.search(label) or element.tag == "time") or re.search(
                r"footer|copyright|updat|modif|related|current|today", label, re.IGNORECASE
            ):
                continue
            if element.xpath(_AROUND):
                continue
            looked += 1
            if looked > _MOST_DATED:
                break
            text = clean_words(element.text_content())
            if 6 <= len(text) <= 120 and re.search(r"\b(?:19|20|21)\d{2}\b", text) and "©" not in text:
                words.append(text)
                if len(words) == 5:
                    break
        if not words:
            return None
        shown = "".join(f'<span class="date">{escape(text)}</span>' for text in words)
        day: str | None = htmldate.find_date(
            f"<html><body>{shown}</body></html>",
            extensive_search=False,
            original_date=True,
            min_date=_FIRST_DAY,
            max_date=_LAST_DAY,
        )
        numbers = {int(n) for n in re.findall(r"\d+", " ".join(words))}
        is_legible = day is not None and int(day[:4]) in numbers and int(day[8:]) in numbers
        return day if is_legible else None


def _find_things(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The objects of structured data that describe the page itself; not the lists of other pages."""
    if isinstance(value, list):
        for item in value:
            yield from _find_things(item, depth)
    elif isinstance(value, Mapping):
        yield value
        if depth < 4:
            for name in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _find_things(value.get(name), depth + 1)


def _make_key(text: str) -> str:
    return clean_words(text).casefold()


def _agree(heading: str, title: str) -> bool:
    """True where a heading and a title share half of their words or more."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (heading, title))
    return bool(a and b) and len(a & b) >= 0.5 * max(len(a), len(b))
