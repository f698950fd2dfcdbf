"""Everything in a collection in canonical form: equal text means equal content.

No times of runs and no paths of inputs, so that the order of adding, the number of workers, an
interrupted run and the place of the files leave no trace.
"""

import dataclasses
import json
from collections.abc import Iterator

from sayso.model import to_json
from sayso.store.collection import Store
from sayso.store.tables import VERSION


def dump_collection(store: Store) -> Iterator[str]:
    """One JSON object a line: documents with their readings, comparisons, links, claims and judgements; rejections by their words."""
    yield _line("collection", {"version": VERSION})
    for document in sorted(store.documents(), key=lambda d: d.id):
        yield _line("document", {**to_json(document), "input": None, "amended": store.amendments(document.id)})
        yield _line("reading", to_json(store.reading(document.id)))
    for meeting in store.links.meetings():
        yield _line("meeting", to_json(meeting))
    links = store.links.read_results()
    for field in dataclasses.fields(links):
        for record in getattr(links, field.name):
            yield _line(field.name, to_json(record))
    for overrule in store.overrules():
        yield _line("overrule", {**to_json(overrule), "made": None, "withdrawn": overrule.withdrawn is not None})
    yield from sorted(_line("rejected", {"step": r.step, "reason": r.reason}) for r in store.rejected())


def _line(kind: str, record: dict[str, object]) -> str:
    return json.dumps({"kind": kind, **record}, ensure_ascii=False, sort_keys=True)
