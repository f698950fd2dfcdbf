"""The fifth section: how it is counted, what is never said, how often the program errs, and which version ran."""

import json
from functools import cache
from pathlib import Path

from sayso.export.html import Html, items, join, tag
from sayso.export.report.material import Material
from sayso.export.report.quote import quote
from sayso.model import Overrule

RATES = Path(__file__).parents[1] / "rates.json"
"""Made by `python -m tools.make_docs` from the measured floors."""

RULES = {
    "Statement and chain": (
        "A statement is words of a document that assert something. Its chain is the line of credit that the document "
        "itself gives, from near to far: the outlet, whoever it credits, whoever they credit."
    ),
    "Reuse": (
        "A statement inside a passage that repeats another document's words is followed into that document's chain. "
        "Where it is undetermined which of the two repeats the other, both share one origin all the same."
    ),
    "Citation": (
        "Where a chain ends in a publication, and a document of it here makes the same claim, it is followed there. "
        "If not, the publication is the origin, marked as cited but absent. A credit goes before reuse."
    ),
    "Speakers": "A named person or organisation is one origin, however many documents quote it.",
    "Anonymous": (
        "A source that is described and not identified is an origin. Two of them are the same only where one "
        "statement repeats or cites the other, or one document refers back to its own; else it is undetermined."
    ),
    "Own voice": (
        "A statement without a credit has its outlet as origin, marked as unattributed. That is no proof of first-"
        "hand knowledge. Where the outlet's own words say that it saw, heard or counted the thing itself, it is first "
        "hand."
    ),
    "Circles": "Chains that only lead to one another have no origin. They are shown, and count for nothing.",
    "Interval": (
        "At most: the origins left once the same ones are merged. At least: the largest number of them that are all "
        "different from one another by evidence; 1 where there is an origin and no such pair. Different needs both to "
        "be identified, neither in the other's chain, and no common organisation. Denials are counted apart."
    ),
    "Hardened": "A document that asserts in its own voice what the statement it rests on only attributes or hedges is marked.",
    "Corrected": (
        "A document marked corrected or retracted is shown as such, and so is every one that rests on it. It still "
        "counts."
    ),
}
"""The rules in short; all of them stand in `docs/method.md`."""

NEVER = (
    "Whether a claim is true or false. Two sources can both be wrong, and one alone can be right.",
    "That distinct sources are independent: two named people may have been told by one briefing that no document mentions.",
    "How good an outlet or a person is. Nothing here is a ranking of either.",
    "That somebody was silent, or refused: only that no document in this collection quotes them.",
    "Where a claim began: the earliest document seen in this collection is no more than that.",
    "What it isn't sure of. Where it is open who is meant, who speaks, or who repeats whom, it says undetermined.",
)
"""What the program never says, and what it says in its place."""


def show_method(material: Material) -> Html:
    """The section."""
    return tag(
        "section",
        tag("h2", "Method and error rates"),
        tag("h3", "How it is counted"),
        tag("dl", [tag("div", tag("dt", name), tag("dd", rule)) for name, rule in RULES.items()], class_="rules"),
        tag("h3", "What it never says"),
        items(NEVER),
        tag("h3", "How often it errs"),
        show_rates(),
        show_judgements(material),
        tag("h3", "What made this page"),
        tag("dl", [tag("div", tag("dt", part), tag("dd", version)) for part, version in material.versions.items()])
        if material.versions
        else None,
        id="method",
    )


@cache
def load_rates() -> tuple[tuple[str, float, str], ...]:
    """What was measured, the share that came out right, on what."""
    return tuple((r["what"], r["share"], r["on"]) for r in json.loads(RATES.read_text(encoding="utf-8")))


def show_rates() -> Html:
    """The published figures: a program found all this, and a person is to check the words."""
    note = (
        "Statements, chains and claims were found by a program that was taught from examples. It errs as often as this "
        "table says, on texts that it was not taught from. Before you rely on a line of this page, read the words it rests on."
    )
    head = tag("tr", [tag("th", name, scope="col") for name in ("", "Right", "Measured on")])
    rows = [
        tag("tr", tag("th", what, scope="row"), tag("td", f"{round(100 * share)} in 100"), tag("td", on))
        for what, share, on in load_rates()
    ]
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="rates")
    return join(
        tag("p", note),
        tag("div", table, class_="scroll", tabindex="0", role="group", aria_label="How often the program is right"),
    )


def show_judgements(material: Material) -> Html | None:
    """What a person judged otherwise than the program; the counts on this page follow it."""
    if not material.overrules:
        return None
    return join(
        tag("h3", "What a person judged"),
        tag(
            "p",
            "The counts follow these judgements; the program's own stand beside them in the reasons.",
            class_="note",
        ),
        items(show_judgement(o, material) for o in material.overrules),
    )


def show_judgement(overrule: Overrule, material: Material) -> Html:
    """One judgement with the words that it is about."""
    subjects = "; ".join(f"{quote(a.words, most=160)} in {material.name(a.document)}" for a in overrule.subjects)
    chain = f", chain: {overrule.chain}" if overrule.chain else ""
    by = f", by {overrule.by}" if overrule.by else ""
    note = f". {overrule.note}" if overrule.note else ""
    return join(tag("b", f"{overrule.number}. {overrule.ruling}"), f": {subjects}{chain}{by}{note}")
