"""The tables of what persons judged otherwise than the machine."""

from collections.abc import Iterator

from sayso.export.contents import Contents
from sayso.export.tables.table import Table, column, take
from sayso.model import Anchor, Overrule


def _find_subjects(contents: Contents) -> Iterator[tuple[Overrule, int, Anchor, str]]:
    for overrule in contents.overrules:
        for n, anchor in enumerate(overrule.subjects):
            yield overrule, n, anchor, contents.name(anchor.document)


JUDGEMENTS = Table(
    name="judgements",
    help="What persons judged otherwise than the machine, withdrawn judgements too",
    find=lambda contents: contents.overrules,
    columns=take(Overrule, "number", "ruling", "chain", "note", "by", "made", "withdrawn"),
)
JUDGEMENT_SUBJECTS = Table(
    name="judgement_subjects",
    help="The words that a judgement is tied to",
    find=_find_subjects,
    columns=(
        column("judgement", int, "its number", lambda row: row[0].number),
        column("position", int, "first or second of its subjects, from 0", lambda row: row[1]),
        column("outlet", str, "who published the words", lambda row: row[3]),
        *take(Anchor, "document", "part", "words", "nth", "credit", of=lambda row: row[2]),
    ),
)
