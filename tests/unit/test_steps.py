import dataclasses
import itertools

import pytest

from sayso.link.meeting import make_profile, meet
from sayso.model import Document, Status
from sayso.moments import to_moment
from sayso.steps import STEPS, make_links
from sayso.versions import find_latest, prefer_record
from tests.factories import FakeReader, load_fake_judge, make_document

PAGE = "https://a.example/page"


def version(text: str, published: str | None, status: Status = Status.LIVE) -> Document:
    return make_document(text=text, published=published, url=PAGE, status=status)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (version("old", "2031-03-01"), version("new", "2031-03-02")),
        (version("old", None), version("new", "2031-03-02")),
        (version("old", "2031-03-01T23:00:00Z"), version("new", "2031-03-01T22:30:00-03:00")),
        (version("old", "2031-03"), version("new", "2031-03-01T08:00:00Z")),
        (version("old", "2031-03-01"), version("new", "2031-03-01", Status.CORRECTED)),
    ],
)
def test_the_latest_version_of_a_page(a: Document, b: Document) -> None:
    for order in itertools.permutations([a, b]):
        assert find_latest(order) == {a.id: b.id, b.id: b.id}


def test_versions_of_one_time_have_a_latest_all_the_same() -> None:
    versions = [version(text, "2031-03-01") for text in ("one", "two", "three")]
    latest = {frozenset(find_latest(order).items()) for order in itertools.permutations(versions)}
    assert len(latest) == 1


def test_documents_without_an_address_are_no_versions_of_one_another() -> None:
    documents = [make_document(text=text, url=None) for text in ("one", "two")]
    assert find_latest(documents) == {d.id: d.id for d in documents}


@pytest.mark.parametrize("published", [None, "", "soon", "2031-13-01"])
def test_an_unknown_time_is_before_all_others(published: str | None) -> None:
    assert to_moment(published) < to_moment("0001-01-02")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"status": Status.CORRECTED}, {}),
        ({"status": Status.RETRACTED}, {"status": Status.CORRECTED, "byline": "By Kit Moss"}),
        ({"byline": "By Kit Moss"}, {}),
    ],
)
def test_of_two_records_of_one_document_the_better_is_kept(better: dict[str, object], worse: dict[str, object]) -> None:
    a, b = (dataclasses.replace(make_document(), **changes) for changes in (better, worse))  # type: ignore[arg-type]
    assert prefer_record(a, b) is a
    assert prefer_record(b, a) is a


def test_the_same_record_from_elsewhere_changes_nothing() -> None:
    held = make_document()
    assert prefer_record(held, dataclasses.replace(held, input="another/path")) is held


def test_links_are_made_of_documents_in_any_order() -> None:
    documents = [make_document(url=f"https://a.example/{n}", outlet=f"Outlet {n}") for n in range(3)]
    readings = {d.id: FakeReader().read(d) for d in documents}
    profiles = [make_profile(d, readings[d.id]) for d in documents]
    meetings = [meet(a, b, load_fake_judge()) for a, b in itertools.combinations_with_replacement(profiles, 2)]
    links = make_links({d.id: d for d in documents}, readings, meetings)
    backwards = [meet(b, a, load_fake_judge()) for a, b in itertools.combinations_with_replacement(profiles, 2)]
    assert make_links({d.id: d for d in reversed(documents)}, readings, reversed(backwards)) == links
    joined = next(c for c in links.claims if c.text.startswith("The second pump failed"))
    assert (len(joined.statements), joined.weight.at_least, joined.weight.at_most) == (3, 1, 1)
    assert sum(len(c.statements) + len(c.denials) for c in links.claims) == sum(
        len(r.statements) for r in readings.values()
    )


def test_steps_are_listed_in_order() -> None:
    assert [s.name for s in STEPS] == ["ingest", "read", "meet", "link", "weigh"]
