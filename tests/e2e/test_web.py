"""The workbench in a real browser: from the overview to the words, a judgement, and taking it back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import Watch, check_axe, open_context
from tests.e2e.program import REAL, Program
from tests.e2e.serving import serve

MATRIX = "table.matrix button"


def open_least_supported(page: Page) -> None:
    """From the overview to the claim that most documents repeat on the word of fewest identified origins."""
    page.goto("/")
    page.get_by_role("link", name="Claims", exact=True).click()
    page.get_by_label("Order").select_option("repeated")
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator("ul.claims a").first.click()


def read_interval(page: Page) -> str:
    return page.locator("#interval .interval").inner_text()


def test_from_the_overview_to_the_words_behind_a_claim(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("What this collection rests on")
    check_axe(page)
    open_least_supported(page)
    assert re.fullmatch(r"at least \d+ distinct identified origins?, at most \d+", read_interval(page))
    expect(page.locator("svg.lineage")).to_be_visible()
    first = page.locator("ol.statements > li").first
    first.get_by_text("Each step with its words").click()
    expect(first.locator("ol.hops li").first).to_be_visible()
    first.get_by_text("Its place in the text").click()
    words = first.locator("blockquote a").inner_text().strip("“”")
    assert " ".join(first.locator(".place mark").inner_text().split()) == words
    check_axe(page)


@pytest.mark.changes
def test_judging_otherwise_changes_the_interval_and_is_taken_back(page: Page) -> None:
    open_least_supported(page)
    before = read_interval(page)
    address = page.url
    page.locator(MATRIX).first.click()
    card = page.locator(".card:popover-open")
    expect(card.get_by_role("button", name="These are one origin")).to_be_visible()
    check_axe(page)
    card.get_by_label("Why").fill("Both are the ministry's <b>press</b> office")
    card.get_by_label("Who judges so").fill("A. Editor")
    card.get_by_role("button", name="These are one origin").click()
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("is written down")
    expect(notice).to_be_focused()
    after = read_interval(page)
    assert after != before
    expect(page.locator("#judgements")).to_contain_text("Both are the ministry's <b>press</b> office")
    expect(page.locator("#judgements")).to_contain_text("by A. Editor")
    check_axe(page)
    page.reload()
    assert read_interval(page) == after
    page.locator("#judgements").get_by_role("button", name="Take back").click()
    expect(page.locator("[data-notice]")).to_contain_text("is taken back")
    assert read_interval(page) == before
    page.goto(address)
    assert read_interval(page) == before
    expect(page.locator("#judgements")).to_contain_text("taken back")


@pytest.mark.changes
def test_a_page_that_is_out_of_date_keeps_the_note(page: Page, watch: Watch, browser: Browser, workbench: str) -> None:
    open_least_supported(page)
    with open_context(browser, base_url=workbench, java_script_enabled=False) as context:
        other = context.new_page()
        other.goto(page.url)
        other.locator(MATRIX).last.click()
        other.locator(".card:popover-open").get_by_role("button", name="These are one origin").click()
        expect(other.locator("[data-notice]")).to_contain_text("is written down")
    watch.expected.add(409)
    page.locator(MATRIX).first.click()
    card = page.locator(".card:popover-open")
    card.get_by_label("Why").fill("They share an office")
    card.get_by_role("button", name="These are one origin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This page was out of date")
    expect(page.get_by_label("Your note")).to_have_value("They share an office")
    expect(page.get_by_text("Judged since then")).to_be_visible()
    check_axe(page)


@pytest.mark.parametrize("address", ["/", "/claims", "/claims?all=true&order=text", "/nowhere"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_clean_in_both_looks(page: Page, watch: Watch, address: str, scheme: str) -> None:
    watch.expected.add(404)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    check_axe(page)


@pytest.mark.changes
def test_a_statement_is_found_and_judged_to_belong(page: Page) -> None:
    open_least_supported(page)
    statements = page.locator("ol.statements > li")
    expect(statements.first).to_be_visible()
    before = statements.count()
    page.get_by_text("Another statement belongs to this claim").press("Enter")
    page.get_by_label("Words of the statement, or its id").fill("antennas")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?belongs=antennas#belongs$"))
    expect(page.locator(".choices .chain").first).to_be_visible()
    check_axe(page)
    page.locator(".choices label").first.click()
    form = page.locator("#belongs form.judging")
    form.get_by_label("Why").fill("The <i>same</i> station")
    form.get_by_role("button", name="This belongs to the claim").click()
    expect(page.locator("[data-notice]")).to_contain_text("is written down")
    expect(statements).to_have_count(before + 1)
    expect(page.locator("#judgements")).to_contain_text("The <i>same</i> station")
    check_axe(page)
    page.locator("[data-notice]").get_by_role("button", name="Take back").click()
    expect(page.locator("[data-notice]")).to_contain_text("is taken back")
    expect(statements).to_have_count(before)


def test_the_look_is_switched_and_kept(page: Page) -> None:
    def find_ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.goto("/claims")
    light = find_ground()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-look", "dark")
    expect(page).to_have_url(re.compile("/claims$"))
    dark = find_ground()
    assert dark != light
    page.goto("/")
    assert find_ground() == dark
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name="Light").click()
    expect(page.locator("html")).to_have_attribute("data-look", "light")
    assert find_ground() == light


@pytest.mark.changes
def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    open_least_supported(page)
    before = read_interval(page)
    page.reload()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('content').contains(document.activeElement)")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('table.matrix button')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator(".card:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".card:popover-open")).to_have_count(0)
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value === 'same'"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("[data-notice]")).to_be_focused()
    assert read_interval(page) != before


def test_a_narrow_screen_scrolls_one_way(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_least_supported(page)
    for address in (page.url, "/", "/claims"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        check_axe(page)


def test_reading_needs_no_script(browser: Browser, workbench: str) -> None:
    with open_context(browser, base_url=workbench, java_script_enabled=False) as context:
        page = context.new_page()
        open_least_supported(page)
        page.locator("ol.statements > li").first.get_by_text("Each step with its words").click()
        expect(page.locator("ol.hops li").first).to_be_visible()
        page.locator(MATRIX).first.click()
        expect(page.locator(".card:popover-open")).to_be_visible()


def test_the_token_is_asked_for_once(browser: Browser, collection: Path) -> None:
    token = "an old ferry in the fog"
    with (
        serve(Program(collection.parent, REAL), "--collection", str(collection), "--token", token) as address,
        open_context(browser, base_url=address) as context,
    ):
        page = context.new_page()
        page.goto("/claims?order=time")
        expect(page.get_by_role("heading", level=1)).to_have_text("Enter")
        check_axe(page)
        page.get_by_label("Token").fill("wrong")
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("alert")).to_have_text("That isn't the token.")
        check_axe(page)
        page.get_by_label("Token").fill(token)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Claims")
        assert page.url.endswith("/claims?order=time")
