"""What every reading keeps to, whatever the scan."""

import dataclasses
import random
from collections.abc import Iterator

import pytest

from sayso.model import Certainty, Document, Furniture, FurnitureKind, Kind, Part, Span, document_id
from sayso.read import lexicon
from sayso.read.resolve import resolve, trim
from sayso.read.scan import Clause, Cue, Mention, Scan

TEXT = (
    'The lock at Merrow broke on Sunday, Lena Orr said. "Nobody was hurt," she added.\n\n'
    "Odo Marr denied that the gate had been sold. Was it sold at all? Read more: Ten locks to see"
)


def make_document(headline: str = "", text: str = TEXT, **options: object) -> Document:
    document = Document(
        id=document_id(outlet="Quayside Post", url=None, headline=headline, text=text),
        outlet="Quayside Post",
        headline=headline,
        text=text,
    )
    return dataclasses.replace(document, **options)  # type: ignore[arg-type]


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def clause(text: str, words: str, **options: object) -> Clause:
    return dataclasses.replace(Clause(pieces=(at(text, words),)), **options)  # type: ignore[arg-type]


def mention(text: str, words: str, kind: Kind = Kind.PERSON) -> Mention:
    start, stop = at(text, words)
    return Mention(start=start, stop=stop, kinds={kind: 1.0})


def make_scan() -> Scan:
    cues = tuple(
        Cue(start=a, stop=b, denies=float(w == "denied")) for w in ("said", "added", "denied") for a, b in [at(TEXT, w)]
    )
    return Scan(
        part=Part.TEXT,
        clauses=(
            clause(TEXT, "The lock at Merrow broke on Sunday", source=0, cue=0),
            clause(TEXT, '"Nobody was hurt,"', source=1, cue=1),
            clause(TEXT, "that the gate had been sold.", source=2, cue=2, denied=1.0),
            clause(TEXT, "Was it sold at all", own=1.0),
            clause(TEXT, "Read more: Ten locks to see", own=1.0),
        ),
        mentions=(mention(TEXT, "Lena Orr"), mention(TEXT, "she"), mention(TEXT, "Odo Marr")),
        cues=cues,
        names=(),
    )


def test_statements() -> None:
    reading = resolve(make_document(), {Part.TEXT: make_scan()}, reader="r")
    assert [(s.text, s.chain[-1].name, s.certainty) for s in reading.statements] == [
        ("The lock at Merrow broke on Sunday", "Lena Orr", Certainty.ATTRIBUTED),
        ("Nobody was hurt", "Lena Orr", Certainty.ATTRIBUTED),
        ("the gate had been sold", "Odo Marr", Certainty.DENIED),
    ]
    second = reading.statements[1].chain[-1]
    assert second.mention == Span(part=Part.TEXT, start=TEXT.index("she"), stop=TEXT.index("she") + 3)
    assert second.named_at == Span(part=Part.TEXT, start=TEXT.index("Lena"), stop=TEXT.index("Lena") + 8)
    assert all(link.reason for s in reading.statements for link in s.chain)


def test_furniture_makes_no_statement() -> None:
    start, stop = at(TEXT, "The lock at Merrow broke on Sunday")
    furniture = (
        Furniture(span=Span(part=Part.TEXT, start=start, stop=stop), kind=FurnitureKind.CAPTION, reason="a caption"),
    )
    reading = resolve(make_document(furniture=furniture), {Part.TEXT: make_scan()}, reader="r")
    assert "The lock at Merrow broke on Sunday" not in [s.text for s in reading.statements]
    assert reading.furniture == furniture


HEADLINES = [
    ("Lock at Merrow broke on Sunday", None, Certainty.ASSERTED, False),
    ("Lock at Merrow broke on Sunday, says Orr", "Orr", Certainty.ATTRIBUTED, True),
    ("Town plans a market", None, Certainty.ASSERTED, True),
]


@pytest.mark.parametrize(("headline", "source", "certainty", "credited"), HEADLINES)
def test_headline(headline: str, source: str | None, certainty: Certainty, credited: bool) -> None:
    words = headline.split(",")[0]
    mentions = (mention(headline, source),) if source else ()
    cues = (Cue(start=headline.index("says"), stop=headline.index("says") + 4),) if source else ()
    top = Scan(
        part=Part.HEADLINE,
        clauses=(
            clause(
                headline, words, own=0.0 if source else 0.5, source=0 if source else None, cue=0 if source else None
            ),
        ),
        mentions=mentions,
        cues=cues,
        names=(),
    )
    document = make_document(headline=headline)
    statement = resolve(document, {Part.HEADLINE: top, Part.TEXT: make_scan()}, reader="r").statements[0]
    assert (statement.part, statement.certainty, statement.credited) == (Part.HEADLINE, certainty, credited)
    assert (len(statement.chain) == 2) == headline.startswith("Lock")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The gate broke."', "The gate broke"),
        ("that the gate broke.", "the gate broke"),
        ("  the gate broke , ", "the gate broke"),
        ('the gate was "gone"', 'the gate was "gone"'),
        ("in the U.S.", "in the U.S."),
        ("“The gate”, she said, “broke”", "“The gate”, she said, “broke”"),
        (" . ", ""),
    ],
)
def test_trim(text: str, expected: str) -> None:
    start, stop = trim(text, 0, len(text))
    assert text[start:stop] == expected


def noise(seed: int) -> Iterator[Scan]:
    """Scans that no encoder should give, and one might."""
    rng = random.Random(seed)

    def span() -> tuple[int, int]:
        start = rng.randrange(len(TEXT) - 1)
        return start, rng.randrange(start + 1, min(len(TEXT), start + 60) + 1)

    def pick(n: int) -> int | None:
        return rng.randrange(n) if n and rng.random() < 0.7 else None

    for _ in range(40):
        mentions, cues = (
            sorted(span() for _ in range(rng.randrange(7))),
            sorted(span() for _ in range(rng.randrange(5))),
        )
        yield Scan(
            part=Part.TEXT,
            clauses=tuple(
                Clause(pieces=(p,), own=rng.random(), continued=rng.random(), hedged=rng.random(), denied=rng.random(),
                       source=pick(len(mentions)), cue=pick(len(cues)), score=rng.random())
                for p in sorted(span() for _ in range(rng.randrange(8)))
            ),
            mentions=tuple(
                Mention(start=a, stop=b, kinds={k: rng.random() for k in Kind if k is not Kind.OUTLET}, via=pick(len(mentions))) for a, b in mentions
            ),
            cues=tuple(Cue(start=a, stop=b, denies=rng.random()) for a, b in cues),
            names=(),
            furniture=tuple([span()] if rng.random() < 0.3 else []),
        )  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_any_scan(seed: int) -> None:
    document = make_document()
    for scan in noise(seed):
        reading = resolve(document, {Part.TEXT: scan}, reader="r")
        assert reading == resolve(document, {Part.TEXT: scan}, reader="r")
        assert len({s.id for s in reading.statements}) == len(reading.statements)
        for n, s in enumerate(reading.statements):
            assert s.text == " ".join(document.words(p) for p in s.spans) and s.text.strip()
            assert s.chain[0].kind is Kind.OUTLET and all(k.kind is not Kind.OUTLET for k in s.chain[1:])
            for other in reading.statements[n + 1 :]:
                shared = min(s.stop, other.stop) - max(s.start, other.start)
                whole = max(s.stop, other.stop) - min(s.start, other.start)
                same = [(k.kind, k.name) for k in s.chain] == [(k.kind, k.name) for k in other.chain]
                assert not (same and shared / whole > 0.5)


def test_a_headline_that_credits_nobody_is_not_given_a_speaker_on_a_word_or_two() -> None:
    """However sure the encoder is that it isn't the outlet's own voice."""
    words = "Merrow boat crews race round seven grey islands against strong tides"
    scan = Scan(part=Part.HEADLINE, clauses=(clause(words, words, own=0.0),), mentions=(), cues=(), names=())
    document = make_document(headline=words)
    reading = resolve(document, {Part.TEXT: make_scan(), Part.HEADLINE: scan}, reader="test")
    (statement,) = [s for s in reading.statements if s.part is Part.HEADLINE]
    assert [k.name for k in statement.chain] == ["Quayside Post"]


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("who asked not to be named because they feared for their posts", True),
        ("who spoke on condition of anonymity", True),
        ("who declined to be identified", True),
        ("whom it did not name", True),
        ("it did not name", True),
        ("it did not name a successor", False),
        ("she asked to be named in the will", False),
        ("he refused to be named captain of the squad", False),
        ("the minister asked not to be disturbed", False),
    ],
)
def test_what_a_source_asks_for_is_no_statement(words: str, is_one: bool) -> None:
    assert (lexicon.UNNAMED.fullmatch(words) is not None) is is_one


def test_a_denial_ends_where_another_credit_begins() -> None:
    text = "Odo Marr disputed the length of the lease. He told the board that it ran for 30 years."
    scan = Scan(
        part=Part.TEXT,
        clauses=(
            clause(text, "the length of the lease", source=0, cue=0, denied=1.0),
            clause(text, "it ran for 30 years", source=0, cue=0, denied=1.0),
        ),
        mentions=(mention(text, "Odo Marr"),),
        cues=(Cue(start=at(text, "disputed")[0], stop=at(text, "disputed")[1], denies=1.0),),
        names=(),
    )
    empty = Scan(part=Part.HEADLINE, clauses=(), mentions=(), cues=(), names=())
    reading = resolve(make_document(text=text), {Part.TEXT: scan, Part.HEADLINE: empty}, reader="r")
    assert [(s.text, s.certainty) for s in reading.statements] == [
        ("the length of the lease", Certainty.DENIED),
        ("it ran for 30 years", Certainty.ATTRIBUTED),
    ]
