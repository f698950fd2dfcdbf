"""The objects that the command line gives with `--json`, a file for each list."""

from collections.abc import Iterator

from sayso.export.contents import Contents, Records
from sayso.export.file import File
from sayso.export.steering import to_json_line


def make_jsonl(contents: Contents) -> Iterator[File]:
    """A file for each list, in its own order, one object a line."""
    for name, records in contents.records.items():
        yield File(f"{name}.jsonl", _write_lines(records))


def _write_lines(records: Records) -> Iterator[bytes]:
    for record in records():
        yield f"{to_json_line(record)}\n".encode()
