"""`sayso claims` and `sayso relink`: what is asserted, by how many."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sayso.catalogue.claims import Filters, Order, is_worth_a_look
from sayso.export.words import interval_in_words, marks_of_claim, say_count
from sayso.model import Claim
from sayso.serve.choosing import choose_claims, find_outlets, order_claims, shorten_ids
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption, JsonOption, open_collection
from sayso.serve.cli.progress import show_progress
from sayso.serve.cli.screen import cells, make_table, one_line, output, print_json
from sayso.serve.linked import Linked
from sayso.serve.records import claim_record


@app.command("claims")
def list_claims(
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Also those of one document with an identified origin.")
    ] = False,
    order: Annotated[
        Order, typer.Option("--order", metavar="repeated|origins|time|text", help="What stands first.")
    ] = Order.REPEATED,
    entity: Annotated[
        str | None,
        typer.Option(
            "--entity", "-e", metavar="NAME", help="Only those that speak of this person, body or place, or lead to it."
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option(
            "--outlet", "-o", metavar="NAME", help="Only those that a document of this outlet makes or denies."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="TIME", help="Only those of documents published then or later, as 2031-03-02."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="TIME", help="Only those of documents published until then.")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            "--text",
            "-t",
            metavar="WORDS",
            help="Only those with all these words in one statement; the last may be unfinished.",
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=1, help="The most claims.")] = None,
    collection: CollectionOption = None,
    json: JsonOption = False,
) -> None:
    """List the claims: all statements that assert the same thing, and how many origins stand behind them.

    Without `--all`, a claim is left out where only one document makes it and its origin is identified; shown are those
    that more than one document makes or denies, and those whose origin is anonymous, unattributed, cited but absent,
    undetermined, or leads only round. A line at the end says how many are left out. `--json` gives all claims, or all
    that pass the filters.

    First stand those that most documents repeat, of these those with the fewest identified origins; `--order` changes
    that: `origins` (fewest first), `time` (as first published here), `text`.

    *At least* counts distinct identified origins. Distinct is not independent, and neither says whether a claim is true.

    **Examples**

        sayso claims
        sayso claims --entity "Lena Orr" --since 2031-03
        sayso claims --text "ferry inspected" --all
        sayso claims --order origins --limit 20
        sayso claims --json
    """
    filters = Filters(entity=entity, outlet=outlet, since=since, until=until, text=text, limit=limit)
    with open_linked(collection) as linked:
        found = choose_claims(linked.claims, filters, linked)
        shown = order_claims([c for c in found if everything or json or is_worth_a_look(c)], order, linked)
        if json:
            print_json(claim_record(c) for c in shown[:limit])
            return
        print_claims(shown[:limit], linked)
        say_hidden(len(shown) - len(shown[:limit]), len(found) - len(shown))


@app.command("relink")
def relink_collection(collection: CollectionOption = None) -> None:
    """Compare all documents that are new or changed, and make the claims of a collection anew.

    Happens by itself at the end of `add`, `set`, `remove`, `reread` and `overrule`, and before a listing after a run that
    was stopped. Full-text indexes that don't agree with their texts, as `sayso check` finds them, are made anew too.

    **Examples**

        sayso relink
    """
    from sayso.pipeline import relink

    with open_collection(collection, writable=True) as store:
        if store.find_index_faults():
            store.rebuild_indexes()
        with show_progress() as bar:
            count = relink(store, watch=bar.compare)
        output().print(f"{say_count(count, 'claim')} in {store.path}.", soft_wrap=True)


def print_claims(claims: Sequence[Claim], linked: Linked) -> None:
    """A table, in the order given."""
    if not claims:
        output().print("No claims.")
        return
    names = shorten_ids([c.id for c in linked.claims])
    table = make_table("Id", "Claim", "Said by, for example", "Repeated, and origins", ratios=(0, 38, 24, 38))
    for claim in claims:
        origins = "; ".join([say_repeated(claim, linked), interval_in_words(claim), *marks_of_claim(claim)])
        table.add_row(*cells(names[claim.id], one_line(claim.text), one_line(claim.said_by), origins))
    output().print(table)


def say_repeated(claim: Claim, linked: Linked) -> str:
    """In how many documents of how many outlets a claim stands."""
    outlets = len(find_outlets(claim, linked))
    return f"{say_count(len(claim.documents), 'document')}, {say_count(outlets, 'outlet')}"


def say_hidden(beyond: int, identified: int) -> None:
    """Tells what a listing leaves out, and how to see it."""
    screen = output()
    if beyond:
        screen.print(f"{say_count(beyond, 'more claim')} beyond --limit.", soft_wrap=True)
    if identified:
        verb, whose = ("is", "an identified origin") if identified == 1 else ("are", "identified origins")
        screen.print(
            f"{say_count(identified, 'claim')} of one document with {whose} {verb} left out. Show with: sayso claims --all",
            soft_wrap=True,
        )
