"""Takes a picture of each page of the workbench over the demo collection, in Debian's Chromium: `docs/screenshots/*.png`.

    python -m tools.make_screenshots             all of them
    python -m tools.make_screenshots NAME …      some

The same pages give the same pictures on the same machine; another machine's fonts give others. Look at each before it goes
into the documentation.
"""

import argparse
import dataclasses
import io
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.e2e.browser import Watch, open_browser, open_context
from tests.e2e.program import REAL, Program
from tests.e2e.serving import serve

FOLDER = Path(__file__).parents[1] / "docs/screenshots"

COLOURS = 48
"""Of one picture: text, lines and one accent, with the shades between."""

FEW = re.compile(r"at least 1 distinct identified origin, at most \d+ \([^)]*anonymous")
"""A claim that comes down to few."""

MOST_BYTES = 1_500_000
"""Of all pictures together."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture: how its page is reached from the overview, and through what window it is seen."""

    reach: Callable[[Page], None]
    width: int = 1200
    height: int = 900
    dark: bool = False


def open_at(address: str) -> Callable[[Page], None]:
    """Goes to an address that every collection has."""

    def reach(page: Page) -> None:
        page.goto(address)

    return reach


def open_claim(page: Page) -> None:
    """Of the claims with one identified origin at least, and anonymous ones, that which most documents repeat."""
    page.goto("/claims?order=repeated")
    page.locator("ul.claims > li", has_text=FEW).first.get_by_role("link").first.click()


def open_lineage(page: Page) -> None:
    """Its lineage."""
    open_claim(page)
    scroll_to(page, "#lineage")


def open_statements(page: Page) -> None:
    """Its first statements, one of them with each step of its chain."""
    open_claim(page)
    page.locator("ol.statements > li").first.get_by_text("Each step with its words").click()
    scroll_to(page, "#statements")


def open_relation(page: Page) -> None:
    """How two of its origins stand to each other, and where a person judges otherwise."""
    open_claim(page)
    scroll_to(page, "table.matrix")
    page.locator("table.matrix button").first.click()


def open_document(page: Page) -> None:
    """A document that repeats a report of an agency."""
    page.goto("/documents")
    page.get_by_role("link", name="Selvane denies foreign officers at satellite station").click()


def open_beside(page: Page) -> None:
    """The same beside that report."""
    open_document(page)
    page.get_by_role("link", name="Beside A").click()


def open_compared(page: Page) -> None:
    """The two compared."""
    open_beside(page)
    page.get_by_role("article").get_by_role("link", name="Compare all that they say").click()


def open_source(page: Page) -> None:
    """The person on whom most rests."""
    page.goto("/sources")
    page.locator("tbody th a").first.click()


def scroll_to(page: Page, selector: str) -> None:
    """Puts a part of the page at the top of the window."""
    page.locator(selector).first.evaluate("e => { e.scrollIntoView(); scrollBy(0, -16); }")


SHOTS = {
    "overview": Shot(reach=open_at("/")),
    "claims": Shot(reach=open_at("/claims")),
    "claim": Shot(reach=open_claim),
    "claim-dark": Shot(reach=open_claim, dark=True),
    "claim-narrow": Shot(reach=open_claim, width=360, height=780),
    "lineage": Shot(reach=open_lineage),
    "statements": Shot(reach=open_statements),
    "relation": Shot(reach=open_relation),
    "documents": Shot(reach=open_at("/documents")),
    "document": Shot(reach=open_document),
    "beside": Shot(reach=open_beside),
    "compare": Shot(reach=open_compared),
    "sources": Shot(reach=open_at("/sources")),
    "source": Shot(reach=open_source),
    "timeline": Shot(reach=open_at("/timeline")),
    "search": Shot(reach=open_at("/search?q=station")),
    "add": Shot(reach=open_at("/add")),
}
"""Name of the file → picture."""


def take_shot(browser: Browser, address: str, shot: Shot) -> bytes:
    """The picture as a PNG. Raises SystemExit where anything goes wrong on the page."""
    look = "dark" if shot.dark else "light"
    window = {"width": shot.width, "height": shot.height}
    options = {"base_url": address, "viewport": window, "color_scheme": look, "reduced_motion": "reduce"}
    with open_context(browser, **options) as context:
        page = context.new_page()
        watch = Watch(page)
        shot.reach(page)
        page.wait_for_load_state("load")
        page.evaluate("document.fonts.ready.then(() => document.activeElement?.blur())")
        picture = page.screenshot(animations="disabled", caret="hide")
        if watch.faults:
            raise SystemExit("\n".join(watch.faults))
    return reduce_colours(picture)


def reduce_colours(picture: bytes) -> bytes:
    """The same picture in few colours: a third of the size, and nobody sees it in text."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    reduced = image.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    reduced.save(file, "PNG", optimize=True)
    return file.getvalue()


def main() -> None:
    """Takes the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(SHOTS)}")
    parser.add_argument("--into", type=Path, default=FOLDER, help="where to put them")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(SHOTS)
    if unknown:
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    asked.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, open_browser() as browser:
        program = Program(Path(name), REAL)
        program.run("demo", "--into", ".", "--jobs", "1")
        with serve(program, "--collection", "sayso-demo.db") as address:
            for shot in asked.names or SHOTS:
                (asked.into / f"{shot}.png").write_bytes(take_shot(browser, address, SHOTS[shot]))
    size = sum(f.stat().st_size for f in asked.into.glob("*.png"))
    print(f"{asked.into}: {size:,} bytes in all")
    if size > MOST_BYTES:
        raise SystemExit(f"That is more than {MOST_BYTES:,}.")


if __name__ == "__main__":
    main()
