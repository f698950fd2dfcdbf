"""What a text says of its own correction or withdrawal."""

import pytest

from sayso.ingest.dateline import find_dateline
from sayso.ingest.status import find_status
from sayso.model import Status

BODY = "The barge struck the pier at noon.\n\nNobody was hurt.\n\nThe pier is closed."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (BODY, Status.LIVE),
        (f"Correction: The pier was the north one.\n\n{BODY}", Status.CORRECTED),
        (f"Correction, June 8: An earlier version of this article named another pier.\n\n{BODY}", Status.CORRECTED),
        (f"{BODY}\n\nCorrection (3 May 2031): The barge was the Petrel.", Status.CORRECTED),
        (f"This story has been retracted.\n\n{BODY}", Status.RETRACTED),
        (f"The paper ran a correction on Monday.\n\n{BODY}", Status.LIVE),
    ],
)
def test_status(text: str, status: Status) -> None:
    found, words = find_status("Barge strikes pier", text)
    assert found is status
    assert (words is None) == (status is Status.LIVE)


def test_a_correction_is_no_dateline() -> None:
    assert find_dateline(f"Correction, June 8: The pier was the north one.\n\n{BODY}") is None
