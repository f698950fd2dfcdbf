from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from bench.coreference import find_best_sum, measure_b_cubed, measure_ceaf, measure_muc, measure_names, measure_ranking
from bench.events import choose_topics, read_mentions
from bench.stems import find_head, make_stem

# Worked by hand, as F1:
# 1. Events of 5, 2 and 5 mentions, the last two put together. MUC: precision 9 of 10 links, recall 9 of 9.
#    B-cubed: precision (5·1 + 2·2/7 + 5·5/7) / 12, recall 1. CEAF-e: 1 and 10/12: precision 11/12, recall 11/18.
# 2. An event of 4 cut in half. MUC: precision 1, recall 2 of 3. B-cubed: precision 1, recall 1/2.
#    CEAF-e: one pair, 4/6: precision 1/3, recall 2/3.
# 3. Events of 2 and 1, every mention alone. MUC: no link. B-cubed: precision 1, recall (1/2 + 1/2 + 1) / 3.
#    CEAF-e: 2/3 and 1: precision 5/9, recall 5/6.
CASES = [
    ("111112222222", "111112233333", 2 * 0.9 / 1.9, 2 * (5 + 29 / 7) / 12 / (1 + (5 + 29 / 7) / 12), 11 / 15),
    ("1122", "1111", 0.8, 2 / 3, 4 / 9),
    ("123", "112", 0.0, 0.8, 2 / 3),
    ("112", "112", 1.0, 1.0, 1.0),
]


@pytest.mark.parametrize("said, true, muc, b_cubed, ceaf", CASES)
def test_measures_are_what_they_come_to_by_hand(said: str, true: str, muc: float, b_cubed: float, ceaf: float) -> None:
    assert measure_muc(said, true) == pytest.approx(muc)
    assert measure_b_cubed(said, true) == pytest.approx(b_cubed)
    assert measure_ceaf(said, true) == pytest.approx(ceaf)
    assert measure_muc(true, said) == pytest.approx(muc)
    assert measure_ceaf(true, said) == pytest.approx(ceaf)
    assert measure_names(said, true)[""] == pytest.approx((muc + b_cubed + ceaf) / 3)


@pytest.mark.parametrize("shape", [(1, 1), (3, 3), (2, 5), (6, 4)])
def test_best_sum_is_that_of_all_pairings(shape: tuple[int, int]) -> None:
    values = np.random.default_rng(7).integers(0, 9, shape) / 8
    tall = values if shape[0] >= shape[1] else values.T
    sums = [sum(tall[r, c] for c, r in enumerate(rows)) for rows in permutations(range(len(tall)), tall.shape[1])]
    assert find_best_sum(values) == pytest.approx(max(sums))


def test_what_is_ranked_alike_stands_at_one_place() -> None:
    right = np.array([1.0, 0.0, 1.0, 0.0])
    assert measure_ranking(np.array([4.0, 3.0, 2.0, 1.0]), right) == pytest.approx((1 + 2 / 3) / 2)
    assert measure_ranking(np.array([1.0, 1.0, 1.0, 0.0]), right) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    "words",
    ["accused accuse accusing accuses", "stopped stop stopping", "killed kill kills", "said say says", "died dying", "took taking take",
     "fled fleeing", "shot shooting",
     "carried carry carries", "crash crashes crashed"],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({make_stem(w) for w in words.split()}) == 1


@pytest.mark.parametrize(
    "words, head",
    [("was sentenced to", "sentenced"), ("plane crash", "crash"), ("checked into rehab", "checked"), ("it", "it")],
)
def test_head_of_a_mention(words: str, head: str) -> None:
    assert find_head(words.split()) == head


FILE = """<Document doc_name="9_1ecb.xml">
<token t_id="1" sentence="0">Gulls</token><token t_id="2" sentence="0">circled</token><token t_id="3" sentence="0">.</token>
<token t_id="4" sentence="1">The</token><token t_id="5" sentence="1">ferry</token><token t_id="6" sentence="1">had</token>
<token t_id="7" sentence="1">sunk</token><token t_id="8" sentence="1">off</token><token t_id="9" sentence="1">Skerry</token>
<token t_id="10" sentence="1">.</token><token t_id="11" sentence="2">Boats</token><token t_id="12" sentence="2">came</token>
<Markables>
<ACTION_STATE m_id="1"><token_anchor t_id="2"/></ACTION_STATE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="7"/></ACTION_OCCURRENCE>
<NEG_ACTION_OCCURRENCE m_id="3"><token_anchor t_id="12"/></NEG_ACTION_OCCURRENCE>
<LOC_GEO m_id="4"><token_anchor t_id="9"/></LOC_GEO>
<ACTION_OCCURRENCE m_id="5" instance_id="ACT1"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="2"/><target m_id="5"/></CROSS_DOC_COREF></Relations>
</Document>"""


def test_actions_of_chosen_sentences_are_read_with_the_words_around_them(tmp_path: Path) -> None:
    path = tmp_path / "9" / "9_1ecb.xml"
    path.parent.mkdir()
    path.write_text(FILE, encoding="utf-8")
    sunk, came = read_mentions(path, frozenset({(path.name, 1), (path.name, 2)}), around=2)
    assert (sunk.context.before, sunk.context.words, sunk.context.after) == (
        "Gulls circled. The", "ferry had sunk off Skerry.", "Boats came",
    )  # fmt: skip
    assert (sunk.lemma, sunk.event, sunk.subtopic) == ("sink", "9 ACT1", "9")
    assert came.event != sunk.event


def test_the_split_is_by_name_alone(tmp_path: Path) -> None:
    for name in "12345":
        (tmp_path / name).mkdir()
    assert [p.name for p in choose_topics(tmp_path, 2)] == [p.name for p in choose_topics(tmp_path, 4)][:2]
