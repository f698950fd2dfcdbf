"""A collection as one page that stands alone: no network, no script, the same for the same collection."""

from functools import cache
from pathlib import Path

from sayso.export.html import Html, tag
from sayso.export.report.claims import show_claims
from sayso.export.report.material import Material
from sayso.export.report.method import show_method
from sayso.export.report.overview import show_overview
from sayso.export.report.people import show_people
from sayso.export.report.text import show_texts
from sayso.export.words import say_count, time_in_words

STYLE = Path(__file__).with_name("style.css")

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may load for the page: nothing but its own style."""

CONTENTS = (
    ("rests-on", "What this collection rests on"),
    ("claims", "The claims"),
    ("texts", "The texts"),
    ("sources", "Sources and voices"),
    ("method", "Method and error rates"),
)
"""The sections: id, title."""


def make_page(material: Material) -> str:
    """The whole page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", material.title),
        tag("style", load_style()),
    )
    body = tag(
        "body",
        tag("a", "To the claims", href="#claims", class_="skip"),
        show_head(material),
        tag(
            "main",
            show_overview(material),
            show_claims(material),
            show_texts(material),
            show_people(material),
            show_method(material),
        ),
        tag("footer", tag("p", "Made by sayso. It shows on whose word a claim stands, and never whether it is true.")),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}\n"


@cache
def load_style() -> Html:
    """The style sheet, which is ours and stands in the page as it is."""
    return Html(STYLE.read_text(encoding="utf-8"))


def show_head(material: Material) -> Html:
    """The title, how much there is and up to when, and the contents."""
    dated = [d.published for d in material.documents.values() if d.published]
    newest = f", the newest of {time_in_words(dated[-1])}" if dated else ""
    return tag(
        "header",
        tag("h1", material.title),
        tag("p", f"{say_count(len(material.documents), 'document')}{newest}", class_="meta"),
        tag(
            "nav",
            tag("ol", [tag("li", tag("a", title, href=f"#{section}")) for section, title in CONTENTS]),
            aria_label="Contents",
        ),
        class_="top",
    )
