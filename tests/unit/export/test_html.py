import pytest

from sayso.export.html import Child, Html, escape, is_web_address, items, join, link, tag


@pytest.mark.parametrize(
    ("child", "markup"),
    [
        ("<b>", "<p>&lt;b&gt;</p>"),
        ("\"&'", "<p>&quot;&amp;&#x27;</p>"),
        (tag("b", "x<y"), "<p><b>x&lt;y</b></p>"),
        (["a", None, [tag("br"), "&"]], "<p>a<br>&amp;</p>"),
        (f"{tag('b', 'x')}", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        (tag("b", "x") + "<i>", "<p>&lt;b&gt;x&lt;/b&gt;&lt;i&gt;</p>"),
        ("a\x00b\x1b[31m\ud800\u202ec", "<p>a\ufffdb\ufffd[31m\ufffd\ufffdc</p>"),
    ],
)
def test_only_markup_made_here_is_markup(child: Child, markup: str) -> None:
    assert tag("p", child) == markup


def test_attributes_are_escaped_and_left_out_where_there_is_nothing() -> None:
    made = tag("a", "x", href='"><script>', class_="c", aria_label=None, hidden=False, open=True)
    assert made == '<a href="&quot;&gt;&lt;script&gt;" class="c" open>x</a>'


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://harbor-daily.example/ferry?a=1&b=2", True),
        ("HTTP://harbor-daily.example", True),
        ("javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//harbor-daily.example", False),
        ("https:///ferry", False),
        ("https://a.example/ b", False),
        ("https://a.example/\u202egnp", False),
        ("https://[broken", False),
        ("file.html", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(address: str | None, is_one: bool) -> None:
    assert is_web_address(address) is is_one
    assert ("href" in link(address, "words")) is is_one
    assert "words" in link(address, "words")


def test_lists() -> None:
    assert items(["a", "<"]) == "<ul><li>a</li><li>&lt;</li></ul>"
    assert items([], ordered=True) == ""
    assert escape(Html("<b>")) == "<b>"
    assert join() == ""
