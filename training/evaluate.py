"""Measure the shipped reader on any folder in a set's format. Needs no torch.

    python -m training.evaluate --set polnear   [--data FOLDER] [--json]   FOLDER holds attributions/ and text/
    python -m training.evaluate --set worldwide [--data FOLDER] [--json]   FOLDER holds *.tsv
    python -m training.evaluate --set annotated [--data FOLDER] [--json]   FOLDER holds *.xml
    python -m training.evaluate --set labels    [--data FOLDER] [--json]   our labels on the tsv files in FOLDER
    python -m training.evaluate --set aside     [--data FOLDER] [--json]   our own articles, and marks on tsv files in FOLDER
    python -m training.evaluate --set agreement [--data FOLDER] [--json]   a second reader against our labels

Without --data the part of the test data that training leaves aside is used: PolNeAR's dev, a fifth of Worldwide, a
fifth of the annotated articles. It runs on the shipped file and the shipped decoding.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.read.decode import Decoder, Range
from sayso.read.labels import NAMES
from sayso.read.network import Network
from training.corpora import data_folder, gold_names, polnear_articles, to_words, worldwide_files
from training.worldwide_text import render

# Verbs (and the like) of saying, by which a kind of attribution is told: a property of the measurement, not of the reader.
SAYING = frozenset(
    """acknowledge add admit allege announce answer argue ask assert assure chant charge cite claim comment complain
    concede conclude confess confirm contend counter cry declare deny describe disclose explain express hint inform
    insist joke lament maintain mention muse name note notify observe offer order pledge point post predict proclaim promise
    quip quote read recall recount refer relate remark remind repeat reply report respond retort reveal said say shout
    speak spoke stand state stress suggest swear talk tell told testify thank threaten tweet urge utter vow warn wonder
    write wrote written according quoted""".split()
)


def is_saying(word: str) -> bool:
    """Whether a cue's word is a verb of saying, give or take its ending."""
    word = word.lower()
    stems = {word, *(word.removesuffix(e) for e in ("s", "es", "ed", "d", "ing"))}
    stems |= (
        {s + "e" for s in stems}
        | {s.removesuffix("i") + "y" for s in stems}
        | {s[:-1] for s in stems if s[-1:] == s[-2:-1]}
    )
    return bool(stems & SAYING)


def quoted_characters(text: str) -> set[int]:
    """The characters that stand inside quotation marks; an opening one without end lasts to the paragraph's."""
    inside, opened = set(), None
    for i, c in enumerate(text):
        if c == "\n" and i and text[i - 1] == "\n":
            opened = None
        elif c == "“" or (c == '"' and opened is None):
            opened = i
        elif c in '”"':
            opened = None
        elif opened is not None:
            inside.add(i)
    return inside


def f1(right: int, gold: int, said: int) -> float:
    """Harmonic mean of precision and recall in percent, one decimal."""
    return round(200 * right / (gold + said), 1) if gold + said else 0.0


def overlap(a: set[int], b: set[int]) -> float:
    """Intersection over union."""
    return len(a & b) / len(a | b) if a or b else 0.0


def _characters(places: Iterable[Range]) -> set[int]:
    return {i for a, b in places for i in range(a, b)}


def measure_polnear(folder: Path, network: Network) -> dict[str, Any]:
    """Exact spans by role (contiguous pieces), and relations: source and content of one both overlap by half or more."""
    decoder = Decoder(network.facts)
    exact: dict[str, Counter[str]] = {r: Counter() for r in ("source", "cue", "content")}
    linked: dict[str, Counter[str]] = defaultdict(Counter)
    for _, text, relations in polnear_articles(folder):
        outputs = network.run(text)
        words = outputs.words
        spans, found = decoder.find_quoted(outputs)
        for role, at in (("source", 0), ("cue", 1), ("content", 2)):
            gold = {
                r
                for relation in relations
                for p in (relation.source, relation.cue, relation.content)[at]
                if (r := to_words(words, *p))
            }
            said = set(spans[role.capitalize()])
            exact[role].update(right=len(gold & said), gold=len(gold), said=len(said))
        in_quotes = quoted_characters(text)

        def kind(content: set[int], cue: str, in_quotes: set[int] = in_quotes) -> str:
            if len(content & in_quotes) >= 0.8 * len(content):
                return "linked_quoted"
            return "linked_indirect" if any(is_saying(w) for w in cue.split()) else "linked_other"

        # Contents of one source and one cue are the pieces of one.
        grouped: dict[tuple[Range | None, Range | None], set[int]] = defaultdict(set)
        for n, (content, source, cue) in enumerate(found):
            key = (source, cue) if cue else (source, (-n - 1, -n - 1))
            grouped[key] |= _characters([(words[content[0]].start, words[content[1] - 1].stop)])
        said_pairs = []
        for (source, cue), letters in sorted(grouped.items(), key=lambda item: min(item[1])):
            if source is not None:
                told = text[words[cue[0]].start : words[cue[1] - 1].stop] if cue and cue[0] >= 0 else ""
                said_pairs.append(
                    (_characters([(words[source[0]].start, words[source[1] - 1].stop)]), letters, kind(letters, told))
                )
        gold_pairs = []
        for relation in relations:
            if relation.source and relation.content:
                letters = _characters(relation.content)
                told = " ".join(text[a:b] for a, b in relation.cue)
                gold_pairs.append((_characters(relation.source), letters, kind(letters, told)))
        taken: set[int] = set()
        for speaker, letters, sort in gold_pairs:
            linked[sort]["gold"] += 1
            for n, (s, c, _) in enumerate(said_pairs):
                if n not in taken and overlap(speaker, s) >= 0.5 and overlap(letters, c) >= 0.5:
                    taken.add(n)
                    linked[sort]["right"] += 1
                    linked[said_pairs[n][2]]["right_said"] += 1
                    break
        for _, _, sort in said_pairs:
            linked[sort]["said"] += 1
    figures: dict[str, Any] = {role: f1(c["right"], c["gold"], c["said"]) for role, c in exact.items()}
    whole = sum(linked.values(), Counter())
    figures["linked"] = f1(whole["right"], whole["gold"], whole["said"])
    for sort in ("linked_quoted", "linked_indirect", "linked_other"):
        tally = linked[sort]
        recall = tally["right"] / tally["gold"] if tally["gold"] else 0.0
        precision = tally["right_said"] / tally["said"] if tally["said"] else 0.0
        figures[sort] = round(200 * recall * precision / (recall + precision), 1) if recall + precision else 0.0
    figures["counts"] = {k: dict(c) for k, c in (*exact.items(), *sorted(linked.items()))}
    return figures


REGIONS = {
    "Africa": "af afs alg et ghana kenya mauritius nm panaf sa",
    "East and South-East Asia": "asia cn jp kr mong my th tw",
    "Latin America and Caribbean": "arg bol chile col cosric cuba ecuador elsalv guyana hond mex nic pan paraguay peru uruguay ven",
    "Middle East": "eg iran israel jr kw oman qt saud uae",
    "North America": "canada",
    "Oceania": "aus nz",
    "South Asia": "bangladesh in pk",
}
REGION_OF = {prefix: region for region, prefixes in REGIONS.items() for prefix in prefixes.split()}


def measure_worldwide(paths: Iterable[Path], network: Network) -> dict[str, Any]:
    """Names by exact span and type; spans in words."""
    decoder = Decoder(network.facts)
    tally: dict[str, dict[str, Counter[str]]] = {
        "all": defaultdict(Counter),
        "type": defaultdict(Counter),
        "region": defaultdict(Counter),
    }
    for path in paths:
        text, places = render(path.read_text(encoding="utf-8"))
        outputs = network.run(text)
        words = outputs.words
        gold = {(*r, t) for a, b, t in gold_names(places) if (r := to_words(words, a, b))}
        names = decoder.find_names(outputs, decoder.find_tags(outputs.scores)[NAMES.name])
        said = {(*r, n.type) for n in names if (r := to_words(words, n.start, n.stop))}
        region = REGION_OF.get(path.name.split("_")[0], "other")
        for mark, spans in (("gold", gold), ("said", said), ("right", gold & said)):
            tally["all"]["f1"][mark] += len(spans)
            tally["region"][region][mark] += len(spans)
            for *_, type in spans:
                tally["type"][type][mark] += 1

    def figures(rows: dict[str, Counter[str]]) -> dict[str, float]:
        return {k: f1(c["right"], c["gold"], c["said"]) for k, c in sorted(rows.items())}

    return {
        "f1": figures(tally["all"]).get("f1", 0.0),
        "by_type": figures(tally["type"]),
        "by_region": figures(tally["region"]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--set", required=True, choices=("polnear", "worldwide", "annotated", "labels", "aside", "agreement")
    )
    parser.add_argument("--data", type=Path)
    parser.add_argument("--model", type=Path, help="another folder with the reader's files")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args()
    if options.set in ("annotated", "labels", "aside", "agreement"):
        from training import score_reading

        measure = getattr(score_reading, f"measure_{options.set}")
        figures = measure(options.data, options.model, options.threads)
    else:
        network = Network(options.model, threads=options.threads)
        if options.set == "polnear":
            figures = measure_polnear(options.data or data_folder() / "polnear" / "dev", network)
        else:
            paths = (
                sorted(options.data.glob("*.tsv")) if options.data else worldwide_files(data_folder() / "worldwide")[1]
            )
            figures = measure_worldwide(paths, network)
    print(json.dumps(figures) if options.json else "\n".join(f"{k:16} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
