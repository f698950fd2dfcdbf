"""What the tests of ingest share: pages, archives, PDFs and a web server on loopback. All texts are invented."""

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.ingest import IngestOptions, read_inputs
from sayso.model import Document, Ingested, Rejected

BODY = (
    "The harbour of Tolvane will stay closed until Friday after a barge struck the pier on Monday, port officials said.",
    "Two crew members were taken to hospital with light injuries, according to the harbour master, Lena Orr.",
    "The authority said that divers had found no leak in the hull, and that the pier would be inspected on Thursday.",
)


@pytest.fixture
def body() -> str:
    """Three paragraphs of a report."""
    return "\n\n".join(BODY)


@pytest.fixture
def make_page() -> Callable[..., str]:
    """Markup of a report's page; `head` and `tail` go into its head and below its text."""

    def make(*, head: str = "", tail: str = "", title: str = "Barge strikes pier in Tolvane") -> str:
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
        return (
            f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>"
            f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
            f"<article><h1>{title}</h1>{paragraphs}{tail}</article><footer>© Harbor Daily</footer></body></html>"
        )

    return make


@pytest.fixture
def read() -> Callable[..., list[Ingested | Rejected]]:
    """All results of some inputs."""

    def read_all(*inputs: object, options: IngestOptions | None = None) -> list[Ingested | Rejected]:
        return list(read_inputs([str(i) for i in inputs], options=options))

    return read_all


@pytest.fixture
def read_one(read: Callable[..., list[Ingested | Rejected]]) -> Callable[..., Document]:
    """The one document of some inputs."""

    def read_document(*inputs: object, options: IngestOptions | None = None) -> Document:
        (item,) = read(*inputs, options=options)
        assert isinstance(item, Ingested), item
        return item.document

    return read_document


@pytest.fixture
def reject_one(read: Callable[..., list[Ingested | Rejected]]) -> Callable[..., Rejected]:
    """The one rejection of some inputs."""

    def read_rejected(*inputs: object, options: IngestOptions | None = None) -> Rejected:
        (item,) = read(*inputs, options=options)
        assert isinstance(item, Rejected), item
        return item

    return read_rejected


@pytest.fixture
def make_pdf() -> Callable[[list[str]], bytes]:
    """A PDF of one page with some lines of text."""

    def make(lines: list[str]) -> bytes:
        shown = "".join(
            f"1 0 0 1 50 {780 - 16 * n} Tm ({line.replace('(', '[').replace(')', ']')}) Tj\n"
            for n, line in enumerate(lines)
        )
        stream = f"BT /F1 11 Tf\n{shown}ET".encode("latin-1")
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Font << /F1 5 0 R >> >>",
        ]
        out = b"%PDF-1.4\n"
        places = []
        for number, content in enumerate(objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
        return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail

    return make


def make_response(
    page: bytes, *, content_type: str = "text/html; charset=utf-8", status: str = "200 OK", extra: str = ""
) -> bytes:
    """A web server's answer as archives keep it."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{extra}\r\n"
    return head.encode() + page


@pytest.fixture
def make_warc() -> Callable[..., bytes]:
    """A WARC file of some (address, answer) pairs, each its own gzip member where packed."""

    def make(*pairs: tuple[str, bytes], packed: bool = False) -> bytes:
        records = []
        for url, answer in pairs:
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            record = head.encode() + answer + b"\r\n\r\n"
            records.append(gzip.compress(record, mtime=0) if packed else record)
        return b"".join(records)

    return make


class Site:
    """A web site on loopback: `pages` maps paths to (status, headers, body); `asked` lists the paths asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                status, headers, content = site.pages.get(self.path, (404, {}, b"no such page"))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def add(self, path: str, content: bytes | str, *, status: int = 200, **headers: str) -> str:
        """Serve a page; gives its address."""
        data = content.encode() if isinstance(content, str) else content
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": "text/html; charset=utf-8", **named}, data)
        return self.url + path


@pytest.fixture
def site() -> Iterator[Site]:
    """A running site without pages."""
    running = Site()
    thread = threading.Thread(target=running.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield running
    running.server.shutdown()
    thread.join()
    running.server.server_close()


@pytest.fixture
def answer() -> Callable[..., bytes]:
    """`make_response`, for tests."""
    return make_response


@pytest.fixture
def loopback() -> IngestOptions:
    """Options that allow loopback, and don't wait."""
    return IngestOptions(allow_private=True, delay=0.0, timeout=5.0)
