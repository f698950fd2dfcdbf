"""Addresses: what is fetched, how politely, and what is refused. Pages are served on loopback."""

import contextlib
import gzip
import json
import socket
import threading
import time
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from sayso.errors import RejectedInput
from sayso.ingest import IngestOptions
from sayso.ingest.fetch import Fetcher
from sayso.ingest.network import find_addresses, is_public
from sayso.model import Document, Ingested, Rejected

ReadOne = Callable[..., Document]
RejectOne = Callable[..., Rejected]
MakePage = Callable[..., str]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("not an address", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_page(site: Any, read_one: ReadOne, make_page: MakePage, loopback: IngestOptions, body: str) -> None:
    url = site.add("/barge?id=1", make_page())
    document = read_one(url, options=loopback)
    assert (document.url, document.input) == (url, url)
    assert document.text.endswith(body)
    assert site.asked == ["/robots.txt", "/barge?id=1"]


def test_private_addresses_are_refused(site: Any, reject_one: RejectOne, make_page: MakePage) -> None:
    url = site.add("/barge", make_page())
    for address in (url, url.replace("127.0.0.1", "localhost"), url.replace("127.0.0.1", "[::ffff:127.0.0.1]")):
        rejected = reject_one(address, options=IngestOptions(delay=0))
        assert rejected.step == "fetch"
        assert "private network" in rejected.reason
    assert site.asked == []


def test_the_address_connected_to_is_checked(
    site: Any, reject_one: RejectOne, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public name that leads to loopback is refused, whatever it led to before."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    looked_up: list[str] = []

    def find(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) < 2 else next(answers)

    monkeypatch.setattr("sayso.ingest.network.find_addresses", find)
    site.add("/barge", make_page())
    rejected = reject_one(f"http://harbor-daily.example:{site.server.server_port}/barge")
    assert "private network (127.0.0.1)" in rejected.reason
    assert (looked_up, site.asked) == (["harbor-daily.example"], [])


def test_robots(
    site: Any, reject_one: RejectOne, read_one: ReadOne, make_page: MakePage, loopback: IngestOptions
) -> None:
    site.add("/robots.txt", "User-agent: sayso\nDisallow: /private/\n\nUser-agent: *\nDisallow: /")
    assert "robots.txt" in reject_one(site.add("/private/1", make_page()), options=loopback).reason
    assert read_one(site.add("/barge", make_page()), options=loopback)
    assert "/private/1" not in site.asked


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_missing_robots(
    site: Any, read: Callable[..., list[Any]], make_page: MakePage, loopback: IngestOptions, status: int, allowed: bool
) -> None:
    site.add("/robots.txt", "", status=status)
    (item,) = read(site.add("/barge", make_page()), options=loopback)
    assert isinstance(item, Ingested) is allowed


def test_robots_without_end(site: Any, reject_one: RejectOne, make_page: MakePage, loopback: IngestOptions) -> None:
    site.add("/robots.txt", "User-agent: *\nDisallow: /\n" + "#" * 2_100_000)
    assert "robots.txt" in reject_one(site.add("/barge", make_page()), options=loopback).reason
    assert site.asked == ["/robots.txt"]


def test_redirects(
    site: Any, read_one: ReadOne, reject_one: RejectOne, make_page: MakePage, loopback: IngestOptions
) -> None:
    final = site.add("/barge", make_page())
    short = site.add("/short", "", status=302, location="/barge")
    assert (read_one(short, options=loopback).url, read_one(short, options=loopback).canonical_url) == (short, final)
    assert "redirected" in reject_one(site.add("/loop", "", status=302, location="/loop"), options=loopback).reason
    for target in ("file:///etc/hosts", "ftp://a.example/", "http://[broken", "http://u:p@127.0.0.1/"):
        assert reject_one(site.add("/odd", "", status=301, location=target), options=loopback).step == "fetch"


def test_a_redirect_into_a_private_network_is_refused(
    site: Any, reject_one: RejectOne, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.ingest.network.is_public", lambda address: address == "127.0.0.1")
    url = site.add("/short", "", status=302, location="http://10.0.0.1/admin")
    assert "private network (10.0.0.1)" in reject_one(url, options=IngestOptions(delay=0)).reason


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500])
def test_error_pages(
    site: Any, reject_one: RejectOne, make_page: MakePage, loopback: IngestOptions, status: int
) -> None:
    rejected = reject_one(site.add("/barge", make_page(), status=status), options=loopback)
    assert rejected.step == "fetch"
    assert f"({status})" in rejected.reason


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw deflate", "br"])
def test_packed_pages(
    site: Any, read_one: ReadOne, make_page: MakePage, loopback: IngestOptions, encoding: str
) -> None:
    brotli = pytest.importorskip("brotli")
    page = make_page().encode()
    inflater = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(page),
        "deflate": zlib.compress(page),
        "raw deflate": inflater.compress(page) + inflater.flush(),
        "br": brotli.compress(page),
    }
    assert read_one(site.add("/barge", packed[encoding], content_encoding=encoding.split()[-1]), options=loopback)


def test_bombs_and_large_pages_are_refused(site: Any, reject_one: RejectOne) -> None:
    brotli = pytest.importorskip("brotli")
    options = IngestOptions(allow_private=True, delay=0, max_bytes=100_000)
    zeros = b"0" * 3_000_000
    bombs = {"gzip": gzip.compress(zeros), "deflate": zlib.compress(zeros), "br": brotli.compress(zeros), "": zeros}
    for encoding, content in bombs.items():
        assert reject_one(site.add("/bomb", content, content_encoding=encoding), options=options).step == "size"
    twice = site.add("/twice", gzip.compress(gzip.compress(zeros)), content_encoding="gzip, gzip")
    assert reject_one(twice, options=options).step == "size"
    half = gzip.compress(b"<html><p>The harbour is closed.")[:-12]
    for content in (b"\x1f\x8bnot packed", half):
        damaged = site.add("/bad", content, content_encoding="gzip")
        assert reject_one(damaged, options=options).step == "decode"


def test_a_dripping_host_is_left(reject_one: RejectOne) -> None:
    """Each byte comes in time, the whole never does; the host would hang up after a second, which reads otherwise."""
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listener.accept()
        with connection, contextlib.suppress(OSError):
            for _ in range(40):
                connection.sendall(b"H")
                time.sleep(0.02)

    thread = threading.Thread(target=drip)
    thread.start()
    options = IngestOptions(allow_private=True, delay=0, timeout=0.2)
    rejected = reject_one(f"http://127.0.0.1:{listener.getsockname()[1]}/", options=options)
    assert "in time" in rejected.reason
    thread.join()
    listener.close()


def test_one_host_is_asked_with_a_delay(site: Any, make_page: MakePage) -> None:
    now, waits = [0.0], []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    site.add("/robots.txt", "User-agent: *\nCrawl-delay: 3\n")
    url = site.add("/barge", make_page())
    fetcher = Fetcher(IngestOptions(allow_private=True, delay=2.0), sleep=sleep, clock=lambda: now[0])
    fetcher.fetch(url)
    fetcher.fetch(url)
    fetcher.close()
    assert waits == [3.0, 3.0]


def test_it_names_itself(site: Any, loopback: IngestOptions) -> None:
    assert loopback.user_agent.startswith("sayso/")


def test_unknown_and_closed_hosts(
    reject_one: RejectOne, loopback: IngestOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "can't be reached" in reject_one("http://127.0.0.1:1/", options=loopback).reason
    assert "name or password" in reject_one("http://user:secret@127.0.0.1/", options=loopback).reason
    assert reject_one("http://xn--a/", options=loopback).step == "fetch"

    def fail(*args: Any, **kwargs: Any) -> Any:
        raise OSError("no such name")

    monkeypatch.setattr("socket.getaddrinfo", fail)
    with pytest.raises(RejectedInput, match="No host is known"):
        find_addresses("nowhere.example", 80)


def test_a_feed_leads_to_its_pages(
    site: Any, read: Callable[..., list[Any]], make_page: MakePage, loopback: IngestOptions
) -> None:
    page = site.add("/barge", make_page())
    items = f"<item><title>Barge</title><link>{page}</link><description>A barge struck the pier.</description></item>"
    feed = f"<rss version='2.0'><channel><title>Harbor Daily</title><link>{site.url}</link>{items * 2}</channel></rss>"
    url = site.add("/feed", feed, content_type="application/rss+xml")
    assert [type(i) for i in read(url, options=loopback)] == [Ingested, Ingested]
    never = IngestOptions(allow_private=True, delay=0, follow_feeds=False)
    assert [type(i) for i in read(url, options=never)] == [Rejected, Rejected]


def test_other_formats_by_address(
    site: Any,
    read: Callable[..., list[Any]],
    loopback: IngestOptions,
    body: str,
    make_pdf: Callable[[list[str]], bytes],
) -> None:
    record = json.dumps({"text": body, "outlet": "Harbor Daily"})
    addresses = [
        site.add("/a.txt", body, content_type="text/plain"),
        site.add("/a.json", record, content_type="application/json"),
        site.add("/a.txt.gz", gzip.compress(body.encode()), content_type="application/gzip"),
        site.add("/a", make_pdf(body.split("\n\n")), content_type="application/pdf"),
    ]
    assert [type(i) for i in read(*addresses, options=loopback)] == [Ingested] * 4
