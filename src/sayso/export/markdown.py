"""A collection as a Markdown dossier for people."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.export.contents import DISTINCT, Contents, say_claim
from sayso.export.file import File
from sayso.export.html import is_web_address
from sayso.export.steering import one_line
from sayso.export.words import (
    explain_interval,
    interval_in_words,
    marks_in_words,
    marks_of_claim,
    origin_in_words,
    say_count,
    say_weight,
    time_in_words,
)
from sayso.link.chains import chain_in_words, link_in_words
from sayso.model import Claim, Document, Evidence, Followed, Part, Statement, Status, Weight

MOST = 40
"""Relations of one claim that are written out; the tables of the other formats hold all."""

_SIGNS = re.compile(r"[\\`*_\[\]<>&|~#^$!@{}]")
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_BEGINNING = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")


def make_markdown(contents: Contents) -> Iterator[File]:
    """One file with the dossier."""
    yield File("", (f"{line}\n".encode() for line in find_lines(contents)))


def escape_words(text: str | None) -> str:
    """Words on one line that Markdown shows as they are: no markup, no link, no beginning of a list or heading."""
    line = _SIGNS.sub(r"\\\g<0>", one_line(text))
    line = _ADDRESS.sub(r"\\\g<0>", line)
    return _BEGINNING.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", line)


def quote(text: str) -> str:
    """Words of a document, in quotation marks."""
    return f"“{escape_words(text)}”"


def refer_to(document: Document) -> str:
    """A document by its outlet and time; a link where its address is one of the web."""
    words = escape_words(f"{document.outlet or 'an unknown outlet'}, {time_in_words(document.published)}")
    marked = "" if document.status is Status.LIVE else f" (marked {document.status})"
    if not is_web_address(document.url):
        return f"{words}{marked}"
    address = (document.url or "").replace("&", "&amp;")
    for sign in "<>\\":
        address = address.replace(sign, f"%{ord(sign):02X}")
    return f"[{words}](<{address}>){marked}"


def find_lines(contents: Contents) -> Iterator[str]:
    """The lines of the dossier."""
    counts = (
        say_count(len(contents.documents), "document"),
        say_count(len(contents.statements), "statement"),
        say_count(len(contents.claims), "claim"),
    )
    yield f"# On whose word: {escape_words(contents.title)}"
    yield f"\n{counts[0]}, {counts[1]}, {counts[2]}. {DISTINCT}"
    if not contents.is_current:
        yield "\n**These claims are older than the documents.**"
    yield "\n## Claims"
    for n, claim in enumerate(contents.claims, 1):
        yield from show_claim(n, claim, contents)
    yield "\n## Documents\n"
    for document in contents.documents.values():
        yield from show_document(document, contents)
    if contents.overrules:
        yield "\n## Judged otherwise by a person\n"
        yield from show_judgements(contents)
    yield "\n## Made by\n"
    for part, made_by in contents.versions.items():
        yield f"- {escape_words(part)}: {escape_words(made_by)}"


def show_claim(number: int, claim: Claim, contents: Contents) -> Iterator[str]:
    """A claim with who says it, the interval, what it rests on, and who denies it."""
    yield f"\n### {number}. {escape_words(say_claim(claim))}\n"
    yield f"**{escape_words(interval_in_words(claim))}** {escape_words(explain_interval(claim))}"
    if marks := list(marks_of_claim(claim)):
        yield ""
        yield from (f"- {escape_words(mark)}" for mark in marks)
    if claim.statements:
        yield "\n#### Who says it\n"
        yield from show_statements(claim.statements, claim.weight, claim, contents)
        yield from show_origins("What it rests on", claim.weight)
    if claim.variants:
        yield "\n#### Values that differ\n"
        for variant in claim.variants:
            givers = dict.fromkeys(
                f"{'denied by' if s in claim.denials else 'by'} {escape_words(contents.say_who(s))}"
                for s in variant.statements
            )
            yield f"- {escape_words(variant.value)}: {'; '.join(givers)}"
    if claim.denials:
        yield "\n#### Who denies it\n"
        yield from show_statements(claim.denials, claim.denied, claim, contents)
        yield f"\nThe denial has an interval of its own: {escape_words(say_weight(claim.denied))}."
        yield from show_origins("What the denial rests on", claim.denied)


def show_statements(ids: Sequence[str], weight: Weight, claim: Claim, contents: Contents) -> Iterator[str]:
    """Statements by their documents' time and place, each with its chain and the steps beyond it."""
    followed = {f.statement: f for f in weight.followed}
    wanted = set(ids)
    for statement in contents.statements.values():
        if statement.id not in wanted:
            continue
        document = contents.documents[statement.document]
        notes = [str(statement.certainty)]
        notes += ["in the headline"] if statement.part is Part.HEADLINE else []
        notes += ["without the credit that its text gives"] if is_hidden(statement) else []
        notes += ["continued from the words before"] if statement.continued else []
        notes += ["leads only round"] if statement.id in claim.loops else []
        notes += ["hardens it"] if document.id in claim.hardened_at else []
        notes += ["rests on a corrected or retracted document"] if document.id in claim.corrected else []
        yield f"- {refer_to(document)}, {', '.join(notes)}: {quote(statement.text)}"
        yield f"  - On the word of: {escape_words(chain_in_words(statement.chain))}"
        if found := followed.get(statement.id):
            yield from show_steps(found, contents)


def is_hidden(statement: Statement) -> bool:
    """True for a headline that asserts what its text credits to somebody."""
    return not statement.credited and len(statement.chain) > 1


def show_steps(followed: Followed, contents: Contents) -> Iterator[str]:
    """The steps of a followed chain that lead on from the statement's own chain."""
    for hop in followed.hops:
        if hop.step != "chain" and hop.statement != followed.statement:
            words = "; ".join(show_evidence(e, contents) for e in hop.evidence)
            on = f" It rests on: {words}." if words else ""
            name = escape_words(link_in_words(hop.link))
            yield f"  - Followed to {name} ({escape_words(hop.step)}): {escape_words(hop.reason)}.{on}"


def show_evidence(evidence: Evidence, contents: Contents) -> str:
    """The words, or the metadata field, that a step rests on, and whose document they stand in."""
    field = f", {escape_words(evidence.metadata)}" if evidence.metadata else ""
    return f"{escape_words(contents.name(evidence.document))}{field}: {quote(evidence.words)}"


def show_origins(title: str, weight: Weight) -> Iterator[str]:
    """The origins with what must be known of each, and how they stand to each other."""
    if not weight.origins:
        return
    yield f"\n#### {title}\n"
    names = {o.id: escape_words(origin_in_words(o)) for o in weight.origins}
    for origin in weight.origins:
        yield f"- {names[origin.id]} ({escape_words('; '.join(marks_in_words(origin)))}): {escape_words(origin.reason)}."
    for relation in weight.relations[:MOST]:
        pair = f"{names.get(relation.a, relation.a)} and {names.get(relation.b, relation.b)}"
        yield f"- {pair}: **{relation.relation}**, {escape_words(relation.reason)}."
    if len(weight.relations) > MOST:
        yield f"- {say_count(len(weight.relations) - MOST, 'more relation')} aren't written here."


def show_document(document: Document, contents: Contents) -> Iterator[str]:
    """A document, and whom it repeats."""
    older = "" if contents.latest.get(document.id, document.id) == document.id else ", an older version of its page"
    headline = f": {quote(document.headline)}" if document.headline.strip() else ""
    yield f"- {refer_to(document)}{older}{headline}"
    for reuse in contents.reuses:
        if reuse.document == document.id:
            way = "Repeats" if reuse.directed else "Shares words, undetermined who repeats whom, with"
            source = refer_to(contents.documents[reuse.source])
            passages = say_count(len(reuse.passages), "passage")
            yield f"  - {way} {source} in {passages}: {escape_words(reuse.reason)}."


def show_judgements(contents: Contents) -> Iterable[str]:
    """What persons judged, withdrawn judgements too."""
    for overrule in contents.overrules:
        words = " / ".join(f"{escape_words(contents.name(a.document))}: {quote(a.words)}" for a in overrule.subjects)
        chain = f" {escape_words(overrule.chain)}" if overrule.chain else ""
        note = f" Note: {escape_words(overrule.note)}." if overrule.note else ""
        by = f", by {escape_words(overrule.by)}" if overrule.by else ""
        state = f" Withdrawn {escape_words(overrule.withdrawn)}." if overrule.withdrawn else ""
        yield f"- {overrule.ruling}{chain}{by}, {escape_words(overrule.made)}: {words}.{note}{state}"
