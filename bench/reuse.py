"""How well reused passages are found, and how often something else is taken for reuse.

    python -m bench.reuse [--json] [--errors] [--pairs]

- Passages of articles of `news_cluster`, planted in articles on other events (`bench/planting.py`): the characters that are
  found against those that are planted, spaces aside, in the document and in its source.
- What is not reuse, as the share of pairs that are rightly left alone: articles on different events; one speaker's
  quotations in two articles, each with words of its own around them; what an outlet sets under its articles; stock phrases,
  titles and names of bodies.
- `--pairs` lists every passage between the articles of one event of `basil` (three outlets each), for a person to look at.
"""

import argparse
import itertools
import json
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.planting import KINDS, Article, Planted, find_places, plant
from sayso.ingest.furniture import find_furniture
from sayso.link.passages import find_passages
from sayso.link.prints import make_keys, make_prints
from sayso.link.reuse import Record, decide
from sayso.model import Document, Part, Reuse, Span
from training.corpora import data_folder

SEED = 20311
PLANTED = 70
"""Planted passages of each kind."""
PAIRS = 200
"""Pairs of each set of what is not reuse, beside that of different events, which has all pairs."""

_QUOTATION = re.compile(r"“[^“”\n]{40,400}[.,!?]”|(?<!\S)\"[^\"\n]{40,400}[.,!?]\"(?!\S)")

FRAMES = (
    "{quote} {name} told a crowd on the harbour wall.",
    "Asked about it afterwards, {name} was blunt. {quote}",
    "{name} said: {quote}",
    "There was applause when {name} rose to speak. {quote}",
    "{quote} said {name}, who had driven through the night.",
    "Reading from a sheet of paper, {name} went on: {quote}",
    "{quote} {name} added in a statement released on Monday.",
    "For {name} it came down to this: {quote}",
    "The reply of {name} was short. {quote}",
    "{quote} With these words {name} ended the meeting.",
    "Half an hour later {name} returned to the subject, saying: {quote}",
    "According to {name}, nothing has been settled yet. {quote}",
)
"""Sentences that two writers might put around one quotation."""

NAMES = ("Lena Orr", "the harbour master", "Ms Orr", "Orr", "Lena Orr, the harbour master,")

TAILS = (
    "Subscribe to our morning briefing and get the news from the coast in your inbox before breakfast, five days a week.",
    (
        "The Tarn Herald has reported from the islands since 1907. Its forty journalists work from offices in Skerry and Ostmere, "
        "and none of what they write is paid for by those whom they write about."
    ),
    "Do you know more about this? Our desk can be reached day and night. We never name anybody who asks us not to.",
    (
        "Background: The islands voted to leave the customs union three years ago. Talks on a new treaty have broken off twice, "
        "and the last ferry under the old rules is due to sail before the winter."
    ),
    "Owen Tarn covers shipping and the ports. He joined the paper after ten years at sea and lives in Skerry with two dogs.",
    "All rights reserved. No part of this page may be copied, stored or passed on without our written permission.",
    "Corrections are made as soon as we learn of a mistake and are listed at the foot of the page where the mistake stood.",
)
"""What an outlet might set under all its articles."""

STOCK = (
    "The ministry did not immediately respond to a request for comment on Tuesday.",
    "according to a statement released on Monday by the Ministry of Foreign Affairs and International Cooperation",
    "two people familiar with the matter said, speaking on condition of anonymity because they were not authorized to speak publicly",
    "The report could not be independently verified, and officials declined to comment further.",
    "told reporters at a news conference in the capital on Wednesday morning",
    "The Convention on International Trade in Endangered Species of Wild Fauna and Flora",
    "Deputy Prime Minister and Minister for Regional Development and Foreign Trade Lena Orr",
    "the United Nations Office for the Coordination of Humanitarian Affairs said in a statement on Thursday",
    "he said in an interview with state television late on Sunday",
    "The figures were published on the website of the National Institute of Statistics and Economic Studies.",
    "for the first time since the end of the Second World War, according to officials",
    "The President of the Republic and Commander-in-Chief of the Armed Forces, General Owen Tarn, said on Friday",
)
"""Phrases, titles and names that any two reports may share."""


def read_articles(folder: Path) -> list[Article]:
    """The articles of `news_cluster`, in order of their names."""
    items = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [
        Article(outlet=i["source_domain"], event=i["newsCluster"]["Event"], headline=i["title"], text=i["text"])
        for i in items
    ]


def read_basil(folder: Path) -> list[Article]:
    """The articles of `basil`: event is the id of the triplet."""
    items = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("articles/*/*.json"))]
    return [
        Article(
            outlet=i["source"].lower(),
            event=i["triplet-uuid"],
            headline=i["title"],
            text="\n".join(" ".join(sentences) for sentences in i["body-paragraphs"]),
        )
        for i in items
    ]


def make_record(document: Document) -> Record:
    """A document as reuse judges it, with the furniture that ingest marks and without statements."""
    furniture = [mark.span for mark in find_furniture(document.headline, document.text, None)]
    return Record(document=document, statements=(), prints=make_prints(document, furniture))


def measure_planted(articles: Sequence[Article], *, errors: bool) -> dict[str, float]:
    """Characters found in planted documents and in their sources, by kind and over all."""
    chance = random.Random(SEED)
    counts: dict[str, list[tuple[int, int, int]]] = {}
    met = 0
    for kind in KINDS:
        made = 0
        while made < PLANTED:
            host, giver = chance.sample(articles, 2)
            planted = plant(host, giver, kind, chance) if host.event != giver.event else None
            if planted is not None:
                counts.setdefault(kind, []).extend(_count(planted, errors=errors))
                made += 1
                met += _do_meet(planted)
    figures: dict[str, float] = {}
    rows = {"": [c for kind in KINDS for c in counts[kind]], **{f"{kind} ": counts[kind] for kind in KINDS}}
    for name, row in rows.items():
        wanted, found, both = (sum(column) for column in zip(*row, strict=True))
        figures |= {
            f"{name}precision": both / found,
            f"{name}recall": both / wanted,
            f"{name}f1": 2 * both / (found + wanted),
        }
    return figures | {"planted that meet": met / PLANTED / len(KINDS)}


def _do_meet(planted: Planted) -> bool:
    """True where the two share a key."""
    return bool(make_keys(make_prints(planted.document, ())) & make_keys(make_prints(planted.source, ())))


def _count(planted: Planted, *, errors: bool) -> Iterator[tuple[int, int, int]]:
    """Characters wanted, found and both, in the document and in its source."""
    a, b = (make_prints(document, ()) for document in (planted.document, planted.source))
    passages = find_passages(a, b)
    for document, spans, wanted in (
        (planted.document, [p.span for p in passages], planted.places),
        (planted.source, [p.source for p in passages], planted.source_places),
    ):
        found = _find_all(document, spans)
        if errors and len(wanted & found) < 0.9 * len(wanted | found):
            missed = "".join(c if i in wanted - found or c == " " else "" for i, c in enumerate(document.text))
            extra = "".join(c if i in found - wanted or c == " " else "" for i, c in enumerate(document.text))
            print(
                f"{planted.kind}: missed {' '.join(missed.split())!r}; added {' '.join(extra.split())!r}",
                file=sys.stderr,
            )
        yield len(wanted), len(found), len(wanted & found)


def _find_all(document: Document, spans: Iterable[Span]) -> frozenset[int]:
    texts = [s for s in spans if s.part is Part.TEXT]
    return frozenset(i for s in texts for i in find_places(document.text, s.start, s.stop))


def make_quoting(articles: Sequence[Article], chance: random.Random) -> Iterator[tuple[Document, Document]]:
    """Pairs of articles with the same quotations in frames that differ, as two listeners of one speech write them."""
    quoted = [quotes for a in articles if len(quotes := _QUOTATION.findall(a.text)) > 1]
    for _ in range(PAIRS):
        quotes = chance.choice(quoted)
        chosen = chance.sample(quotes, min(len(quotes), chance.randint(1, 4)))
        frames = chance.sample(FRAMES, 2 * len(chosen))
        hosts = _pick_strangers(articles, chance)
        pair = []
        for host, own in zip(hosts, (frames[: len(chosen)], frames[len(chosen) :]), strict=True):
            told = [f.format(quote=q, name=chance.choice(NAMES)) for f, q in zip(own, chosen, strict=True)]
            pair.append(_put_in(host, told, chance))
        yield pair[0], pair[1]


def make_tailed(articles: Sequence[Article], chance: random.Random) -> Iterator[tuple[Document, Document]]:
    """Pairs of one outlet's articles on different events, with one to three lines that it sets under both."""
    pairs = [(a, b) for a, b in itertools.combinations(articles, 2) if a.outlet == b.outlet and a.event != b.event]
    for a, b in chance.sample(pairs, min(PAIRS, len(pairs))):
        tail = "\n".join(chance.sample(TAILS, chance.randint(1, 3)))
        yield a.make_document(f"{a.text}\n{tail}"), b.make_document(f"{b.text}\n{tail}")


def make_stocked(articles: Sequence[Article], chance: random.Random) -> Iterator[tuple[Document, Document]]:
    """Pairs of articles on different events with the same stock phrases, one after another in one of five pairs."""
    for _ in range(PAIRS):
        chosen = chance.sample(STOCK, chance.randint(1, 4))
        a, b = _pick_strangers(articles, chance)
        if chance.random() < 0.2:
            chosen = [" ".join(chosen)]
        yield _put_in(a, chosen, chance), _put_in(b, chosen, chance)


def _pick_strangers(articles: Sequence[Article], chance: random.Random) -> tuple[Article, Article]:
    while True:
        a, b = chance.sample(articles, 2)
        if a.event != b.event and a.outlet != b.outlet:
            return a, b


def _put_in(host: Article, told: Sequence[str], chance: random.Random) -> Document:
    """An article with sentences put in, in their order, at places of their own."""
    paragraphs = host.text.split("\n")
    for at, sentence in zip(
        sorted(chance.choices(range(len(paragraphs) + 1), k=len(told)))[::-1], told[::-1], strict=True
    ):
        paragraphs.insert(at, sentence)
    return host.make_document("\n".join(paragraphs))


def measure_others(articles: Sequence[Article], *, errors: bool) -> dict[str, float]:
    """The share of pairs without reuse that none is found in."""
    chance = random.Random(SEED)
    records = [(a.event, make_record(a.make_document())) for a in articles]
    strange = [(a, b) for (x, a), (y, b) in itertools.combinations(records, 2) if x != y]
    sets: dict[str, Iterable[tuple[Record, Record]]] = {"different events": strange}
    for name, pairs in (
        ("same quotation", make_quoting(articles, chance)),
        ("what an outlet sets under its articles", make_tailed(articles, chance)),
        ("stock phrases", make_stocked(articles, chance)),
    ):
        sets[name] = ((make_record(a), make_record(b)) for a, b in pairs)
    figures = {}
    for name, pairs_of_records in sets.items():
        found = []
        for a, b in pairs_of_records:
            reuse = decide(a, b)
            found.append(reuse is not None)
            if errors and reuse is not None:
                print(
                    f"{name}: {list(_describe(reuse, {a.document.id: a.document, b.document.id: b.document}))}",
                    file=sys.stderr,
                )
        figures[f"{name} left alone"] = 1 - sum(found) / len(found)
    met = sum(bool(make_keys(a.prints) & make_keys(b.prints)) for a, b in chance.sample(strange, 1000))
    figures["different events that don't meet"] = 1 - met / 1000
    return figures


def _describe(reuse: Reuse, documents: dict[str, Document]) -> Iterator[str]:
    for passage in reuse.passages:
        yield documents[reuse.document].words(passage.span)


def find_reuse(articles: Sequence[Article]) -> Iterator[tuple[Article, Article, Reuse]]:
    """All reuse between articles on one event."""
    for _, group in itertools.groupby(sorted(articles, key=lambda a: a.event), key=lambda a: a.event):
        for a, b in itertools.combinations([(x, make_record(x.make_document())) for x in group], 2):
            reuse = decide(a[1], b[1])
            if reuse is not None:
                yield (a[0], b[0], reuse) if reuse.document == a[1].document.id else (b[0], a[0], reuse)


def list_pairs(articles: Sequence[Article]) -> None:
    """Prints every passage between articles on one event, both sides where they differ."""
    events = {a.event for a in articles}
    found = list(find_reuse(articles))
    for a, b, reuse in found:
        print(f"\n{a.outlet} and {b.outlet} on {a.event}: {a.headline!r}; {reuse.reason}")
        for passage in reuse.passages:
            ours, theirs = a.make_document().words(passage.span), b.make_document().words(passage.source)
            print(f"  {passage.score:.2f} {ours!r}" + (f"\n       {theirs!r}" if theirs != ours else ""))
    print(
        f"\n{len(found)} pairs with reuse, {sum(len(r.passages) for _, _, r in found)} passages, {len(events)} events"
    )


def measure_speed(articles: Sequence[Article]) -> dict[str, float]:
    """Prints a millisecond, of articles of 500 words on average; and comparisons a millisecond, of pairs on one event."""
    documents = [a.make_document() for a in articles]
    started = time.process_time()
    prints = [make_prints(document, ()) for document in documents]
    made = time.process_time() - started
    pairs = [
        (i, j) for i, j in itertools.combinations(range(len(articles)), 2) if articles[i].event == articles[j].event
    ]
    started = time.process_time()
    for i, j in pairs:
        find_passages(prints[i], prints[j])
    compared = time.process_time() - started
    return {
        "prints made a millisecond": len(prints) / made / 1000,
        "pairs on one event compared a millisecond": len(pairs) / compared / 1000,
    }


def measure(folder: Path, *, errors: bool = False) -> dict[str, float]:
    """Figures by name, each better the higher it is; `folder` holds `news_cluster`."""
    articles = read_articles(folder / "news_cluster")
    figures = measure_planted(articles, errors=errors) | measure_others(articles, errors=errors)
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> None:
    """Measures, or lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="print each miss to standard error")
    parser.add_argument("--pairs", action="store_true", help="list reuse between the articles of one event of basil")
    options = parser.parse_args()
    folder = data_folder()
    if not (folder / "news_cluster").is_dir():
        sys.exit(f"There is nothing to measure in {folder}. SAYSO_TEST_DATA names the folder of the public data.")
    if options.pairs:
        list_pairs(read_basil(folder / "basil"))
        return
    figures: dict[str, Any] = measure(folder, errors=options.errors)
    if options.json:
        print(json.dumps(figures))
        return
    figures |= {k: round(v, 3) for k, v in measure_speed(read_articles(folder / "news_cluster")).items()}
    print("\n".join(f"{name:48} {value:6.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
