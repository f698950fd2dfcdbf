"""Pages by their address: politely, within limits, and never from where they may not be read."""

import dataclasses
import re
import threading
import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

import httpcore
import httpx

from sayso.errors import RejectedInput
from sayso.ingest.address import is_address
from sayso.ingest.compression import Unpacker, unpack
from sayso.ingest.network import GuardedTransport
from sayso.ingest.options import IngestOptions

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_LIMIT = 2_000_000
_ROBOTS_NONE, _ROBOTS_ALL = ("User-agent: *", "Disallow: /"), ()
_MAX_CRAWL_DELAY = 30.0
_FAILURES = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    UnicodeError,  # of a host's name in letters that no name may have
)
_STATUS = {
    401: "It wants a name and password.",
    402: "It wants payment.",
    403: "The site refuses to hand it to programs.",
    404: "There is no such page.",
    410: "The page has been taken down.",
    429: "The site asks for fewer requests.",
    451: "It is withheld for legal reasons.",
}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Fetched:
    """A page as it came."""

    url: str
    data: bytes
    media_type: str
    charset: str | None


class Fetcher:
    """Fetches one page at a time; keeps what each host's robots.txt says, and when it was last asked."""

    def __init__(
        self,
        options: IngestOptions,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._options = options
        self._sleep = sleep
        self._clock = clock
        self._lock = threading.Lock()
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}
        limit = min(10.0, options.timeout)
        self._client = httpx.Client(
            transport=GuardedTransport(allow_private=options.allow_private, timeout=options.timeout),
            timeout=httpx.Timeout(limit),
            headers={"User-Agent": options.user_agent, "Accept-Encoding": "gzip, deflate"},
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Close every connection."""
        self._client.close()

    def fetch(self, url: str) -> Fetched:
        """The page at an address, redirects followed; `RejectedInput` with the reason where there is none."""
        with self._lock:
            here = url
            for _ in range(self._options.max_redirects + 1):
                _check_address(here)
                if not self._find_robots(here).can_fetch(self._options.user_agent, here):
                    reason = f"The site asks programs not to read {here} (robots.txt). Open it in a browser, save it, add that."
                    raise RejectedInput("fetch", reason)
                found = self._ask(here, self._options.max_bytes)
                if isinstance(found, Fetched):
                    return found
                here = found
            raise RejectedInput(
                "fetch", f"It was redirected more than {self._options.max_redirects} times. Add its last address."
            )

    def _find_robots(self, url: str) -> RobotFileParser:
        """What a host lets programs read: all where it has no such file, nothing while it can't say (RFC 9309, 2.3.1)."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host in self._robots:
            return self._robots[host]
        rules = RobotFileParser()
        here = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        try:
            for _ in range(self._options.max_redirects + 1):
                found = self._ask(here, _ROBOTS_LIMIT)
                if isinstance(found, Fetched):
                    rules.parse(found.data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
                    break
                here = found
        except _BadStatus as error:
            rules.parse(_ROBOTS_ALL if 400 <= error.answered < 500 else _ROBOTS_NONE)
        except RejectedInput as error:
            if error.step != "size":
                raise
            rules.parse(_ROBOTS_NONE)  # what it forbids can't be known
        if not rules.mtime():
            rules.parse(_ROBOTS_ALL)  # redirected without end
        self._robots[host] = rules
        return rules

    def _wait(self, url: str) -> None:
        """Let the delay pass since this host was last asked."""
        host = urlsplit(url).netloc
        rules = self._robots.get(f"{urlsplit(url).scheme}://{host}")
        wanted = float(rules.crawl_delay(self._options.user_agent) or 0) if rules is not None else 0.0
        delay = max(self._options.delay, min(wanted, _MAX_CRAWL_DELAY)) if self._options.delay > 0 else 0.0
        if host in self._asked and (left := self._asked[host] + delay - self._clock()) > 0:
            self._sleep(left)

    def _ask(self, url: str, limit: int) -> Fetched | str:
        """The page, or the address that the host redirects to."""
        self._wait(url)
        try:
            with self._client.stream("GET", url) as answer:
                if answer.status_code in _REDIRECTS and (target := answer.headers.get("location")):
                    return _join_address(url, target)
                if answer.status_code != 200:
                    raise _BadStatus(answer.status_code)
                return _read_answer(answer, url, limit)
        except _FAILURES as error:
            raise RejectedInput("fetch", _explain_failure(error, url)) from error
        finally:
            self._asked[urlsplit(url).netloc] = self._clock()


def _read_answer(answer: httpx.Response, url: str, limit: int) -> Fetched:
    """An answer's body, unpacked piece by piece."""
    encodings = [e.strip().lower() for e in answer.headers.get("content-encoding", "").split(",") if e.strip()]
    unpacker = Unpacker(encodings.pop() if encodings else "", limit)
    packed = 0
    for piece in answer.iter_raw():
        packed += len(piece)
        unpacker.feed(piece)
        if packed > limit:
            raise RejectedInput("size", f"It is larger than {limit:,} bytes. Raise the limit if you trust it.")
    data = unpack([unpacker.finish()], ",".join(encodings), limit) if encodings else unpacker.finish()
    content_type = answer.headers.get("content-type", "")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    return Fetched(
        url=url,
        data=data,
        media_type=content_type.partition(";")[0].strip().lower(),
        charset=charset[1] if charset else None,
    )


class _BadStatus(RejectedInput):
    """The host answered, but not with the page."""

    def __init__(self, status: int) -> None:
        what = _STATUS.get(status, "The site has a fault." if status >= 500 else "The site gives no page.")
        advice = (
            "Try again later."
            if status in (429, 500, 502, 503, 504)
            else "Open it in a browser, save it, and add that."
        )
        super().__init__("fetch", f"{what} ({status}) {advice}")
        self.answered = status


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if not is_address(url):
        raise RejectedInput("fetch", f"{url[:200]} is no address of the web (http or https).")
    if parts.username or parts.password:
        raise RejectedInput("fetch", "The address holds a name or password. Take it out, and try again.")


def _join_address(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        raise RejectedInput("fetch", "The site redirects to an address that is none.") from None


def _explain_failure(error: Exception, url: str) -> str:
    host = urlsplit(url).hostname
    if isinstance(error, (httpcore.TimeoutException, httpx.TimeoutException)):
        return f"The host {host} did not answer in time. Try again later."
    if "CERTIFICATE" in str(error).upper() or "SSL" in str(error).upper():
        return f"The host {host} can't prove who it is ({str(error)[:120]}). Check the address."
    if isinstance(error, (httpcore.ConnectError, httpx.ConnectError)):
        return f"The host {host} can't be reached. Check the address, and that this machine is online."
    return f"The host {host} broke off or answered what is no web page ({str(error)[:120] or type(error).__name__}). Try again."
