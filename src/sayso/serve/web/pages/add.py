"""Add: files that are dropped or chosen and addresses that are pasted, how far they are, and what was set aside."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import Busy, UsageError
from sayso.export.html import Child, Html, items, join, tag
from sayso.export.words import say_count
from sayso.model import Rejected
from sayso.pipeline import Handled, Outcome
from sayso.serve.jobs import MOST_ADDRESSES, MOST_FILES, SHOWN, Job, State
from sayso.serve.linked import Linked
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import Posted, go_to, make_button, make_form
from sayso.serve.web.guard import MOST_BYTES
from sayso.serve.web.layout import show_page
from sayso.serve.web.listing import show_ways
from sayso.serve.web.reading import Opened

router = APIRouter()

PATH = "/add"

AGAIN = 3
"""Seconds after which a browser without scripts asks how far a job is."""

ON_PAGE = 50
"""Inputs set aside on one page."""

MOST_WORDS = 200_000
"""Characters of pasted addresses that are looked at."""

KINDS = ".html,.htm,.xhtml,.txt,.md,.markdown,.pdf,.docx,.json,.jsonl,.ndjson,.csv,.tsv,.xml,.rss,.atom,.warc,.arc,.gz"
"""What a browser offers to choose; what a file is, its content tells."""

SAID = {
    State.WAITING: "Waiting for another job to end",
    State.READING: "Reading",
    State.COMPARING: "Comparing with the other documents, and counting origins",
    State.DONE: "Done",
    State.STOPPED: "Stopped",
    State.FAILED: "Failed",
}
"""What a job is at, in words."""

BECAME = {
    Outcome.ADDED: "added",
    Outcome.CHANGED: "brought up to date",
    Outcome.UNCHANGED: "already there",
    Outcome.REJECTED: "set aside",
}
"""What became of an input, in words."""


@router.get(PATH)
def show(request: Request, linked: Opened) -> Response:
    """The form, the jobs of this run, and the way to what was set aside."""
    return show_add(request, linked)


def show_add(
    request: Request, linked: Linked, *, refusal: str = "", addresses: str = "", status: int = 200
) -> Response:
    """The page, with what was refused and the addresses that were pasted."""
    desk = find_bench(request).desk
    can_add = not desk.read_only
    return show_page(
        request,
        "Add",
        tag("h1", "Add reports"),
        tag("div", refusal, class_="notice", role="alert", tabindex="-1", data_notice=True) if refusal else None,
        make_adding(request, addresses)
        if can_add
        else tag("p", "This collection is shown to read only.", class_="notice"),
        show_stale(request, linked) if can_add and desk.jobs.find_running() is None else None,
        show_jobs(desk.jobs.list()),
        show_others(linked),
        here=PATH,
        status=status,
    )


def make_adding(request: Request, addresses: str) -> Html:
    """The form. Nothing in it needs a script; with one, files can be dropped and too many bytes are refused at once."""
    config = find_bench(request).desk.jobs.config
    limits = (
        "Saved pages (HTML), plain text, Markdown, PDF, DOCX, JSON, JSONL, CSV, feeds (RSS, Atom) and web archives (WARC, "
        f"ARC). At once at most {MOST_FILES} files and {to_megabytes(MOST_BYTES)}; one page at most "
        f"{to_megabytes(config.max_bytes)}. For more, use `sayso add` on this machine."
    )
    return make_form(
        request,
        PATH,
        tag(
            "div",
            tag("p", tag("label", "Files: drop them here, or choose them", for_="files")),
            tag(
                "p",
                tag(
                    "input",
                    type="file",
                    name="files",
                    id="files",
                    multiple=True,
                    accept=KINDS,
                    aria_describedby="kinds",
                ),
            ),
            tag("ul", data_chosen=True, class_="chosen"),
            tag("p", limits, class_="note", id="kinds"),
            class_="drop",
            data_drop=True,
        ),
        tag(
            "p",
            tag("label", "Addresses, each on a line of its own", for_="addresses"),
            tag(
                "textarea",
                addresses,
                name="addresses",
                id="addresses",
                rows=4,
                spellcheck="false",
                aria_describedby="fetched",
            ),
        ),
        tag(
            "p",
            f"They are fetched by this machine, at most {MOST_ADDRESSES} at once, one request at a time to each site."
            + ("" if config.allow_private else " Addresses of this machine and of private networks are set aside."),
            class_="note",
            id="fetched",
        ),
        tag("p", data_refusal=True, role="alert", class_="refusal"),
        tag("p", make_button("Add")),
        files=True,
        class_="adding",
        data_most_bytes=str(MOST_BYTES - 100_000),
        data_too_large=f"These files are larger than {to_megabytes(MOST_BYTES)} together. Send them in several parts.",
    )


def to_megabytes(count: int) -> str:
    """A number of bytes as people say it."""
    unit = 1 << 20 if count % (1 << 20) == 0 else 1_000_000
    return f"{count // unit} MB" if count >= unit else f"{count:,} bytes"


def show_stale(request: Request, linked: Linked) -> Html | None:
    """That the claims are older than the documents, and a button to make them anew."""
    if linked.store.claims_made_by() or not linked.store.catalogue.documents(limit=1).items:
        return None
    words = "The claims are older than the documents: a job ended before they were made anew. They aren’t of all that was added."
    button = make_form(request, f"{PATH}/claims", make_button("Make the claims anew"))
    return tag("div", tag("p", words), button, class_="notice stale")


def show_jobs(jobs: Iterable[Job]) -> Html | None:
    """The jobs of this run of the server."""
    entries = [
        join(tag("a", say_job(job), href=f"{PATH}/{job.id}"), ": ", SAID[job.state].lower(), f"; {say_counts(job)}")
        for job in jobs
    ]
    return join(tag("h2", "Since the server began"), items(entries)) if entries else None


def show_others(linked: Linked) -> Html:
    """The way to everything that was set aside."""
    count = linked.store.counts()["rejected"]
    words = f"{say_count(count, 'input')} set aside, with the reasons" if count else "Nothing is set aside"
    return tag("p", tag("a", words, href="/rejected") if count else f"{words}.")


@router.post(PATH)
def add(request: Request, linked: Opened, form: Posted) -> Response:
    """Begins a job, and shows how far it is."""
    desk = find_bench(request).desk
    pasted = form.get("addresses")
    words = pasted[:MOST_WORDS] if isinstance(pasted, str) else ""
    files = [
        (f.filename or "", f.file)
        for f in form.getlist("files")
        if isinstance(f, UploadFile) and (f.filename or f.size)
    ]
    try:
        job = desk.jobs.add(addresses=[line.strip() for line in words.splitlines() if line.strip()], files=files)
    except (Busy, UsageError) as error:
        if error.status == 403:
            raise
        lost = " Choose the files again, too." if files else ""
        return show_add(request, linked, refusal=f"{error}{lost}", addresses=words, status=error.status)
    return go_to(f"{PATH}/{job.id}")


@router.post(f"{PATH}/claims")
def relink(request: Request, form: Posted) -> Response:
    """Begins to make links and claims anew."""
    return go_to(f"{PATH}/{find_bench(request).desk.jobs.relink().id}")


@router.post(PATH + "/{name}/stop")
def stop(request: Request, form: Posted, name: str) -> Response:
    """Asks a job to stop."""
    jobs = find_bench(request).desk.jobs
    jobs.stop(jobs.find(name))
    return go_to(f"{PATH}/{name}")


@router.get(PATH + "/{name}")
def show_progress(request: Request, linked: Opened, name: str) -> Response:
    """How far a job is. Without scripts the page asks again by itself until it has ended."""
    job = find_bench(request).desk.jobs.find(name)
    is_ended, state = job.is_ended, job.state
    title = say_job(job)
    stopping = ", and stopping after what is in hand" if job.is_stopping and not is_ended else ""
    now = tag(
        "p",
        f"{SAID[state]}{stopping}",
        "." if is_ended else "…",
        class_="lead",
        role="status",
        id="job-state",
        data_part=True,
    )
    return show_page(
        request,
        title,
        tag("p", "Job", class_="kicker"),
        tag("h1", title),
        now if not is_ended else None,
        show_end(request, linked, job) if is_ended else make_stop(request, job),
        tag(
            "div",
            tag("p", f"{say_counts(job)}.") if job.count and not is_ended else None,
            show_bar(job) if not is_ended else None,
            show_set_aside(job),
            show_handled(job),
            id="job-so-far",
            data_part=True,
            data_live=None if is_ended else f"{PATH}/{job.id}",
        ),
        tag("p", tag("a", "Add more", href=PATH)),
        here=PATH,
        again=None if is_ended else AGAIN,
    )


def make_stop(request: Request, job: Job) -> Html:
    """A button that stops a job."""
    words = "Stop after what is in hand" if job.state is not State.WAITING else "Don’t begin"
    return make_form(
        request,
        f"{PATH}/{job.id}/stop",
        tag("p", make_button(words), " ", tag("span", "What was added stays.", class_="quiet")),
    )


def show_end(request: Request, linked: Linked, job: Job) -> Html:
    """How a job ended, and where to go from there."""
    found = job.added + job.changed
    ways = [
        tag("a", "The documents", href="/documents"),
        tag("a", "The claims", href="/claims"),
    ]
    claims = f" There are {say_count(job.claims, 'claim')} now." if job.claims is not None else ""
    return join(
        tag(
            "div",
            tag(
                "p",
                tag("b", f"{SAID[job.state]}. "),
                job.message or (f"{say_counts(job)}." if job.count else ""),
                claims,
            ),
            tag("p", [[way, " "] for way in ways]) if found or job.unchanged else None,
            class_="notice",
            role="status",
            tabindex="-1",
            data_notice=True,
        ),
        show_stale(request, linked) if find_bench(request).desk.jobs.find_running() is None else None,
    )


def say_job(job: Job) -> str:
    """What a job is to do."""
    count = len(job.inputs)
    if not count:
        return "Claims made anew"
    return f"Adding {job.inputs[0]}" + (f" and {count - 1:,} more" if count > 1 else "")


def say_counts(job: Job) -> str:
    """What a job has done so far."""
    parts = [f"{say_count(job.added, 'document')} added"]
    parts += [
        f"{count:,} {words}"
        for count, words in (
            (job.changed, "brought up to date"),
            (job.unchanged, "already there"),
            (job.rejected, "set aside"),
        )
        if count
    ]
    return f"{', '.join(parts)}; {say_count(job.statements, 'new statement')}"


def show_bar(job: Job) -> Html:
    """How far it is, where that can be known."""
    if job.state is State.COMPARING and job.to_compare:
        words = f"{job.compared:,} of {say_count(job.to_compare, 'document')} compared"
        bar = tag("progress", words, max=job.to_compare, value=job.compared, aria_label="Documents compared")
        return tag("p", bar, " ", words, class_="quiet")
    return tag("p", tag("progress", "under way", aria_label="Under way"), class_="quiet")


def show_handled(job: Job) -> Html | None:
    """What became of each input, the last ones first."""
    handled = list(job.handled)[::-1]
    entries = [say_handled(h) for h in handled if h.outcome is not Outcome.REJECTED]
    left_out = f"Only the last {SHOWN:,} are listed." if job.count > len(handled) else None
    return (
        join(tag("h2", "What was read"), tag("p", left_out, class_="note") if left_out else None, items(entries))
        if entries
        else None
    )


def say_handled(handled: Handled) -> Child:
    """One input that became a document."""
    statements = (
        f", {say_count(handled.statements, 'statement')}" if handled.outcome in (Outcome.ADDED, Outcome.CHANGED) else ""
    )
    return [tag("b", handled.input), f": {BECAME[handled.outcome]}{statements}"]


def show_set_aside(job: Job) -> Html | None:
    """What was set aside in this job, and why."""
    found = list(job.set_aside)
    if not found:
        return None
    more = f"The first {SHOWN:,} of {job.rejected:,}." if job.rejected > len(found) else None
    return join(tag("h2", "Set aside"), tag("p", more, class_="note") if more else None, list_rejected(found))


def list_rejected(rejected: Iterable[Rejected]) -> Html:
    """Inputs that were set aside, with the reasons."""
    return items([[tag("b", r.input), f" ({r.step}): {r.reason}"] for r in rejected], class_="rejected")


@router.get("/rejected")
def show_rejected(request: Request, linked: Opened, after: Annotated[str, Query(max_length=8000)] = "") -> Response:
    """Everything that was set aside, by input, a page at a time."""
    found = linked.store.catalogue.rejected(after=after or None, limit=ON_PAGE)
    return show_page(
        request,
        "Set aside",
        tag("h1", "Set aside"),
        tag(
            "p",
            "Inputs that could not become a document, with the step that set them aside. Added again, an input that can be "
            "read by then becomes one, and is crossed out here.",
            class_="note",
        ),
        list_rejected(found.items) or tag("p", "Nothing is set aside."),
        show_ways("/rejected", {"after": after}, found.after),
        here=PATH,
    )
