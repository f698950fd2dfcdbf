"""What the words of a mention say by themselves."""

import pytest

from sayso.read.entity import publication_name
from sayso.read.mention import Form, person_name, profile_of, proper_name

PERSONS = [
    ("port authority spokeswoman Lena Orr", "Lena Orr"),
    ("Baker Ada Brink", "Ada Brink"),
    ("the Regional Police PRO, ASP Ivo Strand", "Ivo Strand"),
    ("Odo Marr, president of the council", "Odo Marr"),
    ("its chief engineer, Suresh Pavlik", "Suresh Pavlik"),
    ("Director of Public Works Tessa Quillon", "Tessa Quillon"),
    ("the Director of Public Works, Tessa Quillon", "Tessa Quillon"),
    ("Lieutenant Piet Hadd of the River Patrol", "Piet Hadd"),
    ("Rosa Venn SC", "Rosa Venn"),
    ("Marr himself", "Marr"),
    ("the Minister for Works", None),
    ("a clerk of the Merrow Telegraph", None),
    ("The letter, dated January 21", None),
    ("residents", None),
    ("Residents of Merrow", None),
    ("a Tarrow official", None),
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_person(text: str, name: str | None) -> None:
    assert profile_of(text).person == name or person_name(text) == name


BODIES = [
    ("The opposition Harvest Congress (HC)", "Harvest Congress"),
    ("the press service of the Merrow Water Company", "Merrow Water Company"),
    ("the daily Delta Panorama", "Delta Panorama"),
    ("Radio station Wave 9", "Wave 9"),
    ("Officers of the River Guard", "River Guard"),
    ("the Merrow Gate police", "Merrow Gate police"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_body(text: str, name: str) -> None:
    assert proper_name(text) == name


FORMS = [
    ("she", Form.PRONOUN),
    ("they all", Form.PRONOUN),
    ("we", Form.SELF),
    ("the ministry", Form.DEFINITE),
    ("its spokesman", Form.DEFINITE),
    ("two officials", Form.INDEFINITE),
    ("Captured men", Form.INDEFINITE),
    ("Lena Orr", Form.NAME),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_form(text: str, form: Form) -> None:
    assert profile_of(text).form is form


WRITINGS = [
    ("a report published by the delta’s leading media outlet Reedbed", "Reedbed"),
    ("a report in Towpath Weekly", "Towpath Weekly"),
    ("the Merrow Telegraph's story", "Merrow Telegraph"),
    ("a study published in the Canal Review", "Canal Review study"),
    ("a report released on Tuesday by the state auditor", "report of the state auditor"),
    ("a survey by the Marl Institute, seen by this newspaper", "survey by the Marl Institute"),
    ("the shipping register", "shipping register"),
]


@pytest.mark.parametrize(("text", "name"), WRITINGS)
def test_publication_name(text: str, name: str) -> None:
    assert publication_name(profile_of(text)) == name
