"""How well vectors of sentences tell the same event: the reader's meaning head beside the untuned encoder, on ECB+.

    python -m training.similarity --reference build/reference [--model FOLDER] [--data FOLDER] [--topics N] [--json]

Pairs are sentences of two documents of one topic. A pair is positive where annotators marked an action in both as the
same event. Printed: average precision and area under the curve, and the cosine between the two encoders' vectors. The
reader sees each sentence inside its document; the untuned encoder sees it alone.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.read.network import Network
from training.corpora import data_folder

Floats = NDArray[np.float64]


def read_article(path: Path) -> tuple[str, list[tuple[int, int]], list[set[str]]]:
    """Text, the place of every sentence in it, and the events of each."""
    root = ElementTree.parse(path).getroot()
    sentence_of: dict[str, int] = {}
    pieces: dict[int, list[str]] = defaultdict(list)
    for token in root.iter("token"):
        number = int(token.get("sentence", "0"))
        sentence_of[token.get("t_id", "")] = number
        pieces[number].append(token.text or "")
    at_mention = {
        mark.get("m_id", ""): sentence_of[anchor.get("t_id", "")]
        for mark in root.find("Markables") or () if mark.tag.startswith(("ACTION", "NEG_ACTION"))
        for anchor in list(mark)[:1]
    }  # fmt: skip
    events: dict[int, set[str]] = defaultdict(set)
    for relation in root.iter("CROSS_DOC_COREF"):
        for source in relation.iter("source"):
            if source.get("m_id") in at_mention:
                events[at_mention[source.get("m_id", "")]].add(relation.get("note", ""))
    text, places = "", []
    for number in sorted(pieces):
        start = len(text)
        text += " ".join(pieces[number])
        places.append((start, len(text)))
        text += "\n"
    return text, places, [events[n] for n in sorted(pieces)]


def average_precision(scores: Floats, right: Floats) -> float:
    """Mean precision at each right pair, best score first."""
    hits = right[np.argsort(-scores, kind="stable")]
    ranks = np.arange(1, len(hits) + 1)
    return float((hits.cumsum() / ranks)[hits > 0].mean())


def area(scores: Floats, right: Floats) -> float:
    """Chance that a right pair scores above a wrong one."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    positives = right.sum()
    return float((ranks[right > 0].sum() - positives * (positives + 1) / 2) / (positives * (len(right) - positives)))


def unit(rows: Sequence[NDArray[np.float32]]) -> Floats:
    stacked = np.array(rows, np.float64)
    return stacked / np.linalg.norm(stacked, axis=1, keepdims=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reference", type=Path, required=True, help="folder made by training.reference")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--topics", type=int, default=8)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    network = Network(options.model, threads=2)
    session = onnxruntime.InferenceSession(str(options.reference / "encoder.onnx"), providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(options.reference / "tokenizer.json"))
    tokenizer.no_padding()
    folder = options.data or data_folder() / "ecbplus"
    ours: list[float] = []
    theirs: list[float] = []
    right: list[bool] = []
    agreement: list[float] = []
    for topic in sorted(p for p in folder.iterdir() if p.is_dir())[: options.topics]:
        rows = []
        for path in sorted(topic.glob("*.xml")):
            text, places, events = read_article(path)
            outputs = network.run(text)
            for (start, stop), found in zip(places, events, strict=True):
                inside = [i for i, w in enumerate(outputs.words) if start <= w.start and w.stop <= stop]
                if found and len(inside) >= 4:
                    ids = np.array([tokenizer.encode(text[start:stop]).ids[:256]], np.int64)
                    rows.append(
                        (path.name, found, outputs.meanings[inside].mean(0), session.run(None, {"pieces": ids})[0][0])
                    )
        mine, untuned = unit([r[2] for r in rows]), unit([r[3] for r in rows])
        agreement.extend((mine * untuned).sum(1))
        mine_all, untuned_all = mine @ mine.T, untuned @ untuned.T
        for i, a in enumerate(rows):
            for j in range(i):
                if rows[j][0] != a[0]:
                    ours.append(mine_all[i, j])
                    theirs.append(untuned_all[i, j])
                    right.append(bool(a[1] & rows[j][1]))
    labels = np.array(right, float)
    figures = {
        "pairs": len(right), "right": int(labels.sum()), "cosine_to_untuned": round(float(np.mean(agreement)), 3),
        "reader": {"ap": round(average_precision(np.array(ours), labels), 3), "auc": round(area(np.array(ours), labels), 3)},
        "untuned": {"ap": round(average_precision(np.array(theirs), labels), 3), "auc": round(area(np.array(theirs), labels), 3)},
    }  # fmt: skip
    print(json.dumps(figures) if options.json else "\n".join(f"{k:18} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
