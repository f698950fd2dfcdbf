"""Languages and paywalls."""

import pytest

from sayso.errors import RejectedInput
from sayso.ingest.language import check_language, find_language
from sayso.ingest.paywall import check_paywall


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour will stay closed until Friday, the authority said.", "en"),
        ("Two people died when the ferry sank off Tolvane.", "en"),
        ("Port shut.", None),
        (
            "Kiongozi wa bandari alisema kwamba meli mbili ziligongana usiku wa kuamkia leo na watu wawili walijeruhiwa",
            "sw",
        ),
        ("Le port restera fermé jusqu'à vendredi, a déclaré lundi soir l'autorité portuaire dans un communiqué.", "fr"),
        (
            "De haven blijft tot vrijdag gesloten, zei het havenbestuur maandagavond in een verklaring aan de pers.",
            "nl",
        ),
        ("Порт будет закрыт до пятницы, сообщила в понедельник вечером администрация порта в своём заявлении.", "ru"),
        ("港务局周一晚间表示，港口将关闭至周五，两名船员受轻伤被送往医院。", "zh"),
        ("", None),
        ("12 34", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert find_language(text) == code


def test_other_languages_are_set_aside() -> None:
    with pytest.raises(RejectedInput, match="French"):
        check_language(
            "", "Le port restera fermé jusqu'à vendredi, a déclaré lundi soir l'autorité portuaire au journal."
        )


@pytest.mark.parametrize(
    ("text", "stub"),
    [
        ("The harbour is closed. Subscribe to continue reading.", True),
        ("This article is only available to subscribers. Already a subscriber? Log in.", True),
        ("Orr asked readers to subscribe. " + "The harbour will stay closed until Friday, said Orr. " * 8, False),
        ("Subscribe to continue reading. " + "The harbour will stay closed until Friday, said Orr. " * 8, False),
        ("The harbour is closed.", False),
        ("Fishers must register at the pier to keep their berths, the port authority said on Monday.", False),
        ("The harbour is closed, said Orr. Subscribe to continue reading.", True),
    ],
)
def test_paywalls(text: str, stub: bool) -> None:
    if stub:
        with pytest.raises(RejectedInput, match="subscribe"):
            check_paywall("", text)
    else:
        check_paywall("", text)
