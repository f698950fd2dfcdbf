"""How a program adds documents: it sends files or addresses, and watches the job that reads them."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.datastructures import UploadFile
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile as Sent
from starlette.responses import JSONResponse

from sayso.errors import NotAllowed, UsageError
from sayso.model import to_json
from sayso.serve.api import shapes
from sayso.serve.api.requests import Writer
from sayso.serve.desk import Desk
from sayso.serve.jobs import Job

MOST_FILES = 200
"""Of one request."""

BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": shapes.Addresses.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                    "required": ["files"],
                }
            },
        },
    }
}


def add_adding(router: APIRouter, desk: Desk) -> None:
    """Adds the addresses of jobs."""

    @router.post("/jobs", response_model=shapes.JobShape, status_code=202, dependencies=[Writer], openapi_extra=BODY)
    async def add(request: Request) -> JSONResponse:
        """Adds files (`multipart/form-data`, each in a field `files`) or addresses (JSON); the job says how far they are."""
        if desk.read_only:
            raise NotAllowed(
                "This collection is shown to read only. Start `sayso serve` without --read-only to change it."
            )
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "application/json":
            try:
                given = shapes.Addresses.model_validate_json(await request.body())
            except ValidationError as error:
                raise UsageError('The body can\'t be understood. Send {"addresses": ["https://…"]}.') from error
            job = desk.jobs.add(addresses=given.addresses)
        elif kind == "multipart/form-data":
            async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES) as form:
                files = [f for f in form.getlist("files") if isinstance(f, Sent | UploadFile)]
                job = await run_in_threadpool(lambda: desk.jobs.add(files=[(f.filename or "", f.file) for f in files]))
        else:
            raise UsageError("The body can't be understood. Send files as multipart/form-data, or addresses as JSON.")
        return JSONResponse(job_record(job), 202, {"Location": f"{request.url.path}/{job.id}"})

    @router.get("/jobs", response_model=shapes.PageShape[shapes.JobShape])
    def list_jobs() -> JSONResponse:
        """The jobs of this run of the server, the last first; all on one page."""
        return JSONResponse({"items": [job_record(j) for j in desk.jobs.list()], "next": None})

    @router.get("/jobs/{job}", response_model=shapes.JobShape)
    def show_job(job: str) -> JSONResponse:
        """How far a job is."""
        return JSONResponse(job_record(desk.jobs.find(job)))


def job_record(job: Job) -> dict[str, Any]:
    """A job as JSON."""
    names = (
        "id",
        "added",
        "changed",
        "unchanged",
        "rejected",
        "statements",
        "compared",
        "to_compare",
        "claims",
    )
    return {
        **{name: getattr(job, name) for name in names},
        "state": str(job.state),
        "inputs": list(job.inputs),
        "set_aside": [to_json(r) for r in job.set_aside],
        "message": job.message,
    }
