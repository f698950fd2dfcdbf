"""Documents given field by field: JSON, JSONL and CSV."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from sayso.errors import RejectedInput
from sayso.ingest.address import find_domain
from sayso.ingest.decode import decode_text
from sayso.ingest.draft import Draft, make_ingested
from sayso.ingest.options import IngestOptions
from sayso.ingest.times import to_iso
from sayso.model import Ingested, Rejected, Status

# A field's own name first, then the names that other programs' exports use for it.
FIELDS: dict[str, tuple[str, ...]] = {
    "outlet": ("outlet", "publisher", "publication", "source_name", "sitename"),
    "domain": ("source_domain", "domain", "hostname"),
    "url": ("url", "link", "address"),
    "published": ("published", "date_publish", "date_published", "published_at", "publish_date", "pubdate", "date"),
    "byline": ("byline", "authors", "author"),
    "headline": ("headline", "title"),
    "text": ("text", "maintext", "body", "content", "article"),
    "status": ("status",),
}
_SEPARATOR_LINE = re.compile(r"\Asep=.\r?\n")  # with which Excel begins some tables
_LISTS = ("documents", "articles", "items")
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # the module's own limit, 131,072, is shorter than some articles


def make_record_draft(record: Mapping[str, Any], input: str, *, media_type: str) -> Draft:
    """A draft of one record: text, headline and address exactly as given."""
    text = _find_field(record, "text")
    if not isinstance(text, str):
        names = ", ".join(FIELDS["text"])
        reason = f"It has no text: none of the fields {names} holds any as a string. Rename the field that does."
        raise RejectedInput("extract", reason)
    outlet, domain = _read_string(record, "outlet"), _read_string(record, "domain")
    headline, url = _find_field(record, "headline"), _find_field(record, "url")
    published, published_from = _read_published(record)
    return Draft(
        input=input,
        text=text,
        headline=headline if isinstance(headline, str) else "",
        url=url if isinstance(url, str) and url else None,
        outlet=outlet or (find_domain(f"http://{domain}") if domain else None),
        outlet_from="given" if outlet else "domain" if domain else None,
        published=published,
        published_from=published_from,
        byline=_read_byline(record),
        status=_read_status(record),
        media_type=media_type,
    )


def _find_field(record: Mapping[str, Any], field: str) -> Any:
    """The first value that is there under one of a field's names, in any case of letters."""
    lowered = {str(name).strip().lower(): value for name, value in record.items()}
    return next((lowered[name] for name in FIELDS[field] if lowered.get(name) not in (None, "")), None)


def _read_string(record: Mapping[str, Any], field: str) -> str | None:
    value = _find_field(record, field)
    if isinstance(value, Mapping):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _read_byline(record: Mapping[str, Any]) -> str | None:
    value = _find_field(record, "byline")
    if isinstance(value, list):
        value = ", ".join(v for v in value if isinstance(v, str))
    return value.strip() or None if isinstance(value, str) else None


def _read_published(record: Mapping[str, Any]) -> tuple[str | None, str | None]:
    value = _find_field(record, "published")
    if value is None:
        return None, None
    told = str(value)
    moment = to_iso(told) if isinstance(value, str) else None
    return (moment, "given") if moment else (None, f"given as “{told[:60]}”, which is not understood")


def _read_status(record: Mapping[str, Any]) -> Status | None:
    value = _find_field(record, "status")
    try:
        return Status(str(value).strip().lower()) if value is not None else None
    except ValueError:
        names = ", ".join(Status)
        raise RejectedInput("decode", f"Its status “{str(value)[:40]}” is none of {names}. Mend the field.") from None


def read_json(data: bytes, input: str, options: IngestOptions) -> Iterator[Ingested | Rejected]:
    """The documents of a JSON file: one object, a list of them, or an object that holds such a list."""
    try:
        value = json.loads(data.decode(json.detect_encoding(data)))
    except UnicodeDecodeError:
        yield Rejected(input=input, step="decode", reason="It is not in UTF-8, as JSON must be. Save it as UTF-8.")
        return
    except RecursionError:
        yield Rejected(input=input, step="decode", reason="Its JSON is nested too deep to be a document.")
        return
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from read_jsonl(io.BytesIO(data), input, options)  # one object a line after all
        else:
            yield Rejected(input=input, step="decode", reason=_explain_json(error))
        return
    records = value
    if isinstance(value, dict) and _find_field(value, "text") is None:
        records = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), value)
    if not isinstance(records, list):
        yield make_record(records, input, raw=data, media_type="application/json")
        return
    if not records:
        yield Rejected(input=input, step="extract", reason="The list in it is empty: there is no document to read.")
    for number, record in enumerate(records, start=1):
        raw = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield make_record(record, f"{input}#{number}", raw=raw, media_type="application/json")


def read_jsonl(stream: BinaryIO, input: str, options: IngestOptions) -> Iterator[Ingested | Rejected]:
    """The documents of a file with one JSON object a line; a broken line is set aside alone."""
    number, is_empty = 0, True
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        name = f"{input}#{number}"
        if len(line) > options.max_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(options.max_bytes)
            yield Rejected(input=name, step="size", reason=f"The line is longer than {options.max_bytes:,} bytes.")
        elif line.strip():
            yield _read_line(line.removeprefix(b"\xef\xbb\xbf"), name)
        else:
            continue
        is_empty = False
    if is_empty:
        yield Rejected(input=input, step="extract", reason="It holds no lines. Check that it was saved completely.")


def _read_line(line: bytes, name: str) -> Ingested | Rejected:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return Rejected(
            input=name, step="decode", reason="The line is not in UTF-8, as JSON must be. Save it as UTF-8."
        )
    except RecursionError:
        return Rejected(input=name, step="decode", reason="Its JSON is nested too deep to be a document.")
    except ValueError as error:
        return Rejected(input=name, step="decode", reason=_explain_json(error))
    return make_record(record, name, raw=line.rstrip(b"\r\n"), media_type="application/json")


def _explain_json(error: ValueError) -> str:
    where = f" at line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
    what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return f"It is not valid JSON{where} ({what}). Mend it there, or export it again."


def make_record(record: object, input: str, *, raw: bytes, media_type: str) -> Ingested | Rejected:
    """The document of one record, or why there is none."""
    if not isinstance(record, Mapping):
        reason = "It is not an object with fields such as outlet, url, headline and text."
        return Rejected(input=input, step="decode", reason=reason)
    try:
        return make_ingested(make_record_draft(record, input, media_type=media_type), raw)
    except RejectedInput as error:
        return Rejected(input=input, step=error.step, reason=error.reason)


def read_csv(data: bytes, input: str, options: IngestOptions) -> Iterator[Ingested | Rejected]:
    """The documents of a table, one a row; its first row names the columns."""
    text = _SEPARATOR_LINE.sub("", decode_text(data))
    try:
        delimiter = csv.Sniffer().sniff(text.partition("\n")[0], delimiters=",;\t|").delimiter
    except csv.Error:
        delimiter = "\t" if input.lower().endswith((".tsv", ".tab")) else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [name or "" for name in rows.fieldnames or []]
    missing = [name for name in options.csv_columns.values() if name not in columns]
    if missing:
        reason = (
            f"It has no column {', '.join(missing)}; its columns are {', '.join(columns) or 'none'}. Mend the mapping."
        )
        yield Rejected(input=input, step="decode", reason=reason)
        return
    if "text" not in options.csv_columns and not {c.strip().lower() for c in columns} & set(FIELDS["text"]):
        reason = f"None of its columns ({', '.join(columns)[:200]}) is the text. Say which, such as text=COLUMN."
        yield Rejected(input=input, step="decode", reason=reason)
        return
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            if any(row.get(None) or ()):
                reason = f"The row has more cells than the table's {len(columns)} columns. Put quotes around its text."
                yield Rejected(input=f"{input}#{number}", step="decode", reason=reason)
                continue
            mapped = {**row, **{field: row.get(column) for field, column in options.csv_columns.items()}}
            fields = {str(k): v for k, v in mapped.items() if k is not None}
            raw = json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield make_record(fields, f"{input}#{number}", raw=raw, media_type="text/csv")
    except csv.Error as error:
        reason = f"The table breaks off after row {number}: {error}. Mend it there, or export it again."
        yield Rejected(input=f"{input}#{number + 1}", step="decode", reason=reason)
        return
    if number == 0:
        yield Rejected(input=input, step="extract", reason="The table holds no rows: there is no document to read.")
