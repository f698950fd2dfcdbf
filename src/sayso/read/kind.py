"""The kind of a source: what the encoder thinks, weighed with what the words themselves say."""

from collections.abc import Mapping

from sayso.model import Kind
from sayso.read import lexicon
from sayso.read.mention import Form, Profile, singular, tokens_of, without_article

STRONG = 4.0  # how much likelier a kind gets where the words all but say it
WEAK = 0.25  # and how much less likely where they all but rule it out
SETTLED = 0.05  # where a name can't be a person's, the least the other kinds are worth, whatever the encoder thinks
RULED_OUT = 0.02  # and how much less likely a person gets


def judge_kind(kinds: Mapping[Kind, float], profile: Profile) -> dict[Kind, float]:
    """Probability by kind, the mention's own words weighed in. A kind that the encoder excludes stays excluded, unless
    the name can't be a person's.
    """
    factors = dict.fromkeys((Kind.PUBLICATION, Kind.PERSON, Kind.ORGANISATION, Kind.ANONYMOUS), 1.0)

    def favour(*kinds: Kind) -> None:
        for kind in kinds:
            factors[kind] *= STRONG

    def doubt(*kinds: Kind) -> None:
        for kind in kinds:
            factors[kind] *= WEAK

    first = profile.first
    if profile.form is Form.PRONOUN:
        if first in lexicon.HE | lexicon.SHE:
            doubt(Kind.ORGANISATION, Kind.PUBLICATION)
        elif first in lexicon.IT:
            doubt(Kind.PERSON, Kind.ANONYMOUS)
        elif first in lexicon.THEY:
            doubt(Kind.PERSON, Kind.PUBLICATION)
    elif profile.is_spokesperson and profile.person is None:
        favour(Kind.ORGANISATION)
    elif profile.is_group:
        favour(Kind.ANONYMOUS)
        doubt(Kind.PERSON, Kind.ORGANISATION)
    elif profile.is_document:
        favour(Kind.PUBLICATION)
        doubt(Kind.PERSON)
    elif _is_surely_media(profile):
        favour(Kind.PUBLICATION)
        kinds = _rule_out_person(kinds, Kind.PUBLICATION)
    elif _is_articled(profile):
        kinds = _rule_out_person(kinds, Kind.PUBLICATION, Kind.ORGANISATION)
    elif profile.is_media or _is_media_name(profile.proper):
        favour(Kind.PUBLICATION)
    elif _is_organised(profile):
        favour(Kind.ORGANISATION)
        doubt(Kind.PERSON)
    elif profile.form is Form.NAME and profile.person and (profile.female is not None or _after_role(profile)):
        favour(Kind.PERSON)
        doubt(Kind.ANONYMOUS)
    elif profile.form is Form.INDEFINITE:
        favour(Kind.ANONYMOUS)
        doubt(Kind.PERSON)
    elif profile.form is Form.NAME:
        doubt(Kind.ANONYMOUS)
    weighed = {kind: kinds.get(kind, 0.0) * factor for kind, factor in factors.items()}
    total = sum(weighed.values())
    return {kind: value / total for kind, value in weighed.items() if value} if total else dict(kinds)


def _rule_out_person(kinds: Mapping[Kind, float], *instead: Kind) -> dict[Kind, float]:
    ruled = {kind: value * (RULED_OUT if kind is Kind.PERSON else 1.0) for kind, value in kinds.items()}
    return ruled | {kind: max(ruled.get(kind, 0.0), SETTLED) for kind in instead}


def _is_surely_media(profile: Profile) -> bool:
    """An outlet's name by the word that it begins or ends with: "Radio Marl", "Merrow Tagblatt"."""
    tokens = [t.low for t in tokens_of(profile.proper or "")]
    return (
        profile.form is Form.NAME
        and len(tokens) > 1
        and not {"of", "at", "from"}.intersection(tokens)
        and (tokens[-1] in lexicon.SURE_MEDIA or tokens[0] in lexicon.FOREIGN_MEDIA | {"radio"})
        and without_article(profile.text) == profile.proper
    )


def _is_articled(profile: Profile) -> bool:
    """A name of several words behind "the", and nothing else: no person is called so."""
    tokens = [t.low for t in tokens_of(profile.proper or "")]
    roles = lexicon.PERSONS | lexicon.OFFICES | lexicon.TITLES
    return (
        profile.form is Form.NAME
        and profile.first == "the"
        and len(tokens) > 1
        and profile.female is None
        and profile.person == profile.proper == without_article(profile.text)
        and not roles.intersection(tokens)
        and (len(tokens) == 2 or not tokens[0].endswith(_OF_A_NATION))
    )


_OF_A_NATION = ("an", "ish", "ese", "ch", "ic")  # "the Kenyan Amos Rono"


def _is_media_name(name: str | None) -> bool:
    tokens = tokens_of(name or "")
    return len(tokens) > 1 and tokens[-1].low in lexicon.MEDIA_NAMES


def _is_organised(profile: Profile) -> bool:
    named = profile.proper if profile.form is Form.NAME and profile.person is None else None
    words = {singular(t.low) for t in tokens_of(named or "")}
    return bool(words & lexicon.ORGANISATIONS) or (profile.form is Form.DEFINITE and profile.is_organisation)


def _after_role(profile: Profile) -> bool:
    return len(tokens_of(profile.text)) > len(tokens_of(profile.person or ""))
