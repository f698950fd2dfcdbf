"""Names of persons in comparable form: letters folded, titles put aside, spellings of one name made one.

Bodies have `bodynames.py`, which shares the folding.
"""

import dataclasses
import functools
import re
import unicodedata

from sayso.link.roles import RANKING, TITLES, is_role

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ə": "a"}
)
_QUIET = re.compile(r"['’‘ʼʿʾ`´]")
_NICKNAME = re.compile(r"[\"“'‘][^\"”'’]+[\"”'’]|\([^)]*\)")
_OF = re.compile(r"(\w\S* \S+) (?:of|from) (?:the )?[A-Z].*$")
_SERVANT = re.compile(r"\b[ae]bd(?:[aeo]u?|u)?[lrsn]? (?:[ae]l )?(?=\w)|\b[ae]bd[aeou]l(?=\w{4})|\babdur(?=r)")
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_LETTERS_AFTER = frozenset("mp mla mep mna phd md qc kc sc obe mbe cbe esq ret".split())
_ARTICLES = frozenset("al el as ash ad ar an at az ul bin ibn bint ben".split())
_PARTICLES = frozenset("de da do dos das del della di du van von der den ter la le du zu af av ole st mac mc".split())

_OFFICES = frozenset(
    "governor gov senator sen rep representative director president minister secretary chairman chairwoman spokesman spokeswoman leader "
    "mayor ceo superintendent inspector commissioner councillor congressman congresswoman ambassador".split()
)
"""Posts that are nobody's middle name: "FBI Director Lena Orr" is Lena Orr."""

FAMILY_FIRST = frozenset(
    "kim lee park choi jung kang cho yoon jang lim xi li wang zhang liu chen yang zhao huang wu zhou xu sun ma zhu hu guo lin luo "
    "gao liang zheng xie tang deng feng jiang peng cai pan du dong tian fang yuan nguyen tran pham phan vu dang bui ngo chan wong "
    "cheung lau ng leung jo ri paek pak chung".split()
)
"""Family names of languages that put the family first."""

_VARIANTS = {
    word: words.split()[0]
    for words in (
        "muhammad mohammed mohamed muhammed mohammad mohamad muhamad mohd muhamed mohammod",
        "ahmad ahmed achmed ahmet achmad",
        "yusuf yousef youssef yusef yousuf yousouf youssouf",
        "hussein hussain hossein husayn hussien husain hussayn",
        "hassan hasan hassen",
        "umar omar oumar",
        "usama osama oussama",
        "uthman othman osman usman",
        "khalid khaled",
        "said saeed saïd saeid",
        "sayyid sayed syed sayyed",
        "ibrahim ebrahim ibraheem",
        "fatima fatimah fatema fatma",
        "aisha ayesha aishah aicha",
        "mustafa mustapha moustafa mostafa moustapha",
        "mahmud mahmoud mahmood",
        "salih saleh",
        "jamal gamal djamal",
        "qasim kassem qassem kasim qasem",
        "tariq tarek tarik tareq",
        "gaddafi qaddafi kadhafi gadhafi qadhafi khadafi kaddafi",
        "sergei sergey serguei",
        "dmitri dmitry dmitriy dimitri",
        "yuri yury yuriy iouri",
        "aleksei alexei alexey aleksey",
        "aleksandr alexander alexandr aleksander oleksandr",
        "vladimir volodymyr wladimir",
        "andrei andrey andriy",
        "mikhail mykhailo michail",
        "nikolai nikolay mykola",
        "yevgeny evgeny yevgeni evgeni yevgeniy",
        "catherine katherine kathryn catharine",
        "stephen steven",
        "thomas tomas",
        "geoffrey jeffrey",
        "philip phillip",
        "mohandas mohandass",
    )
    for word in words.split()
}

_SHORT = (
    ("william", "bill will billy willie liam"),
    ("robert", "bob rob bobby robbie"),
    ("richard", "dick rick rich ricky"),
    ("james", "jim jimmy jamie"),
    ("john", "jack johnny jon"),
    ("joseph", "joe joey"),
    ("michael", "mike mick mickey"),
    ("thomas", "tom tommy"),
    ("charles", "charlie chuck"),
    ("edward", "ed eddie ted teddy ned"),
    ("david", "dave"),
    ("daniel", "dan danny"),
    ("anthony", "tony"),
    ("andrew", "andy drew"),
    ("christopher", "chris"),
    ("matthew", "matt"),
    ("nicholas", "nick"),
    ("stephen", "steve"),
    ("benjamin", "ben"),
    ("samuel", "sam"),
    ("alexander", "alex sandy"),
    ("gregory", "greg"),
    ("timothy", "tim"),
    ("kenneth", "ken"),
    ("ronald", "ron"),
    ("donald", "don"),
    ("lawrence", "larry"),
    ("elizabeth", "liz beth betty lizzie"),
    ("margaret", "maggie peggy meg"),
    ("katherine", "kate kathy katie"),
    ("patricia", "pat patty"),
    ("jennifer", "jenny jen"),
    ("susan", "sue"),
    ("deborah", "debbie deb"),
    ("rebecca", "becky"),
    ("victoria", "vicky"),
    ("jeffrey", "jeff"),
    ("philip", "phil"),
    ("frederick", "fred freddie"),
    ("peter", "pete"),
)
_CALLED = {short: long for long, shorts in _SHORT for short in shorts.split()}


@dataclasses.dataclass(frozen=True, kw_only=True)
class PersonName:
    """A person's name taken apart."""

    text: str
    """The name without its titles, as written."""
    words: tuple[str, ...]
    """Its words without titles, folded, initials as single letters."""
    core: tuple[str, ...]
    """The same, "al" and "bin" left out, other particles put to the word after them."""
    titles: tuple[str, ...]
    """The titles and roles that stood before it."""
    suffix: str | None
    """Jr, Sr, II: what tells father and son apart."""

    @property
    def is_full(self) -> bool:
        """Whether it has more than one name."""
        return len(self.core) > 1

    @property
    def plain(self) -> tuple[str, ...]:
        """Its words without particles of any kind: Josephat Nkaiseri of Josephat Ole Nkaiseri."""
        return tuple(w for w in self.words if w not in _PARTICLES | _ARTICLES) or self.words

    @property
    def family(self) -> str:
        """The family name; the whole where it is one word."""
        return self.core[-1] if self.core else ""


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, apostrophes and letters of one language."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _QUIET.sub("", "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS))


def to_variant(word: str) -> str:
    """One spelling for the spellings of a given name: Mohammed, Muhammad."""
    return _VARIANTS.get(word, word)


def to_full_given(word: str) -> str:
    """The given name that a short one stands for; itself where it is none."""
    return _CALLED.get(word, word)


_SOUNDS = (
    (re.compile(r"(?:skiy|skyy|skyi|skii|skij|sky|ski|skij|skyj)$"), "ski"),
    (re.compile(r"(?:iy|yy|ii|ij|yi|ey|ie|y)$"), "i"),
    (re.compile(r"([aeiou])h$"), r"\1"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"e[iy]|ay"), "ai"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"tsch|tch|cz"), "ch"),
    (re.compile(r"dzh|dj"), "j"),
    (re.compile(r"([dtbg])h"), r"\1"),
    (re.compile(r"ck|q|c(?!h)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"y"), "i"),
)
_LONG = 6
"""Letters from which on vowels that sound alike are taken for one: Bell and Bill stay two."""


@functools.lru_cache(maxsize=65536)
def to_sound(word: str) -> str:
    """A folded word so written that its spellings in Latin letters look the same."""
    sound = to_variant(word)
    for pattern, letters in _SOUNDS:
        sound = pattern.sub(letters, sound)
    return sound.replace("o", "u").replace("e", "i") if len(word) >= _LONG else sound


@functools.lru_cache(maxsize=65536)
def make_person_name(name: str) -> PersonName:
    """A person's name taken apart; no words are left of one that is nothing but titles."""
    name = _turn(_NICKNAME.sub(" ", re.sub(r"['’]s\b", "", name)))
    name = _OF.sub(r"\1", name.replace(",", " "))
    titles: list[str] = []
    raw = name.split()
    if raw and all(_title_of(w) for w in raw):
        return PersonName(
            text=" ".join(raw), words=(), core=(), titles=tuple(t for w in raw if (t := _title_of(w))), suffix=None
        )
    while len(raw) > 1 and (title := _title_of(raw[0])) is not None:
        titles.append(title)
        raw = raw[1:]
    inner = [n for n, w in enumerate(raw[1:-1], start=1) if fold(w).strip(".") in _OFFICES]
    if inner:
        titles += [fold(w).strip(".") for w in raw[: inner[-1] + 1]]
        raw = raw[inner[-1] + 1 :]
    suffix = None
    while len(raw) > 1:
        last = fold(raw[-1]).strip(".")
        if last not in _SUFFIXES and not (last in _LETTERS_AFTER and raw[-1].isupper()):
            break
        suffix = last if last in _SUFFIXES else suffix
        raw = raw[:-1]
    shouted = name.isupper()
    words = tuple(w for r in raw for w in _split_word(r, shouted=shouted))
    text = _SERVANT.sub("abdul", " ".join(words))
    return PersonName(
        text=" ".join(raw), words=words, core=_find_core(text.split()), titles=tuple(titles), suffix=suffix
    )


def _title_of(word: str) -> str | None:
    plain = fold(word).strip(".")
    if plain in TITLES | RANKING or is_role(plain) or (word[:1].islower() and plain not in _PARTICLES | _ARTICLES):
        return plain
    return None


def _turn(name: str) -> str:
    """ "Orr, Lena" as "Lena Orr"; other commas end the name."""
    before, comma, after = name.partition(",")
    words = after.split()
    if not comma or not before.strip():
        return name
    if fold(after).strip(" .") in _SUFFIXES:
        return f"{before} {after}"
    is_given = 1 <= len(words) <= 2 and all(w[:1].isupper() for w in words) and len(before.split()) <= 2
    if is_given and not any(_title_of(w) for w in [*words, *before.split()]):
        return f"{after.strip()} {before}"
    return before


def _split_word(word: str, *, shouted: bool) -> list[str]:
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?", word) or (
        not shouted and word.isupper() and 2 <= len(word) <= 3 and word.isalpha()
    ):
        return [fold(c) for c in word if c.isalpha()]
    parts = [p for p in re.split(r"[-‐‑–.]", fold(word)) if p]
    if len(parts) > 1 and (parts[0] in _ARTICLES or _SERVANT.match(f"{parts[0]} x")):
        return [parts[0], "".join(parts[1:])]
    return ["".join(c for p in parts for c in p if c.isalnum())] if parts else []


def _find_core(words: list[str]) -> tuple[str, ...]:
    core: list[str] = []
    held = ""
    for number, word in enumerate(words):
        last = number == len(words) - 1
        if word in _ARTICLES and not last:
            continue
        if word in _PARTICLES and not last:
            held += word
            continue
        core.append(held + word)
        held = ""
    return tuple(core) or tuple(words)
