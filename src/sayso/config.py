"""Everything that can be set, in one frozen Config.

Each field is set by, from weak to strong: its default, `sayso.toml` in the working folder, the
environment (`SAYSO_` and the field's name in capitals), the command line.
"""

import dataclasses
import difflib
import math
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self, get_type_hints

from sayso.errors import UsageError
from sayso.model import field

FILE = Path("sayso.toml")
PREFIX = "SAYSO_"

NOT_SETTINGS = ("SAYSO_TEST_",)
"""Beginnings of environment variables that are the tests', not the program's."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of one run."""

    collection: Path = field("the collection's file", default=Path("sayso.db"))
    jobs: int = field("worker processes; 0 means one for each processor core", default=0)
    model: Path | None = field("folder of another reader model than the one that comes with sayso", default=None)
    allow_private: bool = field("fetch from private, loopback and link-local addresses too", default=False)
    timeout: float = field("the most seconds that one address may take", default=30.0)
    delay: float = field("seconds between two requests to one host", default=1.0)
    max_bytes: int = field("the most bytes of one page or document, unpacked", default=20_000_000)
    max_redirects: int = field("how many redirects of one address are followed", default=5)
    host: str = field("the address that `sayso serve` listens at", default="127.0.0.1")
    port: int = field("the port that it listens at; 0 means any that is free", default=8765)
    token: str | None = field(
        "a secret that it asks every visitor for; needed at any address but this machine's", default=None
    )

    @classmethod
    def load(
        cls, flags: Mapping[str, Any] | None = None, *, file: Path = FILE, environment: Mapping[str, str] | None = None
    ) -> Self:
        """The settings in force. Flags that are None were not given.

        Raises UsageError for a name that is no setting, and for a value that a setting can't take.
        """
        values = _read_file(file)
        values |= _read_environment(os.environ if environment is None else environment)
        values |= {name: value for name, value in (flags or {}).items() if value is not None}
        return cls(**values)

    @property
    def workers(self) -> int:
        """How many worker processes to use: `jobs`, or the cores that this process may use."""
        return self.jobs or len(os.sched_getaffinity(0))


def _read_file(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: can't be read as settings ({error}). Mend it or remove it.") from error
    return {check_name(name, f"{file}"): to_value(name, value, f"{file}") for name, value in table.items()}


def _read_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    values = {}
    for variable, text in sorted(environment.items()):
        if variable.startswith(PREFIX) and not variable.startswith(NOT_SETTINGS):
            name = check_name(variable.removeprefix(PREFIX).lower(), "the environment", said=variable)
            values[name] = to_value(name, text, f"the environment variable {variable}")
    return values


def check_name(name: str, where: str, *, said: str | None = None) -> str:
    """The name of a setting; UsageError naming the nearest known one for any other."""
    known = [f.name for f in dataclasses.fields(Config)]
    if name in known:
        return name
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)[0]
    near = f"{PREFIX}{near.upper()}" if said else near
    raise UsageError(f"{where}: there is no setting {said or name}. The nearest is {near}.")


def to_value(name: str, value: Any, where: str) -> Any:
    """A setting's value from TOML or from text; UsageError where it isn't one."""
    hint = get_type_hints(Config)[name]
    try:
        made = _convert(hint, value)
    except (TypeError, ValueError):
        raise UsageError(f"{where}: {value!r} is no value for {name}. It takes {_WANTED[hint]}.") from None
    if isinstance(made, int | float) and not 0 <= made < math.inf:
        raise UsageError(f"{where}: {name} can't be {value}. It takes {_WANTED[hint]} from 0 up.")
    return made


def _convert(hint: Any, value: Any) -> Any:
    if hint is bool:
        if isinstance(value, bool):
            return value
        return _YES_NO[str(value).strip().lower()] if str(value).strip().lower() in _YES_NO else _refuse()
    if isinstance(value, bool) or (hint is int and isinstance(value, float)):
        _refuse()
    if hint in (int, float):
        return hint(value)
    if hint in (str, str | None):
        return value if isinstance(value, str) and value else _refuse()
    return Path(value).expanduser() if isinstance(value, str) and value else _refuse()


def _refuse() -> None:
    raise ValueError


_YES_NO = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_WANTED: dict[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "words",
    str | None: "words",
    Path: "a path",
    Path | None: "a path",
}
