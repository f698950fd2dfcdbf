#!/usr/bin/env python3
"""check.py CASE.json …: whether written cases hold together. Standard library only.

Spans stand in their documents once; chains begin with the document's outlet; origins cover the statements that have one;
relations name every pair of origins; the interval follows from origins and relations; ids and names are well formed.
"""

import itertools
import json
import sys
from pathlib import Path

KINDS = {"outlet", "publication", "person", "organisation", "anonymous"}
CERTAINTIES = {"asserted", "attributed", "hedged", "denied"}


def largest_different(names: list[str], different: set[frozenset[str]]) -> int:
    """Size of the largest set of origins that are pairwise different."""
    for size in range(len(names), 1, -1):
        for chosen in itertools.combinations(names, size):
            if all(frozenset(pair) in different for pair in itertools.combinations(chosen, 2)):
                return size
    return min(1, len(names))


def check_claim(claim: dict, documents: dict[str, dict]) -> list[str]:
    found = []
    where = claim["id"]
    statements = claim["statements"]
    for n, s in enumerate(statements):
        d = documents.get(s["document"])
        if d is None:
            found.append(f"{where}[{n}]: no document {s['document']}")
            continue
        count = d["headline"].count(s["span"]) + d["text"].count(s["span"])
        if not count:
            found.append(f"{where}[{n}]: not in {d['id']}: {s['span'][:60]!r}")
        if count > 1:
            found.append(f"{where}[{n}]: stands {count} times in {d['id']}: {s['span'][:60]!r}")
        if s["certainty"] not in CERTAINTIES:
            found.append(f"{where}[{n}]: certainty {s['certainty']!r}")
        chain = s["chain"]
        if not chain or chain[0]["kind"] != "outlet" or chain[0]["name"] != d["outlet"]:
            found.append(f"{where}[{n}]: the chain doesn't begin with {d['outlet']}")
        found += [f"{where}[{n}]: link {k}" for k in chain if k["kind"] not in KINDS or not k.get("name")]
        mentions = [k["mention"] for k in chain if k.get("mention")]
        found += [
            f"{where}[{n}]: mention not in {d['id']}: {m!r}"
            for m in mentions
            if m not in d["headline"] + "\n" + d["text"]
        ]
        if s["certainty"] == "asserted" and len(chain) > 1 and s["span"] not in d["headline"]:
            found.append(f"{where}[{n}]: asserted, but credited")
        if s["certainty"] == "attributed" and len(chain) == 1:
            found.append(f"{where}[{n}]: attributed to nobody")
    origins = claim["origins"]
    names = [o["id"] for o in origins]
    live = {n for n, s in enumerate(statements) if s["certainty"] != "denied"}
    covered = [n for o in origins for n in o["statements"]]
    if len(covered) != len(set(covered)):
        found.append(f"{where}: a statement has two origins")
    if set(covered) - live:
        found.append(f"{where}: a denial or no statement in origins: {sorted(set(covered) - live)}")
    if live - set(covered):
        print(f"note {where}: statements without origin (loops, or a headline?): {sorted(live - set(covered))}")
    pairs = {frozenset((a, b)): r for a, b, r, _ in claim["relations"]}
    wanted = {frozenset(p) for p in itertools.combinations(names, 2)}
    if set(pairs) != wanted:
        found.append(f"{where}: relations must name every pair of origins once")
    if set(pairs.values()) - {"different", "undetermined"}:
        found.append(f"{where}: relations between origins left after merging are different or undetermined")
    interval = (largest_different(names, {p for p, r in pairs.items() if r == "different"}), len(names))
    if (claim["at_least"], claim["at_most"]) != interval:
        found.append(
            f"{where}: interval {(claim['at_least'], claim['at_most'])}, but origins and relations give {interval}"
        )
    for o in origins:
        if o["unattributed"] and o["kind"] != "outlet":
            found.append(f"{where}: {o['id']} is unattributed, but no outlet")
        if o["absent"] and o["kind"] != "publication":
            found.append(f"{where}: {o['id']} is absent, but no publication")
    found += [f"{where}: hardened_at {d}" for d in claim["hardened_at"] if d not in documents]
    if claim["circular"] and origins:
        found.append(f"{where}: circular, with origins")
    return found


def check(path: Path) -> list[str]:
    case = json.loads(path.read_text(encoding="utf-8"))
    documents = {d["id"]: d for d in case["documents"]}
    found = [] if case["id"] == path.stem else [f"id {case['id']} is not the file's name"]
    for d in documents.values():
        found += [f"{d['id']}: no {f}" for f in ("outlet", "url", "headline", "text", "status") if not d.get(f)]
        if ".example" not in d["url"]:
            found.append(f"{d['id']}: url outside .example")
    for r in case["reuse"]:
        for mine, theirs in r["passages"]:
            if mine not in documents[r["document"]]["text"] or theirs not in documents[r["from"]]["text"]:
                found.append(f"reuse {r['document']} from {r['from']}: passage not found: {mine[:50]!r}")
    for claim in case["claims"]:
        found += check_claim(claim, documents)
    return found


if __name__ == "__main__":
    bad = 0
    for name in sys.argv[1:]:
        for problem in check(Path(name)):
            print(f"{name}: {problem}")
            bad += 1
    print(f"{len(sys.argv) - 1} cases, {bad} problems")
    sys.exit(bool(bad))
