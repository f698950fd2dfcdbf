"""Every link of every page leads somewhere, and every page holds to what all of them promise."""

from collections import deque
from urllib.parse import urljoin, urlsplit

from tests.unit.serve.web.visitor import BASE, Page, Visitor

MOST = 400
"""Pages that are gone to: more than the small collection has."""


def find_links(page: Page, at: str) -> set[str]:
    """The links of a page that stay here, in full, their fragments too."""
    found = {urljoin(BASE + at, str(href)) for href in page.find("//a/@href")}
    return {link.removeprefix(BASE) for link in found if link.startswith(BASE + "/")}


def test_every_link_leads_somewhere(visitor: Visitor) -> None:
    follow_links(visitor, most=MOST)


def follow_links(visitor: Visitor, *, most: int) -> None:
    """Goes to every page that a link leads to, fewer than `most`, and fails where one isn't there or isn't as all must be."""
    waiting, pages = deque(["/"]), dict[str, Page]()
    wanted: dict[str, str] = {}
    while waiting and len(pages) < most:
        address = waiting.popleft()
        if address in pages:
            continue
        if address.endswith("/saved"):  # somebody else's page, held to nothing
            assert visitor.client.get(address).status_code == 200, address
            continue
        page = pages[address] = Page(visitor.client.get(address))
        assert page.status == 200, f"{address}: {page.status}"
        if page.tree is None:
            continue
        check_page(page, address)
        for link in sorted(find_links(page, str(page.answer.url).removeprefix(BASE))):
            parts = urlsplit(link)
            target = link.partition("#")[0]
            if parts.fragment:
                wanted[link] = address
            waiting.append(target)
    assert len(pages) > 20
    assert len(pages) < most
    for link, address in wanted.items():
        target, _, fragment = link.partition("#")
        assert pages[target].find(f"//*[@id='{fragment}']"), f"{address}: {link}"


def check_page(page: Page, address: str) -> None:
    """One heading of the first level, unique ids, labelled fields, and nothing that the policy for content forbids."""
    assert len(page.find("//h1")) == 1, address
    ids = [str(i) for i in page.find("//@id")]
    assert len(ids) == len(set(ids)), f"{address}: {sorted({i for i in ids if ids.count(i) > 1})}"
    assert not page.find("//style|//script[not(@src)]|//@style"), address
    for form in page.find("//form[@method='post']"):
        assert form.xpath(".//input[@name='word']/@value"), address
