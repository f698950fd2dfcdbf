"""Every error that sayso raises on purpose.

    SaysoError                  exit 1   something failed
    ├── UsageError              exit 2   wrong use: the command, an option, a name that is not there
    │   ├── NotFound            exit 2   no such document, statement or claim
    │   └── NothingUsable       exit 2   not one input could be read
    ├── RejectedInput           (never leaves a run: becomes a `Rejected` row)
    ├── FetchError              exit 1   an address could not be fetched
    ├── CollectionError         exit 1   the collection cannot be opened or written
    └── ReaderError             exit 1   the reader's model is missing or damaged

Each message says what is wrong with which thing and what to do next.
"""

from typing import ClassVar


class SaysoError(Exception):
    """Something failed. `exit_code` is what the command line ends with."""

    exit_code: ClassVar[int] = 1


class UsageError(SaysoError):
    """The program was asked for something it can't be asked for."""

    exit_code = 2


class NotFound(UsageError):
    """A named document, statement or claim is not in the collection."""


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
