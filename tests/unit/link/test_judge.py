from pathlib import Path

import pytest

from sayso.errors import ReaderError
from sayso.link.context import Context
from sayso.link.judge import AROUND, FIRST, SECOND, Judge, make_pieces


def test_the_judge_that_ships_says_the_same_whichever_comes_first() -> None:
    judge = Judge()
    a = Context("Ferry sinks . The captain said", "the pump failed", "on Monday.")
    b = Context("Pump trouble .", "its pump gave up", ", said the owner.")
    found = judge.judge(a, b)
    assert found == judge.judge(b, a)
    assert 0 <= found.same <= 1
    assert 0 <= found.opposed <= 1
    assert found.same + found.opposed <= 1.0001


def test_equal_statements_are_likelier_one_than_others() -> None:
    judge = Judge()
    a = Context("", "the council was told of the crack in October", "")
    assert judge.judge(a, a).same > judge.judge(a, Context("", "the harbour master sold his boat", "")).same


def test_pieces_say_whose_words_they_are() -> None:
    tokenizer = Judge()._tokenizer
    pieces, kinds = make_pieces(tokenizer, Context("he said", "it failed", ""), Context("", "it broke", "again"))
    assert len(pieces) == len(kinds)
    assert [kinds.count(k) for k in (FIRST, SECOND)] == [2, 2]
    assert kinds[0] == kinds[-1] == AROUND


def test_a_missing_or_damaged_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="can't be loaded"):
        Judge(tmp_path)
    (tmp_path / "judge.json").write_text('{"version": "x"}', encoding="utf-8")
    (tmp_path / "judge.onnx").write_bytes(b"no model")
    with pytest.raises(ReaderError, match="Install sayso again"):
        Judge(tmp_path).judge(Context("", "a", ""), Context("", "b", ""))
