"""Sets written for the judge of pairs: one matter each, its claims in many wordings beside claims that are nearly those.

The text files in `training/sets/`. Sets are parted by a line `---`; in each, `# note` begins a claim, `= line` asserts
it and `- line` denies it. A line is what stands around a statement in its report; « » are around the statement.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.link.context import Context
from training.gatherings import is_one_in_eight
from training.pairs import NONE, OPPOSED, SAME, Pair

SETS = Path(__file__).parent / "sets"
LIKENESS = 0.6
"""What stands for how alike the lines of a set are: they were written to be compared."""

_LINE = re.compile(r"([=-]) ([^«»]*)«([^«»]+)»([^«»]*)")

Line = tuple[int, bool, Context]
"""The number of the claim in its set, whether it is denied, and the words."""


def read_sets(text: str) -> Iterator[list[Line]]:
    """The lines of each set. Raises ValueError for a line that is none."""
    for block in re.split(r"^---\s*$", text, flags=re.MULTILINE):
        lines: list[Line] = []
        claim = -1
        for row in block.strip().splitlines():
            if row.startswith("# "):
                claim += 1
                continue
            found = _LINE.fullmatch(row.strip())
            if found is None or claim < 0:
                raise ValueError(f"this is no line of a set: {row!r}")
            mark, before, words, after = found.groups()
            lines.append((claim, mark == "-", Context(before.strip(), words.strip(), after.strip())))
        if lines:
            yield lines


def load_sets(folder: Path = SETS) -> list[list[Line]]:
    """All of them, file by file."""
    return [lines for path in sorted(folder.glob("*.txt")) for lines in read_sets(path.read_text(encoding="utf-8"))]


def is_aside(lines: list[Line]) -> bool:
    """One set in eight is never trained on."""
    return is_one_in_eight(lines[0][2].words)


def find_pairs(lines: list[Line]) -> Iterator[Pair]:
    """All pairs of one set."""
    for n, (claim, denied, a) in enumerate(lines):
        for other, rejected, b in lines[:n]:
            label = NONE if claim != other else SAME if denied == rejected else OPPOSED
            yield Pair(a, b, label, LIKENESS)
