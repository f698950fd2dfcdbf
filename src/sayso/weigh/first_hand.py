"""Own voice that says that it saw, heard, counted or measured the thing itself.

Judged by the words alone, over the statement's sentence and its neighbours in the paragraph, quotations left
out: somebody of the outlet ("I", "our correspondent", "a Harbor Daily reporter") and a verb of perceiving or
measuring with nobody else between. What is learned of others, and what is read, is not first hand.
"""

import functools
import re
from collections.abc import Iterator

from sayso.model import Document, Evidence, Part, Span, Statement
from sayso.weigh.names import normalise_name
from sayso.weigh.setting import Setting

_JOB = r"(?:reporter|correspondent|journalist|photographer|cameraman|camerawoman|videographer|camera crew|team|crew|staff)s?"
_MEMBER = rf"(?:{_JOB}|(?:observer|inspector|monitor|surveyor|engineer|researcher|scientist|volunteer|enumerator|ranger|member)s?)"
_PAPER = r"(?:newspaper|paper|website|site|agency|station|channel|programme|magazine|outlet)"
_SELF = (
    r"I",
    r"[Ww]e",
    rf"[Oo]ur (?:own )?(?:\w+ )?{_MEMBER}",
    rf"[Tt]his {_JOB}",
    rf"(?:[Tt]his|[Oo]ur) {_PAPER}(?:['’]s (?:own )?(?:\w+ )?{_JOB})?",
    rf"(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree) {_JOB} (?:of|from|for|with) (?:this|our) {_PAPER}",
)
_SAW = (
    r"saw|seen|watch(?:ed|ing)|witness(?:ed|ing)|heard|count(?:ed|ing)|measur(?:ed|ing)|observ(?:ed|ing)"
    r"|photograph(?:ed|ing)|film(?:ed|ing)|timed|weighed|smel(?:led|t)|tallied"
)
_MEASURES = r"counts?|tally|measurements?|readings?|observations?"

MOST_BETWEEN = 12
"""Words between the outlet's own and the verb: "This reporter, who stood at the gate from dawn to noon, counted"."""

_OTHERS = re.compile(
    r"\b(?:not|never|nobody|cannot|without|unable|failed|was|were|been|be|is|are|if|whether|that|whose|whom|how"
    r"|said|says|told|tells|asked|spoke|spoken|speaking|interviewed|quoted|met|learn(?:ed|t)|underst(?:and|ood)|believed?"
    r"|claim(?:s|ed)|report(?:s|ed)|according|he|she|they|it|you|who|people|residents|witnesses|officials|would|could|might|will)\b"
    r"|n['’]t\b|[;:]"
)
"""Between the two: somebody else may be the one who perceives, or nobody did."""

_WHEN = re.compile(r"\b(?:when|as|while|after|before)\s+$", re.IGNORECASE)
_TAKEN_UP = re.compile(r",\s+(?:he|she|they|we|I)(?=\s*$)")
"""The outlet's own, taken up: "When our correspondent came to the quay, she counted"."""

_TELLING = re.compile(r"\b(?:to|told|tells|by|with|asked|for|of|against)\s+$", re.IGNORECASE)
"""Before the outlet's own: it is spoken to, or acted on."""

_EXPERIENCE = re.compile(r"\b(?:have|has|had|['’]ve|['’]d)\b.*\b(?:seen|heard|watched|witnessed)$")
""""We have seen a change in China" tells of the world at large, not of one thing."""

_HEARSAY = re.compile(
    r"\s+(?:that|of|about|from|reports?|claims?|rumou?rs?|(?:it|him|her|them) (?:said|say))\b", re.IGNORECASE
)
"""After "heard": what was heard is somebody's word."""

_READ = re.compile(
    r"\s+(?:(?:an?|the|this|that|these|those|its?|his|her|their|several|some|both|two|three|all|any|\w+ed|\w+al)\s+)*"
    r"(?:[\w-]+\s+){0,2}?"
    r"(?:documents?|letters?|cop(?:y|ies)|reports?|e-?mails?|memos?|memorand(?:um|a)|records?|minutes|contracts?|invoices?"
    r"|messages?|drafts?|files?|papers?|statements?|ledgers?|transcripts?|correspondence|logs?|spreadsheets?|screenshots?"
    r"|footage|videos?|clips?|photos?|images?)\b",
    re.IGNORECASE,
)
"""After the verb: what was seen is a document or a recording, not the thing."""

_POINTING = re.compile(r"\s+(?:[\w-]+ of )?(?:it|them|him|her|this|these|those|the same)\b", re.IGNORECASE)
_BARE = re.compile(r"\s*(?:from|at|for|until|till|through|throughout|as|,|$)", re.IGNORECASE)
_APART = re.compile(r"[;:]|,? (?:while|although|though|but|whereas)\b")

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]»]*\s+(?=[\"“‘'(\[«]?[^\W_a-z])|\n+")
_QUOTATION = re.compile(r"[“«„\"][^“”«»„\"\n]*(?:[”»\"]|$)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|thousands?)\b"
)


def find_witness(statement: Statement, setting: Setting) -> Evidence | None:
    """The words in which the outlet says that it perceived what a statement in its own voice asserts; None without such.

    Where they stand in a neighbouring sentence, that must speak of the same: see `speaks_of`.
    """
    document = setting.documents[statement.document]
    text = _leave_out_quotations(document.text)
    if statement.part is Part.HEADLINE or not text[statement.start : statement.stop].strip():
        return None
    sentences = list(find_sentences(text))
    own = [n for n, (start, stop) in enumerate(sentences) if start < statement.stop and statement.start < stop]
    beside = [n for n in (own[0] - 1, own[-1] + 1) if 0 <= n < len(sentences)] if own else []
    for n in own:
        start, stop = sentences[n]
        at = find_perceiving(text[start:stop], document.outlet)
        if at and not _APART.search(text[start + at[1] : max(start + at[1], statement.start)]):
            return _make_evidence(document, start + at[0], start + at[1])
    for n in beside:
        start, stop = sentences[n]
        between = text[min(stop, sentences[own[-1]][1]) : max(start, sentences[own[0]][0])]
        at = find_perceiving(text[start:stop], document.outlet)
        if at and "\n" not in between and speaks_of(text[start:stop], at, statement.text):
            return _make_evidence(document, start + at[0], start + at[1])
    return None


def find_perceiving(sentence: str, outlet: str | None) -> tuple[int, int] | None:
    """Where a sentence says that somebody of the outlet perceived or measured; None where it doesn't."""
    saw = re.compile(rf"\b(?:{_SAW})\b")
    for agent in _find_agents(outlet).finditer(sentence) if saw.search(sentence) else ():
        if _TELLING.search(sentence[: agent.start()]):
            continue
        for verb in saw.finditer(sentence[agent.end() :]):
            between = sentence[agent.end() : agent.end() + verb.start()]
            if _WHEN.search(sentence[: agent.start()]):
                between = _TAKEN_UP.sub("", between)
            if len(between.split()) > MOST_BETWEEN or _OTHERS.search(re.sub(r"^,? who\b", "", between)):
                break
            rest = sentence[agent.end() + verb.end() :]
            is_general = agent[0] in ("I", "We", "we") and _EXPERIENCE.search(f"{between}{verb[0]}")
            if not (is_general or _READ.match(rest) or (verb[0] == "heard" and _HEARSAY.match(rest))):
                return agent.start(), agent.end() + verb.end()
    measure = re.search(rf"\b(?:[Oo]ur|[Mm]y|[Tt]his {_PAPER}['’]s) (?:own )?(?:{_MEASURES})\b", sentence)
    return measure.span() if measure else None


def speaks_of(sentence: str, at: tuple[int, int], statement: str) -> bool:
    """True where a sentence that says that somebody perceived speaks of what a neighbouring statement asserts.

    It shares a word of four letters or more, or points ("I counted them"), or names no other thing ("our
    reporter watched from the bank"), or counted where the statement gives a number.
    """
    rest = sentence[at[1] :]
    ours, theirs = ({w.casefold()[:6] for w in _WORD.findall(t)} for t in (rest, statement))
    counted = re.search(r"(?:count|tall|measur|weigh|tim)(?:ed|ied|ing)$", sentence[: at[1]])
    return (
        bool(ours & theirs)
        or bool(_POINTING.match(rest) or _BARE.match(rest.rstrip(".!? ")))
        or bool(counted and _NUMBER.search(statement))
    )


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text stand."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if end.start() > start:
            yield start, end.start()
        start = end.end()
    if start < len(text):
        yield start, len(text)


@functools.lru_cache(maxsize=64)
def _leave_out_quotations(text: str) -> str:
    return _QUOTATION.sub(lambda m: " " * len(m[0]), text)


@functools.lru_cache(maxsize=1024)
def _find_agents(outlet: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])(?:{'|'.join((*_SELF, *_name_people(outlet)))})(?!['’]?\w)")


def _name_people(outlet: str | None) -> Iterator[str]:
    """How an outlet and its own people are called, by its name or the last word of it: "a Daily reporter"."""
    words = normalise_name(outlet or "").split()
    names = [r"[\W_]+".join(rf"(?i:{re.escape(w)})" for w in words)] if words else []
    if len(words) > 1 and len(words[-1]) > 3:
        names.append(re.escape(words[-1].capitalize()))
    for name in names:
        yield rf"(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree) {name}(?:['’]s?)? (?:\w+ )?{_JOB}"
        yield rf"(?:[Tt]he )?{name}['’]s? (?:own )?(?:\w+ )?{_JOB}"
        yield rf"(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree) {_JOB} (?:of|from|for|with) (?:the )?{name}"
        yield rf"[Tt]he {name}"


def _make_evidence(document: Document, start: int, stop: int) -> Evidence:
    span = Span(part=Part.TEXT, start=start, stop=stop)
    return Evidence(document=document.id, span=span, words=document.words(span))
