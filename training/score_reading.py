"""The product's own reading, measured on annotated articles and on our labels of real ones."""

import dataclasses
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.ingest.records import make_record
from sayso.model import Document, Ingested, Kind, Link, Modality, Part, Polarity, Reading, Span, Statement
from sayso.read.network import Network
from sayso.read.reader import Reader
from training import annotated
from training.annotated import Article, GoldStatement
from training.corpora import data_folder
from training.marks import SECOND, read_marks
from training.score_annotated import score
from training.worldwide_text import render

LABELS = Path(__file__).parent / "labels" / "worldwide.jsonl"


def ingest(article: Article) -> Document:
    """The article's document, made as the product makes it from a JSON record."""
    record = {f: getattr(article, f) for f in ("outlet", "url", "published", "byline", "headline", "text")}
    made = make_record(record, article.name, raw=b"", media_type="application/json")
    if not isinstance(made, Ingested):
        raise ValueError(f"{article.name}: {made.reason}")
    return made.document


def measure_annotated(folder: Path | None, model: Path | None, threads: int) -> dict[str, Any]:
    """Figures on a folder of annotated articles; without one, on the fifth that training leaves aside."""
    articles = annotated.load(folder) if folder else annotated.development(annotated.load())
    reader = Reader(Network(model, threads=threads))
    return score(articles, [reader.read(ingest(a)) for a in articles])


def measure_aside(folder: Path | None, model: Path | None, threads: int) -> dict[str, Any]:
    """Figures on our own annotated fiction and marked openings of real articles, of each the part left out of training."""
    reader = Reader(Network(model, threads=threads))
    sets = {"fiction": annotated.load(annotated.ARTICLES), "real": read_marks(folder or data_folder() / "worldwide")}
    aside = {name: [a for a in articles if annotated.is_aside(a)] for name, articles in sets.items()}
    return {name: score(articles, [reader.read(ingest(a)) for a in articles]) for name, articles in aside.items()}


def read_labels(folder: Path) -> list[tuple[Article, int, list[tuple[int, int]]]]:
    """Labelled articles, how far each is labelled, and its unsettled places. Raises ValueError where a text has changed."""
    rows = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        text, _ = render((folder / label["file"]).read_text(encoding="utf-8"))
        if hashlib.sha256(text.encode()).hexdigest() != label["sha256"]:
            raise ValueError(f"{label['file']}: the text is not the one that was labelled")
        statements = []
        for n, s in enumerate(label["statements"]):
            chain: list[tuple[Kind, str | None]] = [(Kind.OUTLET, None)]
            for link in s["chain"]:
                where = link["name"] or link["mention"]
                chain.append((Kind(link["kind"]), text[slice(*where)] if where else None))
            statements.append(
                GoldStatement(
                    id=str(n), part=Part.TEXT, pieces=tuple((a, b) for a, b in s["spans"]), chain=tuple(chain),
                    polarity=Polarity(s["polarity"]), modality=Modality(s["modality"]), continued=s["continued"],
                )
            )  # fmt: skip
        article = Article(
            name=label["file"], outlet="The outlet", url=f"https://outlet.example/{label['file']}", published="", byline="",
            region=label["region"], genre="", headline="", text=text, statements=tuple(statements), cues=(), sources=(), furniture=(),
        )  # fmt: skip
        rows.append((article, label["read_to"], [(a, b) for a, b in label["unsettled"]]))
    return rows


def _credited(reading: Reading, read_to: int, unsettled: list[tuple[int, int]]) -> Reading:
    """Only what the labels cover: credited statements, in the labelled part, away from unsettled places."""
    kept = tuple(
        s for s in reading.statements
        if len(s.chain) > 1 and s.stop <= read_to and not any(s.start < b and a < s.stop for a, b in unsettled)
    )  # fmt: skip
    return dataclasses.replace(reading, statements=kept)


def _score_labels(folder: Path, read: Callable[[Article], Reading]) -> dict[str, Any]:
    gold, said = [], []
    for article, read_to, unsettled in read_labels(folder):
        settled = tuple(g for g in article.statements if not any(g.start < b and a < g.stop for a, b in unsettled))
        gold.append(dataclasses.replace(article, statements=settled))
        said.append(_credited(read(article), read_to, unsettled))
    return score(gold, said)


def measure_labels(folder: Path | None, model: Path | None, threads: int) -> dict[str, Any]:
    """Figures on real articles: credited statements only, since own voice is not labelled there."""
    reader = Reader(Network(model, threads=threads))
    return _score_labels(folder or data_folder() / "worldwide", lambda article: reader.read(ingest(article)))


def measure_agreement(folder: Path | None, model: Path | None, threads: int) -> dict[str, Any]:
    """The same figures for a second reader, who labelled the same articles blind: how far two people agree."""
    folder = folder or data_folder() / "worldwide"
    second = {a.name: a for a in read_marks(folder, marks=SECOND)}
    return _score_labels(folder, lambda article: to_reading(second[article.name]))


def to_reading(article: Article) -> Reading:
    """An article's marks as if a reader had found them."""
    statements = tuple(
        Statement(
            id=s.id, document=article.name, spans=tuple(Span(part=s.part, start=a, stop=b) for a, b in s.pieces), text="",
            chain=tuple(Link(kind=kind, name=name, mention=None) for kind, name in s.chain),
            polarity=s.polarity, modality=s.modality, continued=s.continued,
        )
        for s in article.statements
    )  # fmt: skip
    return Reading(document=article.name, reader="a person", statements=statements)
