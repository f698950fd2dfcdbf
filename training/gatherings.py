"""Collections written for training: small sets of reports in which every statement of a claim is marked.

The XML files in `training/collections/`: `<collection>` of `<document outlet published>` with `<headline>` and
`<p>`; `<s c="claim" v="value" d="1">` marks the words that assert a claim (or deny it, d="1").
"""

import dataclasses
import hashlib
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from sayso.ingest.draft import Draft, make_ingested
from sayso.model import Document, Part, Span

COLLECTIONS = Path(__file__).parent / "collections"


@dataclasses.dataclass(frozen=True)
class Mark:
    """Words that assert a claim."""

    document: int
    span: Span
    claim: str
    value: str | None
    denied: bool


@dataclasses.dataclass(frozen=True)
class Gathering:
    """One collection."""

    name: str
    documents: tuple[Document, ...]
    marks: tuple[Mark, ...]

    @property
    def is_aside(self) -> bool:
        """One in eight is never trained on: measures and thresholds come from it."""
        return is_one_in_eight(self.name)


def is_one_in_eight(name: str) -> bool:
    """Whether something is left aside: by a hash of its name, so that adding another moves none."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 8 == 0


def read_gathering(path: Path) -> Gathering:
    """One file. Raises ValueError where its text would be changed by reading it in."""
    documents, marks = [], []
    for number, element in enumerate(ElementTree.parse(path).getroot().iter("document")):
        texts = {Part.HEADLINE: "", Part.TEXT: ""}
        for child in element:
            part = Part.HEADLINE if child.tag == "headline" else Part.TEXT
            before = texts[part] + ("\n\n" if texts[part] else "")
            at = len(before)
            words = ""
            for text, mark in [(child.text, None), *((t, m) for s in child for t, m in ((s.text, s), (s.tail, None)))]:
                text = " ".join(("x" + (text or "") + "x").split())[1:-1]  # inner runs of space become one
                if mark is not None:
                    start = at + len(words) + len(text) - len(text.lstrip())
                    span = Span(part=part, start=start, stop=start + len(text.strip()))
                    denied = mark.get("d") == "1"
                    marks.append(Mark(number, span, mark.get("c", ""), mark.get("v"), denied))
                words += text
            if not words[:1].strip() and words:
                raise ValueError(f"{path}: a paragraph begins with a space: {words[:40]!r}")
            texts[part] = before + words.rstrip()
        draft = Draft(
            input=f"{path.name}#{number}",
            headline=texts[Part.HEADLINE],
            text=texts[Part.TEXT],
            outlet=element.get("outlet"),
            published=element.get("published"),
            url=f"https://{path.stem}.example/{number}",
        )
        document = make_ingested(draft, b"").document
        if (document.headline, document.text) != (texts[Part.HEADLINE], texts[Part.TEXT]):
            raise ValueError(f"{path}: document {number} is changed by reading it in")
        documents.append(document)
    return Gathering(path.stem, tuple(documents), tuple(marks))


def load_gatherings(folder: Path = COLLECTIONS) -> list[Gathering]:
    """All of them, by name."""
    return [read_gathering(path) for path in sorted(folder.glob("*.xml"))]


def find_claims(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    """Claim → its marks."""
    claims: dict[str, list[Mark]] = {}
    for mark in marks:
        claims.setdefault(mark.claim, []).append(mark)
    return claims
