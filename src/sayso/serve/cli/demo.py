"""`sayso demo`: the whole job on the reports that come with sayso."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.catalogue.claims import Order, is_worth_a_look
from sayso.config import Config
from sayso.demo import reports
from sayso.errors import SaysoError
from sayso.serve.choosing import order_claims, shorten_ids
from sayso.serve.cli.add import say_summary
from sayso.serve.cli.app import app
from sayso.serve.cli.claims import print_claims
from sayso.serve.cli.options import JobsOption
from sayso.serve.cli.screen import output
from sayso.serve.cli.statements import choose_documents, print_statements
from sayso.serve.linked import Linked

SHOWN = 12
"""Claims that the demo prints: those most repeated."""


@app.command("demo")
def demo(
    into: Annotated[
        Path, typer.Option("--into", metavar="DIR", help="Where to put the reports and the collection.")
    ] = Path("sayso-demo"),
    jobs: JobsOption = None,
) -> None:
    """Add the demo reports to a new collection, and print what is found in them.

    The reports are fictional: ten pages and texts of invented outlets on one matter. They are copied beside the
    collection, so that you can look at them and try the other commands.

    **Examples**

        sayso demo
        sayso demo --into /tmp/tour
    """
    from sayso.pipeline import add_inputs
    from sayso.store import Store

    folder = copy_reports(into)
    collection = into / "sayso-demo.db"
    config = Config.load({"collection": collection, "jobs": jobs})
    screen = output()
    with Store(collection) as store:
        summary = add_inputs(store, [str(folder)], config=config)
        print_statements(store, choose_documents(store, document=None, outlet=None, all_versions=False))
        linked = Linked(store)
        claims = order_claims(filter(is_worth_a_look, linked.claims), Order.REPEATED, linked)[:SHOWN]
        print_claims(claims, linked)
        first = shorten_ids([c.id for c in linked.claims])[claims[0].id] if claims else "CLAIM"
    say_summary(summary, collection)
    screen.print(f"The reports are in {folder}. Go on with:", soft_wrap=True)
    for command in (f"why {first}", "claims", "sources", "documents"):
        screen.print(f"    sayso {command} --collection {collection}", soft_wrap=True)


def copy_reports(into: Path) -> Path:
    """Writes the demo reports as files; the folder they are in now."""
    target = into / "reports"
    try:
        target.mkdir(parents=True, exist_ok=True)
        for report in reports():
            (target / report.name).write_bytes(report.read_bytes())
    except OSError as error:
        raise SaysoError(
            f"{target}: the demo reports can't be written here ({error.strerror}). Name another folder with --into."
        ) from error
    return target
