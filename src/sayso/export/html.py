"""HTML built from parts: whatever isn't markup made here is escaped, so no words of an article become markup."""

import html
from collections.abc import Iterable
from typing import TypeAlias
from urllib.parse import urlsplit


class Html(str):
    """Markup that may stand in a page as it is. Added to other text it becomes text again, and is escaped."""

    __slots__ = ()


Child: TypeAlias = "str | Iterable[Child] | None"
"""What may stand inside a tag: text, markup, nothing, or several of these."""

_VOID = frozenset(("meta", "br", "link", "input"))

_STEERING = [
    *range(0x09),
    0x0B,
    0x0C,
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    0xFFFE,
    0xFFFF,
]
_SHOWN = dict.fromkeys(_STEERING, 0xFFFD)


def printable(text: str) -> str:
    """The text with what no page may hold, or what turns the direction of writing, shown as a sign; as long as before."""
    return text.translate(_SHOWN)


def escape(text: str) -> Html:
    """Text as markup that shows it."""
    return text if isinstance(text, Html) else Html(html.escape(printable(text), quote=True))


def join(*children: Child) -> Html:
    """Several parts as one."""
    return Html("".join(_flatten(children)))


def _flatten(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, str):
            yield escape(child)
        else:
            yield from _flatten(child)


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element. An attribute's `_` stands for `-`, one at its end is dropped; None and False leave it out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    opening = f"<{name}{written}>"
    return Html(opening) if name in _VOID else Html(f"{opening}{join(children)}</{name}>")


def link(address: str | None, *children: Child) -> Html:
    """A link to a page outside where the address is one of the web, else the words alone."""
    if not is_web_address(address):
        return join(children)
    return tag("a", children, href=address, rel="noopener noreferrer nofollow")


def is_web_address(address: str | None) -> bool:
    """True for an address that begins with http or https and names a host."""
    if not address or printable(address) != address or any(c.isspace() for c in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def details(summary: Child, *children: Child, class_: str | None = None) -> Html:
    """Something that a reader opens: its heading, and what is inside."""
    return tag("details", tag("summary", summary), children, class_=class_)


def items(entries: Iterable[Child], *, ordered: bool = False, class_: str | None = None) -> Html:
    """A list; empty markup where there are no entries."""
    found = [tag("li", entry) for entry in entries]
    return tag("ol" if ordered else "ul", *found, class_=class_) if found else Html()
