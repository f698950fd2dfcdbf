"""One claim: its interval, its lineage, its statements, the values in which they differ, its denials."""

from collections.abc import Callable, Iterable, Sequence

from sayso.export.html import Html, details, items, join, tag
from sayso.export.report.census import CERTAINTIES
from sayso.export.report.chain import quote_statement, say_chain, show_followed
from sayso.export.report.drawing import draw_lineage, say_lineage
from sayso.export.report.lineage import make_lineage
from sayso.export.report.material import Material, count_documents, is_shared
from sayso.export.report.origins import show_origins, show_ties
from sayso.export.report.quote import quote
from sayso.export.words import (
    beside_in_words,
    bounds_in_words,
    by_in_words,
    count_absent,
    count_anonymous,
    count_unattributed,
    explain_interval,
    say_count,
    time_in_words,
)
from sayso.link.chains import chain_in_words
from sayso.model import Certainty, Claim, Followed, Part, Statement, Status, Weight


def show_claim(claim: Claim, material: Material) -> Html:
    """One claim with all that is known of it."""
    number = material.claim_numbers[claim.id]
    return tag(
        "section",
        tag(
            "header",
            tag(
                "h3", tag("a", f"{number}", href=material.find_claim(claim.id), class_="number"), " ", quote(claim.text)
            ),
            tag(
                "p",
                f"{by_in_words(claim)} ",
                tag("span", claim.said_by, class_="chain"),
                say_others(claim),
                class_="said-by",
            ),
            show_interval(claim, material),
        ),
        show_warnings(claim, material),
        show_lineage(claim, material, f"claim {number}"),
        show_statements("Who makes it", claim.statements, claim.weight, material),
        show_origins("What it rests on", claim.weight, material),
        show_variants(claim, material),
        show_denials(claim, material),
        show_ties(claim, material),
        class_="claim",
        id=f"c-{claim.id}",
    )


def say_others(claim: Claim) -> str:
    """That the words are those of one statement among several."""
    others = len(claim.statements or claim.denials) - 1
    said = say_count(others, "more statement says it", "more statements say it")
    return f"; {said} in these or other words" if others else ""


def show_interval(claim: Claim, material: Material) -> Html:
    """The interval, large, with what must stand beside it and a line on what it means."""
    documents = count_documents(claim, material.statements)
    counts = [
        f"{count_anonymous(claim.weight)} anonymous",
        f"{count_unattributed(claim.weight)} unattributed",
        *([f"{absent} cited but absent"] if (absent := count_absent(claim.weight)) else []),
        f"{say_count(documents, 'document')}",
        say_count(len(claim.statements), "statement"),
        *([say_count(len(claim.denials), "denial")] if claim.denials else []),
    ]
    if not claim.statements:
        words, counts = "only denied", [say_count(len(claim.denials), "denial")]
    else:
        words = "no origin: a circle" if claim.circular else bounds_in_words(claim.weight)
    return join(
        tag("p", words, class_="interval"),
        tag("p", " · ".join(counts), class_="beside"),
        tag("p", explain_interval(claim), class_="means"),
    )


def show_warnings(claim: Claim, material: Material) -> Html:
    """What a reader must know: loops, documents that harden the claim, and those that rest on a corrected one."""
    entries: list[Html] = []
    if claim.loops:
        count = say_count(len(claim.loops), "statement leads", "statements lead")
        entries.append(
            join(
                tag("b", "Circular: "),
                f"{count} only to one another, and count for nothing: ",
                _name(claim.loops, material),
            )
        )
    if claim.hardened_at:
        entries.append(
            join(
                tag("b", "Hardened: "),
                "what others only attribute or hedge is asserted in its own voice by ",
                _list_documents(claim.hardened_at, material),
            )
        )
    if claim.corrected:
        entries.append(
            join(
                tag("b", "Corrected: "),
                "a corrected or retracted document stands behind what is said by ",
                _list_documents(claim.corrected, material),
            )
        )
    return items(entries, class_="warnings")


def _list_documents(documents: Sequence[str], material: Material) -> Html:
    ordered = sorted((d for d in documents if d in material.documents), key=material.ranks.__getitem__)
    return join(
        [["; " if n else "", _link(material.name_with_time(d), material.find_text(d))] for n, d in enumerate(ordered)],
        ".",
    )


def _name(statements: Iterable[str], material: Material) -> Html:
    documents = {material.statements[s].document for s in statements if s in material.statements}
    return _list_documents(sorted(documents), material)


def _link(words: str, href: str | None) -> Html:
    return tag("a", words, href=href) if href else join(words)


def show_lineage(claim: Claim, material: Material, called: str) -> Html | None:
    """The drawing and the same as a list; nothing for a claim of one document with nothing to follow."""
    lineage = make_lineage(claim, material)
    if not is_shared(claim) and sum(p.is_document for p in lineage.points) < 2:
        return None
    note = "Arrows lead from a document to whom it credits (thin) or whose words it repeats (thick). Dashed: not identified, or it is undetermined which of the two repeats the other. Thick frame: the document hardens the claim."
    left_out = f" {say_count(lineage.left_out, 'later document')} not drawn." if lineage.left_out else ""
    drawing = draw_lineage(
        lineage,
        name=claim.id,
        title=f"Who credits and repeats whom for {called}",
        description=f"{say_count(sum(p.is_document for p in lineage.points), 'document')} by time from top to bottom, "
        "and to their right whom they credit. The list below says the same in words.",
    )
    return tag(
        "figure",
        tag("div", drawing, class_="scroll", tabindex="0", role="group", aria_label=f"Lineage of {called}"),
        tag("figcaption", note + left_out),
        details("The same in words", items(say_lineage(lineage, material))),
    )


def show_statements(title: str, statements: Sequence[str], weight: Weight, material: Material) -> Html | None:
    """The statements by time under their title; nothing where there are none."""
    found = list_statements(statements, weight, material)
    return join(tag("h4", title), found) if found else None


def list_statements(
    statements: Sequence[str],
    weight: Weight,
    material: Material,
    beside: Callable[[Statement], Html | None] = lambda statement: None,
) -> Html | None:
    """The statements by time, each with its words, chain, the steps of its followed chain, and what is put beside it."""
    ordered = material.order(statements)
    if not ordered:
        return None
    most = material.limits.statements
    followed = {f.statement: f for f in weight.followed}
    more = f"{len(ordered) - most:,} more aren't shown here; they stand in the texts." if len(ordered) > most else None
    shown = [join(show_statement(s, followed.get(s.id), material), beside(s)) for s in ordered[:most]]
    return join(
        items(shown, ordered=True, class_="statements"),
        tag("p", more, class_="note") if more else None,
    )


def show_statement(statement: Statement, followed: Followed | None, material: Material) -> Html:
    """One statement: outlet, time, how far the document commits itself, words, chain."""
    document = material.documents[statement.document]
    word, meaning = CERTAINTIES[statement.certainty]
    where = ", in the headline" if statement.part is Part.HEADLINE else ""
    status = "" if document.status is Status.LIVE else f", marked {document.status}"
    hidden = not statement.credited and statement.certainty is Certainty.ASSERTED and len(statement.chain) > 1
    return join(
        tag(
            "p",
            _link(material.name(document.id), material.find_text(document.id)),
            f", {time_in_words(document.published)}{status}{where}: ",
            tag("b", word, title=meaning, class_=f"certainty {word}"),
            " without the credit that its text gives" if hidden else "",
        ),
        tag("blockquote", quote_statement(statement.id, material)),
        tag(
            "p",
            say_chain(statement.id, followed, material),
            " (continued from the words before)" if statement.continued else "",
        ),
        details("Each step with its words", show_followed(followed, material), show_reasons(statement.reasons))
        if followed
        else None,
    )


def show_reasons(reasons: Sequence[str]) -> Html | None:
    """Why a statement is taken as denied, hedged or continued."""
    return items(reasons, class_="reasons") if reasons else None


def show_variants(claim: Claim, material: Material) -> Html | None:
    """The values in which the statements differ, and who gives which."""
    return join(tag("h4", "Values that differ"), list_variants(claim, material)) if claim.variants else None


def list_variants(claim: Claim, material: Material) -> Html:
    """Each value, and who gives it."""
    entries = [
        join(tag("b", v.value), ": ", _say_givers(v.statements, material))
        for v in claim.variants[: material.limits.reasons]
    ]
    return items(entries)


def _say_givers(statements: Iterable[str], material: Material) -> Html:
    found = material.order(list(statements))[: material.limits.reasons]
    return join(
        [["; " if n else "", _link(chain_in_words(s.chain), material.find_words(s.id))] for n, s in enumerate(found)],
        ".",
    )


def show_denials(claim: Claim, material: Material) -> Html | None:
    """Who denies it, with an interval of their own."""
    if not claim.denials:
        return None
    return tag(
        "div",
        tag("h4", "Denials"),
        say_denials(claim),
        show_statements("Who denies it", claim.denials, claim.denied, material),
        show_origins("What the denial rests on", claim.denied, material),
        class_="denials",
    )


def say_denials(claim: Claim) -> Html:
    """The interval of those who deny a claim."""
    beside = beside_in_words(claim.denied)
    bounds = tag("b", bounds_in_words(claim.denied) if claim.denied.origins else "no origin")
    return tag("p", "The denial has an interval of its own: ", bounds, f" ({', '.join(beside)})." if beside else ".")
