import pytest

from sayso.link.quoted import find_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"It sank," she said. "At once."', ['"It sank,"', '"At once."']),
        ("“It sank,” she said.", ["“It sank,”"]),
        ("‘It sank,’ she said, ‘and the harbour’s pumps didn’t start.’", ["‘It sank,’", "‘and the harbour’s pumps didn’t start.’"]),
        ("'It sank,' she said of the workers' boat.", ["'It sank,'"]),
        ("The workers’ boat and the boys' boat sank.", []),
        ("She said “it sank.\nNobody came.", ["“it sank."]),
        ("“It sank.\n\n“Nobody came.”\n\nShe left.", ["“It sank.", "“Nobody came.”"]),
        ("'It sank.\n'Nobody came.'\nShe left.", ["'It sank.", "'Nobody came.'"]),
        ("'Tis the season of storms.", []),
        ('A 12" pipe burst near the 9" valve.', []),
        ("She said “it sank\nat once” and left.\n\nNobody came.", ["“it sank\nat once”"]),
        ("It sank! — Lena Orr (@orr) March 2, 2031\nNobody came.", ["It sank! — Lena Orr (@orr) March 2, 2031"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_quoted(text: str, quoted: list[str]) -> None:
    assert [text[start:stop] for start, stop in find_quoted(text)] == quoted
