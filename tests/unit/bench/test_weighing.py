"""The rules alone, over the statements, chains and claims of our own cases."""

from pathlib import Path

from bench.weighing import measure_weighing

CASES = sorted((Path(__file__).parents[3] / "cases").glob("*.json"))


def test_the_rules_count_as_the_answers_do() -> None:
    tally = measure_weighing(CASES, told=True)
    assert tally.claims > 80
    assert min(tally.figures().values()) >= 0.97, tally.misses


def test_what_affiliations_are_worth() -> None:
    told, read = (measure_weighing(CASES, told=t).figures()["interval"] for t in (True, False))
    assert read < told
