"""Writes the files that are made from code: `docs/cli.md`, `docs/api.md`, `docs/model.md`, `docs/config.md`, the schemas, and
the error rates that a report carries.

    python -m tools.make_docs             write them
    python -m tools.make_docs --check     write nothing; end with 1 where one is stale, and name it

`store/migrations/0001.sql` makes version 1 of a collection's file. Once a version of sayso has been released it never
changes again; until then `--first-migration` rewrites it.
"""

import argparse
import dataclasses
import enum
import inspect
import json
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from fastapi import FastAPI
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from sayso import model
from sayso.config import PREFIX, Config
from sayso.serve import api
from sayso.serve.cli import app
from sayso.serve.desk import Desk
from sayso.store.tables import VERSION, metadata
from sayso.store.words import INDEXES

ROOT = Path(__file__).parents[1]
FIRST_MIGRATION = ROOT / "src/sayso/store/migrations/0001.sql"
NOTICE = "<!-- Made by `python -m tools.make_docs` from the code. Change it there. -->\n\n"
COMPLETION = """`sayso --install-completion` teaches the shell that runs it to complete commands and options;
`sayso --show-completion` prints what it would install.
"""


def make_files() -> dict[Path, str]:
    """Every generated file with what it should hold."""
    return {
        ROOT / "docs/api.md": make_api_page(),
        ROOT / "docs/cli.md": make_cli_page(),
        ROOT / "docs/config.md": make_config_page(),
        ROOT / "docs/figures.md": make_figures_page(),
        ROOT / "docs/model.md": make_model_page(),
        ROOT / "src/sayso/export/rates.json": make_rates(),
        ROOT / "tests/golden/schema.sql": f"-- Version {VERSION} of a collection's file.\n\n{make_schema()}",
    }


def make_schema() -> str:
    """The SQL that makes the tables of a new collection."""
    commands = []
    for table in sorted(metadata.tables.values(), key=lambda t: t.name != "documents"):
        commands.append(str(CreateTable(table).compile(dialect=sqlite.dialect())).strip())
        indexes = sorted(table.indexes, key=lambda i: str(i.name))
        commands += [str(CreateIndex(i).compile(dialect=sqlite.dialect())).strip() for i in indexes]
    commands += INDEXES
    tidy = ("\n".join(line.rstrip() for line in c.splitlines()).replace(")\n STRICT", ") STRICT") for c in commands)
    return "".join(f"{command};\n\n" for command in tidy)


def make_cli_page() -> str:
    """The reference of the command line."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="sayso")
    page = [NOTICE, "# The command line\n", f"{clean(group.help)}\n"]
    assert isinstance(group, typer.core.TyperGroup)
    for name in group.list_commands(context):
        command: Any = group.commands[name]
        usage = " ".join(["[OPTIONS]", *(p.metavar for p in command.params if p.param_type_name == "argument")])
        page += [f"\n## sayso {name}\n", f"`sayso {name} {usage}`\n", f"{clean(command.help)}\n"]
        page += ["| | |\n|---|---|", *(f"| {say_parameter(p)} | {escape(p.help or '')} |" for p in command.params), ""]
    page += ["\n## Completion\n", COMPLETION]
    return "\n".join(page)


def clean(text: str | None) -> str:
    """A help text as Markdown, its indented examples as code."""
    return inspect.cleandoc(text or "").replace("\f", "")


def say_parameter(parameter: Any) -> str:
    """An argument or option as it is written."""
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`"
    value = "" if parameter.is_flag else f" {escape(parameter.metavar)}"
    return ", ".join(f"`{option}{value}`" for option in [*parameter.opts, *parameter.secondary_opts])


def make_api_page() -> str:
    """The reference of the API."""
    page = [NOTICE, "# The API\n", f"{inspect.cleandoc(api.__doc__ or '')}\n"]
    app = FastAPI(title="sayso", version="1")
    app.include_router(api.make_router(Desk(Path("sayso.db"))))
    described = app.openapi()
    for path, methods in described["paths"].items():
        for method, about in methods.items():
            page += [f"\n## {method.upper()} {path}\n", f"{about['description']}\n"]
            asked = [p for p in about.get("parameters", ()) if p["in"] == "query"]
            if asked:
                page += ["| asked | meaning |", "|---|---|"]
                page += [f"| `{p['name']}`{say_default_of(p)} | {escape(p.get('description', ''))} |" for p in asked]
                page += [""]
            if sent := say_sent(about.get("requestBody", {}).get("content", {})):
                page += [f"Sent: {sent}.\n"]
            page += [f"Answer: {say_answer(about['responses'])}.\n"]
    page += [
        "\n## Objects\n",
        "Those of the command line's JSON; [model.md](model.md) has the meanings of what they hold.\n",
    ]
    for name, schema in sorted(described["components"]["schemas"].items()):
        fields = ", ".join(f"`{f}`" for f in schema.get("properties", ()))
        about = inspect.cleandoc(schema.get("description", "")).split("\n", 1)[0]
        if fields and not name.startswith(("Page", "Found", "HTTP", "Validation")):
            page += [f"- **{name.removesuffix('Shape')}**: {about} {fields}"]
    example = (ROOT / "docs/client.py").read_text(encoding="utf-8")
    page += [
        "\n## A client\n",
        "`docs/client.py`, with [httpx](https://www.python-httpx.org):\n",
        f"```python\n{example}```",
        "",
    ]
    return "\n".join(page)


def say_default_of(parameter: dict[str, Any]) -> str:
    """What a parameter is where it isn't given; whether it must be."""
    if parameter.get("required"):
        return " (needed)"
    default = parameter["schema"].get("default")
    return "" if default in (None, []) else f" (`{json.dumps(default).strip(chr(34))}`)"


def say_sent(content: dict[str, Any]) -> str:
    """What a request sends."""
    said = []
    for kind, about in content.items():
        schema = about["schema"]
        fields = schema.get("properties", ())
        name = str(schema.get("$ref", "")).rpartition("/")[2].removesuffix("Shape")
        said.append(f"{kind}, " + (f"a **{name}**" if name else ", ".join(f"`{f}`" for f in fields)))
    return "; or ".join(said)


def say_answer(responses: dict[str, Any]) -> str:
    """What the answer to a good request holds."""
    status = next(s for s in ("200", "201", "202") if s in responses)
    name = str(responses[status]["content"]["application/json"]["schema"].get("$ref", "")).rpartition("/")[2]
    inner = name.removeprefix("PageShape_").removesuffix("_").removesuffix("Shape")
    what = f"a page of **{inner}**" if name.startswith("PageShape") else f"a **{inner}**"
    return what if status == "200" else f"{status}, {what}"


def make_config_page() -> str:
    """The reference of the settings."""
    page = [NOTICE, "# Settings\n", f"{inspect.cleandoc(sys.modules[Config.__module__].__doc__ or '')}\n"]
    page += ["| in `sayso.toml` | in the environment | default | meaning |", "|---|---|---|---|"]
    for f in dataclasses.fields(Config):
        page.append(
            f"| `{f.name}` | `{PREFIX}{f.name.upper()}` | {say_default(f.default)} | {escape(f.metadata['help'])} |"
        )
    page += ["\nA name that is no setting is an error, which names the nearest one.\n"]
    page += [
        "An example of a `sayso.toml`:\n",
        "```toml",
        'collection = "harbour.db"',
        "jobs = 4",
        "delay = 2.5",
        "```",
        "",
    ]
    return "\n".join(page)


MEASURED = {
    "cases": "The written cases: `python ../shared/cases/score.py --sayso .venv/bin/sayso ../shared/cases/*.json`",
    "polnear": "PolNeAR's development split: `python -m training.evaluate --set polnear`",
    "worldwide": "Names on a fifth of Worldwide, set aside by region: `python -m training.evaluate --set worldwide`",
    "annotated": "The annotated articles' fifth, set aside by region: `python -m training.evaluate --set annotated`",
    "benchmark": "The public benchmark, our own cases: `python cases/score.py --sayso .venv/bin/sayso cases/*.json`",
    "pages": "Text of saved pages, phrases that it must and must not hold: `python bench/ingest.py`",
    "aside": "What our own training data leaves aside, one in eight of the fiction and of the marked openings of real articles: "
    "`python -m training.evaluate --set aside`",
    "labels": "Our labels of credited statements in 47 real articles: `python -m training.evaluate --set labels`",
}


def make_figures_page() -> str:
    """The figures that the floors were set to."""
    baseline = json.loads((ROOT / "bench/baseline.json").read_text(encoding="utf-8"))
    page = [
        NOTICE,
        "# Figures\n",
        "How well sayso reads, as measured when the floors were last raised. Every figure is a share;",
    ]
    page += ["`make floors` measures them again and fails where one falls. What they mean stands in the"]
    page += [
        "[model card](model-card.md) and in `../shared/cases/score.py`'s own help. Nothing here was tuned on the cases.\n"
    ]
    for name, title in MEASURED.items():
        rows = baseline["floors"].get(name, {})
        page += [f"\n## {name}\n", f"{title}\n", "| figure | measured |", "|---|---|"]
        page += [f"| {figure} | {value:.3f} |" for figure, value in sorted(rows.items())]
    return "\n".join([*page, ""])


LABELLED = "47 real articles, the statements that they credit to somebody"
ASIDE = "openings of 77 real articles, left aside in training"
WRITTEN = "24 small written collections with known answers"
RATES = (
    ("labels", "recall", "Statements that it finds, of those that are there", LABELLED),
    ("labels", "precision", "Statements that are there, of those that it finds", LABELLED),
    ("labels", "person_precision", "Named persons at the end of a chain", LABELLED),
    ("labels", "certainty", "Asserted, attributed, hedged or denied", LABELLED),
    ("aside", "real chain", "Whole chains", ASIDE),
    ("aside", "real chain_three_or_more", "Whole chains of three links or more (few were there to measure)", ASIDE),
    ("benchmark", "found", "Statements that it finds, of those that are there", WRITTEN),
    ("benchmark", "grouped", "Statements brought together to claims (B-cubed F1)", WRITTEN),
    ("benchmark", "interval", "Intervals with both numbers right", WRITTEN),
    ("benchmark", "count", "Intervals with both numbers right, and every origin", WRITTEN),
)
"""What a report tells of how often the program errs: set and figure of the floors, what was measured, on what."""


def make_rates() -> str:
    """The figures that a report carries, as JSON."""
    floors = json.loads((ROOT / "bench/baseline.json").read_text(encoding="utf-8"))["floors"]
    rates = [{"what": what, "on": on, "share": floors[name][figure]} for name, figure, what, on in RATES]
    return json.dumps(rates, indent=1) + "\n"


def say_default(value: object) -> str:
    """A default as it would be written."""
    if value is None:
        return "none"
    return f"`{str(value).lower()}`" if isinstance(value, bool) else f"`{value}`"


def make_model_page() -> str:
    """The reference of the vocabulary."""
    page = [NOTICE, "# The model\n", f"{inspect.cleandoc(model.__doc__ or '')}\n"]
    for name, thing in vars(model).items():
        if not inspect.isclass(thing) or thing.__module__ != model.__name__:
            continue
        page += [f"\n## {name}\n", f"{inspect.cleandoc(thing.__doc__ or '')}\n"]
        if issubclass(thing, enum.Enum):
            page += [", ".join(f"`{member.value}`" for member in thing) + "\n"]
        elif dataclasses.is_dataclass(thing):
            page += ["| field | type | meaning |", "|---|---|---|", *find_field_rows(thing), ""]
    return "\n".join(page)


def find_field_rows(record: type) -> Iterator[str]:
    """A row for each field of a dataclass, and for what is read off them."""
    hints = typing.get_type_hints(record)
    for f in dataclasses.fields(record):
        yield f"| `{f.name}` | {say_type(hints[f.name])} | {escape(f.metadata['help'])} |"
    for name, value in vars(record).items():
        if isinstance(value, property):
            yield f"| `{name}` | {say_type(typing.get_type_hints(value.fget)['return'])} (read off the others) | {escape(inspect.cleandoc(value.__doc__ or ''))} |"


def say_type(hint: Any) -> str:
    """A type in words."""
    if typing.get_origin(hint) is tuple:
        return f"list of {say_type(hint.__args__[0])}"
    if isinstance(hint, type):
        own = hint.__module__ == model.__name__
        return (
            f"[{hint.__name__}](#{hint.__name__.lower()})"
            if own
            else {"str": "text", "int": "number", "bool": "yes or no"}.get(hint.__name__, hint.__name__)
        )
    return " or ".join("null" if a is type(None) else say_type(a) for a in hint.__args__)


def escape(text: str) -> str:
    """A text as a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Writes or checks the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where a file is stale")
    parser.add_argument(
        "--first-migration", action="store_true", help="also rewrite the migration that makes version 1"
    )
    options = parser.parse_args()
    if options.first_migration:
        FIRST_MIGRATION.parent.mkdir(exist_ok=True)
        FIRST_MIGRATION.write_text(make_schema(), encoding="utf-8")
    stale = [p for p, text in make_files().items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{'stale' if options.check else 'written'}: {path.relative_to(ROOT)}")
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(make_files()[path], encoding="utf-8")
    if options.check and stale:
        sys.exit("Run `make generate`.")


if __name__ == "__main__":
    main()
