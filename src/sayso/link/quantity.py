"""Numbers that words give, and what they count: `seventeen to eleven`, `€140 more`, `12,000 homes`, `half`."""

import dataclasses
import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNITS = {
    **{word: float(n) for n, word in enumerate(_ONES)},
    **{word: 10.0 * (n + 2) for n, word in enumerate(_TENS)},
    "dozen": 12.0,
    "half": 0.5,
    "no": 0.0,
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "m": 1e6,
    "bn": 1e9,
    "k": 1e3,
}
_TOKEN = re.compile(r"(?:([$€£¥₦₹])\s?)?(\d[\d,]*(?:\.\d+)?)(?:\s?(%)|\s?(m|bn|k)\b)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_COUNTED = frozenset(
    "of the a an and or to for in on at by per with from more less than about some over under nearly almost around "
    "were was is are had have has been be it they he she who that which would will could may might as".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_CLOCK = frozenset({"am", "pm", "gmt", "bst", "o'clock"})


@dataclasses.dataclass(frozen=True, order=True)
class Quantity:
    """One number in some words."""

    start: int  # code points into the words
    stop: int
    value: float
    unit: str  # the word counted, without a plural's s; "%" or a currency's sign; empty where there is none


def find_quantities(words: str) -> list[Quantity]:
    """The numbers in some words, in order; days of months, hours and years are left to times."""
    tokens = list(_TOKEN.finditer(words))
    found: list[Quantity] = []
    n = 0
    while n < len(tokens):
        value, stop = _read_number(tokens, n)
        if value is None:
            n += 1
            continue
        first, last = tokens[n], tokens[stop - 1]
        unit = first[1] or (tokens[stop - 1][3] or "") or _find_unit(tokens, stop)
        if not _is_time(tokens, n, stop, value, unit):
            found.append(Quantity(first.start(), last.end(), value, unit))
        n = stop
    return found


def _read_number(tokens: list[re.Match[str]], at: int) -> tuple[float | None, int]:
    """The number that begins at a token, and the token after it."""
    total, part, n = 0.0, None, at
    while n < len(tokens):
        token = tokens[n]
        low = token[0].casefold()
        if token[2]:
            if part is not None:
                break
            part = float(token[2].replace(",", ""))
            if token[4]:
                part *= _SCALES[token[4].casefold()]
        elif low in _SCALES and len(low) > 2 and part is not None:
            part *= _SCALES[low]
        elif low in _UNITS and (low != "no" or part is None):
            if part is not None and not (part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20)):
                break
            part = (part or 0.0) + _UNITS[low]
        elif (
            low == "and"
            and part is not None
            and part >= 100
            and n + 1 < len(tokens)
            and tokens[n + 1][0].casefold() in _UNITS
        ):
            pass
        else:
            break
        n += 1
    return (None, at) if part is None else (total + part, n)


def _find_unit(tokens: list[re.Match[str]], at: int) -> str:
    for token in tokens[at : at + 3]:
        low = token[0].casefold()
        if token[2]:
            return ""
        if low not in _NOT_COUNTED:
            return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
        if low in ("and", "or", "to"):
            return ""
    return ""


def _is_time(tokens: list[re.Match[str]], at: int, stop: int, value: float, unit: str) -> bool:
    before = tokens[at - 1][0].casefold() if at else ""
    if unit in _CLOCK or unit in _MONTHS or before in _MONTHS:
        return True
    plain = tokens[at][2] is not None and stop == at + 1 and "," not in tokens[at][0]
    return (
        plain
        and 1800 <= value <= 2100
        and value == int(value)
        and before in ("in", "since", "of", "from", "by", "until", "the")
    )
