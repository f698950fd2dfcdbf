"""Whatever the order, the batches and the repetitions in which documents are added, the collection is the same."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.config import Config
from sayso.model import Document, Ingested, Rejected, Status
from sayso.pipeline import relink
from sayso.pipeline.adding import handle_items
from sayso.store import Store, dump_collection
from tests.factories import load_fake_judge, load_fake_reader, make_document, make_ingested

SENTENCES = (
    "The ferry lost both its pumps off Skerry Point",
    "The ferry had lost both its pumps off Skerry Point",
    "Lena Orr said the ferry lost both its pumps off Skerry Point",
    "Two officials said the ferry lost both its pumps off Skerry Point",
    "Owen Tarn denied the ferry lost both its pumps off Skerry Point",
    "He went home at once",
)

documents = st.builds(
    make_document,
    text=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(lambda s: ". ".join(s) + "."),
    outlet=st.sampled_from(["Harbor Daily", "Port Times", None]),
    url=st.sampled_from(["https://a.example/1", "https://a.example/2", None]),
    published=st.sampled_from(["2031-03-01", "2031-03-02T08:00:00Z", None]),
    status=st.sampled_from(Status),
)


def dump(batches: list[list[Document]]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "case.db") as store:
        for batch in batches:
            items: list[Ingested | Rejected] = [make_ingested(d) for d in batch]
            for _ in handle_items(store, items, config=Config(jobs=1), load=load_fake_reader):
                pass
            relink(store, load=load_fake_judge)
        return list(dump_collection(store))


@settings(max_examples=25, deadline=None)
@given(st.data(), st.lists(documents, min_size=1, max_size=5))
def test_order_and_batches_leave_no_trace(data: st.DataObject, added: list[Document]) -> None:
    shuffled = data.draw(st.permutations([*added, data.draw(st.sampled_from(added))]))
    cut = data.draw(st.integers(min_value=0, max_value=len(shuffled)))
    assert dump([shuffled[:cut], shuffled[cut:]]) == dump([added])


@settings(max_examples=25, deadline=None)
@given(st.lists(documents, min_size=1, max_size=5))
def test_intervals_are_in_order_and_every_statement_is_in_one_claim(added: list[Document]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "case.db") as store:
        for _ in handle_items(store, [make_ingested(d) for d in added], config=Config(jobs=1), load=load_fake_reader):
            pass
        relink(store, load=load_fake_judge)
        claims = store.claims()
        claimed = [i for c in claims for i in (*c.statements, *c.denials)]
        assert len(claimed) == len(set(claimed))
        for claim in claims:
            for weight, statements in ((claim.weight, claim.statements), (claim.denied, claim.denials)):
                leading = sorted(set(statements) - set(claim.loops))
                assert (weight.at_least >= 1) == bool(leading)
                assert weight.at_least <= weight.at_most == len(weight.origins)
                assert sorted(i for o in weight.origins for i in o.statements) == leading


@settings(max_examples=15, deadline=None)
@given(st.lists(documents, min_size=1, max_size=4, unique_by=lambda d: d.id), documents)
def test_a_removed_document_leaves_no_trace(kept: list[Document], gone: Document) -> None:
    kept = [d for d in kept if d.id != gone.id]
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "case.db") as store:
        for _ in handle_items(
            store, [make_ingested(d) for d in [gone, *kept]], config=Config(jobs=1), load=load_fake_reader
        ):
            pass
        relink(store, load=load_fake_judge)
        store.remove(gone.id)
        relink(store, load=load_fake_judge)
        assert list(dump_collection(store)) == dump([kept])
