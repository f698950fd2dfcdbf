"""Packed bytes → bytes, never more than a limit: a small file may unpack to fill the memory."""

import zlib
from collections.abc import Iterable

import brotli  # type: ignore[import-untyped]

from sayso.errors import RejectedInput

_GZIP, _RAW_DEFLATE, _EITHER = 31, -15, 47


class Unpacker:
    """Unpacks a stream piece by piece; `RejectedInput` once it holds more than `limit` bytes."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._is_fed = False
        self._inflater = zlib.decompressobj(_EITHER)
        self._brotli = brotli.Decompressor() if encoding == "br" else None
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate", "br"):
            raise RejectedInput("decode", f"It is packed in a way that can't be unpacked here ({encoding[:20]}).")

    def feed(self, data: bytes) -> None:
        """Take the next piece."""
        self._is_fed = self._is_fed or bool(data)
        if self._encoding in ("", "identity"):
            self._keep(data)
        elif self._brotli is not None:
            self._feed_brotli(data)
        else:
            self._inflate(data)

    def _feed_brotli(self, data: bytes) -> None:
        assert self._brotli is not None
        try:
            part = self._brotli.process(data, output_buffer_limit=65_536)
            while part:
                self._keep(part)
                part = b"" if self._brotli.is_finished() else self._brotli.process(b"", output_buffer_limit=65_536)
        except brotli.error as error:
            raise RejectedInput("decode", "Its packed bytes are damaged. Fetch or save it again.") from error

    def _inflate(self, data: bytes) -> None:
        while data:
            try:
                self._keep(self._inflater.decompress(data, 65_536))
            except zlib.error as error:
                if self._size or self._encoding != "deflate":
                    raise RejectedInput("decode", "Its packed bytes are damaged. Fetch or save it again.") from error
                self._inflater = zlib.decompressobj(_RAW_DEFLATE)  # what many servers mean by "deflate"
                self._encoding = "raw"
                continue
            if self._inflater.eof:
                data = self._inflater.unused_data
                if not data.startswith(b"\x1f\x8b"):
                    return
                self._inflater = zlib.decompressobj(_GZIP)
            else:
                data = self._inflater.unconsumed_tail

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._limit:
            raise RejectedInput(
                "size", f"Unpacked it is larger than {self._limit:,} bytes. Raise the limit if you trust it."
            )
        self._parts.append(data)

    def finish(self) -> bytes:
        """All that was unpacked; `RejectedInput` where the packed bytes break off before their end.

        A page that is there to its last tag is whole, whatever is missing behind it.
        """
        data = self.peek()
        has_ended = self._brotli.is_finished() if self._brotli is not None else self._inflater.eof
        is_packed = self._is_fed and self._encoding not in ("", "identity")
        if is_packed and not has_ended and not data[-100:].rstrip().lower().endswith(b"</html>"):
            raise RejectedInput("decode", "Its packed bytes break off in the middle. Fetch or save it again.")
        return data

    def peek(self) -> bytes:
        """What was unpacked so far."""
        return b"".join(self._parts)


def unpack(pieces: Iterable[bytes], encodings: str, limit: int) -> bytes:
    """The bytes behind a Content-Encoding such as `gzip`; several are undone from the last to the first."""
    names = [name.strip().lower() for name in encodings.split(",") if name.strip()] or [""]
    if len(names) > 3:
        raise RejectedInput("decode", "It is packed many times over, as no honest page is.")
    for name in reversed(names):
        unpacker = Unpacker(name, limit)
        for piece in pieces:
            unpacker.feed(piece)
        pieces = [unpacker.finish()]
    return b"".join(pieces)
