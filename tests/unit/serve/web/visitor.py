"""Somebody who looks at the workbench: asks for pages, reads them as trees, and sends their forms."""

from collections.abc import Mapping

import httpx2
from lxml import html
from starlette.testclient import TestClient

from sayso.serve.desk import Desk
from sayso.serve.web.access import Access
from sayso.serve.web.app import make_app

BASE = "http://127.0.0.1:8765"


def say(element: html.HtmlElement) -> str:
    """The words of an element, on one line."""
    return " ".join("".join(element.itertext()).split())


class Page:
    """An answer, and its tree."""

    def __init__(self, answer: httpx2.Response) -> None:
        self.answer = answer
        self.status = answer.status_code
        self.address = answer.url.path
        is_page = "html" in answer.headers.get("content-type", "")
        self.tree = html.document_fromstring(answer.text) if is_page else None  # type: ignore[no-untyped-call]

    def find(self, path: str) -> list[html.HtmlElement]:
        """The elements at an XPath."""
        assert self.tree is not None, self.answer.text[:200]
        found = self.tree.xpath(path)
        assert isinstance(found, list)
        return found

    @property
    def text(self) -> str:
        """The words of the page, on one line."""
        return " ".join(" ".join(self.find("//body")[0].itertext()).split())

    def find_form(self, action: str, *, index: int = 0) -> html.HtmlElement:
        """One of the forms that go to an address."""
        return self.find(f"//form[@action='{action}']")[index]


class Visitor:
    """A browser without scripts."""

    def __init__(self, desk: Desk, *, host: str = "127.0.0.1", token: str | None = None) -> None:
        app = make_app(desk, access=Access(host=host, token=token))
        self.client = TestClient(app, base_url=BASE, raise_server_exceptions=False)

    def get(self, address: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Page:
        """A page, which must have this status."""
        page = Page(self.client.get(address, headers=dict(headers or {})))
        assert page.status == status, page.answer.text[:2000]
        return page

    def send(
        self, form: html.HtmlElement, *, status: int = 200, extra: Mapping[str, str] | None = None, **fields: str
    ) -> Page:
        """Sends a form with some fields filled in, and goes where it leads. `extra` are those whose names are no words."""
        filled = {**dict(form.fields), **(extra or {}), **fields}
        page = Page(self.client.post(form.get("action") or "", data=filled))
        assert page.status == status, page.answer.text[:2000]
        return page

    def post(
        self, address: str, fields: Mapping[str, str], *, status: int, headers: Mapping[str, str] | None = None
    ) -> Page:
        """Sends fields that no form of a page was filled with."""
        page = Page(self.client.post(address, data=dict(fields), headers=dict(headers or {}), follow_redirects=False))
        assert page.status == status, page.answer.text[:2000]
        return page
