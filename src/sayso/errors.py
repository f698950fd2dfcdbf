"""Every error that sayso raises on purpose.

    SaysoError                  exit 1   HTTP 500   something failed
    ├── UsageError              exit 2   HTTP 400   wrong use: the command, an option, a name that is not there
    │   ├── NotFound            exit 2   HTTP 404   no such document, statement or claim
    │   ├── NothingUsable       exit 2   HTTP 400   not one input could be read
    │   ├── NotAllowed          exit 2   HTTP 403   a reader may not do this
    │   ├── OutOfDate           exit 2   HTTP 409   the collection has changed since it was read
    │   └── Busy                exit 2   HTTP 503   others are writing, so this must wait
    ├── RejectedInput           (never leaves a run: becomes a `Rejected` row)
    ├── FetchError              exit 1   HTTP 500   an address could not be fetched
    ├── CollectionError         exit 1   HTTP 500   the collection cannot be opened or written
    └── ReaderError             exit 1   HTTP 500   the reader's model is missing or damaged

Each message says what is wrong with which thing and what to do next.
"""

from typing import ClassVar


class SaysoError(Exception):
    """Something failed. `exit_code` is what the command line ends with, `status` what the web answers."""

    exit_code: ClassVar[int] = 1
    status: ClassVar[int] = 500


class UsageError(SaysoError):
    """The program was asked for something it can't be asked for."""

    exit_code = 2
    status = 400


class NotFound(UsageError):
    """A named document, statement or claim is not in the collection."""

    status = 404


class NotAllowed(UsageError):
    """What was asked for may not be done: the collection is shown to read only, or the request isn't from its own page."""

    status = 403


class OutOfDate(UsageError):
    """The collection has changed since the page or record that a change rests on was read."""

    status = 409


class Busy(UsageError):
    """Others are writing to the collection, or are before this one."""

    status = 503


class NothingUsable(UsageError):
    """Not one of the inputs could be read."""


class RejectedInput(SaysoError):
    """One input can't become a document: `step` says where, `reason` why, for a person."""

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason


class FetchError(SaysoError):
    """An address could not be fetched."""


class CollectionError(SaysoError):
    """The collection can't be opened, read or written."""


class ReaderError(SaysoError):
    """The reader's model file is missing, damaged or of another version."""
