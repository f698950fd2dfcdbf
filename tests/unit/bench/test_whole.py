"""The short form of `bench.whole`: every tenth real article goes through unharmed."""

import pytest

from bench.whole import measure
from training.corpora import data_folder


def test_real_articles_go_through() -> None:
    folder = data_folder()
    if not (folder / "news_cluster").is_dir():
        pytest.skip("news_cluster is not here: set SAYSO_TEST_DATA to the folder of the public sets")
    figures = measure(folder, every=10)
    assert figures["faults"] == []
    assert figures["news_cluster"] == 16
    assert figures["statements"] > 20 * (figures["news_cluster"] + figures["worldwide"]) / 2
