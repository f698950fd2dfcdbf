"""Kills a run at a random moment, and holds that the collection is whole and that going on leads where it would have led."""

import dataclasses
import random
import shutil
import subprocess
import time
from pathlib import Path

from sayso.model import Ruling
from sayso.pipeline import relink
from sayso.pipeline.checking import check_collection
from sayso.store import Store, dump_collection
from tests.e2e.program import Program, write_reports
from tests.factories import load_fake_judge

COUNT = 8
"""Reports of the collection."""

SLOW = {"SAYSO_TEST_SECONDS": "0.02"}

COMMANDS = ("add", "overrule", "reread", "relink", "set")


@dataclasses.dataclass(frozen=True)
class Course:
    """A command, and where it leads when nobody disturbs it."""

    command: str
    arguments: tuple[str, ...]
    environment: dict[str, str]
    base: Path | None
    """The collection that it begins with; None where it makes one."""
    dump: list[str]
    commands: int
    """How many commands it gave to the database."""
    seconds: float


def make_course(program: Program, command: str) -> Course:
    """Runs a command undisturbed."""
    folder = program.folder
    write_reports(folder / "reports.jsonl", COUNT)
    base = None if command == "add" else folder / f"base-{command}.db"
    if base is not None and not base.exists():
        program.run("add", "reports.jsonl", "--jobs", "1", "--collection", base.name)
    arguments, environment = find_arguments(command, base)
    path, counted = folder / f"whole-{command}.db", folder / "counted"
    if base is not None:
        shutil.copy(base, path)
    start = time.monotonic()
    environment_counting = {**environment, "SAYSO_TEST_COUNT": str(counted)}
    program.run(*arguments, "--collection", path.name, code=0, stdin="", **environment_counting)
    seconds = time.monotonic() - start
    return Course(command, arguments, environment, base, read_dump(path), int(counted.read_text()), seconds)


def find_arguments(command: str, base: Path | None) -> tuple[tuple[str, ...], dict[str, str]]:
    """What a command is run with; what there is for it to do is prepared in its collection."""
    if base is None:
        return ("add", "reports.jsonl", "--jobs", "1"), SLOW
    with Store(base) as store:
        if command == "relink":  # as if it were the first time
            for document in store.document_ids():
                store.links.forget(document)
            return ("relink",), {}
        if command == "overrule":  # two judgements are made of one: on the headline, and on the text
            reuse = store.links.read_results().reuses[0]
            return ("overrule", Ruling.NOT_REUSE, reuse.document, reuse.source, "--note", "both were there"), {}
        if command == "set":
            return ("set", "https://outlet-0.example/ferry", "--outlet", "Harbor Daily", "--status", "corrected"), SLOW
        return ("reread", "--jobs", "1"), {**SLOW, "SAYSO_TEST_READER": "fake 2"}


def kill_once(program: Program, course: Course, chance: random.Random, *, at_command: bool) -> str:
    """Kills it at a random command to the database, or at a random moment; when that was. Raises AssertionError."""
    path = program.folder / f"killed-{course.command}.db"
    for file in program.folder.glob(f"{path.name}*"):
        file.unlink()
    if course.base is not None:
        shutil.copy(course.base, path)
    arguments = (*course.arguments, "--collection", path.name)
    environment = dict(course.environment)
    seconds = chance.uniform(0.3, 1.0) * course.seconds  # before that it only starts
    number = chance.randint(1, course.commands)
    if at_command:
        environment["SAYSO_TEST_KILL"] = str(number)
    process = program.start(*arguments, **environment)
    try:
        process.communicate(timeout=120 if at_command else seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    when = f"{course.command} at {f'command {number} of {course.commands}' if at_command else f'{seconds:.2f} s'}"
    assert not at_command or process.returncode == -9, f"{when}: was not killed"
    if path.exists():
        check(path, when)
    done = go_on(program, arguments, course.environment)
    is_judged = any(words in done.stderr for words in ("says so already", "neither is held to repeat"))
    assert done.returncode == 0 or is_judged, f"{when}: {done.stderr}"
    check(path, when)
    with Store(path) as store:
        relink(store, load=load_fake_judge)
    assert read_dump(path) == course.dump, f"{when}: went on to something else"
    return when


def go_on(
    program: Program, arguments: tuple[str, ...], environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """The same command again, to its end."""
    process = program.start(*arguments, **environment)
    shown, errors = process.communicate(timeout=120)
    return subprocess.CompletedProcess(arguments, process.returncode, shown, errors)


def check(path: Path, when: str) -> None:
    """Raises AssertionError where the collection can't be opened or doesn't hold together."""
    with Store(path) as store:
        found = check_collection(store, load=load_fake_judge)
    assert not found.faults, f"{when}: {found.faults}"


def read_dump(path: Path) -> list[str]:
    """The collection in canonical form."""
    with Store(path) as store:
        return list(dump_collection(store))
