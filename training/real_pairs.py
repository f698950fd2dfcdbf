"""Labelled pairs of statements of real reports (`training/labels/pairs.jsonl`): offsets into `data/news_cluster` and
`data/basil`, none of their text.

`python -m training.real_pairs` prints how the shipped judge does on those that are left aside.
"""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.stories import Told, read_basil, read_news_cluster
from sayso.link.context import make_context
from sayso.link.judge import Judge
from sayso.model import Document, Part, Span, Statement
from training.corpora import data_folder
from training.gatherings import is_one_in_eight
from training.pairs import NONE, OPPOSED, SAME, Pair

LABELS = Path(__file__).parent / "labels" / "pairs.jsonl"
CLASSES = {"n": NONE, "s": SAME, "o": OPPOSED}
"""Labels as written; `?`, at which two careful readers may part, is left out."""


@dataclasses.dataclass(frozen=True)
class Labelled:
    """A pair with the event that its documents report."""

    event: str
    pair: Pair

    @property
    def is_aside(self) -> bool:
        """One event in eight is never trained on."""
        return is_one_in_eight(self.event)


def load_real_pairs(labels: Path = LABELS, data: Path | None = None) -> list[Labelled]:
    """All labelled pairs whose documents are there. Raises KeyError where a document has changed."""
    folder = data or data_folder()
    told = {t.document.id: t for t in read_told(folder)}
    return [
        Labelled(told[row["a"][0]].event, make_pair(row, told))
        for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines())
        if row["label"] in CLASSES
    ]


def read_told(folder: Path) -> Iterator[Told]:
    """The documents of both sets."""
    yield from read_news_cluster(folder / "news_cluster")
    yield from read_basil(folder / "basil")


def make_pair(row: dict[str, Any], told: dict[str, Told]) -> Pair:
    """A pair from its row: label, likeness, and of each statement its document, part and spans."""
    a, b = (make_statement(told[id].document, part, spans) for id, part, spans in (row["a"], row["b"]))
    contexts = [make_context(told[s.document].document, s) for s in (a, b)]
    return Pair(contexts[0], contexts[1], CLASSES[row["label"]], row["likeness"])


def make_statement(document: Document, part: str, spans: list[list[int]]) -> Statement:
    """The words of a document at some spans, as a statement of nobody's."""
    places = tuple(Span(part=Part(part), start=start, stop=stop) for start, stop in spans)
    words = " ".join(document.words(p) for p in places)
    return Statement(id=f"{document.id}-{spans[0][0]}", document=document.id, spans=places, text=words, chain=())


def main() -> None:
    """Precision and recall of the shipped judge where it ties a pair, at some thresholds."""
    pairs = [x.pair for x in load_real_pairs() if x.is_aside]
    judge = Judge()
    scores = [j.same + j.opposed for j in (judge.judge(p.a, p.b) for p in pairs)]
    tied = sum(p.label != NONE for p in pairs)
    print(f"{len(pairs)} pairs left aside, {tied} of them of one claim")
    for least in (0.3, 0.5, 0.7):
        said = [p for p, score in zip(pairs, scores, strict=True) if score >= least]
        right = sum(p.label != NONE for p in said)
        print(f"at {least}: precision {right / max(1, len(said)):.3f}, recall {right / max(1, tied):.3f}")


if __name__ == "__main__":
    main()
