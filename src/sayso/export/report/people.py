"""The fourth section: on whom the collection leans, and who is spoken about without being quoted."""

from collections.abc import Sequence

from sayso.export.html import Html, items, join, tag
from sayso.export.report.material import Leaned, Material, Unquoted
from sayso.export.words import say_count


def show_people(material: Material) -> Html:
    """The section."""
    return tag(
        "section",
        tag("h2", "Sources and voices"),
        show_leanings(material.leanings, material.limits.sources),
        show_unquoted(material.unquoted, material.limits.sources),
        id="sources",
    )


def show_leanings(leanings: Sequence[Leaned], most: int) -> Html:
    """The origins without which most claims would have none. Outlets' own voices are counted together, and never listed."""
    head = tag(
        "tr",
        tag("td"),
        [tag("th", name, scope="col") for name in ("Claims", "With nothing else behind them", "Documents")],
    )
    rows = [
        tag(
            "tr",
            tag("th", show_name(entry), tag("small", entry.sort), scope="row"),
            tag("td", f"{entry.claims:,}"),
            tag("td", f"{entry.alone:,}"),
            tag("td", f"{entry.documents:,}"),
        )
        for entry in leanings[:most]
    ]
    note = (
        "Where the followed chains of all claims end. A claim has nothing else behind it where it would have no origin left "
        "without this one. That says how much of the collection hangs on somebody, and nothing about who is right."
    )
    return join(
        tag("h3", "On whom it leans"),
        tag("p", note, class_="note"),
        tag(
            "div",
            tag("table", tag("thead", head), tag("tbody", rows)),
            class_="scroll",
            tabindex="0",
            role="group",
            aria_label="On whom the collection leans",
        )
        if rows
        else tag("p", "No origins were found."),
        tag("p", f"{len(leanings) - most:,} more aren't shown: `sayso sources` lists all.", class_="note")
        if len(leanings) > most
        else None,
    )


def show_unquoted(unquoted: Sequence[Unquoted], most: int) -> Html:
    """Who is spoken about, and quoted in none of the documents."""
    entries = [
        join(
            tag("b", show_name(voice)),
            f" ({voice.sort}), spoken of in {say_count(voice.statements, 'statement')} "
            f"of {say_count(voice.documents, 'document')}",
        )
        for voice in unquoted[:most]
    ]
    note = "Said of the documents in this collection only: whoever stands here may have spoken elsewhere, or may not have been asked."
    return join(
        tag("h3", "Spoken about, quoted in none of the documents in this collection"),
        tag("p", note, class_="note"),
        items(entries) if entries else tag("p", "Nobody, as far as the program sees."),
        tag("p", f"{len(unquoted) - most:,} more aren't shown: `sayso voices` lists all.", class_="note")
        if len(unquoted) > most
        else None,
    )


def show_name(entry: Leaned | Unquoted) -> Html | str:
    """A name, linked to the page of whoever it is where there is one."""
    return tag("a", entry.name, href=entry.href) if entry.href else entry.name
