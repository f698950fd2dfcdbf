"""Every page and every address of the API on a large collection against the same on a small one, in one run.

    python -m bench.pages [--large 20000] [--small 200] [--rounds 15] [--keep FOLDER] [--json]

The collections are generated (`bench.generated`), no reader is run. Each address is asked of both in turn, in one process
and without a network; printed are the medians in milliseconds, the first answer on the large one (before anything is held
in memory), and the median ratio. Ends with 1 where a page takes more than three times as long on the large one, and where
an address of the app is in no line of `ADDRESSES`.
"""

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from bench.generated import make_collection
from sayso.serve.desk import Desk
from sayso.serve.web.access import Access
from sayso.serve.web.app import make_app
from sayso.serve.web.pages import PAGES

MOST = 3.0
"""How many times as long a page may take."""

API = "/api/v1"

ADDRESSES = (
    f"{API}/collection",
    f"{API}/documents",
    f"{API}/documents?cursor={{documents}}",
    f"{API}/documents?outlet={{outlet}}",
    f"{API}/documents?since=2025&until=2026",
    f"{API}/documents/{{document}}",
    f"{API}/statements",
    f"{API}/statements?cursor={{statements}}",
    f"{API}/statements?document={{document}}",
    f"{API}/statements?certainty=asserted&end=own+voice",
    f"{API}/statements/{{statement}}",
    f"{API}/claims",
    f"{API}/claims?cursor={{claims}}",
    f"{API}/claims?order=origins",
    f"{API}/claims?order=time",
    f"{API}/claims?order=text&worth_a_look=true",
    f"{API}/claims?outlet={{outlet}}",
    f"{API}/claims?since=2025&until=2026",
    f"{API}/claims?entity={{name}}",
    f"{API}/claims?text={{words}}",
    f"{API}/claims?text={{verb}}&outlet={{outlet}}",
    f"{API}/claims?source={{source}}",
    f"{API}/claims?source=unattributed",
    f"{API}/claims?document={{document}}",
    f"{API}/claims/{{claim}}",
    f"{API}/claims/{{claim}}/why",
    f"{API}/sources",
    f"{API}/sources?group=anonymous",
    f"{API}/sources/{{source}}",
    f"{API}/sources/unattributed",
    f"{API}/voices",
    f"{API}/voices?quoted=true",
    f"{API}/voices/{{voice}}",
    f"{API}/voices/{{voice}}/statements",
    f"{API}/reuse",
    f"{API}/reuse?document={{document}}",
    f"{API}/stories",
    f"{API}/rejected",
    f"{API}/overrules",
    f"{API}/search?q={{words}}",
    f"{API}/search?q={{word}}",
    f"{API}/search?q={{word}}&outlet={{outlet}}",
    f"{API}/search?q={{word}}&kind=statements&certainty=asserted&since=2025",
    f"{API}/search?q=%22{{phrase}}%22",
    f"{API}/search?q={{beginning}}",
    f"{API}/openapi.json",
    "/",
    "/claims",
    "/claims?order=origins",
    "/claims/{claim}",
    "/documents",
    "/documents?order=claims",
    "/documents?order=outlet",
    "/documents/{document}",
    "/documents/{document}/saved",
    "/compare",
    "/compare?a={document}&b={other}",
    "/sources",
    "/sources?group=named",
    "/sources/{source}",
    "/sources/{source}?part=about",
    "/sources/unattributed",
    "/timeline",
    "/timeline?claim={claim}",
    "/timeline?outlet={outlet}",
    "/search",
    "/search?q={words}",
    "/search?q={word}",
    "/add",
    "/rejected",
)
"""What is asked: an address, with names of `find_examples` in it. Each page and address of the app stands in one."""

NOT_PAGES = re.compile(r"/static/|/enter|/look|/jobs|/add/")
"""Addresses that read nothing of the collection."""


def find_examples(client: TestClient) -> dict[str, str]:
    """One thing of each kind in a collection: ids, names and words."""

    def ask(address: str) -> Any:
        return client.get(f"{API}{address}").json()

    claims = ask("/claims?limit=20")
    claim = claims["items"][0]
    source = next(s for s in ask("/sources?group=named")["items"] if s["counts"]["claims"])
    voice = next(iter(ask("/voices")["items"]), None)
    entity = voice["id"] if voice else "none"
    words = claim["text"].split()
    return {
        "claim": claim["id"],
        "claims": claims["next"] or "",
        "document": claim["documents"][0],
        "other": claim["documents"][1],
        "documents": ask("/documents?limit=100")["next"] or "",
        "outlet": ask("/documents?limit=1")["items"][0]["outlet"],
        "statement": claim["statements"][0],
        "statements": ask("/statements?limit=100")["next"] or "",
        "source": source["source"],
        "name": source["name"],
        "voice": entity,
        "word": "were",
        "verb": "moved",
        "words": "+".join(words[-6:-3]),
        "phrase": "+".join(words[1:4]),
        "beginning": "ha",
    }


def find_missing(client: TestClient) -> Iterator[str]:
    """Pages and addresses that are read and stand in no line of `ADDRESSES`."""
    asked = {re.sub(r"\{\w+\}", "{}", a.partition("?")[0]) for a in ADDRESSES}
    described = client.get(f"{API}/openapi.json").json()["paths"]
    paths = {path for path, methods in described.items() if "get" in methods}
    for page in PAGES:
        paths |= {r.path for r in page.router.routes if isinstance(r, APIRoute) and "GET" in (r.methods or ())}
    for path in sorted(paths):
        if re.sub(r"\{\w+(:\w+)?\}", "{}", path) not in asked and not NOT_PAGES.search(path):
            yield path


def measure(client: TestClient, address: str) -> float:
    """Milliseconds of one answer."""
    began = time.perf_counter()
    answer = client.get(address)
    spent = 1000 * (time.perf_counter() - began)
    if answer.status_code not in (200, 404):
        sys.exit(f"{address}: {answer.status_code}: {answer.text[:400]}")
    return spent if answer.status_code == 200 else float("nan")


def compare(small: TestClient, large: TestClient, *, rounds: int) -> Iterator[dict[str, Any]]:
    """For each address, the medians on both, the first answer on the large one, and the median ratio."""
    examples = [find_examples(small), find_examples(large)]
    for address in ADDRESSES:
        ours, theirs = (address.format(**e) for e in examples)
        measure(small, ours)
        first = measure(large, theirs)
        pairs = [(measure(small, ours), measure(large, theirs)) for _ in range(rounds)]
        if any(a != a or b != b for a, b in pairs):
            continue  # no such page yet
        yield {
            "address": address,
            "small": round(statistics.median(a for a, _ in pairs), 2),
            "large": round(statistics.median(b for _, b in pairs), 2),
            "first": round(first, 2),
            "ratio": round(statistics.median(b / a for a, b in pairs), 2),
        }


def open_client(path: Path) -> TestClient:
    """A visitor of the workbench over a collection."""
    app = make_app(Desk(path), access=Access())
    return TestClient(app, base_url="http://127.0.0.1:8765")


def find_collection(folder: Path, count: int) -> Path:
    """The generated collection of so many documents, made where it isn't there."""
    path = folder / f"generated-{count}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        make_collection(part, count)
        part.rename(path)
    return path


def main() -> None:
    """Measures, and says what is too slow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", type=int, default=20_000, metavar="N")
    parser.add_argument("--small", type=int, default=200, metavar="N")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the collections are kept for the next run")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        small, large = (open_client(find_collection(folder, n)) for n in (options.small, options.large))
        missing = list(find_missing(small))
        rows = []
        for row in compare(small, large, rounds=options.rounds):
            rows.append(row)
            if not options.json:
                print(
                    "{ratio:6.2f} ×  {small:8.1f} ms  {large:8.1f} ms  first {first:8.1f} ms  {address}".format(**row)
                )
    slow = [r["address"] for r in rows if r["ratio"] > MOST]
    if options.json:
        print(json.dumps({"small": options.small, "large": options.large, "rows": rows, "missing": missing}))
    if missing:
        print(f"In no line of ADDRESSES: {', '.join(missing)}", file=sys.stderr)
    if slow:
        print(f"More than {MOST:g} times as long: {', '.join(slow)}", file=sys.stderr)
    sys.exit(1 if slow or missing else 0)


if __name__ == "__main__":
    main()
