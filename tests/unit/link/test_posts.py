import re

import pytest

from sayso.link.bodynames import is_body_noun
from sayso.link.posts import Post, find_posts

KNOWN = {"Solvane", "Banco Mercurial", "NAACP"}


def read(marked: str) -> list[Post]:
    """The posts of the name in square brackets."""
    mark = re.search(r"\[([^\]]+)\]", marked)
    assert mark is not None
    text = marked.replace("[", "").replace("]", "")
    name = (mark.start(), mark.start() + len(mark[1]))
    return find_posts(text, [name], lambda words, _start, _stop: words in KNOWN or is_body_noun(words))


@pytest.mark.parametrize(
    ("sentence", "roles", "body"),
    [
        ("Superintendent [Ivo Pell] of the Harbour police said", "superintendent", "Harbour police"),
        ("Harbour police superintendent [Ivo Pell] said", "superintendent", "Harbour police"),
        ("coastguard duty commander [Ivo Pell] said", "duty commander", "coastguard"),
        ("[Ivo Pell], coastguard superintendent, said", "superintendent", "coastguard"),
        ("[Ivo Pell], spokesman for the Ministry of Trade, said", "spokesman", "Ministry of Trade"),
        ("a spokesman for the Ministry of Trade, [Ivo Pell], said", "spokesman", "Ministry of Trade"),
        ("[Ivo Pell], who heads the port authority, said", "head", "port authority"),
        ("[Ivo Pell] heads the port authority.", "head", "port authority"),
        ("[Ivo Pell], the board's director, said", "director", "board"),
        ("the port authority's spokeswoman, [Ida Voss], said", "spokeswoman", "port authority"),
        ("The head of the Harbour police, Superintendent [Ivo Pell], said", "head superintendent", "Harbour police"),
        ("[Ida Voss], the energy minister, said", "energy minister", "energy ministry"),
        ("Energy Minister [Ida Voss] said", "energy minister", "Energy ministry"),
        ("the minister of health, [Ida Voss], said", "minister", "health ministry"),
        ("Councillor [Ida Voss] said", "councillor", "council"),
        ("Fire chief [Ida Voss] said", "chief fire", "fire service"),
        ("Analyst [Ida Voss] of Banco Mercurial said", "analyst", "Banco Mercurial"),
        ("[Ida Voss], Solvane's founder and president, said", "founder president", "Solvane"),
        ("Solvane chief executive [Ida Voss] said", "chief executive", "Solvane"),
        ("[Ida Voss], head of cardiology at Marl Hospital, said", "head", "Marl Hospital"),
        ("Nurses' Guild organiser [Ida Voss] said", "organiser", "Nurses' Guild"),
        ("Comptroller of Customs [Ida Voss] said", "comptroller", "Customs"),
        ("Interior Ministry spokesman Colonel [Ivo Pell] said", "spokesman colonel", "Interior Ministry"),
        ("[Ida Voss], 34, a teacher at Tarn School, said", "teacher", "Tarn School"),
        ("[Ida Voss] is the director of Tarn School.", "director", "Tarn School"),
        ("[Ida Voss], speaking for the coastguard, said", "spokesperson", "coastguard"),
    ],
)
def test_a_post_and_its_body(sentence: str, roles: str, body: str) -> None:
    posts = read(sentence)
    assert {r for p in posts for r in p.roles} == set(roles.split())
    assert [p.body for p in posts if p.body] == [body]
    assert not any(p.past for p in posts)


def test_whoever_belongs_to_a_part_belongs_to_the_whole() -> None:
    posts = read("[Ida Voss], director of the NAACP's Marl bureau, said")
    assert [p.body for p in posts if p.body] == ["NAACP's Marl bureau", "NAACP"]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Ida Voss] told the port authority that it leaked",
        "According to the ministry, [Ida Voss] said",
        "police said [Ida Voss] was there",
        "[Ida Voss], a critic of the ministry, said",
        "[Ida Voss], a patient at Marl Hospital, said",
        "[Ida Voss], a lawyer for the ministry, said",
        "her lawyer, [Ida Voss], said",
        "the mayor of Skerry, [Ida Voss], said",
        "Armed men took the school and [Ida Voss] fled",
        "The board met President [Ida Voss] on Monday",
        "[Ida Voss], along with other party leaders, left",
    ],
)
def test_no_body(sentence: str) -> None:
    assert [p.body for p in read(sentence) if p.body and not p.past] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "former port authority director [Ida Voss] said",
        "[Ida Voss], a former director of the port authority, said",
        "the ousted director of the port authority, [Ida Voss], said",
        "ex-police chief [Ida Voss] said",
        "[Ida Voss], who was director of the port authority, said",
    ],
)
def test_what_is_over(sentence: str) -> None:
    assert all(p.past for p in read(sentence))
    assert read(sentence)


def test_the_place_holds_the_exact_words() -> None:
    text = "On Monday Harbour police superintendent Ivo Pell said so."
    start = text.index("Ivo")
    (post,) = find_posts(text, [(start, start + 8)], lambda words, _start, _stop: is_body_noun(words))
    assert text[slice(*post.place)] == "Harbour police superintendent Ivo Pell"
    assert post.body_at is not None
    assert text[slice(*post.body_at)] == "Harbour police"
