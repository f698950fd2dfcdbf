import pytest

from sayso.catalogue.register import Register
from sayso.catalogue.voices import Voice, find_voices
from sayso.errors import NotFound
from sayso.link.mentions import PERSON
from sayso.model import Entity
from sayso.serve.linked import Linked
from sayso.serve.voices import choose_voices, say_voice, voice_record

ENTITY = Entity(id="e", kind="person", name="Aldo Ferrin", names=("Aldo Ferrin", "Ferrin"), documents=("d1", "d2"))


def make_voice(statements: int, documents: tuple[str, ...], quoted: tuple[str, ...]) -> Voice:
    return Voice(
        entity=ENTITY, statements=tuple(f"s{n}" for n in range(statements)), documents=documents, quoted=quoted
    )


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        (make_voice(1, ("d1",), ()), "spoken of in 1 statement, quoted in none of the documents in this collection"),
        (
            make_voice(3, ("d1", "d2"), ()),
            "spoken of in 3 statements, quoted in none of the documents in this collection",
        ),
        (make_voice(1, ("d1",), ("d1",)), "spoken of in 1 statement in 1 document, quoted in it"),
        (
            make_voice(1, ("d1",), ("d2",)),
            "spoken of in 1 statement in 1 document, quoted in none of these and in 1 other",
        ),
        (
            make_voice(4, ("d1", "d2"), ("d1", "d2", "d3", "d4")),
            "spoken of in 4 statements in 2 documents, quoted in 2 of these and in 2 others",
        ),
    ],
)
def test_what_is_said_of_a_voice(voice: Voice, words: str) -> None:
    assert say_voice(voice) == words
    assert voice_record(voice)["words"] == words
    assert not {"silent", "refused", "declined"} & set(words.split())


def test_those_whom_no_document_quotes(linked: Linked) -> None:
    (voice,) = find_voices(linked.readings, linked.register)
    assert (voice.entity.name, len(voice.statements), voice.quoted) == ("Aldo Ferrin", 1, ())
    assert choose_voices([voice], linked.register.find_named("ferrin")) == [voice]
    assert choose_voices([voice], linked.register.find_named("Lena Orr")) == []


def test_who_is_credited(linked: Linked) -> None:
    credited = {
        linked.register.entities[e].name for s in linked.statements.values() for e in linked.register.find_credited(s)
    }
    assert credited == {"Lena Orr", "Owen Tarn", "Mira Voss"}


def test_a_name_that_could_be_two_is_nobody(linked: Linked) -> None:
    other = Entity(id="f", kind="person", name="Bela Ferrin", names=("Ferrin",), documents=("d2",))
    register = Register([ENTITY, other], {})
    assert register.find("d1", "Ferrin", PERSON) == ENTITY
    assert register.find("d2", "Ferrin", PERSON) is None
    assert register.find("d2", "ALDO FERRIN", PERSON) == ENTITY
    assert register.find("d3", "Aldo Ferrin", PERSON) is None


@pytest.mark.parametrize("name", ["Nobody Here", "", " "])
def test_a_name_that_is_not_there(linked: Linked, name: str) -> None:
    with pytest.raises(NotFound, match="sayso voices"):
        linked.register.find_named(name)
