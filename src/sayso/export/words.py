"""Intervals, origins and times as a person reads them; every way out words them the same."""

import re
from collections.abc import Iterator

from sayso.link.chains import link_in_words
from sayso.model import Claim, Kind, Link, Origin, Weight


def say_count(count: int, noun: str, nouns: str | None = None) -> str:
    """`1 document`, `2 documents`."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def count_anonymous(weight: Weight) -> int:
    """Origins that are described and not identified."""
    return sum(o.kind is Kind.ANONYMOUS for o in weight.origins)


def count_unattributed(weight: Weight) -> int:
    """Origins that are an outlet's own voice, which is no proof of first-hand knowledge."""
    return sum(o.unattributed for o in weight.origins)


def count_absent(weight: Weight) -> int:
    """Origins that are cited, and don't make the claim here."""
    return sum(o.absent for o in weight.origins)


def is_identified(origin: Origin) -> bool:
    """True for a named person or organisation, and for an outlet at first hand."""
    if origin.kind is Kind.OUTLET:
        return origin.first_hand
    return origin.kind in (Kind.PERSON, Kind.ORGANISATION) and bool(origin.name)


def count_identified(weight: Weight) -> int:
    """Origins that are named persons or organisations, or outlets at first hand."""
    return sum(map(is_identified, weight.origins))


def interval_in_words(claim: Claim) -> str:
    """The interval as the method words it, with the counts that must stand beside it."""
    if not claim.statements:
        return "only denied"
    if claim.circular:
        return "no origin: its statements lead only to one another"
    beside = beside_in_words(claim.weight)
    words = bounds_in_words(claim.weight)
    return f"{words} ({', '.join(beside)})" if beside else words


def by_in_words(claim: Claim) -> str:
    """What stands between a claim's words and whoever has said them: words of a claim that is only denied are a denial's."""
    return "said by" if claim.statements else "denied by"


def bounds_in_words(weight: Weight) -> str:
    """`at least 1 distinct identified origin, at most 2`."""
    bound = "" if weight.exact else " or more"
    return f"at least {say_count(weight.at_least, 'distinct identified origin')}{bound}, at most {weight.at_most}"


def beside_in_words(weight: Weight) -> list[str]:
    """The counts of origins that nobody can tell apart, those that are not 0: `2 anonymous`."""
    counts = (
        (count_anonymous(weight), "anonymous"),
        (count_unattributed(weight), "unattributed"),
        (count_absent(weight), "cited but absent"),
    )
    return [f"{count} {what}" for count, what in counts if count]


def marks_of_claim(claim: Claim) -> Iterator[str]:
    """What must stand beside a claim's interval: denials with their own, documents that harden it, corrections, loops."""
    if claim.denials:
        yield f"denied in {say_count(len(claim.denials), 'statement')}: {say_weight(claim.denied)}"
    if claim.hardened_at:
        yield f"hardened in {say_count(len(claim.hardened_at), 'document')}"
    if claim.corrected:
        rests = "rests" if len(claim.corrected) == 1 else "rest"
        yield f"{say_count(len(claim.corrected), 'document')} {rests} on a corrected or retracted one"
    if claim.loops and not claim.circular:
        lead = "leads" if len(claim.loops) == 1 else "lead"
        yield f"{say_count(len(claim.loops), 'statement')} {lead} only round"


def say_weight(weight: Weight) -> str:
    """The interval of denials, with the counts that must stand beside it."""
    if not weight.origins:
        return "no origin"
    beside = beside_in_words(weight)
    return f"{bounds_in_words(weight)} ({', '.join(beside)})" if beside else bounds_in_words(weight)


def explain_interval(claim: Claim) -> str:
    """One line on what a claim's interval means, and what it doesn't."""
    if not claim.statements:
        return "No document here affirms it; its denials are counted by themselves."
    if claim.circular:
        return "Its statements credit or repeat only one another, so nobody is found at the end of them."
    weight = claim.weight
    if weight.at_least > 1:
        return (
            f"What the documents say tells {weight.at_least} identified origins of it apart. Distinct is "
            f"not independent: they may {'both' if weight.at_least == 2 else 'all'} have it from one place that no "
            "document mentions."
        )
    if weight.at_most == 2:
        return "Nothing in the documents tells its 2 origins apart for certain: they may be one."
    if weight.at_most > 2:
        return (
            f"Nothing in the documents tells any two of its {weight.at_most} origins apart for certain: "
            f"they may be one, or as many as {weight.at_most}."
        )
    return _ALONE[_sort_origin(weight.origins[0])] if weight.origins else "No origin was found for it."


_ALONE = {
    "identified": "All its statements lead to one identified origin. Repeating doesn't add another.",
    "anonymous": "All its statements lead to one source whom no document identifies.",
    "absent": "All its statements lead to one publication that is cited, and doesn't make the claim in this collection.",
    "unattributed": "All its statements lead to one outlet's own voice, without a credit. "
    "That is no proof of first-hand knowledge.",
    "undetermined": "All its statements lead to somebody of whom it is undetermined who is meant.",
}


def _sort_origin(origin: Origin) -> str:
    if is_identified(origin):
        return "identified"
    if origin.kind is Kind.ANONYMOUS and origin.name:
        return "anonymous"
    if origin.absent:
        return "absent"
    return "unattributed" if origin.unattributed else "undetermined"


def origin_in_words(origin: Origin) -> str:
    """An origin by its name, a description in quotation marks."""
    return link_in_words(Link(kind=origin.kind, name=origin.name))


def mark_in_words(origin: Origin) -> str:
    """What must be known of an origin beside its name: `anonymous: described, not identified`."""
    return {
        "identified": "first hand, by its own words" if origin.first_hand else str(origin.kind),
        "anonymous": "anonymous: described, not identified",
        "absent": "cited but absent",
        "unattributed": "outlet's own voice, unattributed",
        "undetermined": "undetermined who is meant",
    }[_sort_origin(origin)]


def marks_in_words(origin: Origin) -> list[str]:
    """All that must be known of an origin beside its name, where its reason isn't shown with it."""
    silent = ["documents of it are here and don't make the claim"] if origin.silent else []
    return [mark_in_words(origin), *silent]


_MONTHS = "January February March April May June July August September October November December".split()
_TIME = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?")


def time_in_words(published: str | None) -> str:
    """A time of publication as precise as it is known, in its own zone: `3 June 2024, 05:30 UTC`."""
    if not published:
        return "time unknown"
    found = _TIME.fullmatch(published)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        return published
    year, month, day, clock, zone = found.groups()
    words = " ".join(
        part for part in (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year) if part
    )
    if not clock:
        return words
    zone = "" if not zone else " UTC" if zone in ("Z", "+00:00") else f" UTC{zone}"
    return f"{words}, {clock}{zone}"
