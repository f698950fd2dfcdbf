"""How well the judge of pairs tells which mentions are of one event, across documents, on texts it was not made for.

    python -m bench.events [--judge FOLDER] [--topics N] [--mentions N] [--around N] [--json]

Measured on `ecbplus`: the actions that annotators marked in the sentences they chose, in the topics of the development
split (the first by a hash of their names). Marked events are those of relations across documents and within one; a
mention in none is an event of its own. The topics are given, and only mentions of one topic are compared; lines "by
subtopic" compare only those of one of a topic's two similar events. Of every topic the first documents in order of
name are taken, as long as their mentions are not more than `--mentions`. Figures are CoNLL F1, the mean of the F1 of
MUC, B-cubed and CEAF-e over all mentions:

  alone        every mention an event of its own
  lemma        mentions whose head words have one stem are one event
  judge        a mention stands for the words around it; the judge scores pairs that a stem or the likeness of their
               sentences proposes, and they are grouped as statements are
  judge parted the same, but two mentions of one sentence are one event only where their stem is one
  both at T    the mean of the judge's score and 1 for one stem, 0 for two, grouped at T. At 0.5 that is nearly the lemma
               alone; no T is chosen here, all are shown

Lines "ranked by" are the average precision of the pairs of two documents of a topic: by the judge, by the likeness of
their sentences, and by the lemma with either deciding between pairs that it holds alike.

The judge reads clauses and is not told which of their words is meant: of two actions in one clause it can't say that
they are two, nor of one clause and the same retold. The figures compare judges; they are no limit of coreference.
"""

import argparse
import csv
import dataclasses
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

from bench.coreference import Names, measure_names, measure_ranking
from bench.stems import GRAMMAR, find_head, make_stem
from bench.stories import join_tokens
from sayso.link.claims import LEAST, find_groups
from sayso.link.context import AFTER, BEFORE, Context
from sayso.link.judge import Judge
from sayso.link.ties import KEPT, PROPOSED, Judges
from sayso.model import Tie
from sayso.read.network import Network
from training.corpora import data_folder

Floats = NDArray[np.float64]
TOPICS = 5
"""Topics of the development split; the others are left for a test."""

MOST = 100
"""Mentions of a topic: what five topics take in under four minutes, at 5 ms a pair that is judged."""

AROUND = 8
"""Words on each side of a mention that are taken for its statement, as far as its sentence goes."""

COMBINED = (0.5, 0.7, 0.8, 0.9, 0.95)
"""Thresholds of the mean of judge and lemma; all are printed."""

FEWEST = 4
"""Sentences of fewer words have no meaning to compare, as in `training.similarity`."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Mention:
    """One marked action."""

    id: str
    topic: str
    subtopic: str
    sentence: tuple[str, int]
    """File and number of the sentence."""
    lemma: str
    """Stem of the head word."""
    stems: frozenset[str]
    """Of all its words but those of grammar."""
    context: Context
    event: str


# Reading ------------------------------------------------------------------------------------------------------------


def choose_topics(folder: Path, count: int = TOPICS) -> list[Path]:
    """The topics of the development split, in the order of a hash of their names."""
    topics = [p for p in folder.iterdir() if p.is_dir()]
    return sorted(topics, key=lambda p: hashlib.sha256(p.name.encode()).hexdigest())[:count]


def read_chosen(folder: Path) -> frozenset[tuple[str, int]]:
    """File and number of every sentence that annotators went through."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return frozenset((f"{r['Topic']}_{r['File']}.xml", int(r["Sentence Number"])) for r in rows)


def read_mentions(path: Path, chosen: frozenset[tuple[str, int]], *, around: int = AROUND) -> list[Mention]:
    """The marked actions of one file, in the order of its marks."""
    root = ElementTree.parse(path).getroot()
    tokens = [(t.get("t_id", ""), int(t.get("sentence", "0")), t.text or "") for t in root.iter("token")]
    addresses = {s for _, s, text in tokens if re.match(r"https?$|www$", text)}
    place = {id: n for n, (id, _, _) in enumerate(tokens)}
    topic = path.parent.name
    events = find_events(root, path.name)
    found = []
    for mark in root.find("Markables") or ():
        anchors = sorted(place[a.get("t_id", "")] for a in mark if a.get("t_id") in place)
        if not mark.tag.startswith(("ACTION", "NEG_ACTION")) or not anchors:
            continue
        number = tokens[anchors[0]][1]
        if (path.name, number) not in chosen:
            continue
        id = f"{path.name} {mark.get('m_id')}"
        inside = [n for n, (_, s, _) in enumerate(tokens) if s == number]
        read = [n for n, (_, s, _) in enumerate(tokens) if s not in addresses or s == number]
        begin = reach(tokens, [n for n in reversed(inside) if n < anchors[0]], around, anchors[0])
        stop = reach(tokens, [n for n in inside if n > anchors[-1]], around, anchors[-1]) + 1
        first = reach(tokens, [n for n in reversed(read) if n < begin], BEFORE, begin)
        last = reach(tokens, [n for n in read if n >= stop], AFTER, stop - 1)
        words = [tokens[n][2] for n in anchors]
        found.append(
            Mention(
                id=id,
                topic=topic,
                subtopic=f"{topic}{'plus' if path.stem.endswith('plus') else ''}",
                sentence=(path.name, number),
                lemma=make_stem(find_head(words)),
                stems=frozenset(make_stem(w) for w in words if w.casefold() not in GRAMMAR),
                context=Context(
                    before=join_tokens(tokens[n][2] for n in read if first <= n < begin),
                    words=join_tokens(tokens[n][2] for n in range(begin, stop)),
                    after=join_tokens(tokens[n][2] for n in read if stop <= n <= last),
                ),
                event=f"{topic} {events.get(mark.get('m_id', ''), id)}",
            )
        )
    return found


def reach(tokens: Sequence[tuple[str, int, str]], way: Sequence[int], count: int, start: int) -> int:
    """The place on the way where so many words are passed; marks of punctuation don't count as words."""
    for n in way:
        count -= any(c.isalnum() for c in tokens[n][2])
        if count < 0:
            break
        start = n
    return start


def find_events(root: ElementTree.Element, name: str) -> dict[str, str]:
    """Mention → its event, where a relation gives it one; across documents goes before within."""
    events: dict[str, str] = {}
    for kind in ("CROSS_DOC_COREF", "INTRA_DOC_COREF"):
        for relation in root.iter(kind):
            within = f"{name} relation {relation.get('r_id')}"
            event = relation.get("note") or within if kind == "CROSS_DOC_COREF" else within
            for source in relation.iter("source"):
                events.setdefault(source.get("m_id", ""), event)
    return events


# The run ------------------------------------------------------------------------------------------------------------


class Topic:
    """The mentions of one topic, with the likeness of their sentences and what the judge says of proposed pairs."""

    def __init__(self, path: Path, network: Network, judge: Judges, *, most: int = MOST, around: int = AROUND) -> None:
        self.name = path.name
        self.mentions: list[Mention] = []
        self.documents = 0
        meanings: dict[tuple[str, int], Floats] = {}
        chosen = read_chosen(path.parent)
        for file in sorted(path.glob("*.xml")):
            found = read_mentions(file, chosen, around=around)
            if len(self.mentions) + len(found) > most:
                break
            self.mentions += found
            self.documents += 1
            meanings.update(find_meanings(file, network) if found else {})
        rows = np.array([meanings[m.sentence] for m in self.mentions])
        self.alike: Floats = rows @ rows.T if len(rows) else np.zeros((0, 0))
        self.scores: dict[tuple[int, int], float] = {}
        for i, j in combinations(range(len(self.mentions)), 2):
            a, b = self.mentions[i], self.mentions[j]
            if a.stems & b.stems or self.alike[i, j] >= PROPOSED:
                judged = judge.judge(a.context, b.context)
                self.scores[i, j] = judged.same + judged.opposed

    def name_groups(self, least: float, *, apart: bool, lemma: bool = False, parted: bool = False) -> Names:
        """The groups by the judge's scores, or by their mean with the lemma.

        `apart` keeps subtopics apart; `parted`, mentions of two stems in one sentence.
        """
        ties = []
        for (i, j), score in self.scores.items():
            a, b = self.mentions[i], self.mentions[j]
            if apart and a.subtopic != b.subtopic:
                continue
            value = (score + (a.lemma == b.lemma)) / 2 if lemma else score
            if value >= KEPT:
                first, second = sorted((a.id, b.id))
                ties.append(Tie(a=first, b=second, opposed=False, score=round(value, 3), features=(), reason=""))
        pairs = combinations(self.mentions, 2) if parted else ()
        two = [(a.id, b.id) for a, b in pairs if a.sentence == b.sentence and a.lemma != b.lemma]
        groups = find_groups((m.id for m in self.mentions), ties, least=least, parted=two)
        name = {i: f"{self.name} {ids[0]}" for ids in groups for i in ids}
        return [name[m.id] for m in self.mentions]


def find_meanings(path: Path, network: Network) -> Mapping[tuple[str, int], Floats]:
    """Of every sentence the mean meaning of its words, unit length; nothing where it has too few.

    As `training.similarity` takes them: tokens with a space between them, sentences one a line.
    """
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences[int(token.get("sentence", "0"))].append(token.text or "")
    lines = {number: " ".join(words) for number, words in sorted(sentences.items())}
    outputs = network.run("\n".join(lines.values()))
    meanings = {}
    stop = -1
    for number, line in lines.items():
        start, stop = stop + 1, stop + 1 + len(line)
        inside = [i for i, w in enumerate(outputs.words) if start <= w.start and w.stop <= stop]
        mean = np.zeros(outputs.meanings.shape[1])
        if len(inside) >= FEWEST:
            mean = outputs.meanings[inside].astype(np.float64).mean(0)
        meanings[path.name, number] = mean / (np.linalg.norm(mean) or 1.0)
    return meanings


def find_lines(tried: Sequence[Topic]) -> Iterator[tuple[str, Names]]:
    """Name and groups of every line that is compared."""
    mentions = [m for topic in tried for m in topic.mentions]
    yield "alone", [m.id for m in mentions]
    for apart, suffix in ((False, ""), (True, " by subtopic")):
        yield f"lemma{suffix}", [f"{m.subtopic if apart else m.topic} {m.lemma}" for m in mentions]
        yield f"judge{suffix}", [n for t in tried for n in t.name_groups(LEAST, apart=apart)]
        parted = [n for t in tried for n in t.name_groups(LEAST, apart=apart, parted=True)]
        yield f"judge parted{suffix}", parted
        for least in COMBINED:
            both = [n for t in tried for n in t.name_groups(least, lemma=True, apart=apart)]
            yield f"both at {least}{suffix}", both


def rank_pairs(tried: Sequence[Topic]) -> dict[str, float]:
    """Average precision of the pairs of two documents, by what they are ranked by; pairs not proposed come last."""
    rows = [
        (t.scores.get((i, j), 0.0), t.alike[i, j], a.lemma == b.lemma, a.event == b.event)
        for t in tried
        for (i, a), (j, b) in combinations(enumerate(t.mentions), 2)
        if a.sentence[0] != b.sentence[0]
    ]
    judged, alike, lemma, same = np.array(rows, np.float64).reshape(-1, 4).T
    if not same.any():
        return {}
    ranked = {
        "judge": judged,
        "likeness": alike,
        "lemma, judge": 2 * lemma + judged,
        "lemma, likeness": 2 * lemma + alike,
    }
    return {f"ranked by {name}": measure_ranking(values, same) for name, values in ranked.items()}


def measure(
    judge: Judges | None = None,
    *,
    folder: Path | None = None,
    topics: int = TOPICS,
    most: int = MOST,
    around: int = AROUND,
) -> dict[str, float]:
    """The figures, rounded; those of one measure alone have its name at their end."""
    judge = judge or Judge(folder)
    network = Network()
    paths = choose_topics(data_folder() / "ecbplus", topics)
    tried = [Topic(path, network, judge, most=most, around=around) for path in paths]
    mentions = [m for topic in tried for m in topic.mentions]
    figures = {
        "topics": float(len(tried)),
        "documents": float(sum(t.documents for t in tried)),
        "mentions": float(len(mentions)),
        "events": float(len({m.event for m in mentions})),
        "judged": float(sum(len(t.scores) for t in tried)),
    }
    same = [(t, i, j) for t in tried for i, j in combinations(range(len(t.mentions)), 2)
            if t.mentions[i].event == t.mentions[j].event]  # fmt: skip
    figures["proposed"] = sum((i, j) in t.scores for t, i, j in same) / max(1, len(same))
    figures |= rank_pairs(tried)
    for name, said in find_lines(tried):
        for which, value in measure_names(said, [m.event for m in mentions]).items():
            figures[f"{name} {which}".strip()] = value
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judge", type=Path, help="folder of another judge than the one that ships")
    parser.add_argument("--topics", type=int, default=TOPICS, help="how many topics of the split")
    parser.add_argument("--mentions", type=int, default=MOST, help="most mentions of a topic")
    parser.add_argument("--around", type=int, default=AROUND, help="words around a mention taken for its statement")
    parser.add_argument("--json", action="store_true", help="figures as one JSON object")
    options = parser.parse_args()
    judge = Judge(options.judge)
    figures = measure(judge, topics=options.topics, most=options.mentions, around=options.around)
    if options.json:
        print(json.dumps(figures))
        return
    names = ", ".join(p.name for p in choose_topics(data_folder() / "ecbplus", options.topics))
    print(
        f"{judge.version}; topics {names}; of each the first documents, up to {options.mentions} mentions,"
        f" with {options.around} words on each side"
    )
    for name, value in figures.items():
        if not name.endswith((" muc", " b-cubed", " ceaf-e")):
            parts = [figures[f"{name} {m}"] for m in ("muc", "b-cubed", "ceaf-e") if f"{name} {m}" in figures]
            print(f"{name:28} {value:8}" + (f"   muc, b-cubed, ceaf-e {parts}" if parts else ""))


if __name__ == "__main__":
    main()
