"""What is known of a document beside its words, mended by a person: the forms, and what was filled in."""

from collections.abc import Mapping

from starlette.datastructures import FormData
from starlette.requests import Request

from sayso.errors import UsageError
from sayso.export.html import Child, Html, join, tag
from sayso.export.words import time_in_words
from sayso.model import Document, Status
from sayso.serve.web.forms import make_button, make_form, read_field
from sayso.store.amendments import FIELDS

FILLED = {"outlet": "Outlet", "published": "Time of publication", "byline": "Author line"}
"""Field that is filled in → its name."""

NAMES = {**FILLED, "status": "Status"}


def show_mending(request: Request, document: Document, original: Document, set_: Mapping[str, str], seen: str) -> Html:
    """The forms: marking, filling in, and taking back what a person set. `original` is the document as it was read in."""
    return join(
        show_marking(request, document, seen),
        show_filling(request, document, seen),
        [show_taking_back(request, field, original, document, seen) for field in FIELDS if field in set_],
    )


def show_marking(request: Request, document: Document, seen: str) -> Html:
    """The buttons that say what the publisher has done with it since."""
    words = {
        Status.CORRECTED: "Mark as corrected",
        Status.RETRACTED: "Mark as retracted",
        Status.LIVE: "Mark as neither",
    }
    buttons: list[Child] = [
        [make_button(said, name="mark", value=str(status)), " "]
        for status, said in words.items()
        if status is not document.status
    ]
    return make_form(
        request,
        f"/documents/{document.id}/set",
        tag(
            "p",
            "Whoever rests on a corrected or retracted document is shown so; it still counts.",
            class_="note",
        ),
        tag("p", buttons),
        seen=seen,
        class_="marking",
    )


def show_filling(request: Request, document: Document, seen: str) -> Html:
    """The fields that can be filled in; the text is read again with what they say."""
    hints = {"published": "2031-03-02 or 2031-03-02T08:00:00Z"}
    fields = [
        tag(
            "p",
            tag("label", words, for_=f"set-{name}"),
            " ",
            tag(
                "input",
                type="text",
                name=name,
                id=f"set-{name}",
                value=getattr(document, name) or "",
                placeholder=hints.get(name),
                maxlength=300,
            ),
        )
        for name, words in FILLED.items()
    ]
    return make_form(
        request,
        f"/documents/{document.id}/set",
        tag("div", fields, tag("p", make_button("Fill in", name="fill", value="yes")), class_="fields"),
        seen=seen,
    )


def show_taking_back(request: Request, field: str, original: Document, document: Document, seen: str) -> Html:
    """What a person set for a field, what was read in, and a button that takes it back."""
    words = join("Take back", tag("span", f" what was set for: {NAMES[field]}", class_="hidden"))
    return make_form(
        request,
        f"/documents/{document.id}/set",
        tag(
            "p",
            f"{NAMES[field]}: set by a person to “{say_value(field, document)}”; read in was: {say_value(field, original)}. ",
            make_button(words, name="withdraw", value=field),
        ),
        seen=seen,
    )


def say_value(field: str, document: Document) -> str:
    """A field's value in words."""
    value = getattr(document, field)
    if field == "published":
        return time_in_words(value)
    return str(value) if value else "unknown"


def read_mending(form: FormData, document: Document) -> tuple[dict[str, str], list[str]]:
    """What a form changes: field → value, and the fields whose word is taken back. Raises UsageError for nothing."""
    if field := read_field(form, "withdraw"):
        return {}, [field]
    if status := read_field(form, "mark"):
        return {"status": status}, []
    changes = {}
    for name in FILLED:
        value, held = read_field(form, name, most=300), getattr(document, name) or ""
        if value == held:
            continue
        if not value:
            raise UsageError(f"{FILLED[name]}: an empty field says nothing. To undo what was set, take it back.")
        changes[name] = value
    if not changes:
        raise UsageError("Nothing was changed: fill in the outlet, the time or the author line.")
    return changes, []


def say_mended(before: Document, after: Document) -> str:
    """What was set: field by field, what it was and what it is."""
    changed = [
        f"{NAMES[field]}: was {say_value(field, before)}, is {say_value(field, after)}."
        for field in FIELDS
        if getattr(before, field) != getattr(after, field)
    ]
    return " ".join(changed) or "Nothing is otherwise than before."
