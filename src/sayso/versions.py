"""Several records of one page or one document, and which of them counts."""

from collections.abc import Iterable

from sayso.model import Document, Status, hash_of, to_json
from sayso.moments import to_moment


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
