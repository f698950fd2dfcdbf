import random

import pytest

from bench.planting import KINDS, Article, find_sentences, plant
from sayso.link.passages import find_passages
from sayso.link.prints import make_prints

GIVER = Article(
    outlet="Coast Wire",
    event="ferry",
    headline="Adrift",
    text="\n".join(
        f"The {first} {second} {third} before the {fourth} sank behind Skerry."
        for first, second, third, fourth in zip(
            "stokers passengers gulls trawlers widows bakers clerks pilots divers".split(),
            "bailed sang circled waited prayed slept counted whistled searched".split(),
            "patiently loudly greedily silently bitterly soundly twice sharply deeply".split(),
            "moon sun funnel mast smoke lantern anchor flag buoy".split(),
            strict=True,
        )
    ),
)
HOST = Article(
    outlet="Port Times", event="school", headline="Rain", text="Rain fell.\nNobody came.\nThe school stays shut."
)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_stands_where_it_is_said_to(kind: str) -> None:
    chance = random.Random(7)
    planted = [p for _ in range(20) if (p := plant(HOST, GIVER, kind, chance)) is not None]
    assert planted
    for one in planted:
        text = one.document.text
        rest = "".join(c for i, c in enumerate(text) if i not in one.places)
        assert " ".join(rest.split()) == " ".join(HOST.text.split())
        assert one.source_places <= frozenset(i for start, stop in find_sentences(GIVER) for i in range(start, stop))
        if kind == "verbatim":
            (passage,) = find_passages(make_prints(one.document, ()), make_prints(one.source, ()))
            assert (passage.span.start, passage.span.stop) == (min(one.places), max(one.places) + 1)


def test_nothing_is_planted_of_a_short_article() -> None:
    assert plant(GIVER, HOST, "verbatim", random.Random(7)) is None
