"""From the names that a person gives to documents: files, folders, standard input and addresses."""

import dataclasses
import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.errors import RejectedInput
from sayso.ingest.address import is_address
from sayso.ingest.archive import Member, find_members
from sayso.ingest.compression import Unpacker
from sayso.ingest.decode import replace_unstorable
from sayso.ingest.docx import read_docx
from sayso.ingest.draft import Draft, make_ingested
from sayso.ingest.feed import read_feed
from sayso.ingest.fetch import Fetcher
from sayso.ingest.html import read_html
from sayso.ingest.markdown import read_markdown
from sayso.ingest.options import IngestOptions
from sayso.ingest.pdf import read_pdf
from sayso.ingest.plain import read_plain
from sayso.ingest.records import read_csv, read_json, read_jsonl
from sayso.ingest.sniff import HEAD, Format, explain_other, find_format
from sayso.ingest.streams import read_head, rejoin
from sayso.model import Ingested, Rejected

Results = Iterator[Ingested | Rejected]


@dataclasses.dataclass(frozen=True, kw_only=True)
class NamedFile:
    """A file that is called otherwise than where it lies, as one that was sent from elsewhere: its name is never opened."""

    path: Path
    name: str


def read_inputs(inputs: Iterable[str | NamedFile], *, options: IngestOptions | None = None) -> Results:
    """Every document of every input, in order; what can't become one is a `Rejected` with the reason.

    An input is a file, a folder (with its folders, sorted), `-` for standard input, or an http(s) address. Nothing that
    an input holds ends the run.
    """
    reader = InputReader(options or IngestOptions())
    try:
        for given in inputs:
            for item in reader.read_file(given) if isinstance(given, NamedFile) else reader.read(given):
                yield _make_storable(item) if isinstance(item, Rejected) else item
    finally:
        reader.close()


def _make_storable(rejected: Rejected) -> Rejected:
    """The rejection without halves of characters, which an address or a field that it quotes may hold."""
    input, reason = replace_unstorable(rejected.input), replace_unstorable(rejected.reason)
    return dataclasses.replace(rejected, input=input, reason=reason)


class InputReader:
    """Reads inputs of every kind with one set of options; its fetcher is made when the first address comes."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options
        self._fetcher: Fetcher | None = None

    def close(self) -> None:
        """Close its connections."""
        if self._fetcher is not None:
            self._fetcher.close()

    def read(self, name: str) -> Results:
        """The documents of one input."""
        if name == "-":
            ending = f".{self._options.stdin_format.lstrip('.')}" if self._options.stdin_format else ""
            yield from self._read_stream(sys.stdin.buffer, self._options.stdin_name, file_name=f"stdin{ending}")
        elif is_address(name):
            yield from self._read_address(name, is_followed=False)
        else:
            yield from self._read_path(Path(name), name)

    def read_file(self, file: NamedFile) -> Results:
        """The documents of a file under the name that it is called by."""
        try:
            with file.path.open("rb") as stream:
                yield from self._read_stream(stream, file.name, file_name=file.name)
        except (OSError, ValueError) as error:
            yield Rejected(input=file.name, step="open", reason=explain_unopened(error, file.name))

    def _read_path(self, path: Path, given: str) -> Results:
        name = write_name(given)
        try:
            if path.is_dir():
                yield from self._read_folder(path, name)
                return
            with path.open("rb") as stream:
                yield from self._read_stream(stream, name, file_name=path.name)
        except (OSError, ValueError) as error:
            yield Rejected(input=name, step="open", reason=explain_unopened(error, name))

    def _read_folder(self, folder: Path, name: str) -> Results:
        unread: list[OSError] = []
        files = list(find_files(folder, unread))
        for error in unread:
            place = write_name(error.filename or name)
            yield Rejected(input=place, step="open", reason=explain_unopened(error, place))
        if not files and not unread:
            yield Rejected(input=name, step="open", reason="The folder holds no files. Check the name.")
        for file in files:
            yield from self._read_path(file, str(file))

    def _read_address(self, url: str, *, is_followed: bool) -> Results:
        self._fetcher = self._fetcher or Fetcher(self._options)
        try:
            page = self._fetcher.fetch(url)
        except RejectedInput as error:
            yield Rejected(input=url, step=error.step, reason=error.reason)
            return
        format = find_format(page.data[:HEAD], page.url.partition("?")[0], page.media_type)
        if is_followed and format in (Format.FEED, Format.WARC, Format.ARC):
            yield Rejected(input=url, step="extract", reason="The feed's link leads to no report.")
            return
        yield from self._read_bytes(page.data, url, format, url=url, declared=page.charset, landed=page.url)

    def _read_stream(self, stream: BinaryIO, input: str, *, file_name: str) -> Results:
        """The documents of an open file, whatever its format."""
        head = read_head(stream, HEAD)
        whole = rejoin(head, stream)
        format = find_format(head, file_name)
        if format is Format.JSONL:
            yield from read_jsonl(whole, input, self._options)
        elif format in (Format.WARC, Format.ARC) or _is_packed_archive(head, file_name):
            yield from self._read_archive(whole, input, is_packed=format is Format.GZIP)
        else:
            data = whole.read(self._options.max_bytes + 1)
            yield from self._read_bytes(data, input, format, file_name=file_name)

    def _read_bytes(
        self,
        data: bytes,
        input: str,
        format: Format,
        *,
        file_name: str = "",
        url: str | None = None,
        declared: str | None = None,
        landed: str | None = None,
    ) -> Results:
        """The documents of an input's bytes: `url` is its address, `landed` the one that it redirected to."""
        options = self._options
        if not data.strip():
            yield Rejected(input=input, step="extract", reason="It is empty. Check that it was saved completely.")
        elif len(data) > options.max_bytes:
            reason = f"It is larger than {options.max_bytes:,} bytes. Split it (JSON: one document a line), or raise the limit."
            yield Rejected(input=input, step="size", reason=reason)
        elif format is Format.JSON:
            yield from read_json(data, input, options)
        elif format is Format.JSONL:
            yield from read_jsonl(io.BytesIO(data), input, options)
        elif format is Format.CSV:
            yield from read_csv(data, input, options)
        elif format is Format.FEED:
            is_wanted = options.follow_feeds if options.follow_feeds is not None else url is not None
            follow = (lambda link: self._read_address(link, is_followed=True)) if is_wanted else None
            yield from read_feed(data, input, follow=follow, url=landed)
        elif format in (Format.WARC, Format.ARC) or _is_packed_archive(data, file_name):
            yield from self._read_archive(io.BytesIO(data), input, is_packed=format is Format.GZIP)
        elif format is Format.GZIP:
            yield from self._read_packed(data, input, file_name=file_name, url=url)
        elif format is Format.OTHER:
            yield Rejected(input=input, step="decode", reason=explain_other(data))
        else:
            try:
                draft = self._read_draft(data, input, format, url=url, declared=declared)
                if landed is not None and landed != url:
                    draft.canonical_url = draft.canonical_url or landed
                yield make_ingested(draft, data)
            except RejectedInput as error:
                yield Rejected(input=input, step=error.step, reason=error.reason)

    def _read_packed(self, data: bytes, input: str, *, file_name: str, url: str | None) -> Results:
        try:
            unpacker = Unpacker("gzip", self._options.max_bytes)
            unpacker.feed(data)
            inner = unpacker.finish()
        except RejectedInput as error:
            yield Rejected(input=input, step=error.step, reason=error.reason)
            return
        name = file_name.removesuffix(".gz")
        format = find_format(inner[:HEAD], name)
        if format is Format.GZIP:
            yield Rejected(input=input, step="decode", reason="It is packed twice. Unpack it, and add what is in it.")
        else:
            yield from self._read_bytes(inner, input, format, file_name=name, url=url)

    def _read_archive(self, stream: BinaryIO, input: str, *, is_packed: bool) -> Results:
        found = False
        for member in find_members(stream, is_packed=is_packed, limit=self._options.max_bytes):
            for item in self._read_member(member, f"{input}#{member.place}"):
                found = True
                yield item
        if not found:
            reason = "The archive holds no pages. Check that it was saved completely."
            yield Rejected(input=input, step="extract", reason=reason)

    def _read_member(self, member: Member, name: str) -> Results:
        if member.reason is not None:
            yield Rejected(input=name, step=member.step, reason=member.reason)
            return
        if not is_address(member.url or ""):
            return  # a crawler's own notes and settings
        format = find_format(member.data[:HEAD], (member.url or "").partition("?")[0], member.media_type)
        if format in (Format.HTML, Format.PDF, Format.DOCX) or member.media_type == "text/plain":
            plain = Format.PLAIN if format not in (Format.HTML, Format.PDF, Format.DOCX) else format
            yield from self._read_bytes(member.data, name, plain, url=member.url, declared=member.charset)

    def _read_draft(self, data: bytes, input: str, format: Format, *, url: str | None, declared: str | None) -> Draft:
        """What the format's own reader makes of one document's bytes."""
        if format is Format.HTML:
            return read_html(data, input, url=url, declared=declared)
        if format is Format.PDF:
            draft = read_pdf(data, input, self._options)
        elif format is Format.DOCX:
            draft = read_docx(data, input, self._options)
        elif format is Format.MARKDOWN:
            draft = read_markdown(data, input)
        else:
            draft = read_plain(data, input, declared=declared)
        draft.url = url or draft.url
        return draft


def _is_packed_archive(data: bytes, name: str) -> bool:
    """True for a gzip file that begins with a member of a web archive, or is named as one (its start may be damaged)."""
    if not data.startswith(b"\x1f\x8b"):
        return False
    if name.lower().endswith((".warc.gz", ".arc.gz")):
        return True
    unpacker = Unpacker("gzip", 1 << 30)
    try:
        unpacker.feed(data[:512])
    except RejectedInput:
        return False
    return unpacker.peek().startswith((b"WARC/", b"filedesc:"))


def write_name(path: Path | str) -> str:
    """A file's name as text that can be stored: bytes in it that are no UTF-8 are written out, such as `caf\\xe9.txt`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def explain_unopened(error: OSError | ValueError, name: str) -> str:
    """Why a file or folder can't be opened, and what to do about it."""
    if isinstance(error, FileNotFoundError):
        if "://" in name:
            return "It is no address that can be read: only http and https with a host are. Check it."
        return "There is no such file or folder. Check the name."
    if isinstance(error, PermissionError):
        return "This account may not read it. Change its permissions, or copy it."
    return f"It can't be read ({error.strerror if isinstance(error, OSError) else error}). Check the file and its disk."


def find_files(folder: Path, unread: list[OSError]) -> Iterator[Path]:
    """The files of a folder and its folders, sorted; no hidden ones, no links to folders, no parts of saved pages.

    Errors of folders that can't be listed are added to `unread`. Pipes and devices are left out; links that lead
    nowhere aren't, so that reading them says so.
    """
    for base, folders, files in os.walk(folder, onerror=unread.append):
        pages = {Path(file).stem for file in files if file.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _is_companion(f, pages))
        for file in sorted(files):
            path = Path(base, file)
            if not file.startswith(".") and (path.is_file() or not path.exists()):
                yield path


def _is_companion(folder: str, pages: set[str]) -> bool:
    """True for the folder in which a browser saves the pictures and scripts of a page beside it."""
    return folder.endswith("_files") and folder.removesuffix("_files") in pages
