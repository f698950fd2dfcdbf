"""Documents in a real browser: read, side by side, compared, marked and judged otherwise."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import check_axe, open_context

REPEATING = "Selvane denies foreign officers at satellite station"
"""The headline of a document that repeats a report of an agency."""

WAIT = 60_000
"""Milliseconds that a change may take on a machine with much else to do: the judge of pairs and the reader are loaded first."""


def open_document(page: Page, headline: str = REPEATING) -> None:
    """From the overview to a document."""
    page.goto("/")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Documents").click()
    page.get_by_role("link", name=headline).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("station")


def test_the_list_is_ordered_and_narrowed(page: Page) -> None:
    page.goto("/documents")
    expect(page.locator("ul.documents > li")).to_have_count(10)
    page.get_by_label("Order").select_option("outlet")
    page.get_by_label("Marked").select_option("corrected")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("ul.documents > li")).to_have_count(1)
    expect(page.locator("ul.documents .badge")).to_have_text("marked corrected")
    check_axe(page)


def test_a_statement_leads_to_its_claim_and_back(page: Page) -> None:
    open_document(page)
    check_axe(page)
    note = page.locator(".notes li[id^='n-']").nth(1)
    expect(note.locator(".chain")).to_contain_text("Qadira Times → ")
    paragraph, beside = page.locator(".paragraph p").nth(1).bounding_box(), note.bounding_box()
    assert paragraph and beside and beside["x"] > paragraph["x"] + paragraph["width"] - 1
    note.get_by_text("why").click()
    expect(note.locator("details li").first).to_be_visible()
    note.get_by_role("link", name="its claim").click()
    expect(page).to_have_url(re.compile("/claims/"))
    page.locator("ol.statements blockquote a[href^='/documents/']").first.click()
    expect(page).to_have_url(re.compile("/documents/.*#s-"))


def test_side_by_side_and_compared(page: Page) -> None:
    open_document(page)
    page.get_by_role("navigation", name="Ways to see the text").get_by_role("link", name="Beside A").click()
    row = page.locator(".sides .row", has_text="three dish antennas")
    expect(row.locator("mark.reused")).to_have_count(2)
    left, right = (row.locator(".side").nth(n).bounding_box() for n in (0, 1))
    assert left and right and left["y"] == right["y"] and left["x"] < right["x"]
    check_axe(page)
    page.get_by_role("article").get_by_role("link", name="Compare all that they say").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two documents compared")
    expect(page.locator("p.lead")).to_contain_text("they share 3 passages")
    expect(page.locator(".meetings > li").first).to_contain_text("The claim, in")
    expect(page.locator("#alone")).to_contain_text("Only Qadira Times")
    check_axe(page)
    page.get_by_text("Choose others").click()
    page.get_by_label("The other", exact=True).select_option(index=1)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two documents compared")


@pytest.mark.changes
def test_marking_as_retracted_follows_at_once_and_is_taken_back(page: Page) -> None:
    open_document(page, "Selvane says Haruk station is civilian")
    address = page.url
    page.get_by_role("button", name="Mark as retracted").click()
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("Status: was live, is retracted.", timeout=WAIT)
    expect(notice).to_contain_text("on a corrected or retracted one", timeout=WAIT)
    expect(notice).to_be_focused()
    expect(page.locator(".warnings")).to_contain_text("Marked retracted (taken from: a person)")
    check_axe(page)
    notice.get_by_role("button", name="Take back").click()
    expect(page.locator("[data-notice]")).to_contain_text("Status: was retracted, is live.", timeout=WAIT)
    page.goto(address)
    expect(page.locator(".warnings")).to_have_count(0)


@pytest.mark.changes
def test_filling_in_the_outlet_reads_it_again(page: Page) -> None:
    page.goto("/documents")
    page.get_by_role("link", name="Forty officers at Haruk").click()
    page.get_by_label("Outlet", exact=True).fill("The <b>Ferrier</b>")
    page.get_by_role("button", name="Fill in").click()
    expect(page.locator("[data-notice]")).to_contain_text("Outlet: was unknown, is The <b>Ferrier</b>.", timeout=WAIT)
    expect(page.locator("header .outlet")).to_have_text("The <b>Ferrier</b>")
    expect(page.locator(".notes .chain").first).to_contain_text("The <b>Ferrier</b>")


@pytest.mark.changes
def test_a_chain_is_judged_otherwise_and_taken_back(page: Page) -> None:
    open_document(page)
    note = page.locator(".notes li[id^='n-']").nth(1)
    before = note.locator(".chain").inner_text()
    note.get_by_role("link", name="judge otherwise").click()
    form = page.locator("form.judging", has_text="Its chain, as you judge")
    form.get_by_label("Link 1", exact=True).fill("A clerk at the gate")
    form.get_by_label("Kind of link 1").select_option("anonymous")
    form.get_by_label("Why").fill("It is the clerk who says so")
    check_axe(page)
    form.get_by_role("button", name="This is the chain").click()
    expect(page.locator("[data-notice]")).to_contain_text("written down: this is the chain", timeout=WAIT)
    expect(note).to_contain_text("A clerk at the gate")
    expect(note).to_contain_text("The reader had: ")
    expect(page.locator("#judgements")).to_contain_text("It is the clerk who says so")
    check_axe(page)
    page.locator("#judgements").get_by_role("button", name="Take back").click()
    expect(page.locator("[data-notice]")).to_contain_text("is taken back", timeout=WAIT)
    assert note.locator(".chain").inner_text() == before


@pytest.mark.changes
def test_a_reuse_is_judged_none(page: Page) -> None:
    open_document(page)
    expect(page.locator(".body mark.reused").first).to_be_visible()
    page.get_by_text("Judge that it is no reuse (A)").click()
    form = page.locator("#reuse form").first
    form.get_by_label("Why").fill("Both had the statement")
    check_axe(page)
    form.get_by_role("button", name="Neither repeats the other").click()
    expect(page.locator("[data-notice]")).to_contain_text("written down: neither repeats the other", timeout=WAIT)
    expect(page.get_by_role("navigation", name="Ways to see the text")).not_to_contain_text("Longshore Press")
    page.locator("[data-notice]").get_by_role("button", name="Take back").first.click()
    expect(page.locator("[data-notice]")).to_contain_text("is taken back", timeout=WAIT)


def test_the_saved_page_runs_and_loads_nothing(browser: Browser, workbench: str) -> None:
    with open_context(browser, base_url=workbench) as context:
        page = context.new_page()  # not watched: the browser says on the console what it has blocked
        open_document(page)
        page.wait_for_load_state("networkidle")
        loaded: list[str] = []
        page.on("response", lambda answer: loaded.append(answer.url))
        with page.expect_response(re.compile("/saved$")) as answer:
            page.get_by_role("link", name="the saved page").click()
        assert "sandbox" in answer.value.headers["content-security-policy"]
        expect(page.locator("body")).to_contain_text("three dish antennas")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.origin") == "null"
        assert [url for url in loaded if not url.endswith(("/saved", "/favicon.ico"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_scrolls_one_way_in_both_looks(page: Page, scheme: str) -> None:
    open_document(page)
    address = page.url
    beside = page.get_by_role("link", name="Beside A").get_attribute("href") or ""
    compare = page.get_by_role("link", name="Compare all that they say").first.get_attribute("href") or ""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 640})
    for place in ("/documents", address, beside, compare, "/compare"):
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, place
        check_axe(page)
    page.goto(address)
    paragraph, note = (
        page.locator(".paragraph p").nth(2).bounding_box(),
        page.locator(".paragraph .notes").nth(1).bounding_box(),
    )
    assert paragraph and note and note["y"] > paragraph["y"]


@pytest.mark.changes
def test_reading_needs_no_script(browser: Browser, workbench: str) -> None:
    with open_context(browser, base_url=workbench, java_script_enabled=False) as context:
        page = context.new_page()
        open_document(page)
        page.locator(".notes").get_by_role("link", name="Side by side").first.click()
        expect(page.locator(".sides .row", has_text="three dish antennas").locator("mark.reused")).to_have_count(2)
        page.get_by_role("link", name="With its chains").click()
        page.get_by_role("button", name="Mark as corrected").click()
        expect(page.locator("[data-notice]")).to_contain_text("is corrected", timeout=WAIT)
        page.locator("[data-notice]").get_by_role("button", name="Take back").click()
        expect(page.locator("[data-notice]")).to_contain_text("is live", timeout=WAIT)
