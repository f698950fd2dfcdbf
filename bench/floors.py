"""Measures how well sayso reads, and fails where it reads worse than it did.

    python -m bench.floors                              measure, compare with the floors, end with 1 below one
    python -m bench.floors --raise                      also raise the floors to what was measured
    python -m bench.floors --lower NAME … --reason "…"  lower some floors to what was measured; the reason is kept

The floors stand in `bench/baseline.json`, beside a hash of the data that they were measured on. The data lies in the
folder that `SAYSO_TEST_DATA` names (else `../shared/data`), the written cases in `cases` beside it. Where it is absent,
measuring is skipped and said to be; in CI (the variable `CI` is set) that is a failure.
"""

import argparse
import dataclasses
import hashlib
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.cases import score_cases
from bench.claims import measure as measure_grouping
from bench.ingest import measure_pages
from bench.reuse import measure as measure_reuse
from sayso.read.network import Network
from training import evaluate
from training.corpora import worldwide_files
from training.gatherings import COLLECTIONS
from training.score_reading import measure_annotated as measure_annotated_reading
from training.score_reading import measure_aside as measure_aside_reading
from training.score_reading import measure_labels as measure_label_reading

THREADS = 2
ROOT = Path(__file__).parents[1]
BASELINE = Path(__file__).with_name("baseline.json")

SLACK = 0.01
"""How far below its floor a figure may be: the int8 model's figures differ a little between families of processors."""

Figures = dict[str, float]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Measure:
    """One way of measuring: the data that it needs, and what makes figures of it."""

    find_data: Callable[[Path], list[Path]]
    """The files that it measures on, given the folder of test data; none where they are absent."""
    measure: Callable[[list[Path]], Figures]
    """Figures by name, each better the higher it is."""


def find_cases(data: Path) -> list[Path]:
    """The written cases."""
    return sorted((data.parent / "cases").glob("*.json"))


def find_own_cases(data: Path) -> list[Path]:
    """Our own cases, which ship with the project."""
    return sorted((ROOT / "cases").glob("*.json"))


def measure_cases(cases: list[Path]) -> Figures:
    """What `score.py` beside the cases says of the program as installed here."""
    program = f"{Path(sys.executable).with_name('sayso')}"
    printed, right, total = score_cases(cases, program, "--json")
    said = json.loads(printed)
    names = (
        "found", "origin-end", "chain", "certainty", "grouped", "interval", "count", "denials", "hardened", "circular",
    )  # fmt: skip
    figures = {name: said[name] for name in names} | {
        "count-low": said["count-95"][0],
        "count-high": said["count-95"][1],
    }
    figures["named"] = round(right / max(1, total), 3)
    return figures | {f"chain-at-depth-{depth}": share for depth, share in said["chain-by-depth"].items()}


def find_polnear(data: Path) -> list[Path]:
    """PolNeAR's development split: its attributions."""
    return sorted((data / "polnear" / "dev" / "attributions").glob("*.ann"))


def measure_polnear(files: list[Path]) -> Figures:
    """Spans and relations on PolNeAR's development split, as shares."""
    said = evaluate.measure_polnear(files[0].parents[1], Network(threads=THREADS))
    return {name: round(value / 100, 3) for name, value in said.items() if isinstance(value, float)}


def find_worldwide(data: Path) -> list[Path]:
    """The fifth of Worldwide that training leaves aside."""
    return worldwide_files(data / "worldwide")[1]


def measure_worldwide(files: list[Path]) -> Figures:
    """Names, over all, by type and by region, as shares."""
    said = evaluate.measure_worldwide(files, Network(threads=THREADS))
    rows = {"f1": said["f1"], **{f"type {k}": v for k, v in said["by_type"].items()}}
    rows |= {f"region {k}": v for k, v in said["by_region"].items()}
    return {name: round(value / 100, 3) for name, value in rows.items()}


def find_worldwide_all(data: Path) -> list[Path]:
    """All of Worldwide, on which our labels and marks stand."""
    return sorted((data / "worldwide").glob("*.tsv"))


def find_pages(data: Path) -> list[Path]:
    """The saved pages, and the phrases that their text must and must not hold."""
    return sorted(p for p in (data / "pages").glob("*") if p.is_file())


def measure_ingest(files: list[Path]) -> Figures:
    """Phrases found and left out in saved pages."""
    said = measure_pages(files[0].parent, errors=False)
    return {name: said[name] for name in ("recall", "precision", "f", "absent", "absent_or_marked")}


def find_annotated(data: Path) -> list[Path]:
    """The annotated articles; the development fifth of them is measured."""
    return sorted((data / "annotated").glob("*.xml"))


READING_FIGURES = (
    "precision", "recall", "f1", "chain", "chain_three_or_more", "end", "kind", "certainty", "polarity", "denied_precision",
    "modality", "named_precision", "person_precision",
)  # fmt: skip


ASIDE_FIGURES = ("f1", "chain", "chain_three_or_more", "end", "certainty", "named_precision", "person_precision")


def measure_annotated(files: list[Path]) -> Figures:
    """The product's reading of the annotated fifth."""
    said = measure_annotated_reading(None, None, THREADS)
    return {k: said[k] for k in READING_FIGURES} | {f"chain-at-depth-{d}": v for d, v in said["chain_by_depth"].items()}


def measure_labels(files: list[Path]) -> Figures:
    """The product's reading of real articles, on our labels. Denials and long chains are too few there to be scored."""
    said = measure_label_reading(files[0].parent, None, THREADS)
    names = ("precision", "recall", "f1", "chain", "end", "kind", "certainty", "named_precision", "person_precision")
    return {k: said[k] for k in names}


def measure_aside(files: list[Path]) -> Figures:
    """The product's reading of what our own training data leaves aside: fiction, and marked openings of real articles."""
    said = measure_aside_reading(files[0].parent, None, THREADS)
    return {f"{part} {k}": figures[k] for part, figures in said.items() for k in ASIDE_FIGURES}


def find_own_collections(data: Path) -> list[Path]:
    """Our own collections with marked claims, which ship with the project's sources."""
    return sorted(COLLECTIONS.glob("*.xml"))


def measure_claims(files: list[Path]) -> Figures:
    """How well statements of one claim are brought together, on the collections left aside."""
    said = measure_grouping()
    return {name: said[name] for name in ("precision", "recall", "grouped", "sides")}


def find_news(data: Path) -> list[Path]:
    """The news articles that passages are planted in."""
    return sorted(p for p in (data / "news_cluster").rglob("*") if p.is_file())


def measure_reuse_figures(files: list[Path]) -> Figures:
    """Planted passages found, and pairs without reuse left alone."""
    said = measure_reuse(find_test_data(os.environ))
    return {name: round(said[name], 3) for name in said if " " not in name or name.endswith("left alone")}


MEASURES: dict[str, Measure] = {
    "cases": Measure(find_data=find_cases, measure=measure_cases),
    "benchmark": Measure(find_data=find_own_cases, measure=measure_cases),
    "claims": Measure(find_data=find_own_collections, measure=measure_claims),
    "reuse": Measure(find_data=find_news, measure=measure_reuse_figures),
    "pages": Measure(find_data=find_pages, measure=measure_ingest),
    "polnear": Measure(find_data=find_polnear, measure=measure_polnear),
    "worldwide": Measure(find_data=find_worldwide, measure=measure_worldwide),
    "annotated": Measure(find_data=find_annotated, measure=measure_annotated),
    "labels": Measure(find_data=find_worldwide_all, measure=measure_labels),
    "aside": Measure(find_data=find_worldwide_all, measure=measure_aside),
}
"""Name → how to measure. A new figure of quality is one more entry here."""


@dataclasses.dataclass(kw_only=True)
class Baseline:
    """The floors, as committed."""

    data: dict[str, str]
    """Measure → hash of the data that its floors were measured on."""
    floors: dict[str, Figures]
    """Measure → figure → the least it may be."""
    lowered: list[dict[str, Any]]
    """Every lowering there ever was, with its reason."""

    @classmethod
    def read(cls, path: Path = BASELINE) -> "Baseline":
        """The baseline in a file."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def write(self, path: Path = BASELINE) -> None:
        """Writes the baseline to a file."""
        path.write_text(json.dumps(dataclasses.asdict(self), indent=2, sort_keys=True) + "\n", encoding="utf-8")


def hash_data(files: list[Path]) -> str:
    """A hash of some files' names and content."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def find_test_data(environment: Mapping[str, str]) -> Path:
    """The folder of test data."""
    return Path(environment.get("SAYSO_TEST_DATA") or ROOT.parent / "shared" / "data")


def find_breaches(floors: Figures, figures: Figures) -> list[str]:
    """What is below its floor, or not measured any more, in words."""
    breaches = [
        f"{name}: {figures[name]:.3f} is below its floor {floor:.3f}"
        for name, floor in sorted(floors.items())
        if name in figures and figures[name] < floor - SLACK
    ]
    return breaches + [
        f"{name}: has a floor and isn't measured any more" for name in sorted(floors) if name not in figures
    ]


def raise_floors(floors: Figures, figures: Figures) -> Figures:
    """The floors, raised to what was measured wherever that is higher."""
    return {name: max(value, floors.get(name, value)) for name, value in figures.items()}


def main() -> None:
    """Measures and compares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raising", action="store_true", help="raise the floors to what was measured")
    parser.add_argument(
        "--lower", metavar="NAME", nargs="+", default=[], help="lower floors (such as cases.found) to what was measured"
    )
    parser.add_argument("--reason", help="why it is lowered")
    options = parser.parse_args()
    if bool(options.lower) != bool(options.reason):
        parser.error("--lower and --reason go together")
    baseline = Baseline.read()
    failures: list[str] = []
    for name, measure in MEASURES.items():
        files = measure.find_data(find_test_data(os.environ))
        if not files:
            print(f"{name}: skipped, its data is not here (SAYSO_TEST_DATA names the folder).")
            failures += [f"{name}: its data is required in CI"] if os.environ.get("CI") else []
            continue
        figures = measure.measure(files)
        print(f"{name}: " + ", ".join(f"{figure} {value:.3f}" for figure, value in figures.items()))
        is_same_data = baseline.data.setdefault(name, hash_data(files)) == hash_data(files)
        if not is_same_data and not options.raising:
            print(f"{name}: the floors were measured on other data than this, so they are not compared.")
            continue
        if not is_same_data:
            baseline.data[name], baseline.floors[name] = hash_data(files), {}
        floors = baseline.floors.setdefault(name, {})
        for lowered in options.lower:
            if lowered.startswith(f"{name}."):
                lower_floor(baseline, name, lowered.removeprefix(f"{name}."), figures, options.reason)
        failures += [f"{name}.{breach}" for breach in find_breaches(floors, figures)]
        if options.raising:
            baseline.floors[name] = raise_floors(floors, figures)
    if options.raising or options.lower:
        baseline.write()
    if failures:
        sys.exit("\n".join(failures))


def lower_floor(baseline: Baseline, name: str, figure: str, figures: Figures, reason: str) -> None:
    """Lowers one floor to what was measured, and keeps the reason."""
    floors = baseline.floors[name]
    if figure not in floors or figures.get(figure, 0.0) >= floors[figure]:
        sys.exit(f"{name}.{figure}: has no floor above what was measured, so there is nothing to lower.")
    baseline.lowered.append(
        {"figure": f"{name}.{figure}", "from": floors[figure], "to": figures[figure], "reason": reason}
    )
    floors[figure] = figures[figure]


if __name__ == "__main__":
    main()
