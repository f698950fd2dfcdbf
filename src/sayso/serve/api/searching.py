"""Full-text search for programs."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import JSONResponse

from sayso.model import Certainty
from sayso.serve.api import shapes
from sayso.serve.api.cursors import make_cursor, read_cursor
from sayso.serve.api.reading import AllVersions, End, Outlet, Since, Until, statement_records
from sayso.serve.api.requests import Cursor, Limit
from sayso.serve.desk import Desk
from sayso.serve.linked import Linked
from sayso.store.search import Hits, Narrowing, Piece, read_question

KINDS = ("documents", "statements", "names")


def add_searching(router: APIRouter, desk: Desk) -> None:
    """Adds the address of searches."""

    @router.get("/search", response_model=shapes.SearchShape)
    def search(
        q: Annotated[
            str, Query(max_length=500, description='words that must all be there; "words in quotation marks" together')
        ],
        kind: Annotated[
            Literal["documents", "statements", "names"] | None,
            Query(description="of this kind only; needed with `cursor`"),
        ] = None,
        outlet: Outlet = None,
        since: Since = None,
        until: Until = None,
        certainty: Annotated[list[Certainty], Query(description="statements of one of these certainties")] = [],  # noqa: B006
        end: Annotated[list[End], Query(description="statements with one of these at the end of their chain")] = [],  # noqa: B006
        all_versions: AllVersions = False,
        cursor: Cursor = None,
        limit: Limit = 20,
    ) -> JSONResponse:
        """Documents, statements and names that have all the words; the last word may be unfinished. No syntax can be wrong."""
        question = read_question(q)
        after = read_cursor(cursor, of=f"search {kind}")
        narrowing = Narrowing(
            outlet=outlet,
            since=since,
            until=until,
            certainties=tuple(map(str, certainty)),
            ends=tuple(end),
            all_versions=all_versions,
        )
        found: dict[str, Any] = dict.fromkeys(KINDS)
        with desk.read() as linked:
            store = linked.store.search
            if kind in (None, "documents"):
                hits = store.documents(question, narrowing, after=after, limit=limit)
                found["documents"] = hits_record(hits, document_hits(linked, hits), of="search documents")
            if kind in (None, "statements"):
                hits = store.statements(question, narrowing, after=after, limit=limit)
                found["statements"] = hits_record(hits, statement_hits(linked, hits), of="search statements")
            if kind in (None, "names"):
                hits = store.names(question, limit=limit)
                found["names"] = hits_record(hits, name_hits(linked, hits), of="search names")
        return JSONResponse({"searched_for": str(question), **found})


def hits_record(hits: Hits, items: list[dict[str, Any]], *, of: str) -> dict[str, Any]:
    """Hits of one kind as JSON."""
    facets = ("outlets", "certainties", "ends", "years")
    return {
        "items": items,
        "count": hits.count,
        "facets": {name: dict(getattr(hits, name)) for name in facets},
        "next": make_cursor(hits.after, of=of),
    }


def piece_records(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    """The words of a hit as JSON."""
    return [{"text": p.text, "hit": p.is_hit} for p in pieces]


def document_hits(linked: Linked, hits: Hits) -> list[dict[str, Any]]:
    """Documents found, in their words."""
    documents = linked.store.catalogue.read_documents(h.id for h in hits.items)
    shown = ("id", "url", "outlet", "published", "headline")
    return [
        {
            "document": {name: getattr(documents[h.id], name) for name in shown},
            "headline": piece_records(h.headline),
            "words": piece_records(h.words),
        }
        for h in hits.items
    ]


def statement_hits(linked: Linked, hits: Hits) -> list[dict[str, Any]]:
    """Statements found, in their words, with who said them."""
    records = {r["id"]: r for r in statement_records(linked, (h.id for h in hits.items))}
    claims = linked.store.catalogue.claims_of(records)
    return [
        {
            "statement": records[h.id],
            "claim": claims[h.id].claim if h.id in claims else None,
            "words": piece_records(h.words),
        }
        for h in hits.items
    ]


def name_hits(linked: Linked, hits: Hits) -> list[dict[str, Any]]:
    """Names found."""
    entries = linked.store.catalogue.names(h.id for h in hits.items)
    return [
        {
            "who": str(h.who),
            "id": h.id,
            "kind": entries[h.id].kind,
            "name": entries[h.id].name,
            "words": piece_records(h.words),
        }
        for h in hits.items
    ]
