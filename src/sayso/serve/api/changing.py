"""What a program can change: judgements, and what is known of a document."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from sayso.config import Config
from sayso.model import Claim, Overrule
from sayso.pipeline import mend
from sayso.pipeline.overruling import overrule as judge
from sayso.pipeline.overruling import withdraw as take_back
from sayso.serve.api import shapes
from sayso.serve.api.requests import Writer, make_tag, open_writing
from sayso.serve.changes import find_changes
from sayso.serve.desk import Desk
from sayso.serve.records import claim_record, document_record, overrule_record
from sayso.store import Store


def add_changing(router: APIRouter, desk: Desk) -> None:
    """Adds the addresses that change something."""

    @router.post("/overrules", response_model=shapes.Judged, status_code=201, dependencies=[Writer])
    def overrule(request: Request, judgement: shapes.Judgement) -> JSONResponse:
        """Judges otherwise than the machine; the counts follow at once."""
        with open_writing(desk, request) as store:
            before = store.claims()
            made = judge(
                store,
                judgement.ruling,
                judgement.named,
                words=judgement.words,
                note=judgement.note.strip(),
                by=judgement.by.strip(),
            )
            return answer(desk, store, judged_record(store, made, before), status=201)

    @router.delete("/overrules/{number}", response_model=shapes.Judged, dependencies=[Writer])
    def withdraw(request: Request, number: int) -> JSONResponse:
        """Takes a judgement back; it stays in the list, as withdrawn."""
        with open_writing(desk, request) as store:
            before = store.claims()
            taken = take_back(store, number)
            return answer(desk, store, judged_record(store, [taken], before))

    @router.patch("/documents/{document}", response_model=shapes.DocumentShape, dependencies=[Writer])
    def set_fields(request: Request, document: str, fields: shapes.Mending) -> JSONResponse:
        """Says what a field of a document is, or takes it back (null); the document is read again, and the counts follow."""
        given = {name: getattr(fields, name) for name in fields.model_fields_set}
        config = Config.load({"collection": desk.collection})
        with open_writing(desk, request) as store:
            found = store.find_document(document)
            if given:
                changes = {name: value for name, value in given.items() if value is not None}
                withdrawn = [name for name, value in given.items() if value is None]
                mend(store, found.id, config=config, changes=changes, withdraw=withdrawn)
            record = document_record(
                store.document(found.id),
                latest=store.catalogue.document_entry(found.id).latest,
                amended=store.amendments(found.id),
            )
            return answer(desk, store, record)


def judged_record(store: Store, made: list[Overrule], before: list[Claim]) -> dict[str, Any]:
    """Judgements, and what became of the claims."""
    documents = store.catalogue.read_documents(a.document for o in made for a in o.subjects)
    changes = find_changes(before, store.claims())
    return {
        "overrules": [overrule_record(o, documents) for o in made],
        "changes": [
            {"before": [claim_record(c) for c in x.before], "after": [claim_record(c) for c in x.after]}
            for x in changes
        ],
    }


def answer(desk: Desk, store: Store, record: dict[str, Any], *, status: int = 200) -> JSONResponse:
    """What was changed, with the ETag of the new state, which the next change can name."""
    return JSONResponse(record, status, {"ETag": make_tag(desk, store.stamp())})
