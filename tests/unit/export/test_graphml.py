import dataclasses
import io
from typing import Any

import networkx

from sayso.export.contents import Contents
from sayso.export.graphml import make_graphml
from tests.factories import make_document
from tests.unit.export.ferry import STEERING, make_contents
from tests.unit.export.report import harbour


def read(contents: Contents | None = None) -> Any:
    """The graph as networkx has it."""
    (file,) = make_graphml(contents or make_contents())
    return networkx.read_graphml(io.BytesIO(b"".join(file.chunks)), force_multigraph=True)


def find_ways(graph: Any) -> set[tuple[str, str, str, str]]:
    """Each edge by the labels of its ends, its way and direction."""
    label = graph.nodes(data="label")
    return {(label[a], label[b], d["way"], d["direction"]) for a, b, d in graph.edges(data=True)}


def test_who_credits_follows_and_repeats_whom() -> None:
    graph = read()
    assert graph.is_directed()
    ways = find_ways(graph)
    assert ("Coast Wire", "Harbor Daily", "repeats", "known") in ways
    assert ("Port Times", "Harbor Daily", "follows", "known") in ways
    assert ("Harbor Daily", '"two port officials"', "credits", "known") in ways
    assert ("Skerry Post", "Lena Orr", "credits", "known") in ways
    assert {("Isle Echo", "Reef Mail", "follows", "known"), ("Reef Mail", "Isle Echo", "follows", "known")} <= ways


def test_every_document_is_there_with_its_status_and_sources_with_theirs() -> None:
    graph = read()
    for document in harbour.DOCUMENTS:
        node = graph.nodes[f"d:{document.id}"]
        assert node["sort"] == "document"
        assert node["status"] == document.status
        assert node["label"]
    marks = {node["label"]: node["mark"] for _, node in graph.nodes(data=True) if node["sort"] == "source"}
    assert marks['"two port officials"'] == "anonymous"
    assert marks["Lena Orr"] == "person"
    (repeats,) = (d for _, _, d in graph.edges(data=True) if d["way"] == "repeats")
    assert repeats["reason"] == harbour.REUSE.reason
    assert repeats["claims"]


def test_a_direction_that_is_undetermined_stays_so() -> None:
    reuse = dataclasses.replace(harbour.REUSE, directed=False, reason="nothing tells")
    found = [d for _, _, d in read(make_contents(reuses=(reuse,))).edges(data=True) if d["way"] == "repeats"]
    assert [(d["direction"], d["reason"]) for d in found] == [("undetermined", "nothing tells")]


def test_hostile_words_are_only_words() -> None:
    hostile = make_document(headline=f'</data><node id="evil"/> &amp; ]]> \x00\ufffe {STEERING}', outlet='"<x>')
    contents = make_contents()
    documents = {**contents.documents, hostile.id: hostile}
    readings = {**contents.readings, **harbour.read([hostile], [])}
    graph = read(dataclasses.replace(contents, documents=documents, readings=readings))
    assert "evil" not in graph
    assert graph.nodes[f"d:{hostile.id}"]["label"] == '"<x>'
    headline = graph.nodes[f"d:{hostile.id}"]["headline"]
    assert headline.startswith('</data><node id="evil"/> &amp; ]]> ')
    assert not set(headline) & {"\x1b", "\u202e", "\x00"}
