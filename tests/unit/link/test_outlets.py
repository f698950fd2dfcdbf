"""Links that the reader takes for persons, though an outlet of the collection is called so."""

import dataclasses

from sayso.link.outlets import REASON, name_outlets
from sayso.model import Kind, Reading
from tests.factories import make_document, make_statement, outlet, person


def test_a_person_called_like_an_outlet_here_is_that_publication() -> None:
    citing = make_document()
    other = make_document(outlet="The Marl Kurier", url="https://kurier.example/1")
    said = make_statement("the pump failed", outlet("Harbor Daily"), person("Marl Kurier"), document=citing.id)
    readings = {d.id: Reading(document=d.id, reader="test", statements=()) for d in (citing, other)}
    readings[citing.id] = dataclasses.replace(readings[citing.id], statements=(said,))
    link = name_outlets(readings, {d.id: d for d in (citing, other)})[citing.id].statements[0].chain[1]
    assert (link.kind, link.name, link.reason) == (Kind.PUBLICATION, "Marl Kurier", REASON)
    assert name_outlets(readings, {citing.id: citing})[citing.id] is readings[citing.id]
