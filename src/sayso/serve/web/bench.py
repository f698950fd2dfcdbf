"""What every page of one workbench shares."""

import dataclasses

from starlette.requests import Request

from sayso.serve.desk import Desk
from sayso.serve.web.access import Access


@dataclasses.dataclass(frozen=True, kw_only=True)
class Bench:
    """A collection on show: the desk that it is read at, and who may."""

    desk: Desk
    access: Access
    program: str
    """The version of sayso."""
    notices: dict[str, str] = dataclasses.field(default_factory=dict)
    """What a change did, for the page that is shown after it."""

    @property
    def title(self) -> str:
        """The collection as pages call it."""
        return self.desk.collection.stem


def find_bench(request: Request) -> Bench:
    """The workbench that a request is made to."""
    bench = request.app.state.bench
    assert isinstance(bench, Bench)
    return bench
