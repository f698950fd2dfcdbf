"""Who may ask for a page: which names the server answers to, who gave its token, and whether a form is its own."""

import hashlib
import hmac
import ipaddress
import secrets
import socket
from collections import OrderedDict
from collections.abc import Iterable

SESSION = "sayso-session"
"""The cookie of somebody who gave the token; the port is added, since browsers keep cookies by host alone."""

SAFE = ("GET", "HEAD", "OPTIONS")
"""Methods that change nothing."""

LEAST_TOKEN = 16
"""Characters that a token must have: it can be guessed at over a network."""

MOST_SESSIONS = 1000
"""Beyond these the oldest ends, so that nobody can fill the memory."""


class Access:
    """The rules of one run of the server; its secrets end with it."""

    def __init__(self, *, host: str = "127.0.0.1", token: str | None = None, names: Iterable[str] = ()) -> None:
        """`names` are others that the server goes by, as behind one that encrypts."""
        self.host = host
        self._names = frozenset(n.lower() for n in names)
        self._token = token
        self._secret = secrets.token_bytes(32)
        self._sessions: OrderedDict[str, None] = OrderedDict()

    @property
    def needs_token(self) -> bool:
        """True where every visitor is asked for a token."""
        return self._token is not None

    def is_token(self, given: str) -> bool:
        """True for the token; it takes as long for any other."""
        return self._token is not None and hmac.compare_digest(_digest(given), _digest(self._token))

    def open_session(self) -> str:
        """A new secret for the cookie of somebody who gave the token."""
        name = secrets.token_urlsafe(32)
        self._sessions[name] = None
        while len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)
        return name

    def is_known(self, *, session: str | None, authorization: str | None) -> bool:
        """True for somebody who gave the token, by a cookie or with this request; for everybody where there is none."""
        if not self.needs_token:
            return True
        scheme, _, given = (authorization or "").partition(" ")
        if scheme.lower() == "bearer":
            return self.is_token(given.strip())
        return session in self._sessions

    def make_word(self, session: str | None) -> str:
        """The word that every form of a page carries: no other site can know it."""
        return hmac.new(self._secret, (session or "").encode(), hashlib.sha256).hexdigest()

    def is_word(self, given: str, session: str | None) -> bool:
        """True where a form carries the word that was given to whoever sends it."""
        return hmac.compare_digest(_digest(given), _digest(self.make_word(session)))

    def is_host(self, header: str) -> bool:
        """True for a name that this server goes by: no foreign name may be led to it (DNS rebinding).

        Where it listens to all of a network, it goes by any number and by the machine's own name.
        """
        name = read_host(header)
        if name is None:
            return False
        if name in self._names:
            return True
        if is_loopback(self.host):
            return name == self.host.lower() or is_loopback(name)
        own = {self.host.lower(), socket.gethostname().lower(), socket.getfqdn().lower()}
        return name in own or is_loopback(name) or _is_number(name)


def is_loopback(host: str) -> bool:
    """True for an address that only this machine reaches."""
    if host.lower() == "localhost":
        return True
    return _is_number(host) and ipaddress.ip_address(host).is_loopback


def read_host(header: str) -> str | None:
    """The name or number in a Host header, without its port; None for what is neither."""
    name = header.strip().lower()
    if name.startswith("["):
        name, closing, rest = name[1:].partition("]")
        return name if closing and (not rest or rest.startswith(":")) and _is_number(name) else None
    name = name.partition(":")[0]
    return name if name and all(c.isalnum() or c in "-._" for c in name) else None


def name_session(header: str) -> str:
    """The session's cookie at a Host header: another workbench at another port of the host has its own."""
    port = header.rpartition(":")[2]
    return f"{SESSION}-{port}" if port.isascii() and port.isdecimal() else SESSION


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _digest(words: str) -> bytes:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
