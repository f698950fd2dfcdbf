"""The training sets as samples: words with the labels that each set has.

Every set labels some of the reader's heads; what a set doesn't label is left out of the loss. All folders are
those of the test data (`SAYSO_TEST_DATA`, else `../shared/data`), used in place.
"""

import csv
import dataclasses
import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.model import Part, Polarity
from sayso.read.labels import CUE, HOLDER, JUDGEMENTS, NAMES, QUOTED, SOURCE, STATEMENT, TagSet
from sayso.read.words import Word, find_words
from training.annotated import Article
from training.worldwide_text import render

Range = tuple[int, int]  # half-open, in words
IGNORE = -1


@dataclasses.dataclass(frozen=True)
class Arrow:
    """One training example of a pointer: from a span to those of the candidates that are right (none: to nobody)."""

    pointer: str
    start: Range
    right: tuple[Range, ...]


@dataclasses.dataclass(frozen=True)
class Sample:
    """A part of a document as words with labels; offsets in words."""

    name: str
    words: list[Word]
    tags: dict[str, list[int]]
    classes: dict[str, list[int]]
    arrows: list[Arrow]
    candidates: dict[str, list[Range]]
    weight: float = 1.0
    is_headline: bool = False


def data_folder() -> Path:
    """The folder of the public sets."""
    named = os.environ.get("SAYSO_TEST_DATA")
    return Path(named) if named else Path(__file__).parents[2] / "shared" / "data"


def to_words(words: Sequence[Word], start: int, stop: int) -> Range | None:
    """The words that a range of characters touches; None where it touches none."""
    inside = [i for i, w in enumerate(words) if w.start < stop and start < w.stop]
    return (inside[0], inside[-1] + 1) if inside else None


def write_tags(head: TagSet, length: int, spans: Iterable[tuple[str, Sequence[Range]]]) -> list[int]:
    """Tags of one sequence head; each span has a type and one or more pieces. The first to claim a word keeps it."""
    tags = ["O"] * length
    for type, pieces in spans:
        for n, (start, stop) in enumerate(pieces):
            if any(t != "O" for t in tags[start:stop]):
                continue
            first = "C" if n and "C" in head.prefixes else "B"
            tags[start:stop] = [f"{first}-{type}"] + [f"I-{type}"] * (stop - start - 1)
    number = {t: i for i, t in enumerate(head.tags)}
    return [number[t] for t in tags]


# PolNeAR ------------------------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Quoted:
    """One attribution of PolNeAR; each role is a list of ranges of characters, empty where absent."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


def read_brat(path: Path) -> list[Quoted]:
    """The attributions of one brat file."""
    spans: dict[str, tuple[Range, ...]] = {}
    relations: list[Quoted] = []
    # Notes may hold line breaks; lines that are no record are skipped.
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if re.match(r"T\d+$", columns[0]) and len(columns) >= 3:
            _, places = columns[1].split(" ", 1)
            spans[columns[0]] = tuple(sorted((int(a), int(b)) for a, b in (p.split(" ") for p in places.split(";"))))
        elif re.match(r"E\d+$", columns[0]):
            roles: dict[str, list[Range]] = defaultdict(list)
            for item in columns[1].split():
                role, _, id = item.partition(":")
                roles[role.rstrip("0123456789")].extend(spans.get(id, ()))
            relations.append(Quoted(*(tuple(sorted(set(roles[r]))) for r in ("Source", "Cue", "Content"))))
    return relations


def polnear_articles(folder: Path) -> list[tuple[str, str, list[Quoted]]]:
    """(name, text, attributions) of every annotation of a split; an article with several annotators comes several times."""
    articles = []
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        text = folder / "text" / f"{name}.txt"
        if not text.exists():
            text = folder / "text" / f"{path.stem}.txt"
        articles.append((name, text.read_bytes().decode("utf-8"), read_brat(path)))
    return articles


def polnear(folder: Path) -> list[Sample]:
    """A split of PolNeAR. Several annotators of one article share its weight, which makes their labels soft."""
    articles = polnear_articles(folder)
    count: dict[str, int] = defaultdict(int)
    for name, _, _ in articles:
        count[name] += 1
    samples = []
    for n, (name, text, relations) in enumerate(articles):
        words = find_words(text)
        spans: list[tuple[str, list[Range]]] = []
        arrows: list[Arrow] = []
        candidates: dict[str, list[Range]] = {"quoted-source": [], "quoted-cue": []}
        for relation in relations:
            ranges = {
                role: [r for place in places if (r := to_words(words, *place))]
                for role, places in (("Source", relation.source), ("Cue", relation.cue), ("Content", relation.content))
            }
            spans.extend((role, [r]) for role in ("Source", "Cue", "Content") for r in ranges[role])
            candidates["quoted-source"].extend(ranges["Source"])
            candidates["quoted-cue"].extend(ranges["Cue"])
            arrows.extend(Arrow("quoted-source", c, tuple(ranges["Source"])) for c in ranges["Content"])
            arrows.extend(Arrow("quoted-cue", c, tuple(ranges["Cue"])) for c in ranges["Content"])
        samples.append(
            Sample(
                f"polnear/{name}/{n}", words, {QUOTED.name: write_tags(QUOTED, len(words), spans)}, {}, arrows,
                {k: sorted(set(v)) for k, v in candidates.items()}, weight=1 / count[name],
            )
        )  # fmt: skip
    return samples


# Worldwide ----------------------------------------------------------------------------------------------------------

WORLDWIDE_FIFTH = 5


def worldwide_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """(training, development) files: every fifth of each region's, by a hash of the name, is set aside."""
    regions = defaultdict(list)
    for path in folder.glob("*.tsv"):
        regions[path.name.split("_")[0]].append(path)
    train: list[Path] = []
    aside: list[Path] = []
    for region in sorted(regions):
        ordered = sorted(regions[region], key=lambda p: hashlib.sha256(p.name.encode()).hexdigest())
        for n, path in enumerate(ordered):
            (aside if n % WORLDWIDE_FIFTH == WORLDWIDE_FIFTH // 2 else train).append(path)
    return train, aside


def gold_names(places: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Names of one Worldwide article as (start, stop, type), in characters."""
    names: list[tuple[int, int, str]] = []
    before = "O"
    for start, stop, tag in places:
        if tag.startswith("I-") and before != "O" and before[2:] == tag[2:]:
            names[-1] = (names[-1][0], stop, tag[2:])
        elif tag != "O":
            names.append((start, stop, tag[2:]))
        before = tag
    return [(a, b, "Misc" if t == "Miscellaneous" else t) for a, b, t in names]


def worldwide(paths: Iterable[Path]) -> list[Sample]:
    """Names in Worldwide articles."""
    samples = []
    for path in paths:
        text, places = render(path.read_text(encoding="utf-8"))
        words = find_words(text)
        spans = [(t, [r]) for a, b, t in gold_names(places) if (r := to_words(words, a, b))]
        samples.append(
            Sample(f"worldwide/{path.name}", words, {NAMES.name: write_tags(NAMES, len(words), spans)}, {}, [], {})
        )
    return samples


# Annotated ----------------------------------------------------------------------------------------------------------


def annotated(articles: Iterable[Article]) -> list[Sample]:
    """Headlines and texts of annotated articles, with every head but names and PolNeAR's own."""
    return [sample for article in articles for part in Part if (sample := _annotated_part(article, part)).words]


def _annotated_part(article: Article, part: Part) -> Sample:
    words = find_words(article.part(part))
    length = len(words)
    statements = [s for s in article.statements if s.part is part]
    ranges = {s.id: [r for p in s.pieces if (r := to_words(words, *p))] for s in statements}
    hull = {i: (r[0][0], r[-1][1]) for i, r in ranges.items() if r}
    same: dict[Range, str] = {}  # two credits over the same words: one clause
    for s in statements:
        same.setdefault(hull[s.id], s.id)
    kept = [s for s in statements if same[hull[s.id]] == s.id]
    holders = {
        a.id for a in kept for b in kept
        if a is not b and any(p[0] <= q[0] and q[1] <= p[1] for p in ranges[a.id] for q in ranges[b.id]) and hull[a.id] != hull[b.id]
    }  # fmt: skip
    sources = [(to_words(words, s.start, s.stop), s) for s in article.sources if s.part is part]
    cues = [(to_words(words, c.start, c.stop), c) for c in article.cues if c.part is part]
    by_id = {s.id: s for s in statements}
    classes = {j.name: [IGNORE] * length for j in JUDGEMENTS}

    def judge(head: str, where: Range, value: int) -> None:
        classes[head][where[0] : where[1]] = [value] * (where[1] - where[0])

    kinds = ("publication", "person", "organisation", "anonymous")
    for s in sorted(kept, key=lambda s: hull[s.id][0] - hull[s.id][1]):  # the longest first: what it holds overwrites
        voice = 1 if len(s.chain) == 1 else 2 if s.continued else 0
        for where in ranges[s.id]:
            judge("voice", where, voice)
            judge("polarity", where, int(s.polarity is Polarity.DENIED))
            judge("modality", where, int(str(s.modality) == "hedged"))
    arrows: list[Arrow] = []
    ends: dict[str, list[Range]] = defaultdict(list)
    at_link: dict[tuple[str, int], list[Range]] = defaultdict(list)
    for spot, source in sources:
        if spot is None:
            continue
        for id, link in source.links:
            if id not in by_id:
                continue
            at_link[id, link].append(spot)
            if link > 1:
                judge("kind", spot, kinds.index(by_id[id].chain[link - 1][0]))
            if link == len(by_id[id].chain):
                ends[same[hull[id]]].append(spot)
    cue_of: dict[str, list[Range]] = defaultdict(list)
    for spot, cue in cues:
        if spot is None:
            continue
        for id in cue.statements:
            if id in by_id:
                cue_of[same[hull[id]]].append(spot)
                judge("polarity", spot, int(by_id[id].polarity is Polarity.DENIED))
    for s in kept:
        arrows.append(Arrow("source", hull[s.id], tuple(ends[s.id])))
        arrows.append(Arrow("cue", hull[s.id], tuple(cue_of[s.id])))
    vias: dict[Range, set[Range]] = defaultdict(set)
    for (id, link), places in at_link.items():
        for where in places:
            vias[where].update(at_link.get((id, link - 1), []) if link > 2 else [])
    arrows.extend(Arrow("via", where, tuple(sorted(set(right) - {where}))) for where, right in sorted(vias.items()))
    furniture = [r for p, a, b in article.furniture if p is part and (r := to_words(words, a, b))]
    classes["furniture"] = [0] * length
    for where in furniture:
        judge("furniture", where, 1)
    mentions = sorted({w for w, _ in sources if w})
    spots = sorted({w for w, _ in cues if w})
    tags = {
        STATEMENT.name: write_tags(
            STATEMENT, length, [("Statement", ranges[s.id]) for s in kept if s.id not in holders]
        ),
        HOLDER.name: write_tags(HOLDER, length, [("Statement", ranges[s.id]) for s in kept if s.id in holders]),
        SOURCE.name: write_tags(SOURCE, length, [("Source", [w]) for w in sorted(mentions, key=lambda w: w[0] - w[1])]),
        CUE.name: write_tags(CUE, length, [("Cue", [w]) for w in spots]),
    }
    return Sample(
        f"annotated/{article.name}/{part}", words, tags, classes, arrows,
        {"source": mentions, "cue": spots, "via": mentions}, is_headline=part is Part.HEADLINE,
    )  # fmt: skip


def sentences(words: Sequence[Word]) -> list[Range]:
    """Stretches of 5 to 40 words between full stops: what the meaning head is taught on."""
    cuts = [0] + [i + 1 for i, w in enumerate(words) if w.text in ".!?" or (i + 1 < len(words) and words[i + 1].breaks)]
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(words)], strict=True) if 5 <= b - a <= 40]


def metadata(path: Path) -> dict[str, dict[str, str]]:
    """PolNeAR's table of articles by file name."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["filename"]: row for row in csv.DictReader(file, delimiter="\t")}
