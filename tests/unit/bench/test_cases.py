"""The written cases hold together: spans stand in their documents, intervals follow from origins and relations."""

import subprocess
import sys
from pathlib import Path

CASES = Path(__file__).parents[3] / "cases"


def test_cases_hold_together() -> None:
    files = sorted(map(str, CASES.glob("*.json")))
    done = subprocess.run(
        [sys.executable, str(CASES / "check.py"), *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert f"{len(files)} cases, 0 problems" in done.stdout
