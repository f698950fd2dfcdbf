"""Connections that never reach a private network unless allowed: checked on the address connected to."""

import ipaddress
import socket
import ssl
import time
import typing
from collections.abc import Iterable, Iterator

import httpcore
import httpx

from sayso.errors import RejectedInput

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """True for an internet address that belongs to the public internet, whatever it is wrapped in."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


class TimedStream(httpcore.NetworkStream):
    """A connection whose reads and writes end together after some seconds, however slowly its host drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("The host is too slow.")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The connection, encrypted, with the same end."""
        inner = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> typing.Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Looks a host's name up, checks what it finds, and connects to just that.

    The name is looked up once for check and connection, so that it can't mean something else in between
    (DNS rebinding). It runs for every connection, so for every redirect too.
    """

    def __init__(self, *, allow_private: bool, timeout: float) -> None:
        self._allow_private = allow_private
        self._timeout = timeout
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's allowed addresses that answers."""
        addresses = find_addresses(host, port)
        allowed = [a for a in addresses if self._allow_private or is_public(a)]
        if not allowed:
            raise RejectedInput(
                "fetch",
                f"The host {host} lies in a private network ({addresses[0]}), where sayso doesn't go by itself. "
                "Allow private addresses if you mean it.",
            )
        deadline = time.monotonic() + self._timeout
        failure: Exception | None = None
        for address in allowed[:4]:
            try:
                left = max(deadline - time.monotonic(), 0.01)
                timeout = left if timeout is None else min(timeout, left)
                stream = self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
                return TimedStream(stream, deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        assert failure is not None
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a web address doesn't lead to one."""
        raise RejectedInput("fetch", "Local sockets are not read.")


def find_addresses(host: str, port: int) -> list[str]:
    """The internet addresses of a host, in the system's order."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = f"No host is known by the name {host}. Check the address, and that this machine is online."
        raise RejectedInput("fetch", reason) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: typing.Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class GuardedTransport(httpx.BaseTransport):
    """httpx over connections of a `GuardedBackend`; no proxies, for they would do the connecting.

    Each connection serves one request, and ends after `timeout` seconds.
    """

    def __init__(self, *, allow_private: bool, timeout: float) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=GuardedBackend(allow_private=allow_private, timeout=timeout),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        assert isinstance(request.stream, httpx.SyncByteStream)
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
