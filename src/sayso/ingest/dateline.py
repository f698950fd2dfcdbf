"""Datelines and credit lines: where a report was filed, and whose material it uses."""

import dataclasses
import re

from sayso.ingest.lines import Line, Zone, find_lines
from sayso.model import Credit, Part, Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_WORD = r"[^\W\d_a-z][\w.'’]*"  # starts with a capital, or a letter of a script without capitals
_PLACE = rf"{_WORD}(?:(?:[ -]|-[a-z]+-| (?:of|on|the|de|del|da|do|la|al|el|upon|and) ?){_WORD}){{0,4}}"
_CAPITALS = r"[A-Z][A-Z.'’]+(?:[ -](?:[A-Z][A-Z.'’]*|-?al-[A-Z]+)){0,4}"
_TAIL = rf"(?:(?:,|\s/|/)\s*(?:{_DATE}|{_PLACE})){{0,3}}"
_AGENCY = r"(?P<name>[A-Z][\w&.'’/ -]{0,38}\w)"
_DASH = r"(?:\s*(?:--+|[–—―])|\s+-|\.\s?-)"
# What may follow a place alone: a sentence begins with a capital, where "NATO – the alliance – …" goes on in small letters.
_SENTENCE = r"(?=[^\sa-z]|(?:al|an|ar|as|el)-[A-Z]|[ei][A-Z])"
_LONGEST = 90
"""The most characters of a dateline."""
_FORMS = (
    re.compile(rf"(?P<place>{_PLACE}){_TAIL},?\s*\({_AGENCY}\)(?:\s*:|{_DASH})\s*"),
    re.compile(rf"(?P<place>{_PLACE}),\s*{_DATE}\.?\s*/{_AGENCY}/(?:\s*[.:]|{_DASH})\s*"),
    re.compile(rf"(?P<place>{_CAPITALS}),\s*{_DATE},?\s+(?P<name>[A-Z]{{2,8}})(?:\s*:|{_DASH})\s*"),
    re.compile(rf"\({_AGENCY}\)(?:\s*:|{_DASH})\s*"),
    re.compile(r"\((?P<name>[A-Z]{2,6})\)\s+(?=[A-Z\"“])"),
    re.compile(rf"(?P<place>{_CAPITALS}){_TAIL}{_DASH}\s*{_SENTENCE}"),
    re.compile(rf"(?P<place>{_CAPITALS})(?:,\s*{_DATE})?\s*:\s+{_SENTENCE}"),
    re.compile(rf"(?P<place>{_PLACE}),\s*{_DATE}(?:\s*:|{_DASH})\s*(?=\S)"),
)
# Words in capitals before a colon or a dash that say what a piece is, not where it was written.
_LABEL = re.compile(
    r"(?:ADVERTISEMENT|ANALYSIS|ANSWER|BREAKING|CAPTION|CLOSE|COMMENT|CORRECTION|EDITORIAL|EXCLUSIVE|EXPLAINER|FACT|FEATURE|"
    r"FILE|GALLERY|HOST|IMAGE|INTERVIEW|LIVE|MORE|NEWS|NOTE|OPINION|PHOTOS?|PICTURES?|PODCAST|QUESTION|READ|RELATED|REPORT|"
    r"REVIEW|SHARE|SOURCE|SPORT|THE|UPDATED?|URGENT|VIDEO|WARNING|WATCH|Q|A|[Cc]orrection|[Cc]larification|[Uu]pdated?)\b"
)
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}:\s")
_NOT_AGENCY = re.compile(
    rf"{_DATE}|(?:Photo|Image|Picture|Video|File|Updated?)\b.*|[A-Z][a-z]{{1,4}}\.|\d+|[A-Z]\.[A-Z]\.", re.IGNORECASE
)
_NAME = r"(?P<name>[A-Z][\w&.'’-]*(?: (?:(?:of|for|the|de|da) )?[A-Z][\w&.'’-]*){0,4}|[\w-]+(?:\.[\w-]+)+)"
_PIECE = r"(?:analysis|article|column|essay|interview|investigation|piece|post|report|story)"
_FIRST = r"(?:[Oo]riginally|[Ff]irst) (?:published|appeared) (?:by|in|on)"
_CREDITS = (
    re.compile(rf"(?:^|[(.!?][\"”’]?\s*)[Ww]ith inputs? from (?:the )?{_NAME}"),
    re.compile(rf"^[^.!?]{{0,40}}\b[Ww]ith inputs? from (?:the )?{_NAME}[.)]*$"),
    re.compile(rf"\b[Tt]h(?:is|e) {_PIECE}\b.{{0,30}}?\b{_FIRST} (?:the )?{_NAME}"),
    re.compile(rf"^(?:It was )?{_FIRST} (?:the )?{_NAME}.{{0,30}}$"),
    re.compile(rf"^(?:republished|reprinted|reproduced)\b.{{0,40}}?\b(?:from|of|by) (?:the )?{_NAME}", re.IGNORECASE),
    re.compile(rf"^\(?[Ss]ource:\s*(?:the )?{_NAME}"),
    re.compile(rf"^Via (?:the )?{_NAME}(?=[.)]|$)"),
    re.compile(rf"^\(?{_NAME}\)?\s+[a-z]{{1,3}}(?:/[a-z]{{1,3}})+$"),
)
_SIGN_OFF = re.compile(rf"^(?:--?|[–—])\s?{_NAME}\.?$")
_AGENCY_WORD = re.compile(
    r"\b(?:Wire|News|Press|Agency|Agencies|Service|Times|Post|Bureau|Media|Newswire|Radio|Herald|Daily|Tribune)\b"
    r"|^[A-Z]{2,6}$"
)
_GENERIC = frozenset({"agencies", "agency", "staff", "wires", "agency reports", "our correspondent", "reporters"})


@dataclasses.dataclass(frozen=True, kw_only=True)
class Dateline:
    """The words before a report's first sentence that say where, when and by whom it was filed."""

    start: int
    stop: int
    place: str | None
    name: str | None
    name_start: int
    name_stop: int


def find_dateline(text: str) -> Dateline | None:
    """The dateline of a report: it opens the first sentence, or one of the two after it."""
    lines = find_lines(text)
    opening = [line for line in lines if line.zone is not Zone.TOP][:3] or lines[:3]
    for line in opening:
        if (found := _match_dateline(line, opening[0], lines)) is not None:
            return found
    return None


def _match_dateline(line: Line, opening: Line, lines: list[Line]) -> Dateline | None:
    for form in _FORMS:
        match = form.match(line.text, 0, _LONGEST + 20)
        if match is None or match.end() > _LONGEST or len(line.text) - match.end() < 20:
            continue
        groups = match.groupdict()
        place, name = groups.get("place"), groups.get("name")
        if name is not None and _NOT_AGENCY.fullmatch(name):
            continue
        if place is not None and _LABEL.match(place):
            continue
        if name is None and match.group().rstrip().endswith(":"):
            is_speaker = sum(bool(_SPEAKER.match(other.text)) for other in lines) > 1
            if is_speaker or len(match.group("place")) < 4 or line is not opening:
                continue
        at = line.start + (match.start("name") if name else match.end())
        return Dateline(
            start=line.start,
            stop=line.start + len(match.group().rstrip()),
            place=place,
            name=name,
            name_start=at,
            name_stop=at + len(name or ""),
        )
    return None


def find_credits(text: str) -> tuple[Credit, ...]:
    """Names of agencies and outlets in the dateline and in credit lines, in order of their place."""
    found: dict[tuple[int, int], Credit] = {}

    def add(name: str, start: int, where: str) -> None:
        clean = name.rstrip(".'’- ")
        if clean and clean.lower() not in _GENERIC:
            span = Span(part=Part.TEXT, start=start, stop=start + len(clean))
            found[span.start, span.stop] = Credit(name=clean, span=span, where=where)

    dateline = find_dateline(text)
    if dateline is not None and dateline.name is not None:
        at = dateline.name_start
        for name in dateline.name.split("/"):
            add(name, at, "dateline")
            at += len(name) + 1
    known = {credit.name for credit in found.values()}
    for line in find_lines(text):
        if line.words > 40 and "inputs from" not in line.text:
            continue
        for pattern in _CREDITS:
            for match in pattern.finditer(line.text):
                add(match["name"], line.start + match.start("name"), "credit line")
        sign_off = _SIGN_OFF.match(line.text) if line.zone is Zone.BOTTOM else None
        if sign_off and (_AGENCY_WORD.search(sign_off["name"]) or sign_off["name"] in known):
            add(sign_off["name"], line.start + sign_off.start("name"), "credit line")
    return tuple(found[key] for key in sorted(found))
