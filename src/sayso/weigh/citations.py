"""Rule 2: the statement that a credit to somebody who publishes here leads to."""

from collections.abc import Callable, Sequence

from sayso.model import Document, Evidence, Kind, Link, Statement
from sayso.moments import is_later, to_period
from sayso.weigh.side import Side
from sayso.weigh.step import Step


def find_cited(
    statement: Statement, link: Link, side: Side, *, prefer: Callable[[Statement], tuple[object, ...]] | None = None
) -> Step | None:
    """The step into a document that a link's entity publishes and that makes the same claim; None where none does.

    It may lead to a later document, never into the citing one. In the document, the statements go first that
    `prefer` gives least.
    """
    candidates = find_candidates(statement, link, side)
    if not candidates:
        return None
    setting = side.setting
    citing = setting.documents[statement.document]
    document, order = choose_document(citing, [setting.documents[i] for i in sorted({c.document for c in candidates})])
    target = min(
        (c for c in candidates if c.document == document.id),
        key=lambda c: (prefer(c) if prefer else (), side.prefer(statement, c)),
    )
    times = [
        Evidence(document=d.id, metadata="published", words=d.published) for d in (citing, document) if d.published
    ]
    return Step(
        target=target,
        kind="citation",
        reason=f"it credits {link.name}, whose own document here makes the same claim{order}",
        evidence=(setting.make_evidence(statement.document, link), *times),
    )


def find_candidates(statement: Statement, link: Link, side: Side) -> list[Statement]:
    """The statements of this side in documents that a link's entity publishes, the citing one left out."""
    if link.kind is Kind.PERSON:
        return []
    entity = side.setting.find_entity(statement.document, link)
    published = set(side.setting.publishers.get(entity or "", ())) - {statement.document}
    return [s for document, members in side.by_document.items() if document in published for s in members]


def choose_document(citing: Document, documents: Sequence[Document]) -> tuple[Document, str]:
    """The latest document before the citing one, else one of unknown order, else the earliest after it.

    And how it was chosen, in words; nothing where there was no choice.
    """
    if len(documents) == 1:
        return documents[0], ""
    before = [d for d in documents if _is_before(d, citing)]
    if before:
        return max(before, key=_to_order), "; of several, it is the latest before this document"
    unknown = [d for d in documents if not is_later(d.published, citing.published)]
    if unknown:
        return max(unknown, key=_to_order), "; their times don't tell which of several it means"
    return min(documents, key=_to_order), "; of several, all later, it is the earliest"


def _is_before(document: Document, citing: Document) -> bool:
    ours, theirs = to_period(document.published), to_period(citing.published)
    return ours is not None and theirs is not None and ours[0] <= theirs[0]


def _to_order(document: Document) -> tuple[float, str]:
    period = to_period(document.published)
    return period[0] if period else float("-inf"), document.id
