"""The page as a whole: what no words of an article may do to it, and what must stand in it."""

import re

import pytest
from lxml import etree

from sayso.export.report import Limits, make_page
from sayso.model import Part
from tests.unit.export.report.harbour import (
    APRIL,
    DENYING,
    DOCUMENTS,
    FIRST,
    HOSTILE,
    ORIGINAL,
    STATEMENTS,
    make_claims,
    make_material,
)

PAGE = make_page(make_material())
VOID = re.compile(r"<(meta|br)\b([^>]*[^/])>")


def parse(page: str) -> etree._Element:
    """The page as a tree; every element must be closed, and every attribute quoted."""
    body = re.sub(r"<style>.*?</style>", "", page.removeprefix("<!DOCTYPE html>"), flags=re.DOTALL)
    return etree.fromstring(VOID.sub(r"<\1\2/>", body))


TREE = parse(PAGE)
TEXT = " ".join("".join(TREE.itertext()).split())


def test_the_same_collection_gives_the_same_page() -> None:
    assert make_page(make_material()) == PAGE
    assert make_page(make_material(claims=make_claims()[::-1])) == PAGE


def test_ids_are_unique_and_links_inside_lead_somewhere() -> None:
    ids = TREE.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [h for h in TREE.xpath("//a/@href") if h.startswith("#")]
    assert {h[1:] for h in inside} <= set(ids)
    assert len(inside) > 50
    assert set(" ".join(TREE.xpath("//@aria-labelledby")).split()) <= set(ids)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    assert not TREE.xpath("//script|//img|//iframe|//object|//embed|//link|//form|//input|//video|//audio")
    assert not TREE.xpath("//@src|//@srcset|//@action|//@background|//@poster|//@data")
    assert not [name for e in TREE.iter() for name in e.attrib if name.lower().startswith("on")]
    style = PAGE[PAGE.index("<style>") : PAGE.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert all(v.startswith("url(#") for v in TREE.xpath("//@marker-end"))
    outside = [h for h in TREE.xpath("//@href") if not h.startswith("#")]
    assert set(outside) == {d.url for d in DOCUMENTS if d.url and d.url.startswith("https:")} - {
        u for u in (DENYING.url,) if u and " " in u
    }


def test_words_of_an_article_are_words() -> None:
    for part in ("headline", "outlet", "text"):
        assert HOSTILE in getattr(DENYING, part)
    assert "<script" not in PAGE
    assert "<img" not in PAGE
    assert TEXT.count("<script>alert(1)</script>") > 5
    assert 'href="javascript' not in PAGE
    assert "javascript:alert(3)" in TEXT


def test_a_page_forbids_what_it_does_not_need() -> None:
    (policy,) = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "script" not in policy


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: s.text[:30])
def test_every_statement_stands_in_its_text_with_its_note(statement: object) -> None:
    s = next(x for x in STATEMENTS if x is statement)
    (label,) = TREE.xpath(f"//*[@id='s-{s.id}']")
    article = label.xpath("ancestor::article")[0]
    assert article.get("id") == f"d-{s.document}"
    place = label.xpath("ancestor::h3" if s.part is Part.HEADLINE else "ancestor::p")[0]
    marked = "".join(place.xpath(".//mark[contains(@class, 'content')]//text()[not(ancestor::sup)]"))
    assert s.text in marked
    (note,) = TREE.xpath(f"//*[@id='n-{s.id}']")
    assert str(s.certainty) in "".join(note.itertext())


def test_every_document_reads_as_it_was() -> None:
    for document in DOCUMENTS:
        (article,) = TREE.xpath(f"//article[@id='d-{document.id}']")
        paragraphs = article.xpath(".//div[@class='paragraph']/p")
        words = ["".join(p.xpath(".//text()[not(ancestor::sup)]")) for p in paragraphs]
        expected = document.text.split("\n\n")
        if document is FIRST:
            assert words.pop() == f"[{expected.pop()}]"
        assert words == expected


def test_no_claim_stands_without_who_said_it() -> None:
    material = make_material()
    for claim in material.claims:
        (shown,) = TREE.xpath(f"//*[@id='c-{claim.id}']")
        words = " ".join("".join(shown.itertext()).split())
        assert re.search(re.escape(f"“{claim.text}”") + r" ?(said|denied) by " + re.escape(claim.said_by), words)
    for quoted in TREE.xpath("//ol[@class='repeated']/li"):
        assert " said by " in "".join(quoted.itertext())


def test_the_interval_stands_large_with_its_counts() -> None:
    first, circle = TREE.xpath("//section[@class='claim']")
    assert first.xpath(".//p[@class='interval']/text()") == ["at least 1 distinct identified origin, at most 2"]
    assert first.xpath(".//p[@class='beside']/text()") == [
        "1 anonymous · 0 unattributed · 4 documents · 5 statements · 1 denial"
    ]
    assert circle.xpath(".//p[@class='interval']/text()") == ["no origin: a circle"]
    assert "its own: at least 1 distinct identified origin, at most 1." in TEXT


def test_warnings() -> None:
    assert "Hardened: what others only attribute or hedge is asserted in its own voice by Harbor Daily" in TEXT
    assert "Circular: 2 statements lead only to one another" in TEXT
    assert "marked corrected" in TEXT


def test_the_paragraph_is_made_of_the_numbers() -> None:
    (lead,) = TREE.xpath("//p[@class='lead']/text()")
    assert lead.startswith("7 documents by 7 outlets make 9 statements, which come to 3 claims.")
    assert f'“{ORIGINAL.text}” (Harbor Daily → "two port officials"), is made by 4 documents.' in lead
    assert "it comes to 2 origins at most: 1 is identified, 1 is anonymous" in lead


def test_what_it_never_says() -> None:
    words = re.sub(r"What it never says.*?How often it errs", "", TEXT).lower()
    assert not re.findall(r"\b(silent|refused|trustworthy|reliable|credible|fake|debunked|confirmed)\b", words)
    assert "—" not in PAGE


def test_people() -> None:
    assert "Spoken about, quoted in none of the documents in this collection" in TEXT
    assert "(person), spoken of in 2 statements of 1 document" in TEXT


def test_a_persons_judgement_is_shown_without_its_time() -> None:
    assert "1. apart: “The ferry” in Harbor Daily, by A. Editor. another ferry" in TEXT
    assert "2031-04-01" not in PAGE


def test_limits_are_told() -> None:
    page = make_page(make_material(limits=Limits(claims=1, texts=2, lines=0)))
    tree = parse(page)
    text = " ".join("".join(tree.itertext()).split())
    assert "1 more claim made or denied by more than one document" in text
    assert "1 more claim of one document, whose origin is in doubt" in text
    assert "5 documents are not shown here" in text
    assert len(tree.xpath("//article")) == 2
    assert not tree.xpath(f"//*[@id='s-{APRIL.id}']")
    assert f"“{APRIL.text}”" in text
    ids = set(tree.xpath("//@id"))
    assert {h[1:] for h in tree.xpath("//a/@href") if h.startswith("#")} <= ids


def test_claims_that_are_not_worth_a_look_are_counted() -> None:
    text = make_page(make_material(chosen=make_claims()[:2]))
    assert "1 other claim is made by one document each" in text


def test_stale_claims_are_told() -> None:
    assert "are older than the documents" in make_page(make_material(is_current=False))


def test_a_collection_without_claims() -> None:
    page = make_page(make_material(claims=(), chosen=()))
    assert "No claim is made by more than one document" in page
    parse(page)
