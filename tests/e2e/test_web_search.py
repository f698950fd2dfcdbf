"""The workbench in a real browser: searching, adding by drop, sources, and the timeline."""

import json
import re

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.e2e.browser import Watch, check_axe, open_context

REPORT = (
    "The lighthouse at Cape Marrow went dark on Tuesday night, the keeper Ines Okafor said. She said that the lamp had "
    "been failing for weeks and that two letters to the harbour board had gone unanswered.\n\n"
    "A spokesman for the harbour board said that it had received no letters. The board denied that the lamp was unsafe. "
    "Fishing boats were told to keep to the southern channel until the lamp is mended, Okafor said."
)

DROP = """([names, texts]) => {
  const zone = document.querySelector("[data-drop]");
  const files = new DataTransfer();
  names.forEach((name, n) => files.items.add(new File([texts[n]], name)));
  for (const kind of ["dragover", "drop"])
    zone.dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
}"""


def test_searching_from_the_head_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/")
    box = page.get_by_label("Search the collection")
    for _ in range(40):
        page.keyboard.press("Tab")
        if box.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.type("satell")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=satell$"))
    expect(page.get_by_text("Searched for: words that begin with satell")).to_be_visible()
    hit = page.locator("section[aria-labelledby=found-statements] .hits > li").first
    expect(hit.locator("mark.hit").first).to_have_text(re.compile("^satell", re.IGNORECASE))
    expect(hit.locator(".chain")).to_be_visible()
    check_axe(page)


def test_facets_narrow_the_search(page: Page) -> None:
    page.goto("/search?q=station&in=statements")
    check_axe(page)
    facets = page.get_by_role("navigation", name="Narrow the search")
    before = int(re.findall(r"\d+", page.locator("h2 small").inner_text())[0])
    facets.get_by_role("link", name="attributed", exact=True).click()
    after = int(re.findall(r"\d+", page.locator("h2 small").inner_text())[0])
    assert 0 < after < before
    assert set(page.locator(".hits .certainty").all_inner_texts()) == {"attributed"}
    check_axe(page)


@pytest.mark.changes
def test_adding_files_by_drop(page: Page) -> None:
    page.goto("/add")
    check_axe(page)
    page.evaluate(DROP, [["lighthouse.txt", "<img src=x onerror=alert(1)>.txt"], [REPORT, "\x00\x01\x02"]])
    expect(page.locator("[data-chosen] li")).to_have_text(["lighthouse.txt", "<img src=x onerror=alert(1)>.txt"])
    page.get_by_role("button", name="Add", exact=True).click()
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("Done.", timeout=60_000)
    expect(notice).to_contain_text("1 document added, 1 set aside")
    expect(page.locator(".rejected li")).to_contain_text("<img src=x onerror=alert(1)>.txt")
    check_axe(page)
    page.goto("/search?q=lighthouse")
    expect(page.locator("section[aria-labelledby=found-documents] .hits > li")).to_have_count(1)
    page.goto("/rejected")
    expect(page.locator(".rejected li")).to_contain_text("<img src=x onerror=alert(1)>.txt")
    check_axe(page)


def test_too_many_bytes_are_refused_before_they_are_sent(page: Page) -> None:
    page.goto("/add")
    page.evaluate(
        "([size]) => { document.querySelector('form.adding').dataset.mostBytes = size; }",
        [json.dumps(10)],
    )
    page.evaluate(DROP, [["large.txt"], [REPORT]])
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Send them in several parts")
    expect(page).to_have_url(re.compile(r"/add$"))


@pytest.mark.changes
def test_adding_without_scripts(browser: Browser, workbench: str) -> None:
    with open_context(browser, base_url=workbench, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/add")
        page.get_by_label("Files").set_input_files(
            FilePayload(name="lighthouse.txt", mimeType="text/plain", buffer=REPORT.encode())
        )
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator("[data-notice]")).to_contain_text("1 document added", timeout=60_000)


def test_what_is_no_address_is_refused_and_kept(page: Page, watch: Watch) -> None:
    watch.expected.add(400)
    page.goto("/add")
    page.get_by_label("Addresses").fill("/etc/passwd")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("[data-notice]")).to_be_focused()
    expect(page.locator("[data-notice]")).to_contain_text("can't be fetched")
    expect(page.get_by_label("Addresses")).to_have_value("/etc/passwd")


def test_a_source_is_reached_by_keyboard_and_shows_its_words(page: Page) -> None:
    page.goto("/sources")
    check_axe(page)
    link = page.locator("tbody th a").first
    name = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator("section[aria-labelledby=says] .chain").first).to_contain_text(name)
    check_axe(page)
    page.goto("/sources?group=anonymous")
    page.locator("tbody th a").first.click()
    expect(page.locator(".kicker")).to_have_text("Anonymous: described, not identified")
    check_axe(page)


@pytest.mark.changes
def test_two_names_are_judged_to_be_one_and_parted_again(page: Page) -> None:
    page.goto("/search?q=nerine+tolloway&in=sources")
    page.locator(".hits a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nerine Tolloway")
    page.get_by_text("This is one with another").press("Enter")
    page.get_by_label("Who it is one with").fill("Davit Orlo")
    page.get_by_label("Why").first.fill("<i>a test</i>")
    check_axe(page)
    page.get_by_role("button", name="is one with this").press("Enter")
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("is written down")
    expect(notice).to_be_focused()
    expect(page.locator("#names + p")).to_contain_text("Davit Orlo")
    expect(page.locator(".reasons").first.locator("..")).to_contain_text(
        "a person judged that they are one: <i>a test</i>"
    )
    check_axe(page)
    page.get_by_role("button", name="Take back").press("Enter")
    expect(page.locator("#judgements-list, .judgements")).to_contain_text("taken back")
    expect(page.locator("#names + p")).not_to_contain_text("Davit Orlo")


def test_the_timeline_draws_what_it_lists(page: Page) -> None:
    page.goto("/timeline")
    drawing = page.locator("svg.timeline[role=img]")
    expect(drawing).to_be_visible()
    assert drawing.locator("g.mark").count() == page.locator("ol.times > li ul > li").count()
    expect(page.locator("section[aria-labelledby=corrected]")).to_contain_text("still carry it")
    expect(page.locator("section[aria-labelledby=undated]")).to_be_visible()
    check_axe(page)
    page.emulate_media(color_scheme="dark")
    check_axe(page)
    page.locator("ol.times > li ul a").first.click()
    page.get_by_role("link", name="Its documents in time").click()
    expect(page).to_have_url(re.compile(r"/timeline\?claim="))
    expect(page.locator("svg.timeline[role=img] text.name")).to_have_count(2)


def test_pages_are_read_without_scripts_and_on_a_narrow_screen(browser: Browser, workbench: str) -> None:
    options = {"java_script_enabled": False, "viewport": {"width": 360, "height": 740}}
    with open_context(browser, base_url=workbench, **options) as context:
        page = context.new_page()
        for address in ("/search?q=station&in=statements", "/sources", "/timeline", "/add", "/rejected"):
            page.goto(address)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert page.locator("body").bounding_box()["width"] <= 360  # type: ignore[index]
