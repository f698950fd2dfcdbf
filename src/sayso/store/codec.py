"""Model values as the columns of a table hold them, and back.

A column is made from a field's type: texts, numbers and bytes as they are, enumerations as their
value, everything nested (spans, chains) as JSON.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import REAL, Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from sayso.model import to_json


def dump_json(value: Any) -> str:
    """A model value as compact JSON, the same for equal values."""
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))


def to_row(record: Any) -> dict[str, Any]:
    """A record's fields as the values of its table's columns."""
    return {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}


@cache
def field_types(record: type) -> dict[str, Any]:
    """The resolved type of each field of a dataclass, in order."""
    hints = typing.get_type_hints(record)
    return {f.name: hints[f.name] for f in dataclasses.fields(record)}


def is_optional(hint: Any) -> bool:
    """True for `X | None`."""
    return isinstance(hint, types.UnionType) and types.NoneType in hint.__args__


def without_none(hint: Any) -> Any:
    """`X` for `X | None`, anything else as it is."""
    if not is_optional(hint):
        return hint
    (inner,) = (a for a in hint.__args__ if a is not types.NoneType)
    return inner


def from_json(hint: Any, value: Any) -> Any:
    """The model value of type `hint` that `to_json` made `value` from."""
    return make_decoder(hint)(value)


Decoder = Callable[[Any], Any]


@cache
def make_decoder(hint: Any) -> Decoder:
    """What makes model values of a type from JSON. Made once a type: a page of claims has many thousands of values."""
    inner = without_none(hint)
    decode = _make_decoder(inner)
    if inner is hint or decode is _keep:
        return decode
    return lambda value: None if value is None else decode(value)


def _make_decoder(hint: Any) -> Decoder:
    if typing.get_origin(hint) is tuple:
        item = make_decoder(hint.__args__[0])
        return tuple if item is _keep else lambda value: tuple([item(v) for v in value])
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        found = {name: make_decoder(field) for name, field in field_types(hint).items()}
        changed = [(name, decode) for name, decode in found.items() if decode is not _keep]

        def decode_record(value: Any) -> Any:
            fields = dict(value)
            for name, decode in changed:
                if name in fields:
                    fields[name] = decode(fields[name])
            return hint(**fields)

        return decode_record
    if hint is bytes:
        return bytes.fromhex
    return _keep if hint in (str, int, bool) else hint


def _keep(value: Any) -> Any:
    return value


class JsonText(TypeDecorator[Any]):
    """A nested model value as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, hint: Any) -> None:
        super().__init__()
        self.hint = hint

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else dump_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else make_decoder(self.hint)(json.loads(value))


class EnumText(TypeDecorator[Any]):
    """An enumeration as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, hint: type[StrEnum]) -> None:
        super().__init__()
        self.hint = hint

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.hint(value)


class YesNo(TypeDecorator[bool]):
    """True and false as 1 and 0, which strict tables take."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def column_type(hint: Any) -> TypeEngine[Any]:
    """The type of the column that holds a field of type `hint`."""
    hint = without_none(hint)
    if isinstance(hint, type):
        if issubclass(hint, StrEnum):
            return EnumText(hint)
        if hint in _PLAIN:
            return _PLAIN[hint]()
    return JsonText(hint)


_PLAIN: dict[type, type[TypeEngine[Any]]] = {bool: YesNo, bytes: LargeBinary, float: REAL, int: Integer, str: Text}
