"""Every article of `news_cluster` and `worldwide` on its whole way to statements: nothing rejected, nothing misquoted.

    python -m bench.whole [--every N] [--json]

Ends with 1 where an English article is set aside, or where a span of a reading isn't the words that it claims.
"""

import argparse
import collections
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.ingest import read_inputs
from sayso.ingest.records import make_record
from sayso.model import Ingested, Rejected
from sayso.read.reader import Reader
from sayso.store.quotes import find_faults
from training.corpora import data_folder
from training.worldwide_text import render


def find_articles(folder: Path, every: int) -> Iterator[tuple[str, Ingested | Rejected]]:
    """Every so-many-th article of both sets with the set's name, made into a document as the product does it."""
    for path in sorted((folder / "news_cluster").glob("*.json"))[::every]:
        yield from (("news_cluster", item) for item in read_inputs([str(path)]))
    for path in sorted((folder / "worldwide").glob("*.tsv"))[::every]:
        text = render(path.read_text(encoding="utf-8"))[0]
        record = {"outlet": path.name.rsplit("_", 1)[0], "url": f"https://{path.stem}.example/", "text": text}
        yield "worldwide", make_record(record, path.name, raw=text.encode(), media_type="application/json")


def measure(folder: Path, *, every: int = 1, reader: Reader | None = None) -> dict[str, Any]:
    """Counts, and every article that was set aside or misquoted, with the reason."""
    reader = reader or Reader.load(threads=2)
    counts: collections.Counter[str] = collections.Counter()
    faults = []
    for name, item in find_articles(folder, every):
        counts[name] += 1
        if isinstance(item, Rejected):
            faults.append(f"{item.input}: set aside by {item.step}: {item.reason}")
            continue
        reading = reader.read(item.document)
        counts["statements"] += len(reading.statements)
        counts["credited"] += sum(len(s.chain) > 1 for s in reading.statements)
        counts["links without a name"] += sum(k.name is None for s in reading.statements for k in s.chain[1:])
        faults += [f"{item.document.input}: {fault}" for fault in find_faults(item.document, reading)]
    return {**counts, "faults": faults}


def main() -> None:
    """Measures and says what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth article")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measure(data_folder(), every=options.every)
    faults = figures["faults"]
    print(
        json.dumps(figures) if options.json else "\n".join(f"{k:24} {v}" for k, v in figures.items() if k != "faults")
    )
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
