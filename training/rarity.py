"""Makes the table of word rarity that linking judges by, `src/sayso/link/rarity.txt`.

    python -m training.rarity [--data FOLDER] [--into FILE]

Counted are PolNeAR, Worldwide and the English Web Treebank; none of the sets that stories are measured on. A stem's rate is
the mean of its three shares of documents, so that no set's favourite subject passes for plain English. Only stems of
five or more documents stand in the table.
"""

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from sayso.link.rarity import TABLE, find_stems
from training.corpora import data_folder
from training.worldwide_text import render

FEWEST_DOCUMENTS = 5


def read_treebank(path: Path) -> list[str]:
    """The documents of one CoNLL-U file."""
    documents: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            documents.append([])
        elif line.startswith("# text = "):
            documents[-1].append(line.removeprefix("# text = "))
    return [" ".join(d) for d in documents]


def read_sets(folder: Path) -> list[list[str]]:
    """The documents of each set."""
    return [
        [p.read_text(encoding="utf-8", errors="replace") for p in sorted((folder / "polnear").glob("*/text/*.txt"))],
        [render(p.read_text(encoding="utf-8"))[0] for p in sorted((folder / "worldwide").glob("*.tsv"))],
        [d for p in sorted((folder / "ud_ewt").glob("*.conllu")) for d in read_treebank(p)],
    ]


def measure_rarity(sets: Iterable[list[str]]) -> dict[str, float]:
    """Stem → rarity, to a tenth."""
    rates: dict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    sets = list(sets)
    for documents in sets:
        found = Counter(stem for d in documents for stem in set(find_stems(d)))
        counts.update(found)
        for stem, count in found.items():
            rates[stem] += count / len(documents) / len(sets)
    return {s: abs(round(-math.log(r), 1)) for s, r in rates.items() if counts[s] >= FEWEST_DOCUMENTS}


def write_table(rarity: dict[str, float], path: Path) -> None:
    """Writes one line a tenth: the rarity, then its stems."""
    lines: dict[float, list[str]] = defaultdict(list)
    for stem, value in rarity.items():
        lines[value].append(stem)
    head = "# How rare stems are in news and plain English; made by `python -m training.rarity`.\n"
    body = "".join(f"{value:.1f} {' '.join(sorted(lines[value]))}\n" for value in sorted(lines))
    path.write_text(head + body, encoding="utf-8")


def main() -> None:
    """Makes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--into", type=Path, default=TABLE)
    options = parser.parse_args()
    rarity = measure_rarity(read_sets(options.data or data_folder()))
    write_table(rarity, options.into)
    print(f"{len(rarity)} stems, {options.into.stat().st_size / 1e3:.0f} kB in {options.into}")


if __name__ == "__main__":
    main()
