"""What the command line shows of claims, and a person's judgements on them."""

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import Program, write_documents
from tests.ferry import make_reports

HARBOR, PIER = "https://harbor.example/ferry", "https://pier.example/ferry"


@pytest.fixture(scope="module")
def sayso(tmp_path_factory: pytest.TempPathFactory) -> Program:
    program = Program(tmp_path_factory.mktemp("ferry"))
    write_documents(program.folder / "reports.jsonl", make_reports())
    program.run("add", "reports.jsonl", "--jobs", "1")
    return program


def find_claim(sayso: Program, begins: str) -> dict[str, Any]:
    return next(c for c in sayso.read("claims") if c["text"].startswith(begins))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_claims_are_listed_filtered_and_ordered(sayso: Program) -> None:
    everything = sayso.read("claims")
    assert len(everything) == 4
    assert [len(c["documents"]) for c in everything] == [3, 3, 2, 1]
    assert [c["text"] for c in sayso.read("claims", "--entity", "Aldo Ferrin")] == [everything[3]["text"]]
    assert [c["id"] for c in sayso.read("claims", "--order", "text", "--limit", "1")] == [everything[2]["id"]]
    shown = flat(sayso.run("claims", COLUMNS="300").stdout)
    assert "1 claim of one document with an identified origin is left out" in shown
    assert everything[3]["text"] not in shown
    assert "denied in 1 statement: at least 1 distinct identified origin, at most 1" in shown
    assert everything[3]["text"] in flat(sayso.run("claims", "--all", COLUMNS="300").stdout)
    assert "2 more claims beyond --limit" in sayso.run("claims", "--limit", "1").stdout
    assert "is no time" in sayso.run("claims", "--since", "soon", code=2).stderr
    assert "names anybody so" in sayso.run("claims", "--entity", "Nobody", code=2).stderr


def test_why_shows_everything_with_its_words(sayso: Program) -> None:
    claim = find_claim(sayso, "the ferry had")
    shown = flat(sayso.run("why", claim["id"][:8], COLUMNS="400").stdout)
    for words in (
        "said by Harbor Daily",
        "At least 1 distinct identified origin, at most 2 (1 anonymous)",
        '"Two port officials" anonymous: described, not identified',
        "by reuse: Harbor Daily (outlet): its words repeat those of Harbor Daily's document",
        "passes through a document marked corrected: Harbor Daily",
        "undetermined: ",
        "if the source were named, this could be settled",
        "Why these are one claim",
        "Resting on a document that its publisher corrected or retracted",
    ):
        assert words in shown, words
    by_statement = sayso.read("why", claim["statements"][0])
    (record,) = sayso.read("why", claim["id"])
    assert by_statement == [record]
    assert {**claim, **record} == record
    assert {s["id"] for s in record["said"]} == {*claim["statements"], *claim["denials"]} == set(record["hops"])
    assert all(h["mention"] for hops in record["hops"].values() for h in hops if h["kind"] != "outlet")
    assert "no such" in sayso.run("why", "zzz", code=2).stderr
    denied = flat(sayso.run("why", find_claim(sayso, "the second pump")["id"], COLUMNS="400").stdout)
    assert "Denied: at least 1 distinct identified origin, at most 1 └── Owen Tarn person" in denied


def test_on_whom_it_leans(sayso: Program) -> None:
    rows = {r["name"]: r for r in sayso.read("sources")}
    assert (len(rows["Owen Tarn"]["claims"]), len(rows["Owen Tarn"]["denials"]), rows["Owen Tarn"]["alone"]) == (
        1,
        1,
        [],
    )
    assert rows["Lena Orr"]["alone"] == [find_claim(sayso, "the second pump")["id"]]
    shown = sayso.run("sources", COLUMNS="200").stdout
    assert "1 outlet in its own voice without a credit" in shown
    assert "Upland Mail" not in shown


def test_who_is_spoken_of(sayso: Program) -> None:
    (voice,) = sayso.read("voices")
    words = "spoken of in 1 statement, quoted in none of the documents in this collection"
    assert (voice["name"], voice["words"]) == ("Aldo Ferrin", words)
    assert words in sayso.run("voices").stdout
    assert "until somebody finds Aldo Ferrin" in flat(sayso.run("voices", "ferrin", COLUMNS="300").stdout)
    (full,) = sayso.read("voices", "Aldo Ferrin")
    assert [s["text"].endswith("Aldo Ferrin") for s in full["said_of"]] == [True]
    assert "names anybody so" in sayso.run("voices", "Nobody", code=2).stderr


def test_who_repeats_whom(sayso: Program) -> None:
    reuses = sayso.read("reuse")
    first = next(r for r in reuses if r["document"]["url"] == PIER)
    assert (first["from"]["url"], first["direction"]) == (HARBOR, "known")
    assert set(first["passages"][0]) == {"start", "stop", "from_start", "from_stop", "score"}
    assert "it was published later" in sayso.run("reuse").stdout
    shown = flat(sayso.run("reuse", HARBOR, COLUMNS="300").stdout)
    assert "is repeated by Pier Post" in shown
    assert shown.count("Two port officials said") >= 2
    assert "It repeats no other document's words" in sayso.run("reuse", "https://upland.example/ferry").stdout


def test_stories(sayso: Program) -> None:
    stories = sayso.read("stories")
    assert {d["url"] for s in stories for d in s["documents"]} == {d.url for d in make_reports()}
    assert any({HARBOR, PIER} <= {d["url"] for d in s["documents"]} for s in stories)
    assert "Pier Post" in sayso.run("stories").stdout


def test_a_person_judges_otherwise(sayso: Program, tmp_path: Path) -> None:
    before = sayso.read("claims")
    claim = find_claim(sayso, "the ferry had")
    officials, tarn = sorted(claim["origins"], key=lambda o: o["name"] == "Owen Tarn")
    judged = sayso.run(
        "overrule",
        "same",
        claim["id"][:8],
        officials["id"][:8],
        "owen tarn",
        "--note",
        "he is one of them",
        "--by",
        "Ada",
    ).stdout
    assert "Judged: 1, same: " in judged
    assert "before  “the ferry had not been inspected" in judged
    assert "at most 2 (1 anonymous)" in judged.split("after")[0]
    assert "at most 1" in judged.split("after")[1]
    changed = find_claim(sayso, "the ferry had")
    assert (changed["at_least"], changed["at_most"]) == (1, 1)
    assert "(the machine: undetermined" in changed["relations"][0][3]

    sayso.run("overrule", "not-reuse", HARBOR, PIER)
    boats = find_claim(sayso, "Boats")
    assert boats["at_most"] == 2
    sayso.run("overrule", "chain", boats["statements"][0], "outlet > anonymous:two sailors")
    (record,) = sayso.read("why", boats["statements"][0])
    assert {h["name"] for hops in record["hops"].values() for h in hops} >= {"two sailors"}
    assert list(record["as_read"]) == [boats["statements"][0]]
    assert [o["ruling"] for o in record["overrules"]] == ["not-reuse", "chain"]
    assert "the reader had:" in sayso.run("why", boats["statements"][0]).stdout

    kept = sayso.read("claims")
    sayso.run("reread", "--all", "--jobs", "1")
    assert sayso.read("claims") == kept
    rows = sayso.read("overrules")
    assert [(r["number"], r["ruling"], r["by"], r["withdrawn"]) for r in rows] == [
        (1, "same", "Ada", None),
        (2, "not-reuse", "", None),
        (3, "chain", "", None),
    ]
    for number in ("1", "2", "3"):
        assert f"Withdrawn: {number}, " in sayso.run("overrule", "--withdraw", number).stdout
    assert sayso.read("claims") == before
    assert "withdrawn" in sayso.run("overrules").stdout.casefold()
    assert "it has been withdrawn already" in sayso.run("overrule", "--withdraw", "1", code=2).stderr
    assert tarn["kind"] == "person"
