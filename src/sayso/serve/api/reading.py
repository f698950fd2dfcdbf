"""What a program can read: each list by page, each thing by its id."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import JSONResponse

from sayso.catalogue.claims import Filters, Order
from sayso.catalogue.ends import ENDS
from sayso.catalogue.sources import Group
from sayso.errors import NotFound
from sayso.model import Certainty, Document, Statement, to_json
from sayso.moments import to_moment
from sayso.serve.api import shapes
from sayso.serve.api.cursors import make_cursor, read_cursor
from sayso.serve.api.requests import Cursor, Limit
from sayso.serve.desk import Desk
from sayso.serve.linked import Around, Linked
from sayso.serve.records import (
    claim_record,
    document_record,
    overrule_record,
    reading_record,
    reuse_record,
    statement_record,
    story_record,
)
from sayso.serve.sources import source_record
from sayso.serve.voices import voice_entry_record
from sayso.serve.why import why_record
from sayso.store.tables import VERSION

End = Literal["own voice", "person", "organisation", "publication", "anonymous", "undetermined"]

Outlet = Annotated[str | None, Query(max_length=500, description="of this outlet only")]
Since = Annotated[str | None, Query(max_length=100, description="published then or later, as 2031-03-02")]
Until = Annotated[str | None, Query(max_length=100, description="published until then")]
AllVersions = Annotated[bool, Query(description="older versions of pages too")]


def add_reading(router: APIRouter, desk: Desk) -> None:
    """Adds the addresses that are read."""

    @router.get("/collection", response_model=shapes.CollectionShape)
    def collection() -> JSONResponse:
        """What the collection holds, and what it rests on."""
        with desk.read() as linked:
            return JSONResponse(collection_record(linked, name=desk.collection.stem))

    @router.get("/documents", response_model=shapes.PageShape[shapes.DocumentShape])
    def documents(
        outlet: Outlet = None,
        since: Since = None,
        until: Until = None,
        all_versions: AllVersions = False,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """The documents, by time of publication, unknown last."""
        after = read_cursor(cursor, of="documents")
        with desk.read() as linked:
            page = linked.store.catalogue.documents(
                outlet=outlet, since=since, until=until, all_versions=all_versions, after=after, limit=limit
            )
            found = linked.store.catalogue.read_documents(e.document for e in page.items)
            records = [
                document_record(found[e.document], latest=e.latest, amended=linked.store.amendments(e.document))
                for e in page.items
            ]
        return make_page(records, page.after, of="documents")

    @router.get("/documents/{document}", response_model=shapes.ReadingShape)
    def document(document: str) -> JSONResponse:
        """A document with its text and everything that was read in it; by its id, or the beginning of it."""
        with desk.read() as linked:
            found = linked.store.find_document(document)
            record = reading_record(
                found,
                linked.reading(found),
                amended=linked.store.amendments(found.id),
                latest=linked.store.catalogue.document_entry(found.id).latest,
            )
        return JSONResponse(record)

    @router.get("/statements", response_model=shapes.PageShape[shapes.StatementShape])
    def statements(
        document: Annotated[str | None, Query(max_length=2000, description="of this document only")] = None,
        outlet: Outlet = None,
        certainty: Annotated[Certainty | None, Query(description="of this certainty only")] = None,
        end: Annotated[End | None, Query(description="only those with this at the end of their chain")] = None,
        all_versions: AllVersions = False,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """What the documents say and on whose word, by time of publication, then by place."""
        after = read_cursor(cursor, of="statements")
        with desk.read() as linked:
            store = linked.store
            page = store.catalogue.statements(
                document=store.find_document(document).id if document is not None else None,
                outlet=outlet,
                certainty=certainty,
                end=end,
                all_versions=all_versions,
                after=after,
                limit=limit,
            )
            records = statement_records(linked, (e.statement for e in page.items))
        return make_page(records, page.after, of="statements")

    @router.get("/statements/{statement}", response_model=shapes.StatementShape)
    def statement(statement: str) -> JSONResponse:
        """A statement; by its id, or the beginning of it."""
        with desk.read() as linked:
            (record,) = statement_records(linked, [linked.store.find_statement(statement).id])
        return JSONResponse(record)

    @router.get("/claims", response_model=shapes.PageShape[shapes.ClaimShape])
    def claims(
        order: Annotated[Order, Query(description="what stands first")] = Order.REPEATED,
        worth_a_look: Annotated[
            bool, Query(description="only those of several documents, or with an origin in doubt")
        ] = False,
        entity: Annotated[
            str | None, Query(max_length=500, description="only those that speak of this name, or lead to it")
        ] = None,
        outlet: Outlet = None,
        since: Since = None,
        until: Until = None,
        text: Annotated[
            str | None, Query(max_length=500, description="only those with these words in one statement")
        ] = None,
        document: Annotated[
            str | None, Query(max_length=2000, description="only those that this document makes or denies")
        ] = None,
        source: Annotated[
            str | None,
            Query(max_length=200, description="only those that rest on this source (`source` in its record)"),
        ] = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """All statements that assert the same thing, with how many origins stand behind them."""
        of = f"claims {order}"
        after = read_cursor(cursor, of=of)
        filters = Filters(entity=entity, outlet=outlet, since=since, until=until, text=text)
        with desk.read() as linked:
            store = linked.store
            page = store.catalogue.claims(
                order=order,
                filters=filters,
                worth=worth_a_look,
                document=store.find_document(document).id if document is not None else None,
                source=store.catalogue.source(source).source if source is not None else None,
                after=after,
                limit=limit,
            )
            found = store.catalogue.read_claims(e.claim for e in page.items)
        return make_page([claim_record(c) for c in found.values()], page.after, of=of)

    @router.get("/claims/{claim}", response_model=shapes.ClaimShape)
    def claim(claim: str) -> JSONResponse:
        """A claim; by its id, the beginning of it, or the id of one of its statements."""
        with desk.read() as linked:
            return JSONResponse(claim_record(linked.store.find_claim(claim)))

    @router.get("/claims/{claim}/why", response_model=shapes.WhyShape)
    def why(claim: str) -> JSONResponse:
        """Everything that a claim's interval rests on: origins, followed chains, relations, each with its words and reason."""
        with desk.read() as linked:
            around = Around(linked, linked.store.find_claim(claim))
            return JSONResponse(why_record(around, linked.overrules))

    @router.get("/sources", response_model=shapes.PageShape[shapes.SourceShape])
    def sources(
        group: Annotated[Group | None, Query(description="of this group only")] = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """On whom the collection leans, the one without whom most claims would have no origin first.

        Outlets in their own voice are counted together: nothing here ranks outlets.
        """
        with desk.read() as linked:
            page = linked.store.catalogue.sources(group=group, after=read_cursor(cursor, of="sources"), limit=limit)
        return make_page([source_record(e) for e in page.items], page.after, of="sources")

    @router.get("/sources/{source}", response_model=shapes.SourceShape)
    def source(source: str) -> JSONResponse:
        """A source by its name (`source`) or its origin's id; `/claims?source=` lists all that rests on it."""
        with desk.read() as linked:
            return JSONResponse(source_record(linked.store.catalogue.source(source)))

    @router.get("/voices", response_model=shapes.PageShape[shapes.VoiceShape])
    def voices(
        quoted: Annotated[
            bool | None, Query(description="only those whom a document quotes, or only the others")
        ] = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """Who is spoken about, those whom no document here quotes first."""
        with desk.read() as linked:
            page = linked.store.catalogue.voices(quoted=quoted, after=read_cursor(cursor, of="voices"), limit=limit)
            entities = linked.store.catalogue.entities(e.entity for e in page.items)
        records = [voice_entry_record(e, entities[e.entity]) for e in page.items]
        return make_page(records, page.after, of="voices")

    @router.get("/voices/{entity}", response_model=shapes.VoiceShape)
    def voice(entity: str) -> JSONResponse:
        """Somebody who is spoken about, by id."""
        with desk.read() as linked:
            found = linked.store.catalogue.voice(entity)
            if found is None:
                raise NotFound(f"{entity}: no statement speaks of anybody with this id. `sayso voices` lists who is.")
            return JSONResponse(voice_entry_record(found, linked.store.catalogue.entity(entity)))

    @router.get("/voices/{entity}/statements", response_model=shapes.PageShape[shapes.StatementShape])
    def voice_statements(
        entity: str,
        credited: Annotated[
            bool | None, Query(description="only those on their word, or only those that name them")
        ] = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """The statements that name somebody or are on their word, by time."""
        of = f"voice {entity}"
        with desk.read() as linked:
            linked.store.catalogue.entity(entity)
            page = linked.store.catalogue.entity_statements(
                entity, credited=credited, after=read_cursor(cursor, of=of), limit=limit
            )
            records = statement_records(linked, (e.statement for e in page.items))
        return make_page(records, page.after, of=of)

    @router.get("/reuse", response_model=shapes.PageShape[shapes.ReuseShape])
    def reuse(
        document: Annotated[
            str | None, Query(max_length=2000, description="only where this document repeats or is repeated")
        ] = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """Which document repeats passages of which, by time of the document that repeats."""
        with desk.read() as linked:
            store = linked.store
            page = store.catalogue.reuses(
                document=store.find_document(document).id if document is not None else None,
                after=read_cursor(cursor, of="reuse"),
                limit=limit,
            )
            found = store.catalogue.read_reuses((e.document, e.source) for e in page.items)
            ends = store.catalogue.read_documents(d for r in found for d in (r.document, r.source))
        records = [reuse_record(r, ends) for r in found if r.document in ends and r.source in ends]
        return make_page(records, page.after, of="reuse")

    @router.get("/stories", response_model=shapes.PageShape[shapes.StoryShape])
    def stories(
        least: Annotated[int, Query(ge=1, le=1_000_000_000, description="of at least so many documents")] = 1,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """Documents on one matter, the largest story first."""
        with desk.read() as linked:
            catalogue = linked.store.catalogue
            page = catalogue.stories(least=least, after=read_cursor(cursor, of="stories"), limit=limit)
            found = catalogue.read_stories(e.story for e in page.items)
            inside = catalogue.read_documents(d for s in found.values() for d in s.documents)
        ordered = {d.id: d for d in sort_documents(inside.values())}
        return make_page([story_record(s, ordered) for s in found.values()], page.after, of="stories")

    @router.get("/rejected", response_model=shapes.PageShape[shapes.RejectedShape])
    def rejected(cursor: Cursor = None, limit: Limit = 50) -> JSONResponse:
        """The inputs that were set aside, each with the step that did it and the reason."""
        with desk.read() as linked:
            page = linked.store.catalogue.rejected(after=read_cursor(cursor, of="rejected"), limit=limit)
        return make_page([to_json(r) for r in page.items], page.after, of="rejected")

    @router.get("/overrules", response_model=shapes.PageShape[shapes.OverruleShape])
    def overrules() -> JSONResponse:
        """What persons judged otherwise than the machine, withdrawn judgements too; all on one page."""
        with desk.read() as linked:
            made = linked.overrules
            about = linked.store.catalogue.read_documents(a.document for o in made for a in o.subjects)
        return make_page([overrule_record(o, about) for o in made], None, of="overrules")


def make_page(records: Iterable[dict[str, Any]], after: str | None, *, of: str) -> JSONResponse:
    """A page of a list, with the cursor of the next."""
    return JSONResponse({"items": list(records), "next": make_cursor(after, of=of)})


def statement_records(linked: Linked, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Statements as JSON, as linking takes them, in the order given."""
    found: list[Statement] = list(linked.read_statements(ids).values())
    documents = linked.store.catalogue.read_documents(s.document for s in found)
    return [statement_record(documents[s.document], s) for s in found]


def sort_documents(documents: Iterable[Document]) -> list[Document]:
    """Documents by time of publication, unknown last, then id, as the store gives them."""

    def rank(document: Document) -> tuple[bool, float, str]:
        moment = to_moment(document.published)
        return moment == float("-inf"), moment, document.id

    return sorted(documents, key=rank)


def collection_record(linked: Linked, *, name: str) -> dict[str, Any]:
    """What a collection holds, in numbers, and what made it."""
    store = linked.store
    counts: dict[str, dict[str, int]] = {}
    for kind in ("all", "certainty", "end"):
        counts[kind] = {t.name: t.count for t in store.catalogue.tallies(kind)}
    kinds = ("documents", "older versions", "outlets", "statements", "claims", "worth a look", "stories", "reuses")
    return {
        "name": name,
        **{kind.replace(" ", "_"): counts["all"].get(kind, 0) for kind in (*kinds, "entities")},
        "rejected": store.count_rejected(),
        "certainty": {str(c): counts["certainty"].get(c, 0) for c in Certainty},
        "end": {e: counts["end"].get(e, 0) for e in ENDS},
        "points": [to_json(p) for p in store.catalogue.points()],
        "read_by": store.readers(),
        "claims_made_by": store.claims_made_by(),
        "schema": VERSION,
        "sayso": version("sayso"),
        "stamp": store.stamp(),
    }
