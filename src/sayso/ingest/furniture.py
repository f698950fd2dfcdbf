"""Page furniture in a text: lines that belong to the page and not to the report.

Only the clear cases, by rules for pages in English: a false mark hides a statement. The reader has a learned detector
beside these rules.
"""

import dataclasses
import re
from collections.abc import Iterable

from sayso.ingest.dateline import find_dateline
from sayso.ingest.lines import Line, Zone, find_lines, has_reporting, has_sentence_end
from sayso.model import Furniture, FurnitureKind, Part, Span

_ANYWHERE = frozenset(Zone)
_EDGES = frozenset({Zone.TOP, Zone.BOTTOM})
_SITES = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|print|copy link|link|messenger|instagram|youtube|"
    r"threads|bluesky|pinterest|flipboard|sms|tumblr|viber|line|comments?|share|tweet|pin it|save|like|post|more)"
)
_CAP = r"[A-ZÀ-Þ][\w.'’-]*"
_SMALL = r"(?:and|&|of|in|at|the|for|from|de|da|del|van|von|der|bin|al|el|la|with|our|a)"
# No words in small letters but those that stand among names and dates: what has others may be a sentence.
_NO_PROSE = (
    r"(?!.*\b(?!(?:ago|agencies|al|am|and|at|bin|bureau|by|da|days?|de|del|der|desk|editing|el|for|from|hours?|in|la|mins?|minutes?|of|"
    r"on|pm|read|reporting|staff|team|the|van|von|with|writing)\b)[a-zß-ÿ]{2,})"
)
# Kinds of lines in which nobody reports what somebody said.
_SILENT = frozenset({FurnitureKind.CREDIT, FurnitureKind.OTHER, FurnitureKind.SHARE, FurnitureKind.SUBSCRIPTION})


@dataclasses.dataclass(frozen=True, kw_only=True)
class Rule:
    """One kind of line: a pattern for the whole line, where it may stand, and the most characters it may have."""

    kind: FurnitureKind
    reason: str
    pattern: re.Pattern[str]
    zones: frozenset[Zone] = _ANYWHERE
    longest: int = 160


def _make_rule(
    kind: FurnitureKind,
    reason: str,
    pattern: str,
    *,
    zones: frozenset[Zone] = _ANYWHERE,
    longest: int = 160,
    exact_case: bool = False,
) -> Rule:
    flags = re.NOFLAG if exact_case else re.IGNORECASE
    return Rule(kind=kind, reason=reason, pattern=re.compile(pattern, flags), zones=zones, longest=longest)


_RULES = (
    _make_rule(
        FurnitureKind.NAVIGATION,
        "points to another story",
        r"(?:also read|read also|read more|read next|now read|read|see also|must read|related|recommended|more on this|"
        r"most read|most popular|trending|up next|next|next story|next article|previous story|previous article|watch|"
        r"listen|in pictures|editor['’]s picks?|full story|full coverage|in case you missed it|don['’]t miss|"
        r"related (?:story|stories|articles?|news|coverage|posts?|reading|links?|topics?)|read (?:the )?full story)"
        r"\s*[:|»›→].*",
    ),
    _make_rule(
        FurnitureKind.NAVIGATION,
        "a button or a list's title",
        r"(?:also read|read also|read more|read next|see also|next story|next article|previous story|previous article|"
        r"next|previous|most read|most popular|trending(?: now)?|related (?:stories|articles?|news|topics?|posts?|content|"
        r"coverage)|recommended(?: for you| stories)?|you (?:may|might) also like|more stories|more news|top stories|"
        r"latest news|back to top|continue reading|load more|show more|view comments|leave a (?:comment|reply)|"
        r"post a comment|skip to (?:main )?content|home|menu|now playing:?|close|toggle caption|hide caption|"
        r"enlarge this image(?: toggle caption)?|read (?:the )?full (?:story|article)[^.]*|click here[^.]*)\W*",
    ),
    _make_rule(
        FurnitureKind.NAVIGATION,
        "offers the story in another form or language",
        r"(?:listen to this (?:story|article)|listen live|read (?:this|the)\b.{0,40}\b(?:story|article|version|sources?)"
        r"\b.{0,60})(?:\s*[|·:.].*)?",
        zones=_EDGES,
    ),
    _make_rule(
        FurnitureKind.SHARE,
        "share buttons",
        rf"(?:(?:please |kindly )?share(?: this)?(?: story| article| post| page)?(?: on| via| with)?\W*)?"
        rf"(?:{_SITES}(?:[\s|/·,•]+|$))+",
    ),
    _make_rule(
        FurnitureKind.SHARE,
        "asks to share or follow",
        r"(?:(?:please |kindly )share\b.*|share (?:this|on|via)\b.{0,80}|"
        r"(?:follow|join|find) (?:us|our)\b.*|like us on\b.*|follow along\b.*|follow @\w+.*|stay (?:tuned|connected|up to date)\b.*|"
        r"(?:download|get|install) (?:the|our)\b.{0,40}\bapps?\b.{0,40}|the\b.{0,40}\bapp is free to download\W*)",
    ),
    _make_rule(
        FurnitureKind.SHARE,
        "asks to follow",
        rf"Follow {_CAP}(?: {_CAP}){{0,4}} (?:on|for|via|at)\b.*",
        exact_case=True,
        longest=260,
    ),
    _make_rule(
        FurnitureKind.SUBSCRIPTION,
        "asks to subscribe, sign up or give",
        r"(?:subscribe(?: now| today| here)?(?: to| for| and|$|\W).*|sign up (?:to|for|now|here|today)\b.*|sign up\W*|"
        r"register (?:now|here|for free)\b.*|donate(?: now| today)?\W*|"
        r"support (?:us\b|our (?:journalism|journalists|newsroom|reporting|site|work)\b|"
        r"independent (?:journalism|media|news|reporting)\b).*|"
        r"become a (?:member|subscriber|supporter|patron)\b(?! of (?-i:[a-z])).*|"
        r"get (?:the|our|your)\b.{0,50}\b(?:newsletters?|alerts?|briefings?|inbox)\b.*|already a subscriber\b.*|"
        r"enter your e-?mail\b.*|start your free trial\b.*|(?:.{1,60}\W )?subscribers only\W.{0,40})",
    ),
    _make_rule(
        FurnitureKind.SUBSCRIPTION,
        "asks to subscribe, sign up or give",
        r"to (?:view|read|see|access|continue|unlock)\b.{0,40}\b(?:story|article|reading|content)\W.{0,20}"
        r"\b(?:subscribe|log in|sign (?:in|up)|register)\b.*|"
        r"if you(?:['’]re| are)\b.{0,60}\bsubscriber\b.{0,20}\blog in\b.*|"
        r"(?:never|don['’]t) miss\b.{0,80}\b(?:signing up|sign up|subscrib\w+|newsletters?)\b.*|"
        r"get\b.{0,60}\bby e-?mail\b.*\b(?:sign up|subscribe)\b.*",
        longest=300,
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "discloses the page's business",
        r"(?:this|our) (?:post|article|page|story|site) (?:may )?(?:contains?|includes?) (?:affiliate|references to products)\b.*|"
        r"we may (?:earn|receive) (?:an? )?(?:affiliate )?(?:commission|compensation)\b.*",
        longest=400,
    ),
    _make_rule(
        FurnitureKind.CAPTION,
        "credits a picture",
        r"\(?(?:file )?(?:photo|image|picture|photograph|video|graphic|illustration)s?"
        r"(?: credit| courtesy| by| copyright| source)?\s*(?:[:©]|/(?!\d)).*",
    ),
    _make_rule(
        FurnitureKind.CAPTION,
        "credits a picture",
        r"(?:photo|image|picture|video|media caption|media playback[^.]*|image caption|file photo)\)?",
    ),
    _make_rule(
        FurnitureKind.CAPTION,
        "credits a picture",
        rf"\(?(?:Photo|Image|Picture|Photograph|Photos|Text)s? (?:by|courtesy of|courtesy|copyright) (?:{_CAP}\W*|{_SMALL} )+",
        exact_case=True,
    ),
    _make_rule(
        FurnitureKind.CAPTION,
        "describes an agency's file photograph",
        r"FILE(?: PHOTO:| ?[-–—]| ?:) ?.*",
        longest=400,
        exact_case=True,
    ),
    _make_rule(
        FurnitureKind.CREDIT,
        "says who worked on the report",
        r"\(?(?i:(?:additional )?(?:reporting|writing|editing|compiled|edited|translated|production|photographs?|research))"
        rf" by\b{_NO_PROSE}[^\n]{{1,160}}",
        longest=200,
        exact_case=True,
    ),
    _make_rule(
        FurnitureKind.CREDIT,
        "says whose material was used",
        r"\(?(?:[\w .,'’-]{0,40}\b)?with (?:additional )?(?:inputs?|reporting|information|material) (?:from|by) "
        r"(?-i:(?:the )?[A-Z]|agenc|staff|field|wire|our |local )[^.;]*[.)]*",
        zones=_EDGES,
    ),
    _make_rule(
        FurnitureKind.CREDIT,
        "says whose material was used",
        r"\(?(?:source: .*|via (?-i:(?:[A-Z][\w.&’'-]*[ .]{1,2}){1,5})(?:read .{0,40})?|additional reporting\b.*|"
        r"(?:[A-Z.]{1,6}|staff|agencies)? ?(?:with|and) agencies\)?)",
        zones=_EDGES,
        longest=100,
    ),
    _make_rule(
        FurnitureKind.CREDIT,
        "an agency's closing signs",
        r"(?:\(?[A-Z][\w .-]{1,30}\)? )?(?:[A-Za-z]{2,6}/)?[a-z]{1,3}(?:/[a-z]{1,3})+(?:/\d{2,4})?|[A-Z]{2,6}(?:/[a-z]{2,3})+(?:/\d{2,4})?",
        zones=_EDGES,
        exact_case=True,
    ),
    _make_rule(
        FurnitureKind.CREDIT,
        "signed by an agency or writer",
        rf"(?:--?|[–—])\s?{_CAP}(?: {_CAP}){{0,3}}\.?",
        zones=frozenset({Zone.BOTTOM}),
        exact_case=True,
        longest=50,
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "ends the report",
        r"(?:enditem|ends?|end of story|-+ ?30 ?-+|#{2,}|\*{3,}|\(?ends?\)|/ends?|-+ ?ends? ?-+)\W*",
        zones=_EDGES,
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "a label of the page",
        r"(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|for immediate release|exclusive|breaking|"
        r"breaking news|live|live updates?|opinion|news|world|politics|analysis|just in)\W*",
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "says who owns the text",
        r"(?:.{0,80}\W)?(?:©|\(c\) ?\d{4}|copyright \W?\d{4}|(?-i:[Cc]opyright [A-Z])|all rights reserved|"
        r"(?:may|must) not be (?:published|reproduced|copied|republished|redistributed|broadcast)|"
        r"reproduction(?: and redistribution)? (?:is )?(?:strictly )?prohibited).*",
        zones=_EDGES,
        longest=320,
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "gives a contact",
        r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|.{0,60}\b(?:e-?mail|feedback|letters to the editor|reach (?:him|her|them|the author|"
        r"the reporter)|contact|write to|comments?|get in touch|tips?|about)\b.{0,60}[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*)",
        zones=_EDGES,
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "speaks to the page's visitor",
        r"(?:we want to hear (?:from you|what you think)\b.*|submit a letter to the editor\b.*|"
        r"have you seen an? (?:claim|error|mistake|typo)\b.*|"
        r"(?:got|have|do you have) an? (?:story|tip|question|correction|comment)\b.*|"
        r"(?:found|did you (?:notice|find|spot)|if you (?:find|notice|spot)|spotted) an? (?:mistake|error|typo)\b.*|"
        r"disclaimer\s*:.*|correction policy\b.*|this is a rush transcript\b.*|"
        r"this (?:article|story) (?:was|has been|is) (?:auto(?:matically)?[ -])?translated\b.*|"
        r"translated from (?:the )?\w+(?: (?:by|for) .{1,40})?|"
        r"this story has not been edited\b.*|we use cookies\b.*|accept (?:all )?cookies\W*)",
        longest=240,
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "a time of the page",
        r"(?i:(?:last |first )?(?:updated|published|posted|modified)(?: on| at| by)?)"
        rf"\b[:\s]{_NO_PROSE}.{{0,70}}\d.{{0,40}}",
        longest=120,
        exact_case=True,
    ),
    _make_rule(
        FurnitureKind.OTHER,
        "a time or a count of the page",
        r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?\s?m\.?)?(?: ?(?:[A-Z]{2,5}))?|\d+ ?min(?:ute)?s? read|"
        r"\d[\d ,.]* ?(?:views?|shares?|comments?|likes?)|(?:views?|shares?|comments?) ?:? ?\d[\d ,.]*|"
        r".{0,60}\b\d+ min read)\W*",
        longest=120,
    ),
    _make_rule(FurnitureKind.OTHER, "an address on the web", r"(?:https?://|www\.)\S+"),
    _make_rule(
        FurnitureKind.BYLINE,
        "a byline",
        rf"(?:(?:[A-Z]{{3,}} )*|Story |Written |Reported |Posted |Words |Text )?(?:[Bb]y|BY):? +"
        rf"(?:{_CAP}|{_SMALL})(?:(?:,? ?\| ?|, | ){_CAP}|,? {_SMALL}(?= ))*(?:[ ,]*\|.{{0,60}})?",
        zones=_EDGES,
        exact_case=True,
        longest=120,
    ),
    _make_rule(
        FurnitureKind.BYLINE,
        "a byline without a name",
        rf"(?:{_CAP} |{_SMALL} |Our ){{0,4}}(?:Reporters?|REPORTERS?|Correspondents?|CORRESPONDENTS?|Writers?|WRITERS?|Desk|DESK|"
        rf"Bureau|BUREAU|correspondent|reporter)",
        zones=frozenset({Zone.TOP}),
        exact_case=True,
        longest=60,
    ),
    _make_rule(
        FurnitureKind.BYLINE,
        "a byline",
        r"[^.!?\"“]{2,60} [|·] [^!?\"“]{2,80}",
        zones=frozenset({Zone.TOP}),
        longest=120,
    ),
    _make_rule(
        FurnitureKind.NAVIGATION,
        "a row of links",
        r"[^.!?\"“]{2,60} [|·] [^.!?\"“]{2,80}",
        zones=frozenset({Zone.BOTTOM}),
        longest=120,
    ),
    _make_rule(
        FurnitureKind.HEADING,
        "a heading in capitals",
        r"[A-Z][A-Z'’-]+(?: [A-Z'’&-]+){1,6}",
        exact_case=True,
        longest=60,
    ),
)
_INPUTS = re.compile(
    r"\((?:with|additional) (?:inputs?|reporting|information|material)\b[^)\n]{0,120}\)", re.IGNORECASE
)
_WRAPPED = 40
"""The least length of a line after which a sentence may go on below: shorter ones are hardly broken at a width."""
_SPACE = re.compile(r"\W+")


def find_furniture(
    headline: str, text: str, byline: str | None, *, known: Iterable[Furniture] = ()
) -> tuple[Furniture, ...]:
    """Marks in the text, in order and without overlaps; `known` are those that the page's own markup gives.

    A known heading that repeats the headline, or reads as a statement, is not taken over: some pages set their first
    paragraph, or all of them, as headings.
    """
    title = _make_key(headline)
    marks = [
        mark
        for mark in known
        if _make_key(words := text[mark.span.start : mark.span.stop]) != title
        and (words.endswith("?") or not Line(start=mark.span.start, stop=mark.span.stop, text=words).is_prose)
    ]

    def add(start: int, stop: int, kind: FurnitureKind, reason: str) -> None:
        span = Span(part=Part.TEXT, start=start, stop=stop)
        if not any(mark.span.overlaps(span) for mark in marks):
            marks.append(Furniture(span=span, kind=kind, reason=reason))

    lines = find_lines(text)
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and _is_continued(before, line, text):
            continue
        if (found := _judge_line(line, headline, byline)) is not None:
            add(line.start, line.stop, *found)
        elif (inputs := _INPUTS.search(line.text)) is not None:
            add(
                line.start + inputs.start(),
                line.start + inputs.end(),
                FurnitureKind.CREDIT,
                "says whose material was used",
            )
    dateline = find_dateline(text)
    if dateline is not None:
        add(dateline.start, dateline.stop, FurnitureKind.DATELINE, "place, date or agency before the first sentence")
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _is_continued(before: Line, line: Line, text: str) -> bool:
    """True for a line that goes on with the sentence of the one before it, in text broken at a fixed width."""
    is_open = len(before.text) >= _WRAPPED and not has_sentence_end(before.text)
    is_next = text.count("\n", before.stop, line.start) == 1
    is_rest = line.text[0].islower() or (line.words <= 2 and has_sentence_end(line.text))
    return is_open and is_next and is_rest


def _judge_line(line: Line, headline: str, byline: str | None) -> tuple[FurnitureKind, str] | None:
    """The kind and the reason, where a line is furniture as a whole."""
    key = _make_key(line.text)
    if headline and key and key == _make_key(headline):
        return FurnitureKind.HEADLINE, "repeats the headline"
    if byline and line.zone is not Zone.BODY and key and key == _make_key(byline):
        return FurnitureKind.BYLINE, "repeats the byline"
    is_report = has_reporting(line.text)
    for rule in _RULES:
        if is_report and rule.kind in _SILENT:
            continue
        if line.zone in rule.zones and len(line.text) <= rule.longest and rule.pattern.fullmatch(line.text):
            return rule.kind, rule.reason
    return None


def _make_key(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()
