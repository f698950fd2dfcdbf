"""Stems and heads of marked words, as the lemma baseline of `bench.events` takes them: a rival, so no part of the product."""

import re
from collections.abc import Sequence

_PLACING = frozenset("of in into on onto at to from for with by over up out off down away about against".split())
GRAMMAR = _PLACING | frozenset(
    "a an the and or not n't is are was were be been being am has have had having do does did will would can could "
    "may might must shall should his her its their this that these those it he she they".split()
)
_IRREGULAR = {
    form: base
    for line in (
        "say said|shoot shot|be is are was were been being am|have has had|do does did done|go goes went gone|"
        "come came|take took taken|give gave given|get got gotten|make made|see saw seen|find found|tell told|"
        "hold held|leave left|lead led|win won|lose lost|buy bought|sell sold|bring brought|catch caught|fight fought|"
        "die died dies dying|lie lay lain lying|fall fell fallen|rise rose risen|break broke broken|"
        "speak spoke spoken|steal stole stolen|strike struck stricken|begin began begun|know knew known|grow grew grown|"
        "throw threw thrown|fly flew flown|drive drove driven|ride rode ridden|write wrote written|hide hid hidden|"
        "meet met|feel felt|keep kept|send sent|spend spent|build built|pay paid|flee fled|run ran|sit sat|stand stood|"
        "become became|choose chose chosen|shake shook shaken|sink sank sunk|swear swore sworn|wear wore worn"
    ).split("|")
    for base, *forms in [line.split()]
    for form in (base, *forms)
}


def make_stem(word: str) -> str:
    """A word without the endings of number and tense; a simple stemmer, which knows the commonest irregular verbs."""
    word = re.sub(r"['’]s$", "", word.casefold())
    word = _IRREGULAR.get(word, word)
    if len(word) > 4 and word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "zes", "ches", "shes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and re.search(r"[aeiouy].", word[: -len(ending)]):
            word = word[: -len(ending)]
            break
    word = re.sub(r"([^aeiou])\1$", r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def find_head(words: Sequence[str]) -> str:
    """The last word before the first that places it ("sent back *to* jail"), words of grammar aside; else the last."""
    kept = [w.casefold() for w in words]
    while len(kept) > 1 and kept[0] in GRAMMAR:
        kept = kept[1:]
    for n, word in enumerate(kept):
        if n and word in _PLACING:
            kept = kept[:n]
            break
    return next((w for w in reversed(kept) if w not in GRAMMAR), kept[-1])
