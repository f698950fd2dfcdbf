"""Kills runs at random moments: each time the collection must be whole, and going on must lead where it would have led.

    python -m bench.kills [--kills 100] [--seed 6]

`add`, `overrule`, `reread`, `relink` and `set` take turns, killed (SIGKILL) before a random command to the database or at a
random moment; with the tests' reader, so that the time goes into writing. Ends with 1 where one fails; the seed and the line
say how to see it again.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.e2e.killing import COMMANDS, kill_once, make_course
from tests.e2e.program import Program


def main() -> int:
    """Runs it; 1 where a kill did harm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=6)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder))
        courses = [make_course(program, command) for command in COMMANDS]
        for n in range(asked.kills):
            try:
                said = kill_once(program, courses[n % len(courses)], chance, at_command=n % 2 == 0)
            except AssertionError as error:
                failures += 1
                said = f"FAILED: {str(error)[:500]}"
            print(f"{n + 1:4} {said}", flush=True)
    print(f"{asked.kills} kills, {failures} did harm (seed {asked.seed}).")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
