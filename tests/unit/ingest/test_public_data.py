"""The public sets, where they are: nothing crashes, nothing English is lost."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.ingest import IngestOptions
from sayso.ingest.language import find_language
from sayso.model import Ingested, Rejected

DATA = Path(os.environ.get("SAYSO_TEST_DATA", Path(__file__).parents[4] / "shared" / "data"))
Read = Callable[..., list[Ingested | Rejected]]


def find_set(name: str) -> Path:
    folder = DATA / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not here: set SAYSO_TEST_DATA to the folder of the public sets")
    return folder


def test_news_articles_are_all_read(read: Read) -> None:
    items = read(find_set("news_cluster"))
    assert [i for i in items if isinstance(i, Rejected)] == []
    for item in items:
        assert isinstance(item, Ingested)
        given = json.loads(item.raw)
        document = item.document
        assert (document.text, document.headline, document.url) == (given["text"], given["title"], given["url"])
        assert document.published == given["date_publish"]
        assert all(document.words(mark.span).strip() for mark in document.furniture)
        assert all(document.words(credit.span) == credit.name for credit in document.credits)


@pytest.mark.parametrize("name", ["warc", "feeds"])
def test_broken_files_end_no_run(read: Read, name: str) -> None:
    items = read(find_set(name), options=IngestOptions(follow_feeds=False))
    assert any(isinstance(i, Ingested) for i in items)
    assert all(i.reason and i.step for i in items if isinstance(i, Rejected))


def test_english_of_many_regions_is_english() -> None:
    for path in sorted(find_set("worldwide").glob("*.tsv")):
        words = (line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines())
        assert find_language(" ".join(words)) == "en", path.name
