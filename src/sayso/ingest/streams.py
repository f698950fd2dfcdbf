"""Streams that are looked into before they are read."""

import io
from typing import BinaryIO, cast


def read_head(stream: BinaryIO, size: int) -> bytes:
    """The first bytes of a stream, as many as asked for unless it ends before."""
    parts: list[bytes] = []
    left = size
    while left > 0 and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def rejoin(head: bytes, stream: BinaryIO) -> BinaryIO:
    """A stream whose head has been read, whole again."""
    return cast(BinaryIO, io.BufferedReader(_Rejoined(head, stream)))


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)
