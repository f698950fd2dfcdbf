import json

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from sayso.export.jsonld import make_jsonld
from sayso.model import Polarity
from tests.unit.export.ferry import make_contents
from tests.unit.export.report import harbour

SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
OWN = Namespace("urn:sayso:terms:")

# rdflib's own reader of JSON-LD uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def write() -> bytes:
    """The file."""
    (file,) = make_jsonld(make_contents())
    return b"".join(file.chunks)


def read() -> Graph:
    """The file as triples."""
    return Graph().parse(data=write(), format="json-ld")


def statement(i: str) -> URIRef:
    """A statement's node."""
    return URIRef(f"urn:sayso:statement:{i}")


def document(i: str) -> URIRef:
    """A document's node."""
    return URIRef(f"urn:sayso:document:{i}")


def test_every_quotation_has_who_says_it() -> None:
    graph = read()
    assert len(set(graph.subjects(RDF.type, SCHEMA.Quotation))) == len(harbour.STATEMENTS)
    for each in harbour.STATEMENTS:
        node = statement(each.id)
        denies = each.polarity is Polarity.DENIED
        assert graph.value(node, SCHEMA.text) == Literal(f"denies: “{each.text}”" if denies else each.text)
        assert graph.value(node, OWN.saidBy)
        assert graph.value(node, SCHEMA.isPartOf) == document(each.document)
        chain = graph.value(node, OWN.chain)
        assert chain is not None
        assert len(list(graph.items(chain))) == len(each.chain)


def test_no_claim_stands_alone() -> None:
    graph = read()
    for claim in make_contents().claims:
        node = URIRef(f"urn:sayso:claim:{claim.id}")
        assert str(graph.value(node, SCHEMA.text)) == f"{claim.said_by}: “{claim.text}”"
        assert set(graph.objects(node, SCHEMA.appearance)) == {statement(i) for i in claim.statements}
        assert graph.value(node, OWN.interval)


def test_an_interval_has_its_counts_and_a_denial_its_own() -> None:
    graph = read()
    claim = max(make_contents().claims, key=lambda c: len(c.documents))
    affirmed = URIRef(f"urn:sayso:claim:{claim.id}:affirmed")
    counts = {name: graph.value(affirmed, OWN[name]) for name in ("atLeast", "atMost", "anonymous", "unattributed")}
    assert {n: c.toPython() for n, c in counts.items() if isinstance(c, Literal)} == {
        "atLeast": 1,
        "atMost": 2,
        "anonymous": 1,
        "unattributed": 0,
    }
    assert graph.value(URIRef(f"urn:sayso:claim:{claim.id}:denied"), OWN.atLeast) == Literal(1)
    assert Literal("undetermined") in set(graph.objects(None, OWN["is"]))


def test_what_comes_from_what() -> None:
    graph = read()
    assert (document(harbour.COPY.id), PROV.wasDerivedFrom, document(harbour.FIRST.id)) in graph
    assert (document(harbour.COPY.id), SCHEMA.isBasedOn, document(harbour.FIRST.id)) in graph
    assert (statement(harbour.COPIED.id), PROV.wasQuotedFrom, statement(harbour.ORIGINAL.id)) in graph
    assert (statement(harbour.CITED.id), PROV.wasDerivedFrom, statement(harbour.ORIGINAL.id)) in graph
    assert graph.value(document(harbour.DENYING.id), SCHEMA.creativeWorkStatus) == Literal("corrected")


def test_somebody_described_is_no_person() -> None:
    graph = read()
    speaker = graph.value(statement(harbour.ORIGINAL.id), PROV.wasAttributedTo)
    assert graph.value(speaker, RDF.type) == OWN.Anonymous
    assert graph.value(statement(harbour.ORIGINAL.id), SCHEMA.spokenByCharacter) is None
    named = graph.value(statement(harbour.APRIL.id), SCHEMA.spokenByCharacter)
    assert named == URIRef("urn:sayso:entity:e1")
    assert graph.value(named, RDF.type) == SCHEMA.Person


def test_an_odd_address_is_only_words() -> None:
    graph = read()
    assert graph.value(document(harbour.OTHER.id), SCHEMA.url) is None
    assert graph.value(document(harbour.OTHER.id), OWN.address) == Literal("javascript:alert(3)")
    assert graph.value(document(harbour.FIRST.id), SCHEMA.url) == URIRef("https://harbor-daily.example/ferry")


def test_nothing_is_fetched_to_read_it() -> None:
    assert isinstance(json.loads(write())["@context"], dict)
