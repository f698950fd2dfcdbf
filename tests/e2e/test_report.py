"""`sayso report` from reports to the page."""

from pathlib import Path

import pytest

from tests.e2e.program import Program, write_reports


@pytest.fixture
def sayso(tmp_path: Path) -> Program:
    made = Program(tmp_path)
    write_reports(tmp_path / "reports.jsonl", 3)
    made.run("add", "reports.jsonl")
    return made


def test_from_reports_to_a_page(sayso: Program) -> None:
    said = sayso.run("report", "-o", "page.html", "--title", "The <ferry>").stdout
    page = (sayso.folder / "page.html").read_text(encoding="utf-8")
    assert said.startswith("page.html: ")
    assert "and 3 texts." in said
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.endswith("</html>\n")
    assert "<title>The &lt;ferry&gt;</title>" in page
    for statement in sayso.read("statements"):
        assert f'id="s-{statement["id"]}"' in page
    for claim in sayso.read("claims"):
        if len(claim["documents"]) > 1:
            assert f'id="c-{claim["id"]}"' in page
    assert "Outlet 0 → Lena Orr" in page
    assert not list(sayso.folder.glob(".*.part"))


def test_twice_gives_the_same_and_standard_output_too(sayso: Program) -> None:
    sayso.run("report", "-o", "one.html")
    sayso.run("report", "-o", "two.html", PYTHONHASHSEED="7")
    one = (sayso.folder / "one.html").read_text(encoding="utf-8")
    assert one == (sayso.folder / "two.html").read_text(encoding="utf-8")
    assert sayso.run("report", "-o", "-", PYTHONUTF8="1").stdout == one


def test_a_file_is_only_written_over_when_told(sayso: Program) -> None:
    page = sayso.folder / "page.html"
    page.write_text("mine")
    assert "--force" in sayso.run("report", "-o", "page.html", code=2).stderr
    assert page.read_text() == "mine"
    sayso.run("report", "-o", "page.html", "--force")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["report"], 2, "--output"),
        (["report", "-o", "."], 2, "this is a folder"),
        (["report", "-o", "none/page.html"], 2, "there is no folder none"),
        (["report", "-o", "/dev/null", "--force"], 2, "no ordinary file"),
        (["report", "-o", "page.html", "--collection", "none.db"], 1, "there is no collection here"),
    ],
)
def test_what_goes_wrong_is_said(sayso: Program, arguments: list[str], code: int, words: str) -> None:
    assert words in sayso.run(*arguments, code=code).stderr
    assert not (sayso.folder / "page.html").exists()


def test_a_collection_without_documents(sayso: Program) -> None:
    ids = [d["id"] for d in sayso.read("documents")]
    sayso.run("remove", *ids, "--yes")
    assert "no documents to report on" in sayso.run("report", "-o", "page.html", code=2).stderr


def test_limits(sayso: Program) -> None:
    sayso.run("report", "-o", "page.html", "--texts", "1", "--claims", "0")
    page = (sayso.folder / "page.html").read_text(encoding="utf-8")
    assert page.count("<article ") == 1
    assert "2 documents are not shown here" in page
