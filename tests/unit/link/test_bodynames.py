import pytest

from sayso.link.bodynames import is_body_noun, make_body_name


@pytest.mark.parametrize(
    ("name", "words", "head"),
    [
        ("the Tarn Grain Board", ("tarn", "grain", "board"), "board"),
        ("Ministry of Health", ("ministry", "health"), "ministry"),
        ("Sierra Health Ministry", ("sierra", "health", "ministry"), "ministry"),
        ("Kano State Police Command", ("kano", "state", "police", "command"), "police"),
        ("police of Skerry", ("police", "skerry"), "police"),
        ("the coast guard", ("coastguard",), "coastguard"),
        ("Bluewater Petroleum Ltd", ("bluewater", "petroleum"), ""),
        ("Wexcombe Constabulary", ("wexcombe", "police"), "police"),
        ("Skerry Harbour Board", ("skerry", "harbor", "board"), "board"),
        ("Umran's Interior Ministry", ("umran", "interior", "ministry"), "ministry"),
        ("www.harbor-daily.example", ("harbordaily",), ""),
        ("harbourdaily.co.example", ("harbordaily",), ""),
        ("Harbor Daily's website", ("harbor", "daily"), ""),
        ("Coast Wire agency", ("coast", "wire"), ""),
        ("the technology newsletter Circuit Line", ("circuit", "line"), ""),
        ("Conduct Authority and Information Office", ("conduct", "authority", "information", "office"), ""),
        ("audit of the Comptroller of Stores", ("audit", "comptroller", "stores"), "audit"),
    ],
)
def test_names_of_bodies(name: str, words: tuple[str, ...], head: str) -> None:
    found = make_body_name(name)
    assert found.words == words
    assert found.head == head


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("NRC", "nrc"),
        ("U.N.", "un"),
        ("the NAACP", "naacp"),
        ("UNESCO", "unesco"),
        ("Marl", None),
        ("Tarn Board", None),
    ],
)
def test_acronyms(name: str, acronym: str | None) -> None:
    assert make_body_name(name).acronym == acronym


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Independent Corrupt Practices Commission", "icpc"),
        ("Department of Justice", "doj"),
        ("Committee to Protect Journalists", "cpj"),
        ("Bluewater Petroleum Ltd", "bp"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert letters in make_body_name(name).initials


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("Ministry of Health", True),
        ("Supreme Court", True),
        ("the Times", True),
        ("police", True),
        ("Office of the Prosecutor", True),
        ("Tarn Mines Board", False),
        ("Harbor Daily", False),
        ("NRC", False),
    ],
)
def test_names_that_many_places_have(name: str, common: bool) -> None:
    assert make_body_name(name).is_common is common


@pytest.mark.parametrize(
    ("words", "is_body"),
    [
        ("port authority", True),
        ("environment police", True),
        ("Ministry of Trade", True),
        ("government relations for Tyson Foods", False),
        ("centre of the row", False),
        ("rescue", False),
        ("report of the board", False),
    ],
)
def test_nouns_for_bodies(words: str, is_body: bool) -> None:
    assert is_body_noun(words) is is_body
