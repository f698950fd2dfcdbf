import dataclasses

import pytest
from markdown_it import MarkdownIt

from sayso.export.contents import DISTINCT
from sayso.export.markdown import escape_words, make_markdown, refer_to
from tests.factories import make_document
from tests.unit.export.ferry import STEERING, make_contents
from tests.unit.export.report import harbour

PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def read() -> str:
    """The dossier."""
    (file,) = make_markdown(make_contents())
    return b"".join(file.chunks).decode()


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<!-- gone -->",
        "[here](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "[a][b]",
        "<https://evil.example>",
        "*bold* _slanted_ `code` ~~gone~~ **x**",
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "> quoted",
        "---",
        "===",
        "| a | b |",
        "&copy; &#60;",
        "a\\",
        "```",
        "[^1]: note",
        "a $x$ b",
    ],
)
def test_words_are_shown_as_they_are(words: str) -> None:
    shown = PARSER.parse(escape_words(words))
    assert [t.type for t in shown] == ["paragraph_open", "inline", "paragraph_close"]
    children = shown[1].children or []
    assert {c.type for c in children} <= {"text", "text_special"}
    assert "".join(c.content for c in children) == words


@pytest.mark.parametrize("words", ["https://evil.example", "www.evil.example", "a@evil.example", "WWW.evil.example"])
def test_no_address_links_itself(words: str) -> None:
    assert words not in escape_words(words)
    assert "".join(c.content for c in PARSER.parseInline(escape_words(words))[0].children or []) == words


def test_words_stay_on_their_line_and_steer_nothing() -> None:
    assert escape_words("a\n\n# b\r\u2028c") == "a \\# b␍�c"
    assert not set(escape_words(STEERING)) & {"\x1b", "\u202e", "\u2066"}


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://a.example/x?a=1&copy=2", "https://a.example/x?a=1&copy=2"),
        ("https://a.example/)[evil](x)", "https://a.example/)%5Bevil%5D(x)"),
        ("https://a.example/<script>", "https://a.example/%3Cscript%3E"),
        ("javascript:alert(3)", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, href: str | None) -> None:
    children = PARSER.parseInline(refer_to(make_document(url=url)))[0].children or []
    assert [c.attrs.get("href") for c in children if c.type == "link_open"] == ([href] if href else [])


def test_no_markup_of_an_article_is_left() -> None:
    for token in PARSER.parse(read()):
        assert token.type != "html_block"
        for child in token.children or []:
            assert child.type not in ("html_inline", "image")
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith("https://")


def test_every_claim_stands_with_who_says_it_and_its_interval() -> None:
    page = read()
    assert DISTINCT in page
    for claim in make_contents().claims:
        assert f"{escape_words(claim.said_by)}: “{escape_words(claim.text)}”" in page
    assert "**at least 1 distinct identified origin, at most 2 (1 anonymous)**" in page
    assert "**no origin: its statements lead only to one another**" in page
    assert "The denial has an interval of its own: at least 1 distinct identified origin, at most 1." in page
    assert "**undetermined**" in page
    assert "(marked corrected)" in page
    assert "hardens it" in page
    assert "Withdrawn 2031-04-03" in page
    for statement in harbour.STATEMENTS:
        assert f"“{escape_words(statement.text)}”" in page


def test_it_says_where_claims_are_older() -> None:
    (file,) = make_markdown(dataclasses.replace(make_contents(), is_current=False))
    assert b"**These claims are older than the documents.**" in b"".join(file.chunks)
