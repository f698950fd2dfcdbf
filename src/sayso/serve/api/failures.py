"""What went wrong, as every program is told: `{"error": {"code", "message", "next"}}`."""

import re
from http import HTTPStatus

from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

CODES = {
    400: "bad_request",
    401: "no_token",
    403: "not_allowed",
    404: "not_found",
    405: "no_such_method",
    409: "out_of_date",
    412: "out_of_date",
    413: "too_large",
    500: "failed",
    503: "busy",
}
"""Status → its word."""

_LAST = re.compile(r"(?<=[.!?]) (?=\S)")


class Failure(BaseModel):
    """What went wrong with which thing, and what to do next."""

    code: str = Field(description="the kind of failure in one word: " + ", ".join(sorted(set(CODES.values()))))
    message: str = Field(description="what is wrong with which thing, for a person")
    next: str | None = Field(description="what to do next, for a person; null where the message says all")


class Failed(BaseModel):
    """The body of every answer from 400 up."""

    error: Failure


def make_failure(status: int, words: str, *, headers: dict[str, str] | None = None) -> JSONResponse:
    """The answer to a request that failed. The last of several sentences is what to do next.

    What the command line calls `--since` is `since` here.
    """
    sentences = _LAST.split(words.strip().removeprefix("--"))
    message, advice = " ".join(sentences[:-1]), sentences[-1]
    if not message:
        message, advice = advice, ""
    code = CODES.get(status) or HTTPStatus(status).phrase.lower().replace(" ", "_")
    failure = Failure(code=code, message=message, next=advice or None)
    return JSONResponse(Failed(error=failure).model_dump(), status, headers)
