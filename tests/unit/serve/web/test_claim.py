"""The page of a claim, and judging otherwise."""

from collections.abc import Iterable
from urllib.parse import quote

import pytest
from lxml import html

from sayso.export.words import interval_in_words
from sayso.model import Claim, Relation, Ruling, Statement
from sayso.pipeline.overruling import overrule
from sayso.serve.desk import Desk
from sayso.store import Store
from tests.unit.serve.web.visitor import Page, Visitor, say

HOSTILE = '"><script>alert(1)</script>'


def read_claims(desk: Desk) -> list[Claim]:
    with Store(desk.collection, writable=False) as store:
        return store.claims()


def find_related(claims: Iterable[Claim]) -> Claim:
    """The claim with most pairs of origins."""
    return max(claims, key=lambda c: (len(c.weight.relations), len(c.statements), c.id))


@pytest.fixture
def claim(desk: Desk) -> Claim:
    found = find_related(read_claims(desk))
    assert found.weight.relations
    return found


def find_judging(page: Page, claim: Claim, *, apart: bool = False) -> html.FormElement:
    return next(
        f
        for f in page.find(f"//form[@action='/claims/{claim.id}/overrule']")
        if ("statement" in f.fields) is apart and "chain" not in f.fields
    )


def send_same(visitor: Visitor, page: Page, claim: Claim, *, status: int = 200, note: str = "", by: str = "") -> Page:
    return visitor.send(find_judging(page, claim), status=status, ruling="same", note=note, by=by)


def test_every_claim_has_its_page(visitor: Visitor, desk: Desk) -> None:
    for claim in read_claims(desk):
        page = visitor.get(f"/claims/{claim.id}")
        assert f"“{claim.text}”" in page.find("//h1")[0].text
        assert claim.said_by in page.text
        assert interval_in_words(claim).partition(" (")[0].partition(": ")[0] in page.text
        assert "one alone can be right" in page.text


def test_every_statement_stands_with_its_words_and_its_place(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    page = visitor.get(f"/claims/{claim.id}")
    with Store(desk.collection, writable=False) as store:
        statements = store.statements_of((*claim.statements, *claim.denials))
    links = {a.get("href"): a for a in page.find("//ol[@class='statements']//blockquote//a")}
    for statement in statements:
        assert links[f"/documents/{statement.document}#s-{statement.id}"].text == f"“{statement.text}”"
    marked = [" ".join(m.text.split()) for m in page.find("//blockquote[@class='place']/mark")]
    assert sorted(marked) == sorted(" ".join(s.text.split()) for s in statements)


def test_each_cell_has_its_reason(visitor: Visitor, claim: Claim) -> None:
    page = visitor.get(f"/claims/{claim.id}")
    for relation in claim.weight.relations:
        cells = page.find(f"//table[@class='matrix']//button[@popovertarget='rel-{relation.a}-{relation.b}']")
        assert len(cells) == 2
        assert all(relation.reason in say(c) and str(relation.relation) in say(c) for c in cells)
        (card,) = page.find(f"//*[@id='rel-{relation.a}-{relation.b}']")
        assert relation.reason in say(card)


def test_ids_are_unique(visitor: Visitor, desk: Desk) -> None:
    for claim in read_claims(desk):
        ids = visitor.get(f"/claims/{claim.id}").find("//@id")
        assert len(ids) == len(set(map(str, ids)))


def test_judging_and_taking_back(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    before = interval_in_words(claim)
    page = visitor.get(f"/claims/{claim.id}")
    done = send_same(visitor, page, claim, note=HOSTILE, by="A. Editor")
    after = next(c for c in read_claims(desk) if c.id == claim.id)
    assert after.weight.at_most == claim.weight.at_most - 1
    (notice,) = done.find("//*[@data-notice]")
    assert f"The interval was: {before}. It is now: {interval_in_words(after)}." in say(notice)
    assert HOSTILE in done.text
    assert "<script>alert" not in done.answer.text
    assert done.find("//input[@name='by']/@value") in ([], ["A. Editor"] * len(done.find("//input[@name='by']")))
    with Store(desk.collection, writable=False) as store:
        (made,) = store.overrules()
    assert (made.ruling, made.note, made.by) == (Ruling.SAME, HOSTILE, "A. Editor")
    back = visitor.send(done.find_form("/overrules/1/withdraw"))
    assert "Judgement 1 is taken back" in back.text
    assert next(c for c in read_claims(desk) if c.id == claim.id).weight == claim.weight
    assert "taken back" in say(back.find("//*[@id='judgements']")[0])
    assert not back.find("//form[@action='/overrules/1/withdraw']")


def test_who_judges_is_kept_in_any_letters(visitor: Visitor, claim: Claim) -> None:
    done = send_same(visitor, visitor.get(f"/claims/{claim.id}"), claim, by="Łucja; Żółć 李")
    assert set(done.find("//input[@name='by']/@value")) == {"Łucja; Żółć 李"}


def test_different_is_offered_where_it_is_undetermined(visitor: Visitor, claim: Claim) -> None:
    page = visitor.get(f"/claims/{claim.id}")
    for relation in claim.weight.relations:
        offered = page.find(f"//*[@id='rel-{relation.a}-{relation.b}']//button[@name='ruling']/@value")
        expected = {Relation.DIFFERENT: ["same"], Relation.SAME: ["different"]}.get(
            relation.relation, ["same", "different"]
        )
        assert list(map(str, offered)) == expected


def test_a_statement_is_set_apart(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    page = visitor.get(f"/claims/{claim.id}")
    form = find_judging(page, claim, apart=True)
    aside = form.fields["statement"]
    done = visitor.send(form, ruling="apart", note="another ferry")
    holding = {s: c.id for c in read_claims(desk) for s in (*c.statements, *c.denials)}
    shown = done.address.removeprefix("/claims/")
    rest = {s for s in (*claim.statements, *claim.denials) if s != aside}
    assert shown in {holding[s] for s in rest}
    assert holding[aside] != shown
    assert "is written down" in done.text
    assert visitor.get(f"/claims/{claim.id}").address.startswith("/claims/")


def find_other(desk: Desk, claim: Claim) -> Statement:
    """A statement of another claim."""
    own = {*claim.statements, *claim.denials}
    others = [s for c in read_claims(desk) for s in c.statements if s not in own]
    with Store(desk.collection, writable=False) as store:
        return max(store.statements_of(others), key=lambda s: (len(s.text), s.id))


def test_a_statement_is_found_by_its_words_and_judged_to_belong(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    other = find_other(desk, claim)
    page = visitor.get(f"/claims/{claim.id}")
    (search,) = page.find("//*[@id='belongs']//form[@method='get']")
    assert search.get("action") == f"/claims/{claim.id}#belongs"
    assert not page.find("//input[@type='radio']")
    found = visitor.get(f"/claims/{claim.id}?belongs={quote(other.text)}")
    choices = found.find("//*[@id='belongs']//ul[@class='choices']/li")
    assert all(("said by" in say(c) and "its claim" in say(c)) or "denies" in say(c) for c in choices)
    assert other.id in found.find("//input[@type='radio']/@value")
    form = find_belonging(found, claim)
    done = visitor.send(form, statement=other.id, ruling="belongs", note=HOSTILE)
    assert "Judgement 1 is written down" in done.text
    now = next(c for c in read_claims(desk) if c.id == done.address.removeprefix("/claims/"))
    assert {other.id, *claim.statements} <= {*now.statements, *now.denials}
    assert "This belongs to the claim" in say(done.find("//*[@id='judgements']")[0])
    assert HOSTILE in done.text
    back = visitor.send(done.find_form("/overrules/1/withdraw"))
    assert "Judgement 1 is taken back" in back.text
    assert next(c for c in read_claims(desk) if c.id == claim.id).weight == claim.weight


def find_belonging(page: Page, claim: Claim) -> html.FormElement:
    (form,) = page.find(f"//*[@id='belongs']//form[@action='/claims/{claim.id}/overrule']")
    return form


def test_a_statement_is_found_by_its_id(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    other = find_other(desk, claim)
    found = visitor.get(f"/claims/{claim.id}?belongs={other.id[:12].upper()}")
    assert found.find("//input[@type='radio' and @checked]/@value") == [other.id]
    assert (
        "was found belongs to this claim already"
        in visitor.get(f"/claims/{claim.id}?belongs={claim.statements[0]}").text
    )
    for nothing in ("dead", "...", "zzyzx"):
        assert "No statement was found" in visitor.get(f"/claims/{claim.id}?belongs={nothing}").text


def test_a_statement_must_be_chosen(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    found = visitor.get(f"/claims/{claim.id}?belongs={find_other(desk, claim).id}")
    told = visitor.send(find_belonging(found, claim), status=400, statement="", ruling="belongs")
    assert "Choose a statement." in told.text


def test_a_statement_is_given_another_chain(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    page = visitor.get(f"/claims/{claim.id}")
    form = next(f for f in page.find(f"//form[@action='/claims/{claim.id}/overrule']") if "chain" in f.fields)
    assert form.fields["chain"].startswith("outlet")
    done = visitor.send(form, ruling="chain", chain="outlet > publication:Coast Wire > person:Mira Voss")
    assert "→ outlet > publication:Coast Wire > person:Mira Voss" in done.text
    assert "The reader had:" in done.text
    with Store(desk.collection, writable=False) as store:
        assert [o.ruling for o in store.overrules()] == [Ruling.CHAIN]
    wrong = visitor.send(
        next(f for f in done.find("//form[contains(@action, '/overrule')]") if "chain" in f.fields),
        status=400,
        ruling="chain",
        chain="somebody",
    )
    assert "a chain begins with `outlet`" in wrong.text
    mended = visitor.send(wrong.find("//main//form")[0], chain="outlet > person:Mira Voss")
    assert "→ outlet > person:Mira Voss" in mended.text


def test_a_page_that_is_out_of_date_says_what_changed_and_keeps_the_note(
    visitor: Visitor, desk: Desk, claim: Claim
) -> None:
    page = visitor.get(f"/claims/{claim.id}")
    relation = claim.weight.relations[0]
    with Store(desk.collection) as store:
        overrule(store, Ruling.SAME, [claim.id, relation.a, relation.b], note="one office", by="B. Editor")
    now = next(c for c in read_claims(desk) if c.id == claim.id)
    told = send_same(visitor, page, claim, status=409, note="They share an office", by="A. Editor")
    assert "This page was out of date" in told.text
    assert f"Its interval was: {interval_in_words(claim)} . It is now: {interval_in_words(now)} ." in told.text
    assert "“one office”" in told.text
    assert told.find("//textarea[@name='note']")[0].text == "They share an office"
    assert told.find(f"//a[@href='/claims/{claim.id}']")
    with Store(desk.collection, writable=False) as store:
        assert len(store.overrules()) == 1


def test_what_was_sent_can_be_sent_again(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    page = visitor.get(f"/claims/{claim.id}")
    with desk.write() as store:
        store.mend(claim.documents[0], changes={"byline": "A. Writer"})
    told = send_same(visitor, page, claim, status=409, note="They share an office")
    done = visitor.send(told.find_form(f"/claims/{claim.id}/overrule"))
    assert "is written down" in done.text
    with Store(desk.collection, writable=False) as store:
        assert [o.note for o in store.overrules()] == ["They share an office"]


def test_a_collection_shown_to_read_only_is_not_changed(visitor: Visitor, desk: Desk, claim: Claim) -> None:
    form = find_judging(visitor.get(f"/claims/{claim.id}"), claim)
    reader = Visitor(Desk(desk.collection, read_only=True))
    page = reader.get(f"/claims/{claim.id}")
    assert not page.find("//form[contains(@action, 'overrule')]")
    word = page.find_form("/look").fields["word"]
    fields = {**dict(form.fields), "word": word, "ruling": "same"}
    assert "read only" in reader.post(f"/claims/{claim.id}/overrule", fields, status=403).text


@pytest.mark.parametrize(
    ("ruling", "status", "words"), [("", 400, "Say what you judge"), ("merge", 400, "Say what you judge")]
)
def test_what_cannot_be_judged_is_told(visitor: Visitor, claim: Claim, ruling: str, status: int, words: str) -> None:
    form = find_judging(visitor.get(f"/claims/{claim.id}"), claim)
    assert words in visitor.send(form, status=status, ruling=ruling).text


def test_a_claim_that_is_not_there(visitor: Visitor) -> None:
    assert "no such claim" in visitor.get("/claims/0000", status=404).text


def test_a_claim_is_found_by_any_of_its_statements(visitor: Visitor, claim: Claim) -> None:
    assert visitor.get(f"/claims/{claim.statements[-1]}").address == f"/claims/{claim.id}"
