"""Ten kills at random moments, of each command that writes; `bench/kills.py` makes a hundred."""

import random
from pathlib import Path

import pytest

from tests.e2e.killing import COMMANDS, kill_once, make_course
from tests.e2e.program import Program


@pytest.mark.parametrize("command", COMMANDS)
def test_a_kill_does_no_harm(tmp_path: Path, command: str) -> None:
    program = Program(tmp_path)
    course = make_course(program, command)
    chance = random.Random(f"6 {command}")
    for at_command in (True, False):
        kill_once(program, course, chance, at_command=at_command)
