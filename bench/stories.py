"""How well documents on the same matter are found, against TF-IDF and the plain meanings of statements, in one run.

    python -m bench.stories [--json]
    python -m bench.stories --fit        print weights for `src/sayso/link/stories.py`, fitted on the training halves

Measured are the events of `news_cluster`, the triplets of `basil`, and the two similar events of every topic of `ecbplus`,
whose topics are scored too. Each set is halved by event (`ecbplus` by topic): the first, third, … in order of their names
are for training, the others are measured, each half as a collection of its own. Figures are B-cubed. Ours has one set of
weights for all three sets. A rival is the cosine alone, joined by mean or by single link, whichever is better on the
training half; its threshold is the best of the training half, of one set alone or of all three together.
"""

import argparse
import dataclasses
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

from bench.coreference import count_b_cubed
from sayso.link.matter import Matter, make_matter
from sayso.link.rarity import WORD
from sayso.link.stories import LEAST_SHARED, WEIGHTS, Likeness, decide, make_keys, resolve
from sayso.model import Document, Reading, document_id
from sayso.read.reader import Reader
from training.corpora import data_folder

Floats = NDArray[np.float64]
SETS = ("news_cluster", "basil", "ecbplus")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Told:
    """One document of a set, with what it is about."""

    document: Document
    event: str
    topic: str


def make_document(
    *, headline: str, text: str, url: str, outlet: str | None = None, published: str | None = None
) -> Document:
    """A document with what the sets give, and no more."""
    id = document_id(outlet=outlet, url=url, headline=headline, text=text)
    return Document(id=id, url=url, outlet=outlet, published=published, headline=headline, text=text)


def read_news_cluster(folder: Path) -> Iterator[Told]:
    """Articles with the event that each is filed under."""
    for path in sorted(folder.glob("*.json")):
        item = json.loads(path.read_text(encoding="utf-8"))
        event = f"{item['newsCluster']['EventId']:03}"
        document = make_document(
            headline=item["title"], text=item["text"], url=item["url"],
            outlet=item["source_domain"], published=item["date_publish"],
        )  # fmt: skip
        yield Told(document=document, event=event, topic=event)


def read_basil(folder: Path) -> Iterator[Told]:
    """Articles with the triplet that each belongs to."""
    for path in sorted(folder.glob("articles/*/*.json")):
        item = json.loads(path.read_text(encoding="utf-8"))
        document = make_document(
            headline=item["title"], text="\n\n".join(" ".join(p) for p in item["body-paragraphs"]), url=item["url"],
            outlet=item["source"].casefold(), published=item["date"],
        )  # fmt: skip
        yield Told(document=document, event=item["triplet-uuid"], topic=item["triplet-uuid"])


def read_ecbplus(folder: Path) -> Iterator[Told]:
    """Articles with topic and the one of its two events, without their lines of address and date.

    Only the articles of the later event have headlines. They are left in the text: else they would tell the two apart.
    """
    for path in sorted(folder.glob("*/*.xml")):
        sentences: dict[int, list[str]] = defaultdict(list)
        for token in ElementTree.parse(path).getroot().iter("token"):
            sentences[int(token.get("sentence", "0"))].append(token.text or "")
        lines = [join_tokens(sentences[n]) for n in sorted(sentences)]
        lines = [line for line in lines if not re.match(r"https? ?:|www ?\.", line)]
        dated = [n for n, line in enumerate(lines[:4]) if len(line.split()) < 15 and find_date(line)]
        published = find_date(lines.pop(dated[0])) if dated else None
        topic = f"{int(path.parent.name):03}"
        document = make_document(headline="", text="\n".join(lines), url=path.name, published=published)
        event = f"{topic}{'later' if path.stem.endswith('plus') else ''}"
        yield Told(document=document, event=event, topic=topic)


READERS: Mapping[str, Callable[[Path], Iterator[Told]]] = {
    "news_cluster": read_news_cluster,
    "basil": read_basil,
    "ecbplus": read_ecbplus,
}


def join_tokens(tokens: Iterable[str]) -> str:
    """Tokens as text, near enough to how it was printed."""
    text = " ".join(tokens).replace("``", '"').replace("''", '"')
    text = re.sub(r" ([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$]) ", r"\1", text)
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'m|'d|')(?= |$)", r"\1", text)
    text = re.sub(r"(\d) ?([.,:]) (\d)", r"\1\2\3", text)
    text = re.sub(r"\b([A-Z])\. ?([A-Z])\.", r"\1.\2.", text)
    return re.sub(r"(\w) ([-–/]) (\w)", r"\1\2\3", text)


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES = [re.compile(p, re.IGNORECASE) for p in (rf"{_MONTH} ?{_DAY},? ?-? ?{_YEAR}", rf"{_DAY} {_MONTH},? {_YEAR}")]


def find_date(line: str) -> str | None:
    """The first date of a line that gives its month in letters."""
    for pattern in _DATES:
        if found := pattern.search(line):
            try:
                month = _MONTHS.index(found["month"].casefold()[:3]) + 1
                return date(int(found["year"]), month, int(found["day"])).isoformat()
            except ValueError:
                continue
    return None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Half:
    """One half of a set, read, with the scores of all its pairs."""

    told: Sequence[Told]
    matters: Sequence[Matter]
    met: Mapping[tuple[str, str], Likeness]
    """Pairs that share enough keys, as linking judges them."""
    rivals: Mapping[str, Floats]
    """Rival → cosines of every document with every other."""

    @property
    def ids(self) -> list[str]:
        """Ids of the documents, in their order."""
        return [t.document.id for t in self.told]


def make_half(told: Sequence[Told], reader: Reader) -> Half:
    """Reads the documents, lets them meet, and makes the rivals' cosines."""
    readings = [reader.read(t.document) for t in told]
    matters = [make_matter(t.document, r) for t, r in zip(told, readings, strict=True)]
    keys = [make_keys(m) for m in matters]
    met = {
        (matters[i].document, matters[j].document): decide(matters[i], matters[j])
        for i, j in combinations(range(len(told)), 2) if len(keys[i] & keys[j]) >= LEAST_SHARED
    }  # fmt: skip
    means = np.array([mean_meaning(r) for r in readings])
    rivals = {"tf-idf": weigh_words([t.document for t in told]), "plain meanings": means @ means.T}
    return Half(told=told, matters=matters, met=met, rivals=rivals)


def mean_meaning(reading: Reading) -> Floats:
    """The mean of a document's statements, unit length."""
    held = [np.frombuffer(s.embedding, np.int8).astype(np.float64) for s in reading.statements if s.embedding]
    mean = np.mean(held, axis=0) if held else np.zeros(384)
    return np.asarray(mean / (np.linalg.norm(mean) or 1.0))


def weigh_words(documents: Sequence[Document]) -> Floats:
    """Cosines of TF-IDF vectors, the rarity of a word taken from these documents themselves."""
    counts = [Counter(w.casefold() for w in WORD.findall(f"{d.headline} {d.text}")) for d in documents]
    spread = Counter(w for c in counts for w in c)
    column = {w: n for n, w in enumerate(sorted(spread))}
    rows = np.zeros((len(counts), len(column)))
    for n, count in enumerate(counts):
        for word, times in count.items():
            rows[n, column[word]] = (1 + math.log(times)) * math.log((1 + len(counts)) / (1 + spread[word]))
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return np.asarray(rows @ rows.T)


def join_by_mean(cosines: Floats, least: float) -> list[list[int]]:
    """Groups of documents by average linkage."""
    close = cosines.copy()
    np.fill_diagonal(close, -1.0)
    groups = [[n] for n in range(len(close))]
    while close.size and close.max() >= least:
        a, b = sorted(map(int, np.unravel_index(close.argmax(), close.shape)))
        mean = (close[a] * len(groups[a]) + close[b] * len(groups[b])) / (len(groups[a]) + len(groups[b]))
        close[a], close[:, a] = mean, mean
        close[b], close[:, b], close[a, a] = -1.0, -1.0, -1.0
        groups[a], groups[b] = groups[a] + groups[b], []
    return [g for g in groups if g]


def join_by_single_link(cosines: Floats, least: float) -> list[list[int]]:
    """Groups of documents that any chain of close pairs connects."""
    root = list(range(len(cosines)))
    for a, b in np.argwhere(np.triu(cosines >= least, 1)):
        old, new = root[a], root[b]
        root = [new if r == old else r for r in root]
    groups: dict[int, list[int]] = defaultdict(list)
    for n, r in enumerate(root):
        groups[r].append(n)
    return list(groups.values())


JOININGS = (join_by_mean, join_by_single_link)
THRESHOLDS = [n / 50 for n in range(1, 50)]
Choice = tuple[Callable[[Floats, float], list[list[int]]], float]


def measure_groups(groups: Iterable[Sequence[int]], truth: Sequence[str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of groups of documents."""
    said = {n: str(g) for g, group in enumerate(groups) for n in group}
    return count_b_cubed([said[n] for n in range(len(truth))], truth)


def group_ours(half: Half) -> list[list[int]]:
    """The stories that linking makes."""
    place = {id: n for n, id in enumerate(half.ids)}
    stories = resolve(half.ids, {pair: likeness.score for pair, likeness in half.met.items()})
    return [[place[d] for d in story.documents] for story in stories]


def choose(rival: str, halves: Iterable[Half]) -> Choice:
    """The joining and threshold with the best mean F1 on some training halves."""
    halves = list(halves)

    def score(choice: Choice) -> float:
        join, least = choice
        return sum(measure_groups(join(h.rivals[rival], least), [t.event for t in h.told])[2] for h in halves)

    return max(((join, least) for join in JOININGS for least in THRESHOLDS), key=score)


def measure(folder: Path, *, reader: Reader | None = None) -> dict[str, float]:
    """Figures by name, each better the higher, over the measured halves; rivals with thresholds of the training halves."""
    halves = load_halves(folder, reader)
    figures: dict[str, float] = {}
    for name, (_, measured) in halves.items():
        figures |= measure_half(name, "ours", measured, group_ours(measured))
        events = {t.document.id: t.event for t in measured.told}
        pairs = [(a, b) for a, b in combinations(measured.ids, 2) if events[a] == events[b]]
        figures[f"{name} pairs that meet"] = sum(p in measured.met for p in pairs) / len(pairs)
        figures[f"{name} others that do not meet"] = 1 - (len(measured.met) - sum(p in measured.met for p in pairs)) / (
            math.comb(len(measured.ids), 2) - len(pairs)
        )
    for rival in ("tf-idf", "plain meanings"):
        join, least = choose(rival, (training for training, _ in halves.values()))
        for name, (training, measured) in halves.items():
            own_join, own_least = choose(rival, [training])
            figures |= measure_half(name, rival, measured, own_join(measured.rivals[rival], own_least))
            figures |= measure_half(name, f"{rival}, one threshold", measured, join(measured.rivals[rival], least))
    return {key: round(value, 3) for key, value in figures.items()}


def measure_half(name: str, who: str, half: Half, groups: Sequence[Sequence[int]]) -> dict[str, float]:
    """Figures of one way of grouping one half."""
    events = measure_groups(groups, [t.event for t in half.told])
    figures = {f"{name} {who} {k}": v for k, v in zip(("precision", "recall", "f1"), events, strict=True)}
    if any(t.event != t.topic for t in half.told):
        figures[f"{name} {who} topics f1"] = measure_groups(groups, [t.topic for t in half.told])[2]
    return figures


def load_halves(folder: Path, reader: Reader | None = None) -> dict[str, tuple[Half, Half]]:
    """The training half and the measured half of every set."""
    reader = reader or Reader.load()
    halves = {}
    for name in SETS:
        told = list(READERS[name](folder / name))
        place = {topic: n for n, topic in enumerate(sorted({t.topic for t in told}))}
        training, measured = ([t for t in told if place[t.topic] % 2 == rest] for rest in (0, 1))
        halves[name] = make_half(training, reader), make_half(measured, reader)
    return halves


def fit(halves: Iterable[Half]) -> dict[str, float]:
    """Weights of a logistic regression over the pairs that meet, every set of the same weight; `BIAS` among them."""
    rows, right, counts = [], [], []
    for half in halves:
        events = {t.document.id: t.event for t in half.told}
        same = {p: events[p[0]] == events[p[1]] for p in half.met}
        for pair, likeness in half.met.items():
            rows.append([*(f.score for f in likeness.features), 1.0])
            right.append(same[pair])
            counts.append((RIGHT if same[pair] else 1.0) / sum(same.values()))
    x, y, weight = np.array(rows), np.array(right, float), np.array(counts) * 1000
    found = np.zeros(x.shape[1])
    ridge = np.diag([1.0] * (x.shape[1] - 1) + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ found)))
        slope = x.T @ (weight * (y - p)) - ridge @ found
        found += np.linalg.solve((x.T * (weight * p * (1 - p))) @ x + ridge, slope)
    return {n: round(float(v), 2) for n, v in zip((*WEIGHTS, "BIAS"), found, strict=True)}


RIGHT = 4.0
"""How much a right pair counts in fitting, so that a mean score of a half is where two groups should become one."""


def main() -> None:
    """Measures, or fits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="print weights fitted on the training halves")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures: dict[str, Any]
    if options.fit:
        figures = fit(training for training, _ in load_halves(data_folder()).values())
    else:
        figures = measure(data_folder())
    print(json.dumps(figures) if options.json else "\n".join(f"{k:48} {v:6.3f}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
