"""A table of an export: its columns, each with its meaning, and the rows that it has of a collection."""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from sayso.export.contents import Contents

Value: TypeAlias = str | int | float | bool | None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Column:
    """A column: what it is called, what it holds, what that means, and how it is read off a row's object."""

    name: str
    kind: type
    """str, int, float or bool; None may stand in any."""
    help: str
    get: Callable[[Any], Value]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Table:
    """A table: its rows' objects come from the contents of an export, and its columns read them."""

    name: str
    help: str
    columns: tuple[Column, ...]
    find: Callable[[Contents], Iterable[Any]]

    def find_rows(self, contents: Contents) -> Iterator[tuple[Value, ...]]:
        """The rows, in the order of the export."""
        for each in self.find(contents):
            yield tuple(c.get(each) for c in self.columns)


def column(name: str, kind: type, help: str, get: Callable[[Any], Value]) -> Column:
    """A column of its own."""
    return Column(name=name, kind=kind, help=help, get=get)


def take(model: type, *names: str, of: Callable[[Any], Any] = lambda row: row, called: str = "") -> tuple[Column, ...]:
    """Columns for fields of a record of the model, with their meanings; `of` finds the record in a row's object.

    `called` begins their names, where a row has two records of one sort.
    """
    hints = typing.get_type_hints(model)
    meanings = {f.name: f.metadata["help"] for f in dataclasses.fields(model)}
    return tuple(
        Column(name=f"{called}{n}", kind=_find_kind(hints[n]), help=meanings[n], get=_make_getter(n, of)) for n in names
    )


def _find_kind(hint: Any) -> type:
    wanted = [h for h in typing.get_args(hint) or (hint,) if h is not type(None)]
    found = wanted[0]
    return next((k for k in (bool, int, float) if found is k), str)


def _make_getter(name: str, of: Callable[[Any], Any]) -> Callable[[Any], Value]:
    def get(row: Any) -> Value:
        record = of(row)
        value = getattr(record, name) if record is not None else None
        return str(value) if isinstance(value, str) else value

    return get
