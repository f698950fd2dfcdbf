"""The steps from bytes to claims, each with what it reads and writes, and the pure work between them.

Knows no store and no engine: `pipeline.py` drives these over a collection.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sayso.link import claims as linking
from sayso.model import Claim, Document, Ingested, Reading, Rejected, Statement, Status, hash_of, to_json
from sayso.weigh import origins as weighing
from sayso.weigh.names import normalise_name


@dataclasses.dataclass(frozen=True, kw_only=True)
class Step:
    """One step: what it makes of what."""

    name: str
    reads: tuple[type, ...]
    writes: tuple[type, ...]
    alone: bool
    """True where it sees one document at a time, so that many can go on side by side."""


STEPS = (
    Step(name="ingest", reads=(bytes,), writes=(Ingested, Rejected), alone=True),
    Step(name="read", reads=(Document,), writes=(Reading, Rejected), alone=True),
    Step(name="link", reads=(Statement,), writes=(Claim,), alone=False),
    Step(name="weigh", reads=(Claim, Statement, Document), writes=(Claim,), alone=False),
)

CLAIMS_VERSION = f"link {linking.VERSION}, weigh {weighing.VERSION}"
"""What the claims of a collection were made by."""


def make_claims(documents: Mapping[str, Document], statements: Iterable[Statement]) -> list[Claim]:
    """The weighed claims of some documents' statements, by id. Order of the input never matters."""
    outlets = {normalise_name(d.outlet) for d in documents.values() if d.outlet}
    return [
        weighing.weigh_claim(linking.resolve(component), component, documents, outlets)
        for component in linking.find_components(statements)
    ]


def find_latest(documents: Iterable[Document]) -> dict[str, str]:
    """Id of every document → id of the latest version of its page, which may be itself.

    It doesn't depend on the order of adding.
    """
    everything = list(documents)
    latest: dict[str, Document] = {}
    for document in everything:
        page = document.version_of or document.id
        if page not in latest or to_age(latest[page]) < to_age(document):
            latest[page] = document
    return {d.id: latest[d.version_of or d.id].id for d in everything}


def to_age(document: Document) -> tuple[float, int, str]:
    """What versions of a page are ordered by, the latest last.

    Time of publication, an unknown one before all others; then live, corrected, retracted; then the id.
    """
    return to_moment(document.published), _STATUSES.index(document.status), document.id


def to_moment(published: str | None) -> float:
    """Seconds for an ISO time of any precision, its beginning; before all others where it is unknown."""
    if published is None:
        return float("-inf")
    for text in (published, f"{published}-01", f"{published}-01-01"):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    return float("-inf")


def prefer_record(held: Document, new: Document) -> Document:
    """Which of two records of one document to keep: they differ in what is known about it, not in its words.

    The one that a publisher has since corrected or retracted, else the one that knows more, else the
    same one whichever came first.
    """
    return max((held, new), key=lambda d: (*_knowledge(d), d is held))


def _knowledge(document: Document) -> tuple[int, int, str]:
    record = {**to_json(document), "input": None}
    return (
        _STATUSES.index(document.status),
        sum(value not in (None, [], "") for value in record.values()),
        hash_of([record]),
    )


_STATUSES = (Status.LIVE, Status.CORRECTED, Status.RETRACTED)
