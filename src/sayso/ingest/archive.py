"""WARC and ARC: web archives, plain or packed, their broken members set aside one by one."""

import dataclasses
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import RejectedInput
from sayso.ingest.compression import unpack

_MAX_HEADER = 65_536
_PIECE = 65_536
_ARC_LINE = re.compile(
    rb"(?P<url>[\w.+-]+:.*?) (?P<host>\S+) (?P<date>\d{8,14}) (?P<type>\S+)(?: \S+ \S+ \S+ \d+ \S+)? (?P<length>\d+)\s*"
)
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_RESOURCE = re.compile(
    r"image/|audio/|video/|font/|text/css|text/javascript|application/(?:javascript|x-javascript|json|font|vnd\.ms-font)"
)


class DamagedMember(Exception):
    """A member of an archive can't be read; the next one may."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Member:
    """A page that an archive holds, or the reason why it is none."""

    place: int
    url: str | None
    media_type: str
    charset: str | None
    data: bytes
    reason: str | None = None
    step: str = "archive"


class _Members:
    """The bytes of an archive, unpacked, that can go on behind a damaged member."""

    def __init__(self, stream: BinaryIO, *, is_packed: bool) -> None:
        self._stream = stream
        self._packed = b""
        self._ready = b""
        self._is_packed = is_packed
        self._inflater = zlib.decompressobj(31)
        self._has_ended = False

    def _fill(self) -> bool:
        """Make more bytes ready; False at the end."""
        if not self._is_packed:
            data = self._stream.read(_PIECE)
            self._ready += data
            return bool(data)
        while True:
            if not self._packed and not self._has_ended:
                self._packed = self._stream.read(_PIECE)
                self._has_ended = not self._packed
            if not self._packed:
                if not self._inflater.eof and self._inflater.unconsumed_tail:
                    raise DamagedMember
                return False
            try:
                data = self._inflater.decompress(self._packed, _PIECE)
            except zlib.error as error:
                raise DamagedMember from error
            if self._inflater.eof:
                self._packed = self._inflater.unused_data.lstrip(b"\0")
                self._inflater = zlib.decompressobj(31)
            else:
                self._packed = self._inflater.unconsumed_tail
            if data:
                self._ready += data
                return True

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; fewer at the end only."""
        parts: list[bytes] = []
        while size > 0 and (self._ready or self._fill()):
            part, self._ready = self._ready[:size], self._ready[size:]
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def read_line(self) -> bytes:
        """The next line with its end; empty at the end of the archive."""
        while (at := self._ready.find(b"\n")) < 0:
            if len(self._ready) > _MAX_HEADER:
                raise DamagedMember
            if not self._fill():
                line, self._ready = self._ready, b""
                return line
        line, self._ready = self._ready[: at + 1], self._ready[at + 1 :]
        return line

    def unread(self, data: bytes) -> None:
        """Put bytes back."""
        self._ready = data + self._ready

    def skip_damage(self) -> None:
        """Go to the next packed member; in an unpacked archive, to the next line that isn't endless."""
        if not self._is_packed:
            while (at := self._ready.find(b"\n")) < 0:
                self._ready = b""
                if not self._fill():
                    return
            self._ready = self._ready[at + 1 :]
            return
        self._ready = b""
        self._inflater = zlib.decompressobj(31)
        data = self._packed[1:]
        while (at := data.find(b"\x1f\x8b\x08")) < 0:
            more = self._stream.read(_PIECE)
            if not more:
                self._packed, self._has_ended = b"", True
                return
            data = data[-2:] + more
        self._packed = data[at:]


def find_members(stream: BinaryIO, *, is_packed: bool, limit: int) -> Iterator[Member]:
    """The pages of an archive, in order, and what is broken among its members.

    Members that are no pages (requests, pictures, styles, scripts, redirects, notes of the crawler) are passed over.
    """
    members = _Members(stream, is_packed=is_packed)
    place = 0
    is_lost = False
    while True:
        try:
            line = members.read_line()
            if not line:
                return
            if not line.strip():
                continue
            if line.startswith(b"WARC/"):
                place, is_lost = place + 1, False
                found = _read_warc(members, place, limit)
            elif match := _ARC_LINE.fullmatch(line):
                place, is_lost = place + 1, False
                found = _read_arc(members, match, place, limit)
            elif not is_lost:
                place, is_lost = place + 1, True
                found = _make_broken(place, "It does not begin as a member of an archive should.")
            else:
                found = None
        except DamagedMember:
            place += 1
            members.skip_damage()
            is_lost = not is_packed
            found = _make_broken(place, "Its packed bytes are damaged.")
        if found is not None:
            yield found


def _make_broken(place: int, what: str, url: str | None = None) -> Member:
    reason = f"This member of the archive is broken: {what} The others were read. Fetch its page anew."
    return Member(place=place, url=url, media_type="", charset=None, data=b"", reason=reason)


def _read_warc(members: _Members, place: int, limit: int) -> Member | None:
    headers: dict[str, str] = {}
    while (line := members.read_line()).strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
        if len(headers) > 500:
            return _make_broken(place, "Its header has no end.")
    url = headers.get("warc-target-uri", "").strip("<>") or None
    try:
        length = int(headers["content-length"])
    except (KeyError, ValueError):
        return _make_broken(place, "Its length is missing.", url)
    block, is_whole = _read_block(members, length, limit)
    if "warc-truncated" in headers and not _ends_page(block):
        is_whole = False  # the crawler's own word that it cut the page off
    kind = headers.get("warc-type", "")
    media_type = headers.get("content-type", "")
    if kind not in ("response", "resource", "conversion"):
        return None if is_whole else _make_broken(place, "It breaks off in the middle.", url)
    if not is_whole:
        return _make_broken(place, "It breaks off in the middle.", url)
    if length > limit:
        return _make_large(place, url, limit)
    if kind == "response" and media_type.replace(" ", "").startswith("application/http"):
        return _read_response(block, place, url, limit)
    if kind == "response" and not media_type.startswith("text/html"):
        return None  # an answer of another kind, such as that of a name server
    return _make_page(block, place, url, media_type, limit)


def _read_arc(members: _Members, match: re.Match[bytes], place: int, limit: int) -> Member | None:
    url = match["url"].decode("utf-8", "replace")
    length = int(match["length"])
    block, is_whole = _read_block(members, length, limit)
    if url.startswith(("filedesc:", "dns:", "metadata:")):
        return None
    if not is_whole:
        return _make_broken(place, "It breaks off in the middle.", url)
    if length > limit:
        return _make_large(place, url, limit)
    return _read_response(block, place, url, limit)


def _make_large(place: int, url: str | None, limit: int) -> Member:
    reason = f"It is larger than {limit:,} bytes. Raise the limit if you trust it."
    return Member(place=place, url=url, media_type="", charset=None, data=b"", reason=reason, step="size")


def _read_block(members: _Members, length: int, limit: int) -> tuple[bytes, bool]:
    """The block of a member, and whether all of it was there; one over the limit is passed over, not kept."""
    if length <= limit:
        block = members.read(length)
        # a last member whose length is given a little too long is whole all the same where its page is
        return block, len(block) == length or _ends_page(block)
    left = length
    while left > 0 and (part := members.read(min(left, _PIECE))):
        left -= len(part)
    return b"", left == 0


def _ends_page(block: bytes) -> bool:
    return block.rstrip().lower().endswith(b"</html>")


def _read_response(block: bytes, place: int, url: str | None, limit: int) -> Member | None:
    """The page in an archived answer of a web server."""
    head, mark, body = block.partition(b"\r\n\r\n")
    if not mark:
        head, mark, body = block.partition(b"\n\n")
    lines = head.decode("latin-1").splitlines()
    if not lines or not lines[0].startswith("HTTP/"):
        return _make_page(block, place, url, "", limit)
    headers = {n.strip().lower(): v.strip() for n, _, v in (line.partition(":") for line in lines[1:])}
    status = lines[0].partition(" ")[2].strip()[:3]
    if status.startswith("3") or status in ("204", "206"):
        return None
    media_type = headers.get("content-type", "").lower()
    if _RESOURCE.match(media_type):
        return None
    if not status.startswith("2"):
        reason = f"The archived answer is an error page ({status}), not the report. Fetch its page anew."
        return Member(place=place, url=url, media_type=media_type, charset=None, data=b"", reason=reason, step="fetch")
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = join_chunks(body)
    encoding = headers.get("content-encoding", "")
    try:
        body = unpack([body], encoding, limit) if encoding and not _looks_like_markup(body) else body
    except RejectedInput as error:
        return Member(
            place=place, url=url, media_type=media_type, charset=None, data=b"", reason=error.reason, step=error.step
        )
    return _make_page(body, place, url, media_type, limit)


def _make_page(data: bytes, place: int, url: str | None, content_type: str, limit: int) -> Member | None:
    media_type = content_type.partition(";")[0].strip().lower()
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    if _RESOURCE.match(media_type) or not data.strip():
        return None
    return Member(place=place, url=url, media_type=media_type, charset=charset[1] if charset else None, data=data)


def _looks_like_markup(body: bytes) -> bool:
    """True for a body that an archiver unpacked without saying so."""
    return body.lstrip()[:1] == b"<"


def join_chunks(body: bytes) -> bytes:
    """A body sent in chunks, put together; as it is where it isn't in chunks after all, with its rest where they break."""
    parts: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size
        if body.startswith(b"\r\n", at):
            at += 2
        elif body.startswith(b"\n", at):
            at += 1
        else:
            break
    return b"".join([*parts, body[at:]])
