"""`sayso sources` and `sayso voices`: on whom a collection leans, and who is spoken about."""

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.text import Text

from sayso.catalogue.sources import OUTLETS, Group, Leaning, find_leanings
from sayso.catalogue.voices import Voice, find_voices
from sayso.export.words import origin_in_words, say_count
from sayso.link.chains import chain_in_words
from sayso.model import Document
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption, JsonOption
from sayso.serve.cli.screen import cells, make_table, one_line, output, print_json
from sayso.serve.cli.statements import title_of
from sayso.serve.linked import Linked
from sayso.serve.records import statement_record
from sayso.serve.sources import leaning_record
from sayso.serve.voices import choose_voices, say_voice, voice_record

GROUPS = {
    Group.NAMED: "Named",
    Group.ANONYMOUS: "Anonymous: described, not identified",
    Group.ABSENT: "Cited but absent: publications that don't make the claim in this collection",
    Group.UNDETERMINED: "Undetermined who is meant",
}
"""Groups of origins that are listed one by one, with their titles."""

LEGEND = (
    "Claims: those that rest on it. Alone: of these, those that would have no origin left without it. "
    "Documents: those with a statement that rests on it. Denies: claims that it denies."
)


LimitOption = Annotated[
    int,
    typer.Option("--limit", "-n", metavar="N", min=1, help="The most of each list; `--json` gives all.  [default: 40]"),
]


@app.command("sources")
def list_sources(limit: LimitOption = 40, collection: CollectionOption = None, json: JsonOption = False) -> None:
    """Show on whom the collection leans: the origins of all its claims.

    For each: how many claims and documents rest on it, and how many claims would be left without any origin if it were
    not there. Outlets that speak in their own voice are counted together: nothing here ranks outlets.

    **Examples**

        sayso sources
        sayso sources --json | jq 'select(.group == "anonymous") | .name'
    """
    with open_linked(collection) as linked:
        leanings = find_leanings(linked.claims, {i: s.document for i, s in linked.statements.items()})
        documents, count = linked.documents, len(linked.claims)
    if json:
        print_json(leaning_record(x) for x in leanings)
        return
    screen = output()
    if leanings:
        screen.print(LEGEND, soft_wrap=True)
        screen.print()
    for group, title in GROUPS.items():
        chosen = [x for x in leanings if x.group is group]
        if not chosen:
            continue
        screen.print(Text(title, style="bold"))
        table = make_table("Origin", "Claims", "Alone", "Documents", "Denies")
        for leaning in chosen[:limit]:
            table.add_row(*cells(name_origin(leaning, documents), *map(say_number, count_leaning(leaning))))
        screen.print(table)
        say_more(len(chosen) - limit)
        screen.print()
    for leaning in (x for x in leanings if x.group in OUTLETS):
        screen.print(say_outlets(leaning), soft_wrap=True)
    screen.print(f"{say_count(count, 'claim')} in all." if leanings else "No claims, so no origins.", soft_wrap=True)


def name_origin(leaning: Leaning, documents: Mapping[str, Document]) -> str:
    """An origin's name with its kind; where it is only described, by whom."""
    origin = leaning.origin
    if origin is None:
        return ""
    name = one_line(origin_in_words(origin))
    if leaning.group in (Group.NAMED, Group.ABSENT):
        return f"{name} ({origin.kind})"
    outlets = {documents[e.document].outlet or "an unknown outlet" for e in origin.evidence if e.document in documents}
    return f"{name}, in {one_line(' and '.join(sorted(outlets)))}" if outlets else name


def say_more(more: int) -> None:
    """Tells how many a list leaves out."""
    if more > 0:
        output().print(f"… and {more:,} more (--limit)")


def count_leaning(leaning: Leaning) -> tuple[int, int, int, int]:
    """Claims, those resting on it alone, documents, denied claims."""
    return len(leaning.claims), len(leaning.alone), len(leaning.documents), len(leaning.denials)


def say_number(count: int) -> str:
    """A count as a table shows it."""
    return f"{count:,}" if count else "-"


def say_outlets(leaning: Leaning) -> str:
    """A group of outlets in one line."""
    claims, alone, documents, _ = count_leaning(leaning)
    whose = "its" if leaning.origins == 1 else "their"
    how = (
        f"by {whose} own words at first hand"
        if leaning.group is Group.FIRST_HAND
        else f"in {whose} own voice without a credit (unattributed, which is no proof of first-hand knowledge)"
    )
    return (
        f"{say_count(leaning.origins, 'outlet')} {how}: {say_count(claims, 'claim')} in {say_count(documents, 'document')}, "
        f"{alone:,} of these on nobody else."
    )


@app.command("voices")
def list_voices(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="List the statements that speak of this person or body.")
    ] = None,
    limit: LimitOption = 40,
    collection: CollectionOption = None,
    json: JsonOption = False,
) -> None:
    """Show who is spoken about, and in how many of these documents they are quoted.

    Counts the persons and organisations that statements name; those whom no document here quotes come first. That says
    nothing on why: they may have spoken elsewhere, or not been asked.

    **Examples**

        sayso voices
        sayso voices "Lena Orr"
        sayso voices --json
    """
    with open_linked(collection) as linked:
        voices = find_voices(linked.readings, linked.register)
        if name is not None:
            voices = choose_voices(voices, linked.register.find_named(name))
        if json:
            print_json(voice_record(v) if name is None else voice_in_full(v, linked) for v in voices)
        elif name is not None:
            print_voices(voices, linked)
        else:
            table = make_table("Person or organisation", "In the statements of these documents")
            for voice in voices[:limit]:
                table.add_row(*cells(one_line(voice.entity.name), say_voice(voice)))
            output().print(table if voices else "No statement names a person or an organisation.")
            say_more(len(voices) - limit)


def print_voices(voices: list[Voice], linked: Linked) -> None:
    """The statements that speak of somebody, by document."""
    screen = output()
    if not voices:
        screen.print("No statement speaks of a person or an organisation of this name.")
    for voice in voices:
        screen.print(Text(one_line(voice.entity.name), style="bold"))
        others = [n for n in voice.entity.names if n != voice.entity.name]
        if others:
            screen.print(f"also named: {', '.join(map(one_line, others))}", soft_wrap=True)
        screen.print(say_voice(voice), soft_wrap=True)
        for document in (d for d in linked.documents.values() if d.id in voice.documents):
            screen.print()
            screen.print(title_of(document), soft_wrap=True)
            table = make_table("Certainty", "Statement", "On whose word", ratios=(0, 56, 44))
            for statement in linked.readings[document.id].statements:
                if statement.id in voice.statements:
                    chain = one_line(chain_in_words(statement.chain))
                    table.add_row(*cells(str(statement.certainty), one_line(statement.text), chain))
            screen.print(table)
        screen.print()


def voice_in_full(voice: Voice, linked: Linked) -> dict[str, object]:
    """A voice as JSON with its statements in full."""
    statements = [linked.statements[i] for i in voice.statements]
    return {**voice_record(voice), "said_of": [statement_record(linked.documents[s.document], s) for s in statements]}
