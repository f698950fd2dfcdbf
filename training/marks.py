"""Fully marked openings of real articles (`labels/worldwide_marks.jsonl`): offsets only, the text stays in its data set.

    python -m training.marks FOLDER [--into FILE]   add NAME.xml of the annotated articles' format, made over the
                                                    opening of the Worldwide file NAME, to the labels

A link's name is kept as the place in the text where it stands, or where the link is mentioned.
"""

import argparse
import dataclasses
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.model import Kind, Modality, Part, Polarity
from training.annotated import Article, GoldCue, GoldSource, GoldStatement, parse
from training.corpora import data_folder
from training.evaluate import REGION_OF
from training.worldwide_text import render

MARKS = Path(__file__).parent / "labels" / "worldwide_marks.jsonl"
SECOND = MARKS.with_name("worldwide_second.jsonl")  # a second reader's marks of what `worldwide.jsonl` labels


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _place_of(article: Article, statement: GoldStatement, number: int) -> tuple[int, int] | tuple[()]:
    """Where the name of a link stands, else its mention; nothing where the text has neither."""
    name = statement.chain[number - 1][1] or ""
    at = article.text.casefold().find(name.casefold()) if name else -1
    if at >= 0:
        return at, at + len(name)
    mentions = ((s.start, s.stop) for s in article.sources if (statement.id, number) in s.links)
    return next(mentions, ())


def to_row(article: Article, file: str) -> dict[str, Any]:
    """An article's marks as one row: no word of its text."""
    return {
        "file": file,
        "length": len(article.text),
        "sha256": _digest(article.text),
        "statements": [
            [
                s.id, s.pieces, [[k.value, *_place_of(article, s, n)] for n, (k, _) in enumerate(s.chain[1:], 2)],
                int(s.polarity is Polarity.DENIED), int(s.modality is Modality.HEDGED), int(s.continued),
            ]
            for s in article.statements
        ],
        "cues": [[c.start, c.stop, c.statements] for c in article.cues],
        "sources": [[s.start, s.stop, s.links] for s in article.sources],
        "furniture": [[a, b] for _, a, b in article.furniture],
    }  # fmt: skip


def from_row(row: dict[str, Any], folder: Path) -> Article:
    """The marked opening with its text from the data set. Raises ValueError where that has changed."""
    text = render((folder / row["file"]).read_text(encoding="utf-8"))[0][: row["length"]]
    if _digest(text) != row["sha256"]:
        raise ValueError(f"{row['file']}: the text is not the one that was marked")
    return Article(
        name=row["file"], outlet="", url="", published="", byline="", genre="", headline="", text=text,
        region=REGION_OF.get(row["file"].split("_")[0], "other"),
        statements=tuple(
            GoldStatement(
                id=id, part=Part.TEXT, pieces=tuple((a, b) for a, b in pieces),
                chain=((Kind.OUTLET, None), *((Kind(kind), text[slice(*at)] if at else None) for kind, *at in links)),
                polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
                modality=Modality.HEDGED if hedged else Modality.PLAIN, continued=bool(continued),
            )
            for id, pieces, links, denied, hedged, continued in row["statements"]
        ),
        cues=tuple(GoldCue(Part.TEXT, a, b, tuple(ids)) for a, b, ids in row["cues"]),
        sources=tuple(GoldSource(Part.TEXT, a, b, tuple((i, n) for i, n in links)) for a, b, links in row["sources"]),
        furniture=tuple((Part.TEXT, a, b) for a, b in row["furniture"]),
    )  # fmt: skip


def read_marks(folder: Path | None = None, *, marks: Path = MARKS) -> list[Article]:
    """All marked openings of a file of marks, given the folder of Worldwide's files."""
    rows = marks.read_text(encoding="utf-8").splitlines()
    return [from_row(json.loads(row), folder or data_folder() / "worldwide") for row in rows]


def make_rows(paths: Iterable[Path], folder: Path) -> Iterable[dict[str, Any]]:
    """Rows of marked XML files. Raises ValueError where a file's text is not the opening of its article."""
    for path in paths:
        file = path.name.removesuffix(".xml").removesuffix(".txt")
        article = parse(path)
        text = render((folder / file).read_text(encoding="utf-8"))[0]
        if not text.startswith(article.text):
            raise ValueError(f"{path.name}: its text is not the opening of {file}")
        yield to_row(dataclasses.replace(article, name=file), file)


def main() -> None:
    """Add marked files to the labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--into", type=Path, default=MARKS)
    options = parser.parse_args()
    known = options.into.read_text(encoding="utf-8").splitlines() if options.into.exists() else []
    rows = {json.loads(row)["file"]: row for row in known}
    for row in make_rows(sorted(options.folder.glob("*.xml")), data_folder() / "worldwide"):
        rows[row["file"]] = json.dumps(row, separators=(",", ":"))
    options.into.write_text("".join(f"{rows[file]}\n" for file in sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} marked openings in {options.into}")


if __name__ == "__main__":
    main()
