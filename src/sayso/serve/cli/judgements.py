"""`sayso overrule` and `sayso overrules`: judging otherwise than the machine, and taking it back."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from sayso.errors import UsageError
from sayso.export.words import interval_in_words, marks_of_claim
from sayso.model import Claim, Overrule, Ruling
from sayso.serve.changes import Change, find_changes
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption, JsonOption, open_collection
from sayso.serve.cli.progress import show_progress
from sayso.serve.cli.screen import cells, make_table, one_line, output, print_json, short_time
from sayso.serve.records import overrule_record

MOST = 60
"""Characters shown of the words that a judgement is tied to."""


@app.command("overrule")
def overrule(
    ruling: Annotated[
        Ruling | None,
        typer.Argument(metavar="JUDGEMENT", help="What you judge.", show_default=False),
    ] = None,
    named: Annotated[
        list[str] | None, typer.Argument(metavar="NAMED…", help="What it is about; see above.", show_default=False)
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--words", metavar="WORDS", help="Of not-reuse: only the passage with these words.  [default: all]"
        ),
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="WORDS", help="Why you judge so.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges so.")] = "",
    withdraw: Annotated[
        int | None, typer.Option("--withdraw", metavar="NUMBER", help="Take back the judgement of this number.")
    ] = None,
    collection: CollectionOption = None,
) -> None:
    """Judge otherwise than the machine: origins, members of a claim, a chain, a passage, a name. The count follows at once.

    - `same CLAIM ORIGIN ORIGIN`: these two origins of a claim are one.
    - `different CLAIM ORIGIN ORIGIN`: these two are distinct.
    - `belongs STATEMENT CLAIM`: this statement asserts, or denies, what this claim does.
    - `apart STATEMENT CLAIM`: it doesn't.
    - `chain STATEMENT CHAIN`: the chain of this statement, from near to far.
    - `not-reuse DOCUMENT DOCUMENT`: neither of these repeats the other.
    - `merge ENTITY ENTITY`: these two persons, bodies or places are one.
    - `split ENTITY DOCUMENT`: whom this document calls so is somebody else.

    Claims, statements and origins are named by ids or beginnings of ids, as `sayso why` shows them; an origin by its name
    too, and an entity by its name or its id (`sayso voices --json`). A judgement is tied to the words that it is about, so
    it outlives a new reading. The machine's own judgement stays visible beside it, and `--withdraw` takes it back.

    **Examples**

        sayso overrule same 3f2a "two officials" "a person at the port" --note "both are the harbour master"
        sayso overrule different 3f2a 81c0 9e44
        sayso overrule belongs 77ab 3f2a
        sayso overrule chain 77ab "outlet > publication:Coast Wire > anonymous:two officials"
        sayso overrule not-reuse 5d10 88fe --words "the second pump failed"
        sayso overrule merge "Nerine Tolloway" "N. Tolloway" --note "the ministry's list of staff"
        sayso overrule split "Lena Orr" 5d10
        sayso overrule --withdraw 2
    """
    from sayso.pipeline.overruling import overrule as judge
    from sayso.pipeline.overruling import withdraw as take_back

    if (ruling is None) == (withdraw is None):
        raise UsageError("Give a judgement, or --withdraw and a number. `sayso overrule --help` shows examples.")
    with open_linked(collection) as linked:
        before = linked.claims
    with open_collection(collection, writable=True) as store, show_progress() as bar:
        if withdraw is not None:
            done = [take_back(store, withdraw, watch=bar.compare)]
        else:
            assert ruling is not None
            done = judge(store, ruling, named or (), words=words, note=note, by=by, watch=bar.compare)
        after = store.claims()
    screen = output()
    for made in done:
        screen.print(Text(f"{'Withdrawn' if made.withdrawn else 'Judged'}: {say_judgement(made)}"), soft_wrap=True)
    print_changes(screen, find_changes(before, after))


@app.command("overrules")
def list_overrules(collection: CollectionOption = None, json: JsonOption = False) -> None:
    """List what persons judged otherwise than the machine, withdrawn judgements too.

    **Examples**

        sayso overrules
        sayso overrules --json
    """
    with open_collection(collection) as store:
        overrules = store.overrules()
        if json:
            documents = {d.id: d for d in store.documents()} if overrules else {}
            print_json(overrule_record(o, documents) for o in overrules)
            return
    table = make_table("No.", "Judged", "Of these words", "Note", "By", "Made", "Withdrawn")
    for o in overrules:
        judged = f"{o.ruling}: {one_line(o.chain)}" if o.chain else str(o.ruling)
        words = " / ".join(f"“{one_line(a.words, most=MOST)}”" for a in o.subjects)
        withdrawn = short_time(o.withdrawn) if o.withdrawn else ""
        table.add_row(
            *cells(str(o.number), judged, words, one_line(o.note), one_line(o.by), short_time(o.made), withdrawn)
        )
    output().print(table if overrules else "Nobody has judged otherwise than the machine.")


def say_judgement(overrule: Overrule) -> str:
    """A judgement in one line: `2, same: “…” / “…”`."""
    words = " / ".join(f"“{one_line(a.words, most=MOST)}”" for a in overrule.subjects)
    chain = f" → {one_line(overrule.chain)}" if overrule.chain else ""
    note = f" ({one_line(overrule.note)})" if overrule.note else ""
    by = f", by {one_line(overrule.by)}" if overrule.by else ""
    taken = f", withdrawn {short_time(overrule.withdrawn)}" if overrule.withdrawn else ""
    return f"{overrule.number}, {overrule.ruling}: {words}{chain}{note}{by}{taken}"


def print_changes(screen: Console, changes: list[Change]) -> None:
    """The intervals of the claims that changed, before and after."""
    if not changes:
        screen.print("No claim changed.")
    for change in changes:
        screen.print()
        for words, claims in (("before", change.before), ("after ", change.after)):
            for claim in claims:
                screen.print(Text(f"{words}  {say_claim(claim)}"), soft_wrap=True)


def say_claim(claim: Claim) -> str:
    """A claim in one line, with who said it and its interval."""
    return f"“{one_line(claim.text, most=90)}” ({one_line(claim.said_by)}): {'; '.join([interval_in_words(claim), *marks_of_claim(claim)])}"
