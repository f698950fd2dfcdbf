"""Measures ingest on public pages, feeds and archives.

    python bench/ingest.py [--data FOLDER] [--json] [--errors]

Pages: each page of the set names phrases that its article's text must hold and phrases that it must not hold.
`recall` is the share of the first that are there, `precision` the share of all phrases found that must be there,
`absent` the share of the second that are not there, as trafilatura's own benchmark counts them.
"""

import argparse
import collections
import json
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

import trafilatura

from sayso.errors import RejectedInput
from sayso.ingest import IngestOptions, read_inputs
from sayso.ingest.furniture import find_furniture
from sayso.ingest.html import read_html
from sayso.model import FurnitureKind, Rejected

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SAYSO_TEST_DATA", ROOT.parent / "shared" / "data"))


def measure_pages(folder: Path, *, errors: bool) -> dict[str, Any]:
    """Phrases found and left out, over the pages alone: language and paywall checks come after."""
    cases = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
    held = missed = kept_out = let_in = marked = pages = bare = 0
    seconds = bare_seconds = 0.0
    for case in cases.values():
        page = folder / case["file"]
        if not page.exists():
            continue
        pages += 1
        data = page.read_bytes()
        started = time.process_time()
        trafilatura.extract(data, include_comments=False)
        bare_seconds += time.process_time() - started
        started = time.process_time()
        try:
            draft = read_html(data, page.name)
            text = draft.text
            marks = find_furniture(draft.headline, text, draft.byline, known=draft.furniture)
            seconds += time.process_time() - started
            places = {i for mark in marks for i in range(mark.span.start, mark.span.stop)}
            report = _flatten("".join("\n" if i in places else c for i, c in enumerate(text)))
        except RejectedInput as error:
            text = report = ""
            bare += 1
            if errors:
                print(f"{page.name}: {error}", file=sys.stderr)
        flat = _flatten(text)
        for phrase in case["with"]:
            is_there = _flatten(phrase) in flat
            held, missed = held + is_there, missed + (not is_there)
            if errors and not is_there:
                print(f"{page.name}: missing: {phrase[:90]!r}", file=sys.stderr)
        for phrase in case["without"]:
            is_there = _flatten(phrase) in flat
            let_in, kept_out = let_in + is_there, kept_out + (not is_there)
            marked += is_there and _flatten(phrase) not in report
            if errors and is_there:
                print(f"{page.name}: not wanted: {phrase[:90]!r}", file=sys.stderr)
    recall, precision = held / (held + missed), held / (held + let_in)
    return {
        "pages": pages,
        "without_text": bare,
        "recall": round(recall, 3),
        "precision": round(precision, 3),
        "absent": round(kept_out / (kept_out + let_in), 3),
        "absent_or_marked": round((kept_out + marked) / (kept_out + let_in), 3),
        "f": round(2 * recall * precision / (recall + precision), 3),
        "pages_a_second": round(pages / seconds, 1),
        "share_of_trafilatura_alone": round(bare_seconds / seconds, 2),
    }


def _flatten(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def measure_inputs(folder: Path, *, errors: bool) -> dict[str, Any]:
    """What becomes of every file of a folder: documents, and rejections by step."""
    documents = 0
    steps: collections.Counter[str] = collections.Counter()
    started = time.perf_counter()
    for item in read_inputs([str(folder)], options=IngestOptions(follow_feeds=False)):
        if isinstance(item, Rejected):
            steps[item.step] += 1
            if errors:
                print(f"{item.input}: {item.step}: {item.reason}", file=sys.stderr)
        else:
            documents += 1
            for mark in item.document.furniture:
                assert item.document.words(mark.span).strip(), "a mark without words"
    return {
        "documents": documents,
        "rejected": dict(sorted(steps.items())),
        "seconds": round(time.perf_counter() - started, 2),
    }


def measure_furniture(folder: Path, *, errors: bool) -> dict[str, Any]:
    """Characters marked as furniture against the marked articles; datelines, which those leave out, apart."""
    marked = wanted = both = datelines = dateline_in_statement = 0
    for path in sorted(folder.glob("*.xml")):
        source = path.read_text(encoding="utf-8")
        headline = _strip_tags(re.search(r"<headline>(.*?)</headline>", source, re.DOTALL)[1])[0]  # type: ignore[index]
        text, gold, statements = _strip_tags(re.search(r"<text>\n?(.*?)\n?</text>", source, re.DOTALL)[1])  # type: ignore[index]
        byline = re.search(r'byline="([^"]*)"', source)
        found: set[int] = set()
        for mark in find_furniture(headline, text, byline[1] if byline else None):
            places = {i for i in range(mark.span.start, mark.span.stop) if not text[i].isspace()}
            if mark.kind is FurnitureKind.DATELINE:
                datelines += 1
                dateline_in_statement += bool(places & statements)
                continue
            found |= places
            if errors and places - gold:
                print(f"{path.name}: {mark.kind}: {text[mark.span.start : mark.span.stop]!r}", file=sys.stderr)
        gold = {i for i in gold if not text[i].isspace()}
        marked, wanted, both = marked + len(found), wanted + len(gold), both + len(found & gold)
    return {
        "precision": round(both / marked, 3),
        "recall": round(both / wanted, 3),
        "datelines": datelines,
        "datelines_inside_a_statement": dateline_in_statement,
    }


def _strip_tags(source: str) -> tuple[str, set[int], set[int]]:
    """The text, and the places of furniture and of statements in it."""
    text, open_furniture, open_statements = "", 0, 0
    furniture: set[int] = set()
    statements: set[int] = set()
    for piece in re.split(r'(<(?:[^>"]|"[^"]*")+>)', source):
        if piece.startswith("<"):
            step = -1 if piece.startswith("</") else 1
            open_furniture += step if re.match(r"</?fur\b", piece) else 0
            open_statements += step if re.match(r"</?st\b", piece) else 0
            continue
        piece = re.sub(
            r"&(amp|lt|gt|quot|apos);",
            lambda m: {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}[m[1]],
            piece,
        )
        places = range(len(text), len(text) + len(piece))
        furniture.update(places if open_furniture else ())
        statements.update(places if open_statements else ())
        text += piece
    return text, furniture, statements


def main() -> None:
    """Measure what is there, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, default=DATA, help="folder with pages/, feeds/, warc/, annotated/, news_cluster/"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="print each miss to standard error")
    arguments = parser.parse_args()
    figures: dict[str, Any] = {}
    if (arguments.data / "pages").is_dir():
        figures["pages"] = measure_pages(arguments.data / "pages", errors=arguments.errors)
    for name in ("feeds", "warc", "news_cluster"):
        if (arguments.data / name).is_dir():
            figures[name] = measure_inputs(arguments.data / name, errors=arguments.errors)
    if (arguments.data / "annotated").is_dir():
        figures["furniture"] = measure_furniture(arguments.data / "annotated", errors=arguments.errors)
    if not figures:
        sys.exit(f"There is nothing to measure in {arguments.data}. Say where the public data lies: --data FOLDER.")
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, values in figures.items():
        print(name, *(f"{key}={value}" for key, value in values.items()))


if __name__ == "__main__":
    main()
