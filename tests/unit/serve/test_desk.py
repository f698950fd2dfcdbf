"""The desk: what is read, what may be written, and when a page is out of date."""

from pathlib import Path

import pytest

from sayso.errors import CollectionError, NotAllowed, OutOfDate
from sayso.model import Rejected
from sayso.serve.desk import Desk
from sayso.store import Store


def make_desk(folder: Path, *, read_only: bool = False) -> Desk:
    path = folder / "case.db"
    with Store(path):
        pass
    return Desk(path, read_only=read_only)


def set_aside(store: Store, name: str) -> None:
    store.reject(Rejected(input=name, step="fetch", reason="gone"))


def test_each_change_makes_another_stamp_and_reading_none(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    before = desk.stamp()
    with desk.read() as linked:
        assert linked.claims == []
    assert desk.stamp() == before
    with desk.write(seen=before) as store:
        set_aside(store, "a")
    middle = desk.stamp()
    with desk.write() as store:
        set_aside(store, "b")
    assert len({before, middle, desk.stamp()}) == 3


def test_a_change_made_elsewhere_counts_too(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    before = desk.stamp()
    with Store(desk.collection) as store:
        set_aside(store, "a")
    with pytest.raises(OutOfDate), desk.write(seen=before):
        pass


def test_what_writes_nothing_leaves_the_stamp(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    before = desk.stamp()
    with desk.write() as store:
        store.forget_rejections("not there")
    assert desk.stamp() == before


def test_read_only_and_missing(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed), make_desk(tmp_path, read_only=True).write():
        pass
    with pytest.raises(CollectionError), Desk(tmp_path / "none.db").read():
        pass


def test_what_is_kept_is_made_once_for_each_state(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    with desk.read() as linked:
        assert [desk.keep("n", linked, make), desk.keep("n", linked, make), desk.keep("m", linked, make)] == [0, 0, 1]
    with desk.write() as store:
        set_aside(store, "a")
    with desk.read() as linked:
        assert desk.keep("n", linked, make) == 2


def test_what_is_read_is_of_one_state(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    with desk.read() as linked:
        before = linked.store.stamp()
        with desk.write() as store:
            set_aside(store, "a")
        assert linked.store.rejected() == []
        assert linked.store.stamp() == before
    with desk.read() as linked:
        assert len(linked.store.rejected()) == 1
