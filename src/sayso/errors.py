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
    │   ├── Locked              exit 3   HTTP 503   another program is writing to it, or has it open
    │   ├── DiskError           exit 4   HTTP 500   the disk is full, or fails
    │   ├── Unwritable          exit 5   HTTP 500   it may only be read
    │   ├── OtherVersion        exit 6   HTTP 500   an older or newer sayso made it
    │   └── Damaged             exit 7   HTTP 500   what is in it doesn't hold together
    └── ReaderError             exit 8   HTTP 500   a model is missing or damaged

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


class Locked(CollectionError):
    """Another program is writing to the collection, or has it open where nobody else may."""

    exit_code = 3
    status = 503


class DiskError(CollectionError):
    """The disk is full, or can't be read or written."""

    exit_code = 4


class Unwritable(CollectionError):
    """The file, or its folder, may only be read."""

    exit_code = 5


class OtherVersion(CollectionError):
    """The file is of a version that this sayso can't use, or can't use as it stands."""

    exit_code = 6


class Damaged(CollectionError):
    """The file is broken, or what is in it doesn't hold together."""

    exit_code = 7


class ReaderError(SaysoError):
    """A model file is missing, damaged or of another version, or what it read doesn't stand in its document."""

    exit_code = 8
