"""The first section: what a collection rests on, in numbers and in one paragraph made of them."""

from sayso.export.html import Html, items, join, tag
from sayso.export.report.census import Row, count_certainties, count_ends, share_in_words
from sayso.export.report.material import Material, count_documents, is_shared
from sayso.export.report.quote import quote
from sayso.export.words import (
    bounds_in_words,
    by_in_words,
    count_absent,
    count_anonymous,
    count_identified,
    count_unattributed,
    interval_in_words,
    say_count,
    time_in_words,
)
from sayso.model import Claim, Status

MOST_REPEATED = 10
"""Claims in the list of those repeated most."""


STALE = "The claims on this page are older than the documents, so some may be missing or counted otherwise."


def show_overview(material: Material) -> Html:
    """The section."""
    return tag(
        "section",
        tag("h2", "What this collection rests on"),
        tag("p", sum_up(material), class_="lead"),
        None if material.is_current else tag("p", tag("strong", STALE)),
        show_holdings(material),
        show_rows(
            "How far the documents commit themselves",
            "Every statement is one of these four.",
            count_certainties(material.statements.values()),
        ),
        show_rows(
            "On whose word",
            "By whoever stands at the end of the chain that the document itself gives; nothing is followed here yet.",
            count_ends(material.statements.values()),
        ),
        show_repeated(material),
        id="rests-on",
    )


def sum_up(material: Material) -> str:
    """The collection in a few plain sentences, made of its numbers."""
    outlets = find_outlets(material)
    shared = [c for c in material.claims if is_shared(c)]
    size = (
        f"{say_count(len(material.documents), 'document')} by {say_count(len(outlets), 'outlet')} make "
        f"{say_count(len(material.statements), 'statement')}, which come to {say_count(len(material.claims), 'claim')}."
    )
    common = f"{say_count(len(shared), 'claim is', 'claims are')} made or denied by more than one document."
    sentences = [size, common if shared else "No claim is made by more than one document, as far as the program sees."]
    first = next((c for c in material.chosen if is_shared(c) and c.statements), None)
    if first:
        sentences.append(say_first(first, material))
    return " ".join(sentences)


def say_first(claim: Claim, material: Material) -> str:
    """The claim that is repeated most, with what it rests on."""
    made = f"The claim most often repeated, {quote(claim.text)} ({claim.said_by}), is made by "
    made += f"{say_count(count_documents(claim, material.statements), 'document')}"
    if claim.circular:
        return f"{made}, which credit or repeat only one another: it has no origin here."
    weight = claim.weight
    identified = count_identified(weight)
    none = "none is identified" if weight.at_most > 1 else "it is not identified"
    known = none if not identified else f"{identified} {'is' if identified == 1 else 'are'} identified"
    rest = [
        f"{count} {'is' if count == 1 else 'are'} {what}"
        for count, what in (
            (count_anonymous(weight), "anonymous"),
            (count_unattributed(weight), "an outlet's own voice without a credit"),
            (count_absent(weight), "cited and not in the collection for it"),
        )
        if count
    ]
    ends = f"{'origin' if weight.at_most == 1 else 'origins'} at most"
    return f"{made}. Followed back, it comes to {weight.at_most:,} {ends}: {', '.join([known, *rest])} ({bounds_in_words(weight)})."


def find_outlets(material: Material) -> set[str]:
    """The outlets that are known, by name in small letters."""
    return {d.outlet.casefold() for d in material.documents.values() if d.outlet}


def show_holdings(material: Material) -> Html:
    """What is in the collection."""
    documents = list(material.documents.values())
    dated = [d.published for d in documents if d.published]
    rows: list[tuple[str, str]] = [
        ("Documents", f"{len(documents):,}"),
        ("Outlets", f"{len(find_outlets(material)):,}"),
        ("Statements", f"{len(material.statements):,}"),
        ("Claims", f"{len(material.claims):,}"),
        ("Claims of more than one document", f"{sum(map(is_shared, material.claims)):,}"),
    ]
    if dated:
        rows.append(("Earliest in this collection", time_in_words(dated[0])))
        rows.append(("Newest", time_in_words(dated[-1])))
    counted = {
        "Documents whose time is unknown": len(documents) - len(dated),
        "Documents whose outlet is unknown": sum(not d.outlet for d in documents),
        "Documents marked corrected": sum(d.status is Status.CORRECTED for d in documents),
        "Documents marked retracted": sum(d.status is Status.RETRACTED for d in documents),
        "Older versions of a page, not counted": material.older_versions,
        "Inputs set aside": material.set_aside,
    }
    rows += [(name, f"{count:,}") for name, count in counted.items() if count]
    return tag("dl", [tag("div", tag("dt", name), tag("dd", value)) for name, value in rows], class_="holdings")


def show_rows(title: str, note: str, rows: list[Row]) -> Html:
    """A table of kinds of statements, each with a bar that says the same as its number."""
    total = sum(row.count for row in rows)
    head = tag("tr", tag("td"), [tag("th", name, scope="col") for name in ("Statements", "Share")])
    body = [
        tag(
            "tr",
            tag("th", row.name, tag("small", row.meaning), scope="row"),
            tag("td", f"{row.count:,}"),
            tag("td", share_in_words(row.count, total), draw_bar(row.count, total)),
        )
        for row in rows
    ]
    caption = tag("caption", title, tag("small", note))
    return tag("table", caption, tag("thead", head), tag("tbody", body), class_="shares")


def draw_bar(count: int, total: int) -> Html:
    """A bar as long as the share."""
    percent = 100 * count / total if total else 0
    bar = tag("rect", width=f"{percent:.1f}", height="8")
    return tag("svg", bar, class_="bar", viewBox="0 0 100 8", preserveAspectRatio="none", aria_hidden="true")


def show_repeated(material: Material) -> Html | None:
    """The claims that most documents make or deny."""
    shared = [c for c in material.shown if is_shared(c)][:MOST_REPEATED]
    if not shared:
        return None
    return join(
        tag("h3", "Repeated most, by fewest identified origins"),
        tag(
            "p",
            "Claims of most documents first, then those with the fewest identified origins behind them. The order says "
            "nothing about which is true.",
            class_="note",
        ),
        items([show_line(c, material) for c in shared], ordered=True, class_="repeated"),
    )


def show_line(claim: Claim, material: Material) -> Html:
    """A claim in a line, with who said it and its interval."""
    documents = count_documents(claim, material.statements)
    denying = len(claim.documents) - documents
    made = f"{say_count(documents, 'document')}" + (
        f", and {denying:,} that only {'denies' if denying == 1 else 'deny'} it" if denying else ""
    )
    return join(
        tag("a", quote(claim.text), href=material.find_claim(claim.id)),
        f" {by_in_words(claim)} {claim.said_by}. ",
        tag("span", f"{made}; {interval_in_words(claim)}.", class_="count"),
    )
