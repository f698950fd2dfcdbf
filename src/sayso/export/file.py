"""A file of an export."""

from collections.abc import Iterable
from typing import NamedTuple


class File(NamedTuple):
    """A file that is to be written: its name in the folder, empty where the export is one file; and its bytes."""

    name: str
    chunks: Iterable[bytes]
