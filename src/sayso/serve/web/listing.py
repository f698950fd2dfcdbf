"""What pages with a list have in common: the fields of a GET form, and the ways to its other pages."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from sayso.export.html import Child, Html, tag

Asked = Mapping[str, str | Sequence[str]]
"""What an address asks: name → value, or several values."""


def make_address(path: str, asked: Asked) -> str:
    """The address that asks this; what is empty is left out."""
    query = urlencode({name: value for name, value in asked.items() if value}, doseq=True)
    return f"{path}?{query}" if query else path


def make_field(name: str, words: str, value: str, *, type: str = "text", placeholder: str | None = None) -> Html:
    """A field of a GET form, with what was asked in it."""
    field = tag("input", type=type, name=name, id=name, value=value, placeholder=placeholder)
    return tag("p", tag("label", words, for_=name), " ", field)


def make_choice(name: str, words: str, choices: Iterable[tuple[str, str]], chosen: str) -> Html:
    """A list of which one is chosen: value, words."""
    options = [tag("option", shown, value=value, selected=value == chosen) for value, shown in choices]
    return tag("p", tag("label", words, for_=name), " ", tag("select", options, name=name, id=name))


def make_checks(name: str, words: str, choices: Iterable[tuple[str, str]], chosen: Iterable[str]) -> Html:
    """Boxes of which any may be ticked: value, words."""
    ticked = set(chosen)
    boxes = [
        tag(
            "label",
            tag("input", type="checkbox", name=name, value=value, checked=value in ticked),
            " ",
            shown,
        )
        for value, shown in choices
    ]
    return tag("fieldset", tag("legend", words), [[box, " "] for box in boxes], class_="checks")


def show_ways(path: str, asked: Asked, following: str | None, *, after: str = "after") -> Child:
    """The ways to the first page of a list and to the next; `asked` is what this page was asked, its place among it."""
    entries: list[Child] = []
    if asked.get(after):
        entries.append(tag("a", "First page", href=make_address(path, {**asked, after: ""})))
    if following:
        entries.append(tag("a", "Next page", href=make_address(path, {**asked, after: following}), rel="next"))
    return tag("nav", entries, class_="pages", aria_label="Pages of the list") if entries else None
