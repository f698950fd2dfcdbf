from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import NotFound, UsageError
from sayso.model import Claim, Reading, Ruling, Statement
from sayso.pipeline import linking
from sayso.pipeline.overruling import overrule, withdraw
from sayso.store import Store, dump_collection
from tests.factories import load_fake_judge
from tests.ferry import fill_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    with Store(tmp_path / "ferry.db") as opened:
        fill_store(opened)
        yield opened


def find_claim(store: Store, begins: str) -> Claim:
    return next(c for c in store.claims() if c.text.startswith(begins))


def find_statement(store: Store, outlet: str, begins: str) -> Statement:
    document = next(d for d in store.documents() if d.outlet == outlet)
    return next(s for s in store.statements(document.id) if s.text.startswith(begins))


def count(claim: Claim) -> tuple[int, int]:
    return claim.weight.at_least, claim.weight.at_most


INSPECTED, PUMP = "the ferry had", "the second pump"


def make_judgement(store: Store, ruling: Ruling) -> list[str]:
    """What a judgement of each kind would name here."""
    claim = find_claim(store, INSPECTED)
    match ruling:
        case Ruling.SAME | Ruling.DIFFERENT:
            return [claim.id, *(o.id for o in claim.weight.origins)]
        case Ruling.BELONGS:
            return [find_statement(store, "Upland Mail", "the harbour").id, claim.id]
        case Ruling.APART:
            return [find_statement(store, "Strait Echo", INSPECTED).id, claim.id]
        case Ruling.CHAIN:
            return [
                find_statement(store, "Harbor Daily", "Boats").id,
                "outlet > publication:Coast Wire > person:Mira Voss",
            ]
        case Ruling.NOT_REUSE:
            return ["https://harbor.example/ferry", "https://pier.example/ferry"]
        case Ruling.MERGE:
            return ["Owen Tarn", "Mira Voss"]
        case Ruling.SPLIT:
            return ["Lena Orr", "https://pier.example/ferry"]


@pytest.mark.parametrize("ruling", list(Ruling))
def test_a_judgement_changes_the_count_and_can_be_taken_back(store: Store, ruling: Ruling) -> None:
    before = list(dump_collection(store))
    (made,) = overrule(store, ruling, make_judgement(store, ruling), note="seen", by="Ada")
    assert (made.number, made.ruling, made.note, made.by, made.withdrawn) == (1, ruling, "seen", "Ada", None)
    assert list(dump_collection(store)) != before
    assert withdraw(store, 1).withdrawn
    assert [line for line in dump_collection(store) if '"kind": "overrule"' not in line] == before
    assert [o.number for o in store.overrules()] == [1]


def test_what_follows_of_each_kind(store: Store) -> None:
    assert count(find_claim(store, INSPECTED)) == (1, 2)
    overrule(store, Ruling.DIFFERENT, make_judgement(store, Ruling.DIFFERENT))
    assert count(find_claim(store, INSPECTED)) == (2, 2)
    withdraw(store, 1)
    overrule(store, Ruling.SAME, make_judgement(store, Ruling.SAME), note="Tarn is one of them")
    claim = find_claim(store, INSPECTED)
    assert count(claim) == (1, 1)
    assert "Tarn is one of them (the machine: undetermined" in claim.weight.relations[0].reason
    withdraw(store, 2)
    overrule(store, Ruling.APART, make_judgement(store, Ruling.APART))
    assert sorted(len(c.statements) for c in store.claims() if c.text.startswith(INSPECTED)) == [1, 2]
    statement, boats = find_statement(store, "Upland Mail", "the harbour"), find_claim(store, "Boats")
    overrule(store, Ruling.BELONGS, [statement.id, boats.id])
    joined = store.find_claim(statement.id)
    assert {statement.id, *boats.statements} == set(joined.statements)
    assert {o.name for o in joined.weight.origins} == {"Mira Voss", "Harbor Daily"}


def test_a_chain_that_a_person_gave(store: Store) -> None:
    overrule(store, Ruling.CHAIN, make_judgement(store, Ruling.CHAIN))
    claim = find_claim(store, "Boats")
    assert [o.name for o in claim.weight.origins] == ["Mira Voss"]
    read = find_statement(store, "Harbor Daily", "Boats")
    assert [k.name for k in read.chain] == ["Harbor Daily"], "the reader's own chain is kept"
    overrule(store, Ruling.CHAIN, [read.id, "outlet > anonymous:two sailors"])
    assert [o.name for o in find_claim(store, "Boats").weight.origins] == ["two sailors"], "the latest judgement holds"


def test_one_passage_only(store: Store) -> None:
    boats, inspected = find_claim(store, "Boats"), find_claim(store, INSPECTED)
    overrule(store, Ruling.NOT_REUSE, make_judgement(store, Ruling.NOT_REUSE), words="towed  THE ferry")
    assert count(boats) == (1, 1)
    assert count(find_claim(store, "Boats")) == (1, 2)
    assert count(find_claim(store, INSPECTED))[1] >= count(inspected)[1]


def test_two_names_that_a_person_judged_to_be_one(store: Store) -> None:
    overrule(store, Ruling.MERGE, ["Owen Tarn", "Mira Voss"], note="she writes as he")
    ids = {i for name in ("Owen Tarn", "Mira Voss") for i in store.catalogue.find_named(name)}
    (entity,) = store.catalogue.entities(ids).values()
    assert set(entity.names) >= {"Owen Tarn", "Mira Voss"}
    assert len(entity.documents) == 2
    (link,) = store.catalogue.entity_links(entity)
    assert link.reason == "a person judged that they are one: she writes as he"
    assert {e.words for e in link.evidence} == {"Owen Tarn", "Mira Voss"}
    with pytest.raises(UsageError, match="are one already"):
        overrule(store, Ruling.MERGE, ["Owen Tarn", "Mira Voss"])
    withdraw(store, 1)
    assert store.catalogue.find_named("Owen Tarn") != store.catalogue.find_named("Mira Voss")


def test_whom_a_person_merged_is_not_split_from_others_in_their_stead(store: Store) -> None:
    (made,) = overrule(store, Ruling.MERGE, ["Lena Orr", "Owen Tarn"])
    with pytest.raises(UsageError, match=r"says that they are one\. Take it back first"):
        overrule(store, Ruling.SPLIT, ["Lena Orr", made.subjects[0].document])
    (other,) = {store.find_document(f"https://{x}.example/ferry").id for x in ("harbor", "pier")} - {
        made.subjects[0].document
    }
    overrule(store, Ruling.SPLIT, ["Lena Orr", other])
    parted = store.catalogue.entities([i for n in ("Lena Orr", "Owen Tarn") for i in store.catalogue.find_named(n)])
    assert sorted(len(e.documents) for e in parted.values()) == [1, 2]
    assert any(e.documents == (other,) for e in parted.values())


def test_a_name_that_a_person_judged_to_mean_somebody_else(store: Store) -> None:
    (before,) = store.catalogue.find_named("Lena Orr")
    overrule(store, Ruling.SPLIT, ["Lena Orr", "https://pier.example/ferry"])
    pier = store.find_document("https://pier.example/ferry").id
    parted = store.catalogue.entities(store.catalogue.find_named("Lena Orr")).values()
    assert sorted(len(e.documents) for e in parted) == [1, 1]
    assert any(e.documents == (pier,) for e in parted)
    with pytest.raises(UsageError, match="2 here are called so"):
        overrule(store, Ruling.SPLIT, ["Lena Orr", pier])
    with pytest.raises(UsageError, match="Take it back first"):
        overrule(store, Ruling.MERGE, [e.id for e in parted])
    withdraw(store, 1)
    assert store.catalogue.find_named("Lena Orr") == [before]


def test_judgements_outlive_a_new_reading(store: Store) -> None:
    for ruling in (Ruling.DIFFERENT, Ruling.CHAIN, Ruling.NOT_REUSE, Ruling.MERGE, Ruling.SPLIT):
        overrule(store, ruling, make_judgement(store, ruling))
    before = list(dump_collection(store))
    for document in store.documents():
        old = store.reading(document.id)
        store.replace_reading(Reading(**{**vars(old), "reader": "another"}))
    linking.relink(store)
    assert [line.replace("another", "fake 1") for line in dump_collection(store)] == before


@pytest.mark.parametrize(
    ("ruling", "named", "words", "error", "message"),
    [
        (Ruling.SAME, ["x"], None, UsageError, "CLAIM ORIGIN ORIGIN"),
        (Ruling.SAME, ["zz", "a", "b"], None, NotFound, "no such"),
        (Ruling.SAME, ["{inspected}", "zz", "Owen Tarn"], None, NotFound, "no origin of this claim"),
        (Ruling.SAME, ["{inspected}", "owen tarn", "Owen Tarn"], None, UsageError, "are one origin"),
        (Ruling.BELONGS, ["{boats}", "{boats}"], None, UsageError, "belongs to the claim already"),
        (Ruling.APART, ["{boats}", "{inspected}"], None, UsageError, "is not of the claim"),
        (Ruling.CHAIN, ["{boats}", "person:Lena Orr"], None, UsageError, "begins with `outlet`"),
        (Ruling.CHAIN, ["{boats}", "outlet"], "some", UsageError, "--words goes with"),
        (Ruling.NOT_REUSE, ["https://upland.example/ferry", "https://pier.example/ferry"], None, NotFound, "neither"),
        (
            Ruling.NOT_REUSE,
            ["https://harbor.example/ferry", "https://pier.example/ferry"],
            "submarine",
            NotFound,
            "no passage",
        ),
        (Ruling.MERGE, ["Owen Tarn", "Owen Tarn"], None, UsageError, "are one already"),
        (Ruling.MERGE, ["Owen Tarn", "Harbor Daily"], None, UsageError, "these can't be one"),
        (Ruling.MERGE, ["Owen Tarn", "Nobody Here"], None, NotFound, "names anybody so"),
        (Ruling.SPLIT, ["Owen Tarn", "https://strait.example/ferry"], None, UsageError, "nothing to split it from"),
        (Ruling.SPLIT, ["Owen Tarn", "https://pier.example/ferry"], None, UsageError, "doesn't name Owen Tarn"),
    ],
)
def test_what_can_not_be_judged(
    store: Store, ruling: Ruling, named: list[str], words: str | None, error: type[Exception], message: str
) -> None:
    ids = {"{inspected}": find_claim(store, INSPECTED).id, "{boats}": find_claim(store, "Boats").id}
    with pytest.raises(error, match=message):
        overrule(store, ruling, [ids.get(n, n) for n in named], words=words)
    assert store.overrules() == []


def test_the_only_statement_of_a_claim_has_nothing_to_be_parted_from(store: Store) -> None:
    statement = find_statement(store, "Upland Mail", "the harbour")
    with pytest.raises(UsageError, match="only statement"):
        overrule(store, Ruling.APART, [statement.id, statement.id])


def test_saying_it_twice_or_the_opposite(store: Store) -> None:
    named = make_judgement(store, Ruling.DIFFERENT)
    overrule(store, Ruling.DIFFERENT, named)
    with pytest.raises(UsageError, match="says so already"):
        overrule(store, Ruling.DIFFERENT, named)
    with pytest.raises(UsageError, match="--withdraw 1"):
        overrule(store, Ruling.SAME, [named[0], named[2], named[1]])
    for number in (2, 1, 1):
        if number == 1 and not store.overrules()[0].withdrawn:
            withdraw(store, number)
        else:
            with pytest.raises(NotFound, match="sayso overrules"):
                withdraw(store, number)


def test_a_judgement_goes_with_its_document(store: Store) -> None:
    overrule(store, Ruling.DIFFERENT, make_judgement(store, Ruling.DIFFERENT))
    store.remove(next(d.id for d in store.documents() if d.outlet == "Strait Echo"))
    assert store.overrules() == []
