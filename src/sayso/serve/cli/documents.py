"""`sayso documents` and `sayso rejected`: what went in, and what didn't."""

from sayso.model import to_json
from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, JsonOption, open_collection
from sayso.serve.cli.screen import cells, make_table, one_line, output, print_json, short_time
from sayso.serve.records import document_record


@app.command("documents")
def list_documents(collection: CollectionOption = None, json: JsonOption = False) -> None:
    """List the documents, by time of publication.

    **Examples**

        sayso documents
        sayso documents --json | jq -r .outlet
    """
    from sayso.versions import find_latest

    with open_collection(collection) as store:
        documents = list(store.documents())
        latest = find_latest(documents)
        if json:
            print_json(document_record(d, latest=latest[d.id], amended=store.amendments(d.id)) for d in documents)
            return
        table = make_table("Document", "Published", "Outlet", "Headline", "", ratios=(0, 0, 30, 70, 0))
        for document in documents:
            notes = [str(document.status)] if document.status != "live" else []
            notes += ["older version"] if latest[document.id] != document.id else []
            notes += ["mended"] if store.amendments(document.id) else []
            table.add_row(
                *cells(
                    document.id,
                    short_time(document.published),
                    one_line(document.outlet) or "unknown",
                    one_line(document.headline, most=90),
                    ", ".join(notes),
                )
            )
        output().print(table if documents else "No documents. Add some with `sayso add`.")


@app.command("rejected")
def list_rejected(collection: CollectionOption = None, json: JsonOption = False) -> None:
    """List the inputs that were set aside, each with the step that did it and the reason.

    **Examples**

        sayso rejected
        sayso rejected --json
    """
    with open_collection(collection) as store:
        rejected = store.rejected()
    if json:
        print_json(to_json(r) for r in rejected)
        return
    table = make_table("Input", "Step", "Reason")
    for r in rejected:
        table.add_row(*cells(one_line(r.input), r.step, one_line(r.reason)))
    output().print(table if rejected else "Nothing was set aside.")
