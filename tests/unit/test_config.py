from pathlib import Path

import pytest

from sayso.config import Config
from sayso.errors import UsageError


def load(
    tmp_path: Path, *, toml: str = "", environment: dict[str, str] | None = None, flags: dict[str, object] | None = None
) -> Config:
    file = tmp_path / "sayso.toml"
    file.write_text(toml, encoding="utf-8")
    return Config.load(flags, file=file, environment=environment or {})


@pytest.mark.parametrize(
    ("toml", "environment", "flags", "jobs"),
    [
        ("", {}, {}, 0),
        ("jobs = 2", {}, {}, 2),
        ("jobs = 2", {"SAYSO_JOBS": "3"}, {}, 3),
        ("jobs = 2", {"SAYSO_JOBS": "3"}, {"jobs": 4}, 4),
        ("jobs = 2", {}, {"jobs": None}, 2),
    ],
)
def test_the_stronger_word_counts(
    tmp_path: Path, toml: str, environment: dict[str, str], flags: dict[str, object], jobs: int
) -> None:
    assert load(tmp_path, toml=toml, environment=environment, flags=flags).jobs == jobs


@pytest.mark.parametrize(
    ("toml", "environment", "words"),
    [
        ("job = 2", {}, "no setting job. The nearest is jobs"),
        ("", {"SAYSO_COLECTION": "x"}, "SAYSO_COLECTION. The nearest is SAYSO_COLLECTION"),
        ("jobs = 'two'", {}, "a whole number"),
        ("jobs = 1.5", {}, "a whole number"),
        ("jobs = true", {}, "a whole number"),
        ("jobs = -1", {}, "a whole number from 0 up"),
        ("delay = nan", {}, "a number from 0 up"),
        ("", {"SAYSO_TIMEOUT": "inf"}, "a number from 0 up"),
        ("", {"SAYSO_ALLOW_PRIVATE": "perhaps"}, "true or false"),
        ("", {"SAYSO_DELAY": "soon"}, "SAYSO_DELAY"),
        ("collection = 3", {}, "a path"),
        ("collection = ''", {}, "a path"),
        ("[collection]", {}, "a path"),
        ("jobs = ", {}, "can't be read as settings"),
    ],
)
def test_what_is_no_setting_is_refused(tmp_path: Path, toml: str, environment: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        load(tmp_path, toml=toml, environment=environment)


def test_values_take_their_types(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        toml="delay = 2\nmodel = 'm'",
        environment={"SAYSO_ALLOW_PRIVATE": "yes", "SAYSO_TEST_DATA": "x", "HOME": "/"},
    )
    assert (config.delay, config.model, config.allow_private) == (2.0, Path("m"), True)


def test_no_file_no_settings(tmp_path: Path) -> None:
    assert Config.load(file=tmp_path / "none.toml", environment={}) == Config()
    assert Config().workers >= 1
    assert Config(jobs=3).workers == 3
