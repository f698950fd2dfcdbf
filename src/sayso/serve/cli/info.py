"""`sayso info`: what is in a collection, and what made it."""

from importlib.metadata import version

from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, JsonOption, open_collection
from sayso.serve.cli.screen import cells, make_table, output, print_json
from sayso.store.tables import VERSION


@app.command("info")
def info(collection: CollectionOption = None, json: JsonOption = False) -> None:
    """Say what a collection holds, and which versions made it.

    **Examples**

        sayso info
        sayso info --collection case.db --json
    """
    with open_collection(collection) as store:
        record = {
            "collection": str(store.path),
            "bytes": store.path.stat().st_size,
            "bytes_of_inputs": store.raw_size(),
            **store.counts(),
            "read_by": store.readers(),
            "claims_made_by": store.claims_made_by(),
            "schema": VERSION,
            "sayso": version("sayso"),
        }
    if json:
        print_json([record])
        return
    table = make_table("", "")
    table.show_header = False
    names = {
        "bytes_of_inputs": "bytes of inputs",
        "rejected": "set aside",
        "read_by": "read by",
        "claims_made_by": "claims made by",
        "schema": "version of the file",
        "sayso": "version of sayso",
    }
    for name, value in record.items():
        table.add_row(*cells(names.get(name, name), say_value(value)))
    output().print(table)


def say_value(value: object) -> str:
    """A value as a person reads it."""
    if value is None:
        return "out of date: run `sayso relink`"
    if isinstance(value, dict):
        return ", ".join(f"{reader} ({count:,})" for reader, count in value.items()) or "nothing"
    return f"{value:,}" if isinstance(value, int) else str(value)
