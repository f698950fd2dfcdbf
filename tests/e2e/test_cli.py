import json
import subprocess
from pathlib import Path

import pytest

from tests.e2e.program import Program, make_environment, write_reports


@pytest.fixture
def sayso(tmp_path: Path) -> Program:
    return Program(tmp_path)


def test_from_reports_to_claims(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 3)
    (sayso.folder / "empty.txt").write_text("")
    added = sayso.run("add", "reports.jsonl", "empty.txt")
    assert "3 documents added, 1 set aside" in added.stdout
    assert (sayso.folder / "sayso.db").exists()

    documents = sayso.read("documents")
    assert [d["outlet"] for d in documents] == sorted(
        (d["outlet"] for d in documents), key=lambda o: [d["id"] for d in documents if d["outlet"] == o]
    )
    statements = sayso.read("statements")
    assert len(statements) == 12
    for s in statements:
        assert set(s) >= {
            "id",
            "document",
            "part",
            "start",
            "stop",
            "text",
            "spans",
            "certainty",
            "polarity",
            "modality",
            "continued",
            "cue",
            "chain",
        }
        assert s["chain"][0]["kind"] == "outlet"
        assert s["chain"][0]["mention"] is None
    assert sayso.read("statements") == statements
    claims = sayso.read("claims")
    pump = next(c for c in claims if c["text"].startswith("The second pump failed"))
    assert (pump["at_least"], pump["at_most"], len(pump["statements"])) == (1, 1, 3)
    assert pump["said_by"].endswith("→ Lena Orr")
    assert {i for c in claims for i in (*c["statements"], *c["denials"])} == {s["id"] for s in statements}
    assert [r["input"] for r in sayso.read("rejected")] == ["empty.txt"]
    info = sayso.read("info")[0]
    assert (info["documents"], info["statements"], info["rejected"], info["read_by"]) == (3, 12, 1, {"fake 1": 3})


def test_tables_say_what_json_says(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 2)
    sayso.run("add", "reports.jsonl", "none.txt")
    assert "Outlet 1" in sayso.run("documents").stdout
    shown = sayso.run("statements", "--outlet", "outlet 1").stdout
    assert "Outlet 1 → Lena Orr" in shown
    assert '"Two port officials"' in shown
    assert "denied" in shown
    assert "Outlet 0" not in shown
    shown = " ".join(sayso.run("claims", COLUMNS="400").stdout.split())
    assert "2 documents, 2 outlets; at least 1 distinct identified origin, at most 1 (1 anonymous)" in shown
    assert "are left out. Show with: sayso claims --all" in shown
    assert "none.txt" in sayso.run("rejected").stdout
    assert "version of sayso" in sayso.run("info").stdout


def test_show_marks_words_with_brackets(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    sayso.run("add", "reports.jsonl")
    shown = sayso.run("show", "https://outlet-0.example/ferry").stdout
    assert '"[2 The second pump failed within an hour,]" {Lena Orr} <said>.' in " ".join(shown.split())
    assert "2 attributed Outlet 0 → Lena Orr" in " ".join(shown.split())
    (record,) = sayso.read("show", sayso.read("documents")[0]["id"][:6])
    assert len(record["statements"]) == 4
    assert record["text"].startswith("The ferry lost power")


def test_set_withdraw_reread_and_remove(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 2)
    sayso.run("add", "reports.jsonl")
    url = "https://outlet-0.example/ferry"
    sayso.run("set", url, "--outlet", "Harbor Daily", "--published", "2031-04-01", "--status", "corrected")
    document = next(d for d in sayso.read("documents") if d["url"] == url)
    assert (document["outlet"], document["status"], document["outlet_from"]) == (
        "Harbor Daily",
        "corrected",
        "a person",
    )
    assert document["amended"] == {"outlet": "Harbor Daily", "published": "2031-04-01", "status": "corrected"}
    assert {s["chain"][0]["name"] for s in sayso.read("statements", "--document", url)} == {"Harbor Daily"}

    again = sayso.run("reread", SAYSO_TEST_READER="fake 2")
    assert "2 documents read again" in again.stdout
    assert {s["chain"][0]["name"] for s in sayso.read("statements", "--document", url)} == {"Harbor Daily"}

    sayso.run("set", url, "--withdraw", "outlet")
    assert next(d for d in sayso.read("documents") if d["url"] == url)["outlet"] == "Outlet 0"
    sayso.run("remove", url)
    assert [d["outlet"] for d in sayso.read("documents")] == ["Outlet 1"]
    sayso.run("relink")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["documents"], 1, "there is no collection here"),
        (["add", "none.txt"], 2, "Not one of the inputs"),
        (["add"], 2, "INPUTS"),
        (["add", "reports.jsonl", "--jobs", "-1"], 2, "--jobs"),
        (["add", "reports.jsonl", "--csv-columns", "x"], 2, "FIELD=COLUMN"),
        (["add", "reports.jsonl", "--collection", "reports.jsonl"], 1, "is not a collection"),
        (["add", "reports.jsonl", "--collection", "nowhere/case.db"], 1, "does not exist"),
        (["show", "abc", "--collection", "reports.jsonl"], 1, "is not a collection"),
        (["set", "abc", "--outlet", "x"], 1, "there is no collection here"),
        (["add", "reports.jsonl", "--csv-columns", "a=b"], 2, "there is no field a"),
        (["nonsense"], 2, "nonsense"),
        (["set", "abc"], 2, "Nothing to set"),
        (["why", "abc"], 1, "there is no collection here"),
        (["overrule"], 2, "Give a judgement, or --withdraw"),
        (["overrule", "odd", "a", "b"], 2, "odd"),
        (["claims", "--limit", "0"], 2, "--limit"),
    ],
)
def test_what_goes_wrong_is_said_in_words_and_by_code(
    sayso: Program, arguments: list[str], code: int, words: str
) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    assert words in " ".join(sayso.run(*arguments, code=code).stderr.split())


def test_names_that_are_not_there(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    sayso.run("add", "reports.jsonl")
    for command in (["show", "zzz"], ["remove", "zzz"], ["set", "zzz", "--outlet", "x"], ["statements", "-d", "zzz"]):
        assert "no such document" in sayso.run(*command, code=2).stderr


def test_strict_makes_rejections_fail(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    sayso.run("add", "reports.jsonl", "none.txt", "--strict", code=1)
    assert len(sayso.read("documents")) == 1


def test_settings(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    (sayso.folder / "sayso.toml").write_text('collection = "from-file.db"\n')
    sayso.run("add", "reports.jsonl")
    sayso.run("add", "reports.jsonl", SAYSO_COLLECTION="from-environment.db")
    sayso.run("add", "reports.jsonl", "--collection", "from-flag.db", SAYSO_COLLECTION="from-environment.db")
    assert sorted(p.name for p in sayso.folder.glob("*.db")) == ["from-environment.db", "from-file.db", "from-flag.db"]
    (sayso.folder / "sayso.toml").write_text("colection = 1\n")
    assert "The nearest is collection" in sayso.run("documents", code=2).stderr


def test_nothing_in_an_article_steers_the_terminal(sayso: Program) -> None:
    report = {
        "outlet": "Evil\x1b[31m Daily",
        "url": "https://evil.example/\x1b]0;x\x07",
        "headline": "Red \x9b31m alert at the harbour today",
    }
    report["text"] = (
        "The ferry \x1b[2Jlost both its pumps off Skerry Point\u202e. It drifted to the pier and nobody came to harm."
    )
    (sayso.folder / "evil.jsonl").write_text(json.dumps(report) + "\n")
    sayso.run("add", "evil.jsonl")
    document = sayso.read("documents")[0]["id"]
    for command in (
        ["documents"],
        ["statements"],
        ["claims", "--all"],
        ["why", sayso.read("claims")[0]["id"]],
        ["sources"],
        ["stories"],
        ["show", document],
        ["documents", "--json"],
        ["show", document, "--json"],
    ):
        shown = sayso.run(*command).stdout
        assert not {c for c in shown if (ord(c) < 0x20 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 or c == "\u202e"}


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_signs_that_an_encoding_lacks_end_nothing(sayso: Program, encoding: str) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    sayso.run("add", "reports.jsonl")
    sayso.run("set", "https://outlet-0.example/ferry", "--outlet", "Färjan 日報 🛳")
    for command in ("documents", "statements", "claims"):
        plain = sayso.run(command, PYTHONIOENCODING=encoding, COLUMNS="300").stdout
        assert "rjan" in plain
    lines = sayso.run("documents", "--json", PYTHONIOENCODING=encoding).stdout.splitlines()
    assert [json.loads(line)["outlet"] for line in lines] == ["Färjan 日報 🛳"]


@pytest.mark.parametrize("arguments", [["documents"], ["documents", "--json"], ["info", "--json"]])
def test_output_that_can_not_be_written(sayso: Program, arguments: list[str]) -> None:
    write_reports(sayso.folder / "reports.jsonl", 30)
    sayso.run("add", "reports.jsonl", "--jobs", "1")
    done = subprocess.run(
        ["bash", "-c", '"$@" > /dev/full', "bash", *sayso.command, *arguments],
        cwd=sayso.folder,
        env=make_environment(sayso.folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "where the output goes" in done.stderr


def test_every_column_stands_on_every_screen(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    sayso.run("add", "reports.jsonl", "none.txt")
    for width in ("24", "40", "60", "80"):
        shown = sayso.run("documents", COLUMNS=width).stdout
        assert all(begins in shown for begins in ("Do", "Pu", "Ou", "He"))
        assert "…" not in shown
    shown = sayso.run("documents", COLUMNS="80").stdout
    assert "Outlet 0" in shown
    assert "Ferry number 0 loses its" in shown


def test_the_folder_that_holds_the_collection_can_be_added(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    for _ in range(2):
        sayso.run("add", ".", "--strict")
        sayso.run("add", str(sayso.folder), "--strict")
    assert sayso.read("rejected") == []
    assert "There is nothing in them" in sayso.run("add", "sayso.db", code=2).stderr


LISTINGS = (
    "documents",
    "statements",
    "claims",
    "sources",
    "voices",
    "reuse",
    "stories",
    "overrules",
    "rejected",
)


def test_an_empty_collection_has_empty_listings(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 1)
    sayso.run("add", "reports.jsonl")
    sayso.run("remove", "https://outlet-0.example/ferry")
    assert [sayso.read(command) for command in LISTINGS] == [[] for _ in LISTINGS]
    assert all(sayso.run(command).stdout for command in LISTINGS)
    assert sayso.read("info")[0]["documents"] == 0


def test_standard_input(sayso: Program) -> None:
    write_reports(sayso.folder / "reports.jsonl", 2)
    sayso.run("add", "-", stdin=(sayso.folder / "reports.jsonl").read_text())
    assert len(sayso.read("documents")) == 2


def test_every_command_has_help_with_examples(sayso: Program) -> None:
    listing = sayso.run("--help").stdout
    for command in (
        "demo",
        "add",
        "documents",
        "statements",
        "claims",
        "why",
        "show",
        "sources",
        "voices",
        "reuse",
        "stories",
        "overrule",
        "overrules",
        "rejected",
        "set",
        "remove",
        "forget",
        "reread",
        "relink",
        "check",
        "backup",
        "info",
    ):
        assert command in listing
        assert f"sayso {command}" in sayso.run(command, "--help").stdout.split("Examples")[1]
    assert sayso.run("--version").stdout.startswith("sayso ")
