"""Polarity and modality by class of trap; all sentences our own."""

import pytest

from sayso.model import Modality, Polarity
from sayso.read.certainty import Words, judge_modality, judge_polarity

DENIALS = [
    # cue, words around it, what the scan thinks, denied?
    ("denied", "The board denied", 0.6, True),
    ("has since rejected", "The board has since rejected", 0.5, True),
    ("poured cold water on", "The coach poured cold water on", 0.5, True),
    ("called", "The mayor called the tale", 0.95, True),
    ("termed as baseless", "The office termed as baseless", 0.5, True),
    ("did not deny", "The board did not deny", 0.9, False),
    ("denied", "The board neither confirmed nor denied", 0.9, False),
    ("refused to deny", "She refused to deny", 0.9, False),
    ("could not be denied", "It could not be denied", 0.9, False),
    ("said", "The board said", 0.5, False),
    ("said", "The board said", 0.1, False),
    ("denied", "The board denied", 0.1, False),  # the scan sees that the word belongs to another credit
]


@pytest.mark.parametrize(("cue", "around", "scan", "denied"), DENIALS)
def test_polarity(cue: str, around: str, scan: float, denied: bool) -> None:
    polarity, reason = judge_polarity(Words(content="the gate was sold", cue=cue, around=around), scan=scan)
    assert (polarity is Polarity.DENIED) == denied
    assert not denied or reason


HEDGES = [
    ("The gate may have been sold", 0.3, True),
    ("The gate was reportedly sold", 0.3, True),
    ("Two barges are feared lost", 0.3, True),
    ("The cargo is believed to be worth four million", 0.3, True),
    ("The captain appeared to nod", 0.3, True),
    ("The gate could not be moved", 0.05, False),
    ("They could not reach the gate", 0.3, False),
    ("The lock opens in May", 0.3, False),
    ("The gate was sold", 0.3, False),
    ("The gate was sold", 0.9, True),
    ("The gate is due to reopen", 0.3, False),
    ("The gate is due to reopen", 0.7, True),
]


@pytest.mark.parametrize(("content", "scan", "hedged"), HEDGES)
def test_modality(content: str, scan: float, hedged: bool) -> None:
    modality, reason = judge_modality(Words(content=content, cue="said", around=""), scan=scan)
    assert (modality is Modality.HEDGED) == hedged
    assert not hedged or reason
