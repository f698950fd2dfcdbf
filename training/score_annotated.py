"""Score readings against annotated articles, statement by statement.

    python -m training.score_annotated [--part development|training] [--drop SHARE] [--misses]

measures the resolution alone, on oracle scans made from the marks, whole or with a share of the pointers dropped.
"""

import argparse
import collections
import dataclasses
import json
import random
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.model import Certainty, Kind, Link, Modality, Part, Polarity, Reading, Statement
from sayso.read.resolve import resolve
from sayso.read.scan import Scan
from training.annotated import Article, GoldStatement, development, load, to_document, to_scan, training

IOU = 0.5  # least intersection over union of hulls for a match
EXTRA_WORDS = 3  # a name may have so many words more than the gold's
_SKIPPED = {"the", "a", "an", "of", "mr", "mrs", "ms", "dr"}
NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PUBLICATION)


def name_words(name: str | None) -> set[str]:
    """A name's words, case folded, articles and forms of address left out."""
    spaced = "".join(c if c.isalnum() else " " for c in (name or "").casefold())
    return set(spaced.split()) - _SKIPPED


def same_name(gold: str | None, said: str | None, kind: Kind, *, said_mention: str = "") -> bool:
    """The same name up to a title or a shortened form; for anonymous sources any shared word."""
    ours, theirs = name_words(gold), name_words(said)
    if kind is Kind.ANONYMOUS:
        return bool(ours & (theirs | name_words(said_mention)))
    if not ours or not theirs or len(theirs) > len(ours) + EXTRA_WORDS:
        return False
    return ours <= theirs or theirs <= ours


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two hulls."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def match(gold: Sequence[GoldStatement], said: Sequence[Statement], article: Article) -> dict[int, int]:
    """Gold statements to said ones, one to one, best overlap first; of equal ones those whose chains agree."""
    pairs = []
    for i, g in enumerate(gold):
        for j, s in enumerate(said):
            if s.part is g.part:
                share = overlap((g.start, g.stop), (s.start, s.stop))
                if share >= IOU:
                    pairs.append((-round(share, 3), -int(same_chain(g, s, article)), i, j))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return taken


def same_link(gold: tuple[Kind, str | None], said: Link, article: Article) -> bool:
    """One link against the gold's."""
    kind, name = gold
    if kind is not said.kind:
        return False
    if kind is Kind.OUTLET:
        return True
    words = article.words(said.mention.part, said.mention.start, said.mention.stop) if said.mention else ""
    return same_name(name, said.name, kind, said_mention=words)


def same_chain(gold: GoldStatement, said: Statement, article: Article) -> bool:
    """Whether every link is right."""
    return len(gold.chain) == len(said.chain) and all(
        same_link(g, s, article) for g, s in zip(gold.chain, said.chain, strict=True)
    )


def gold_certainty(gold: GoldStatement) -> Certainty:
    """What the method reads off a gold statement."""
    if gold.polarity is Polarity.DENIED:
        return Certainty.DENIED
    if gold.modality is Modality.HEDGED:
        return Certainty.HEDGED
    return Certainty.ATTRIBUTED if len(gold.chain) > 1 else Certainty.ASSERTED


def ratio(part: float, whole: float) -> float:
    """A share, rounded; 0 where there is nothing."""
    return round(part / whole, 4) if whole else 0.0


def f1(both: int, gold: int, said: int) -> float:
    """F1 from counts."""
    return ratio(2 * both, gold + said)


def score(gold: Sequence[Article], readings: Sequence[Reading]) -> dict[str, Any]:
    """Figures over articles and their readings, in the same order."""
    n: collections.Counter[str] = collections.Counter()
    depth: collections.Counter[int] = collections.Counter()
    depth_right: collections.Counter[int] = collections.Counter()
    regions: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for article, reading in zip(gold, readings, strict=True):
        region = regions[article.region]
        taken = match(article.statements, reading.statements, article)
        n["gold"] += len(article.statements)
        n["said"] += len(reading.statements)
        n["found"] += len(taken)
        region["gold"] += len(article.statements)
        region["said"] += len(reading.statements)
        region["found"] += len(taken)
        for i, j in taken.items():
            g, s = article.statements[i], reading.statements[j]
            right = same_chain(g, s, article)
            n["chain"] += right
            region["chain"] += right
            depth[len(g.chain)] += 1
            depth_right[len(g.chain)] += right
            n["kind"] += g.chain[-1][0] is s.chain[-1].kind
            n["end"] += same_link(g.chain[-1], s.chain[-1], article)
            n["polarity"] += g.polarity is s.polarity
            n["modality"] += g.modality is s.modality
            n["continued"] += g.continued is s.continued
            if g.part is Part.TEXT:
                n["text"] += 1
                n["certainty"] += gold_certainty(g) is s.certainty
            else:
                n["headline"] += 1
                n["headline-chain"] += right
            for name, in_gold, in_said in (
                ("denied", g.polarity is Polarity.DENIED, s.polarity is Polarity.DENIED),
                ("hedged", g.modality is Modality.HEDGED, s.modality is Modality.HEDGED),
            ):
                n[f"{name}-both"] += in_gold and in_said
                n[f"{name}-gold"] += in_gold
                n[f"{name}-said"] += in_said
            last = s.chain[-1]
            if last.kind in NAMED and last.name:
                n["named"] += 1
                n["named-right"] += same_link(g.chain[-1], last, article)
            if last.kind is Kind.PERSON and last.name:
                n["persons"] += 1
                n["persons-right"] += same_link(g.chain[-1], last, article)
    precision, recall = ratio(n["found"], n["said"]), ratio(n["found"], n["gold"])
    return {
        "articles": len(gold),
        "statements": n["gold"],
        "precision": precision,
        "recall": recall,
        "f1": f1(n["found"], n["gold"], n["said"]),
        "chain": ratio(n["chain"], n["found"]),
        "chain_by_depth": {str(d): ratio(depth_right[d], depth[d]) for d in sorted(depth)},
        "chain_three_or_more": ratio(
            sum(v for d, v in depth_right.items() if d > 2), sum(v for d, v in depth.items() if d > 2)
        ),
        "chain_headline": ratio(n["headline-chain"], n["headline"]),
        "end": ratio(n["end"], n["found"]),
        "kind": ratio(n["kind"], n["found"]),
        "polarity": ratio(n["polarity"], n["found"]),
        "denied_f1": f1(n["denied-both"], n["denied-gold"], n["denied-said"]),
        "denied_precision": ratio(n["denied-both"], n["denied-said"]),
        "modality": ratio(n["modality"], n["found"]),
        "hedged_f1": f1(n["hedged-both"], n["hedged-gold"], n["hedged-said"]),
        "certainty": ratio(n["certainty"], n["text"]),
        "continued": ratio(n["continued"], n["found"]),
        "named_precision": ratio(n["named-right"], n["named"]),
        "person_precision": ratio(n["persons-right"], n["persons"]),
        "by_region": {
            r: {"f1": f1(c["found"], c["gold"], c["said"]), "chain": ratio(c["chain"], c["found"])}
            for r, c in sorted(regions.items())
        },
    }


def blur(scan: Scan, share: float, rng: random.Random) -> Scan:
    """A scan with a share of its pointers and judgements lost: for seeing how much the rules bear."""
    mentions = tuple(
        dataclasses.replace(m, via=None) if m.via is not None and rng.random() < share else m for m in scan.mentions
    )
    clauses = []
    for c in scan.clauses:
        change: dict[str, Any] = {}
        if c.source is not None and rng.random() < share:
            change["source"] = None
        if c.cue is not None and rng.random() < share:
            change["cue"] = None
        if rng.random() < share:
            change["continued"] = 0.3
        start, stop = c.pieces[0][0], c.pieces[-1][1]
        if len(c.pieces) == 1 and stop - start > 24 and rng.random() < share:
            change["pieces"] = ((start + rng.choice((0, 4)), stop - rng.choice((0, 6))),)
        for name in ("hedged", "denied"):
            if rng.random() < share:
                change[name] = 0.4
        clauses.append(dataclasses.replace(c, **change))
    return dataclasses.replace(scan, mentions=mentions, clauses=tuple(clauses))


def read_oracle(article: Article, share: float = 0.0) -> Reading:
    """The product's rules over an article's oracle scans."""
    rng = random.Random(article.name)
    scans = {part: blur(to_scan(article, part), share, rng) for part in Part}
    return resolve(to_document(article), scans, reader="oracle")


def misses(gold: Sequence[Article], readings: Sequence[Reading]) -> Iterable[str]:
    """A line for every statement that was not found or whose chain, polarity or modality is wrong."""
    for article, reading in zip(gold, readings, strict=True):
        taken = match(article.statements, reading.statements, article)
        for i, g in enumerate(article.statements):
            words = article.words(g.part, g.start, g.stop)[:60]
            where = f"{article.name} {g.id}{' headline' if g.part is Part.HEADLINE else ''}"
            chain = " > ".join(f"{k.value[:3]}:{name}" for k, name in g.chain[1:])
            if i not in taken:
                yield f"{where}: not found: {words} [{chain}]"
                continue
            s = reading.statements[taken[i]]
            if not same_chain(g, s, article):
                said = " > ".join(f"{k.kind.value[:3]}:{k.name}" for k in s.chain[1:])
                yield f"{where}: chain: {words} | gold {chain} | said {said} ({s.chain[-1].reason})"
            if g.polarity is not s.polarity:
                yield f"{where}: polarity {s.polarity}: {words} {s.reasons}"
            if g.modality is not s.modality:
                yield f"{where}: modality {s.modality}: {words} {s.reasons}"


def main() -> None:
    """Print the figures of the resolution over oracle scans."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("development", "training"), default="training")
    parser.add_argument("--drop", type=float, default=0.0, help="share of pointers and judgements to lose")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    articles = (development if options.part == "development" else training)(load())
    readings = [read_oracle(a, options.drop) for a in articles]
    if options.misses:
        print("\n".join(misses(articles, readings)))
    figures = score(articles, readings)
    figures.pop("by_region")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
