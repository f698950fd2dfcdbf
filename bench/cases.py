"""The written cases, scored as `cases/score.py` does, and how often a named origin is the right one.

    python -m bench.cases [CASE.json …] [--misses]

Without files: our own cases. `named` is the share of the persons and organisations shown as origins, each once a claim, that
are the origin of the statement by the known answers; of those whose statement is in the answers at all.
"""

import argparse
import importlib.util
import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
NAMED = ("person", "organisation")


def load_score(path: Path = ROOT / "cases" / "score.py") -> ModuleType:
    """The scorer, a program of its own, as a module."""
    found = importlib.util.spec_from_file_location("score", path)
    if found is None or found.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def count_named(
    score: ModuleType, case: dict[str, Any], said: list[dict[str, Any]], claims: list[dict[str, Any]]
) -> tuple[int, int]:
    """How many named origins are right, and how many there are."""
    documents = {d["id"]: d for d in case["documents"]}
    by_url = {d["url"]: d["id"] for d in case["documents"]}
    golds = []
    for claim in case["claims"]:
        origin_of = {n: o for o in claim["origins"] for n in o["statements"]}
        for n, gold in enumerate(claim["statements"]):
            part, start, stop = score.place(documents[gold["document"]], gold["span"])
            # A denial's origin is where its own chain ends.
            origin = origin_of.get(n) or (gold["chain"][-1] if gold["certainty"] == "denied" else None)
            golds.append((gold["document"], part, start, stop, origin))
    gold_of: dict[str, Any] = {}
    for s in said:
        at = [
            (score.overlap((g[2], g[3]), (s["start"], s["stop"])), n)
            for n, g in enumerate(golds)
            if g[0] == by_url.get(s["document"]["url"]) and g[1] == s["part"]
        ]
        best = max(at, default=(0.0, -1))
        if best[0] >= 0.5:
            gold_of[s["id"]] = golds[best[1]][4]
    right = total = 0
    for claim in claims:
        for origin in (*claim["origins"], *claim["denied"]["origins"]):
            matched = [gold_of[i] for i in origin["statements"] if i in gold_of]
            if origin["kind"] in NAMED and matched:
                total += 1
                right += any(gold is not None and score.same_source(gold, origin) for gold in matched)
    return right, total


def score_cases(cases: Sequence[Path], program: str, *flags: str) -> tuple[str, int, int]:
    """What the scorer prints, how many named origins are right, and how many there are; each case is run once."""
    score = load_score()
    run, found = score.run_program, []

    def run_program(command: list[str], case: dict[str, Any], folder: Path) -> tuple[Any, Any]:
        said, claims = run(command, case, folder)
        found.append(count_named(score, case, said, claims))
        return said, claims

    vars(score)["run_program"] = run_program  # the scorer is run as it is, and overheard
    printed = io.StringIO()
    held, sys.argv = sys.argv, ["score.py", "--sayso", program, *flags, *map(str, cases)]
    try:
        with redirect_stdout(printed):
            score.main()
    finally:
        sys.argv = held
    return printed.getvalue(), sum(r for r, _ in found), sum(t for _, t in found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="also list what was missed, case by case")
    options = parser.parse_args()
    cases = options.cases or sorted((ROOT / "cases").glob("*.json"))
    program = f"{Path(sys.executable).with_name('sayso')}"
    printed, right, total = score_cases(cases, program, *(["--misses"] if options.misses else []))
    print(f"{printed}named          {right}/{total}")


if __name__ == "__main__":
    main()
