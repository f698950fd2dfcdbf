import json
from pathlib import Path

import pytest

from bench.floors import BASELINE, Baseline, find_breaches, find_test_data, hash_data, lower_floor, raise_floors


@pytest.mark.parametrize(
    ("floors", "figures", "breaches"),
    [
        ({}, {"found": 0.5}, []),
        ({"found": 0.5}, {"found": 0.5}, []),
        ({"found": 0.5}, {"found": 0.495}, []),
        ({"found": 0.5}, {"found": 0.48}, ["found: 0.480 is below its floor 0.500"]),
        ({"found": 0.5}, {"chain": 0.5}, ["found: has a floor and isn't measured any more"]),
    ],
)
def test_breaches(floors: dict[str, float], figures: dict[str, float], breaches: list[str]) -> None:
    assert find_breaches(floors, figures) == breaches


def test_floors_are_only_ever_raised() -> None:
    assert raise_floors({"a": 0.5, "b": 0.5}, {"a": 0.6, "b": 0.4, "c": 0.1}) == {"a": 0.6, "b": 0.5, "c": 0.1}


def test_a_lowering_is_written_down(tmp_path: Path) -> None:
    baseline = Baseline(data={}, floors={"cases": {"found": 0.5}}, lowered=[])
    lower_floor(baseline, "cases", "found", {"found": 0.4}, "a stricter reading of questions")
    baseline.write(tmp_path / "b.json")
    assert json.loads((tmp_path / "b.json").read_text())["lowered"][0]["reason"] == "a stricter reading of questions"
    assert Baseline.read(tmp_path / "b.json") == baseline
    with pytest.raises(SystemExit, match="nothing to lower"):
        lower_floor(baseline, "cases", "found", {"found": 0.4}, "again")


def test_data_is_told_by_names_and_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("1")
    assert hash_data([tmp_path / "a"]) != hash_data([tmp_path / "b"])
    assert find_test_data({"SAYSO_TEST_DATA": str(tmp_path)}) == tmp_path


def test_the_committed_baseline_can_be_read() -> None:
    assert all(0 <= floor <= 1 for floors in Baseline.read(BASELINE).floors.values() for floor in floors.values())
