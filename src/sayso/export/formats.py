"""Every format that a collection can be exported in."""

import dataclasses
from collections.abc import Callable, Iterator

from sayso.export.contents import Contents
from sayso.export.csv import make_csv
from sayso.export.file import File
from sayso.export.ftm import make_ftm
from sayso.export.graphml import make_graphml
from sayso.export.jsonl import make_jsonl
from sayso.export.jsonld import make_jsonld
from sayso.export.markdown import make_markdown
from sayso.export.parquet import load_arrow, make_parquet
from sayso.export.ris import make_ris
from sayso.export.webannotation import make_webannotation


@dataclasses.dataclass(frozen=True, kw_only=True)
class Format:
    """A format: what it is called, what it gives, and how it is made."""

    name: str
    about: str
    make: Callable[[Contents], Iterator[File]]
    example: str
    """A name for what it gives."""
    check: Callable[[], object] = lambda: None
    """Raises UsageError where something that it needs is missing."""
    is_folder: bool = False
    """True where it is a folder of files; else one file, which may go to standard output."""
    ending: str = ""
    """Of its files' names."""


FORMATS = {
    f.name: f
    for f in (
        Format(
            name="csv",
            about="a folder of tables, one a type, for a spreadsheet",
            make=make_csv,
            example="ferry-csv",
            is_folder=True,
            ending=".csv",
        ),
        Format(
            name="parquet",
            about="the same tables for DuckDB, Polars or pandas",
            make=make_parquet,
            check=load_arrow,
            example="ferry-parquet",
            is_folder=True,
            ending=".parquet",
        ),
        Format(
            name="jsonl",
            about="a folder of the objects that `--json` gives",
            make=make_jsonl,
            example="ferry-jsonl",
            is_folder=True,
            ending=".jsonl",
        ),
        Format(
            name="graphml",
            about="who credits, follows and repeats whom, for Gephi and networkx",
            make=make_graphml,
            example="ferry.graphml",
        ),
        Format(
            name="ftm",
            about="a folder of FollowTheMoney entities and statements, for Aleph and OpenSanctions tools",
            make=make_ftm,
            example="ferry-ftm",
            is_folder=True,
            ending=".json",
        ),
        Format(
            name="webannotation",
            about="W3C Web Annotations on the words of statements and sources",
            make=make_webannotation,
            example="ferry-annotations.jsonld",
        ),
        Format(
            name="jsonld",
            about="linked data with schema.org and PROV-O",
            make=make_jsonld,
            example="ferry.jsonld",
        ),
        Format(
            name="ris",
            about="the documents for a reference manager",
            make=make_ris,
            example="ferry.ris",
        ),
        Format(
            name="markdown",
            about="a dossier for people",
            make=make_markdown,
            example="ferry.md",
        ),
    )
}
"""Name → format."""
