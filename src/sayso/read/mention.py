"""What the words of a mention say by themselves: its form, name, head, number and gender."""

import dataclasses
import functools
import re
from enum import StrEnum

from sayso.read import lexicon

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*\.?", re.UNICODE)
_CUT = re.compile(
    r"\s*[,–—(:;]\s*|\s+(?=(?:who|which|whose|whom|that (?:\w+ed|has|had|was|were|is|are)|seen by|dated|released|published|filed|issued|obtained by|based in|speaking|not involved|"
    r"shown to|shared|said to|is|was|were|has|had|have)\b)"
)
_ACRONYM = re.compile(r"\(\s*([A-Z][A-Za-z&.-]{1,9})\s*\)")
_BY = re.compile(r"\b(?:by|of|from|in|for|at|with)\s+((?:the\s+|an?\s+)?[^,;()]+)$", re.I)


class Form(StrEnum):
    """How a mention points to somebody."""

    PRONOUN = "pronoun"
    NAME = "name"  # holds the proper name
    DEFINITE = "definite"  # the ministry, its spokesman, this paper
    INDEFINITE = "indefinite"  # two officials, residents
    SELF = "self"  # I, we: whoever speaks


@dataclasses.dataclass(frozen=True)
class Token:
    """One word of a mention."""

    text: str
    start: int

    @property
    def low(self) -> str:
        return self.text.casefold().rstrip(".")

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or self.text[:1].isdigit()


@functools.lru_cache(maxsize=16384)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text, possessive endings split off."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        for ending in ("'s", "’s", "'", "’"):
            if word.endswith(ending) and len(word) > len(ending):
                word = word[: -len(ending)]
                break
        bare = word.rstrip(".")
        if bare.casefold() not in lexicon.TITLES and len(bare) > 1 and "." not in bare:
            word = bare
        found.append(Token(word, match.start()))
    return tuple(found)


def singular(word: str) -> str:
    """A word without its plural ending, roughly: for comparing heads, not for printing."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@functools.lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """The telling words of a name or description, plural endings off."""
    skipped = lexicon.PARTICLES | lexicon.DEFINITE | lexicon.INDEFINITE | lexicon.POSSESSIVE | lexicon.TITLES
    kept = {singular(t.low) for t in tokens_of(text) if t.low not in skipped or t.low in lexicon.PERSONS}
    return frozenset(w for w in kept if len(w) > 1)


def without_article(text: str) -> str:
    """A name or description without a leading article, possessive or demonstrative."""
    return re.sub(r"^(?:the|an?|its|his|her|their|our|this|that)\s+", "", text.strip(), flags=re.I)


def cut_description(text: str) -> str:
    """A description up to its first apposition or relative clause."""
    text = text.strip().strip('"“”').strip()
    match = _CUT.search(text)
    return (text[: match.start()] if match and match.start() > 2 else text).strip(" ,;:–—")


@dataclasses.dataclass(frozen=True)
class Profile:
    """A mention's words, understood without their context."""

    text: str
    form: Form
    head: str  # head noun, singular, lower case; "" for pronouns and bare names
    first: str  # first word, lower case
    person: str | None  # a person's name in it, without titles
    proper: str | None  # any other proper name in it
    acronym: str | None
    plural: bool
    female: bool | None
    words: frozenset[str]
    several: bool  # its head is a plural
    possessor: str | None  # "its", "the ministry's", "the ministry" in "its spokesman", "the ministry's spokesman"

    @property
    def is_spokesperson(self) -> bool:
        """A spokesman: speaks for whoever employs them."""
        return self.head in lexicon.SPOKESPERSONS or singular(self.head) in lexicon.SPOKESPERSONS

    @property
    def is_own_words(self) -> bool:
        """A statement, a release: its author's own word."""
        return self.head in lexicon.OWN_WORDS

    @property
    def is_document(self) -> bool:
        return self.head in lexicon.DOCUMENTS

    @property
    def is_media(self) -> bool:
        return self.head in lexicon.MEDIA

    @property
    def is_organisation(self) -> bool:
        return self.head in lexicon.ORGANISATIONS

    @property
    def is_group(self) -> bool:
        """People described, not named: "experts from the Marl Institute"."""
        return self.person is None and self.several and self.head in lexicon.PERSONS

    @property
    def is_human(self) -> bool:
        return self.person is not None or self.head in lexicon.PERSONS or self.text.casefold() in lexicon.PLURAL_PERSONS


def _breaks(gap: str, before: Token) -> bool:
    """Whether what stands between two words ends a name."""
    if any(c in gap for c in ',;:()[]"“”\n—–|/') or " - " in gap:
        return True
    stopped = "." in gap or before.text.endswith(".")
    return stopped and before.low not in lexicon.TITLES and len(before.low) > 1


def capital_runs(tokens: tuple[Token, ...], text: str) -> list[tuple[int, int]]:
    """Runs of capitalised words, with particles inside, as (first, last) token numbers, half-open."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if not tokens[i].text[:1].isupper():
            i += 1
            continue
        j = i + 1
        while j < len(tokens):
            gap = text[tokens[j - 1].start + len(tokens[j - 1].text) : tokens[j].start]
            if _breaks(gap, tokens[j - 1]):
                break
            if tokens[j].capital:
                j += 1
                continue
            k = j
            while k < len(tokens) and tokens[k].low in lexicon.PARTICLES and k - j < 3:
                k += 1
            if (
                k > j
                and k < len(tokens)
                and tokens[k].text[:1].isupper()
                and tokens[j].low != "the"
                and not (tokens[j].low in {"and", "&"} and tokens[j + 1].low == "the")
            ):
                between = text[tokens[j - 1].start + len(tokens[j - 1].text) : tokens[k].start]
                if not _breaks(between, tokens[j - 1]):
                    j = k + 1
                    continue
            break
        runs.append((i, j))
        i = j
    return runs


def _role(token: Token) -> bool:
    low = token.low.removeprefix("ex-").removeprefix("vice-").removeprefix("co-")
    return (
        low in lexicon.TITLES
        or low in lexicon.PERSONS
        or singular(low) in lexicon.PERSONS
        or low in lexicon.FORMS_OF_ADDRESS
        or (low in lexicon.OFFICES and token.text.isupper())
    )


def _cut_titles(tokens: tuple[Token, ...], run: tuple[int, int]) -> tuple[int, int]:
    """A run of capitalised words without the titles and roles before the name."""
    first, last = run
    for i in range(first, last):
        if _role(tokens[i]) and i + 1 < last:
            first = i + 1
    if first < last and tokens[first].low in {"of", "for", "to", "and", "in", "at"}:
        first = max(first + 1, last - 2)  # "Director of Public Affairs Odo Marr"
        if last - first == 1:
            return last, last  # "Minister for Works": no name in it
    while last - first > 1 and tokens[last - 1].text.isupper() and tokens[last - 1].low in lexicon.LETTERS_AFTER:
        last -= 1
    return first, last


def _slice(text: str, tokens: tuple[Token, ...], run: tuple[int, int]) -> str:
    return text[tokens[run[0]].start : tokens[run[1] - 1].start + len(tokens[run[1] - 1].text)]


def _looks_organised(tokens: tuple[Token, ...], run: tuple[int, int]) -> bool:
    """Whether a run of capitalised words has a word that only bodies and publications have."""
    lows = {tokens[i].low for i in range(*run)}
    singulars = {singular(w) for w in lows}
    return bool(
        (lows | singulars) & (lexicon.ORGANISATIONS | lexicon.ORGANISATION_ENDINGS | lexicon.DOCUMENTS)
    ) or tokens[run[1] - 1].low in (lexicon.MEDIA_NAMES | lexicon.MEDIA)


def _is_common(tokens: tuple[Token, ...], run: tuple[int, int]) -> bool:
    """A capitalised common noun, as at the beginning of a sentence: "Radio station Wave 97"."""
    return (
        run[1] - run[0] == 1
        and run[0] == 0
        and tokens[0].low in lexicon.MEDIA | lexicon.ORGANISATIONS | lexicon.DOCUMENTS
    )


def _segments(text: str) -> list[str]:
    """A mention split at its commas, relative clauses dropped."""
    parts = re.split(r"\s*[,–—]\s+|\s*\(|\)\s*", text)
    return [p for p in parts if p and not re.match(r"(?:who|which|whose|where|when|also|of|in|at|then)\b", p, re.I)]


def person_name(text: str) -> str | None:
    """The person's name in a mention such as "port authority spokeswoman Lena Orr" or "its chief, Dr Odo Marr"."""
    best: tuple[int, str] | None = None
    for number, segment in enumerate(_segments(text)):
        tokens = tokens_of(segment)
        for run in capital_runs(tokens, segment):
            found = _person_in(segment, tokens, run, is_first=number == 0)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
    return best[1] if best else None


_BELONGING = frozenset({"of", "for", "at", "in", "from", "with", "to"})


def _person_in(
    segment: str, tokens: tuple[Token, ...], run: tuple[int, int], *, is_first: bool
) -> tuple[int, str] | None:
    """A person's name in one run of capitalised words, and how sure it is: 3 nothing else in its segment, 2 after a role, 1, 0."""
    first, last = run
    if tokens[first].low in lexicon.DEFINITE | lexicon.INDEFINITE | lexicon.POSSESSIVE:
        first += 1
    if first >= last:
        return None
    cut = _cut_titles(tokens, (first, last))
    guessed = cut[0] > first and tokens[cut[0] - 1].low not in lexicon.TITLES and not _role(tokens[cut[0] - 1])
    if cut[0] >= cut[1] or (_looks_organised(tokens, cut) and cut[0] == first):
        return None
    links = [i for i in range(*cut) if tokens[i].low in {"the", "of", "for", "and", "&", "from", "in", "at"}]
    if links and cut[1] - cut[0] > 2:
        if links[0] == cut[0]:
            return None
        cut = (cut[0], links[0])
    alone = cut[1] - cut[0] == 1
    if any(tokens[i].low in lexicon.CALENDAR for i in range(*cut)) and (
        alone or any(tokens[i].text.isdigit() for i in range(*cut))
    ):
        return None
    if _role(tokens[cut[1] - 1]) and (alone or "'s " in segment or "’s " in segment):
        return None
    if alone and tokens[cut[0]].low in lexicon.OFFICES:
        return None
    after = segment[tokens[cut[1] - 1].start + len(tokens[cut[1] - 1].text) :]
    if after[:2] in {"'s", "’s"}:
        return None
    end = cut[1]
    while end < len(tokens) and tokens[end].low in lexicon.LETTERS_AFTER:
        end += 1
    follows = tokens[end].low if end < len(tokens) else None
    if (
        follows is not None
        and is_first
        and follows not in {"of", "from", "in", "at", "with", "and", "for", *lexicon.PARTICLES}
    ):
        return None  # "Sorrel Interior Ministry clerk": a modifier
    before = tokens[cut[0] - 1] if cut[0] else None
    if before is not None and before.low in _BELONGING:
        return None  # "the director of Port Health", "the widow of Odo Marr": somebody else than whom the name is of
    after_role = before is not None and _role(before)
    whole = cut[1] == len(tokens) and (before is None or cut[0] == first or all(_role(t) for t in tokens[: cut[0]]))
    quality = 0 if guessed else 3 if whole and not alone else 2 if after_role else 1
    return quality, _slice(segment, tokens, cut)


def proper_name(text: str) -> str | None:
    """The name of a body or publication in a mention such as "The opposition Harvest Congress (HC)"."""
    plain = cut_description(without_article(text))
    plain = re.sub(
        r"^(?:press (?:service|office|wing|release)|spokes\w+|statement|report|story|article|website|page|officials?|officers?|members?|authorities|staff|representatives?|sources?) (?:of|for|in|at|from|with) (?:the )?",
        "",
        plain,
        flags=re.I,
    )
    tokens = tokens_of(plain)
    runs = [
        r
        for r in capital_runs(tokens, plain)
        if any(tokens[i].low not in lexicon.CALENDAR and not tokens[i].text.isdigit() for i in range(*r))
    ]
    if not runs:
        return None
    best = max(runs, key=lambda r: (_looks_organised(tokens, r) and not _is_common(tokens, r), r[1] - r[0], r[0]))
    first, last = best
    tail = tokens[last:]
    if tail and all(not t.capital for t in tail) and tail[-1].low in lexicon.ORGANISATIONS:
        last = len(tokens)  # "Mandi Gate police"
    if (
        first > 0
        and tokens[first - 1].low in {"of", "for"}
        and any(t.low in lexicon.ORGANISATIONS for t in tokens[:first])
    ):
        first = 0  # "police of Kessary"
    return _slice(plain, tokens, (first, last))


def _apposed_name(text: str, head: str) -> str | None:
    """The name behind a description: "an environmental group, Creek Watch (CW)"."""
    rest = re.match(r"[^,]+,\s+((?:the\s+)?[A-Z].*)", text)
    known = lexicon.ORGANISATIONS | lexicon.MEDIA | lexicon.DOCUMENTS
    return proper_name(rest[1]) if rest and singular(head) in known else None


def _head(text: str) -> str:
    """The head noun of a description: the last word before any preposition or apposition."""
    plain = cut_description(text)
    tokens = tokens_of(plain)
    stop = len(tokens)
    for i, token in enumerate(tokens):
        if i and token.low in {
            "of",
            "in",
            "for",
            "at",
            "from",
            "with",
            "by",
            "on",
            "to",
            "close",
            "familiar",
            "near",
            "under",
            "across",
            "inside",
            "bearing",
            "among",
            "doing",
        }:
            stop = i
            break
    for i in range(stop - 1, -1, -1):
        low = tokens[i].low
        if (
            low not in lexicon.DEFINITE
            and low not in lexicon.POSSESSIVE
            and low not in {"itself", "himself", "herself", "themselves", "who"}
        ):
            return low
    return ""


@functools.lru_cache(maxsize=8192)
def profile_of(text: str) -> Profile:
    """What a mention's words say by themselves."""
    clean = re.sub(r"\s+", " ", text).strip().strip('"“”,;:').strip()
    clean = re.sub(r"(?<=\w) (?:himself|herself|itself|themselves)$", "", clean)
    tokens = tokens_of(clean)
    first = tokens[0].low if tokens else ""
    bare = len(tokens) == 1 or (
        len(tokens) == 2
        and tokens[1].low in {"himself", "herself", "itself", "themselves", "all", "both", "also", "later"}
    )
    acronym = _ACRONYM.search(clean)
    plain = re.sub(r"\s*\([^)]*\)", "", clean) or clean
    possessor = None
    owned = re.match(r"(.+?)(?:['’]s|(?<=s)['’])\s+\S", cut_description(plain))
    if owned:
        possessor = owned[1]
    elif first in lexicon.POSSESSIVE and len(tokens) > 1:
        possessor = first
    low = clean.casefold()
    female: bool | None = None
    lows = {t.low for t in tokens}
    if lows & lexicon.FEMALE or low in lexicon.SHE:
        female = True
    elif lows & lexicon.MALE or low in lexicon.HE:
        female = False
    if bare and first in lexicon.SELF:
        return Profile(
            clean, Form.SELF, "", first, None, None, None, first in {"we", "us", "our"}, None, frozenset(), False, None
        )
    pronouns = lexicon.HE | lexicon.SHE | lexicon.IT | lexicon.THEY
    if bare and first in pronouns:
        return Profile(
            clean, Form.PRONOUN, "", first, None, None, None, first in lexicon.THEY, female, frozenset(), False, None
        )
    head = _head(plain)
    person, proper = person_name(plain), proper_name(plain) or _apposed_name(plain, head)
    if len(tokens) == 1 and clean.isupper() and len(clean) < 8:
        acronym_text: str | None = clean
    else:
        acronym_text = acronym[1] if acronym else None
    head = head.removeprefix("ex-")
    determined = first in lexicon.DEFINITE or possessor is not None
    sentence_capital = (
        bool(tokens) and tokens[0].low not in lexicon.DEFINITE and not any(t.text[:1].isupper() for t in tokens[1:])
    )
    common = head and (
        head in lexicon.PERSONS
        or singular(head) in lexicon.PERSONS
        or singular(head) in lexicon.ORGANISATIONS
        or singular(head) in lexicon.DOCUMENTS
        or singular(head) in lexicon.MEDIA
        or head in lexicon.PLURAL_PERSONS
        or head in lexicon.PLAIN_MEDIUMS
        or head in lexicon.OWN_WORDS
    )
    if (
        sentence_capital
        and (common or len(tokens) > 1)
        and (len(tokens) < 2 or not _role(tokens[0]) or not tokens[-1].capital)
    ):
        person = proper = None  # "Residents", "Captured men": capital only as first word
    named = person is not None or proper is not None
    if named and not (determined and possessor is not None and person is None and not (tokens and tokens[-1].capital)):
        form = Form.NAME
    elif determined:
        form = Form.DEFINITE
    else:
        form = Form.INDEFINITE
    plural = (
        (head.endswith("s") and not head.endswith("ss") and not named)
        or head in lexicon.PLURAL_PERSONS
        or (first in {"two", "three", "several", "some", "both"} and not named)
    )
    return Profile(
        clean,
        form,
        singular(head),
        first,
        person,
        proper,
        acronym_text,
        plural,
        female,
        content_words(plain),
        singular(head) != head,
        possessor,
    )
