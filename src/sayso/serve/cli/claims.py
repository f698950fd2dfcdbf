"""`sayso claims` and `sayso relink`: what is asserted, by how many."""

from pathlib import Path

from rich.text import Text

from sayso.errors import CollectionError
from sayso.model import Claim
from sayso.serve.cli.app import app
from sayso.serve.cli.options import CollectionOption, JsonOption, open_collection
from sayso.serve.cli.screen import cells, make_table, notes, one_line, output, print_json
from sayso.serve.records import claim_record, interval_in_words, say_count


@app.command("claims")
def list_claims(collection: CollectionOption = None, json: JsonOption = False) -> None:
    """List the claims: all statements that assert the same thing, and how many origins stand behind them.

    *At least* counts distinct identified origins. Distinct is not independent, and neither says whether a claim is true.

    **Examples**

        sayso claims
        sayso claims --json
    """
    claims = read_current_claims(collection)
    if json:
        print_json(claim_record(c) for c in claims)
        return
    print_claims(claims)


@app.command("relink")
def relink_collection(collection: CollectionOption = None) -> None:
    """Make the claims of a collection anew.

    Happens by itself at the end of `add`, `set`, `remove` and `reread`, and before `claims` after a run that was stopped.

    **Examples**

        sayso relink
    """
    from sayso.pipeline import relink

    with open_collection(collection, writable=True) as store:
        output().print(f"{say_count(relink(store), 'claim')} in {store.path}.")


def read_current_claims(collection: Path | None) -> list[Claim]:
    """The collection's claims; made anew where they are older than what is in it, as after a run that was stopped."""
    from sayso.pipeline.linking import has_current_claims, relink

    with open_collection(collection) as store:
        if has_current_claims(store):
            return store.claims()
    try:
        with open_collection(collection, writable=True) as store:
            relink(store)
            return store.claims()
    except CollectionError as error:
        notes().print(f"These claims are older than the documents, and can't be made anew. {error}")
    with open_collection(collection) as store:
        return store.claims()


def print_claims(claims: list[Claim]) -> None:
    """A table, those with most statements first."""
    table = make_table("Claim", "Said by, for example", "Origins", ratios=(40, 28, 32))
    for claim in sorted(claims, key=lambda c: (-len(c.statements) - len(c.denials), c.id)):
        table.add_row(*cells(one_line(claim.text), one_line(claim.said_by), origins_in_words(claim)))
    output().print(table if claims else "No claims.")


def origins_in_words(claim: Claim) -> Text:
    """The interval, and how often the claim is made and denied."""
    made = say_count(len(claim.statements), "statement")
    denied = f", {say_count(len(claim.denials), 'denial')}" if claim.denials else ""
    return Text(f"{interval_in_words(claim)}; {made}{denied}")
