"""Who is who inside one document: mentions gathered into entities, pronouns and descriptions resolved.

A wrong name is the worst error, so a mention is resolved only where one antecedent fits clearly better
than all others. Thresholds were chosen on the training part of the annotated articles with oracle scans.
"""

import dataclasses
import re
from collections.abc import Iterable, Mapping

from sayso.model import Kind, Part, Span
from sayso.read import lexicon
from sayso.read.antecedent import Fit, choose_antecedent
from sayso.read.entity import (
    Context,
    Entity,
    Found,
    Seen,
    best_kind,
    describe,
    fold_name,
    initials_of,
    publication_name,
)
from sayso.read.given import MEN, WOMEN
from sayso.read.mention import (
    Form,
    Profile,
    content_words,
    cut_description,
    profile_of,
    proper_name,
    singular,
    tokens_of,
    without_article,
)
from sayso.read.name import ProperName
from sayso.read.passage import Passage

LEANING = 0.8  # for each hint of gender, two at most, that speaks for or against a person; of 0, 0.4 and 0.8 the best named precision
COMPANIES = frozenset(
    "company firm business carrier airline operator bank manufacturer maker developer supplier retailer corporation group producer owner "
    "lender insurer publisher telecom telco utility brand chain startup employer exporter importer refiner builder contractor giant chipmaker "
    "automaker shipper conglomerate organisation organization body institution club agency charity".split()
)
OUTLETS = frozenset(lexicon.MEDIA | {"report", "article", "story"})
WRITINGS = frozenset(
    "report document study paper article story author finding research piece investigation analysis review survey slide page text particular".split()
)  # heads that any piece of writing may be called by
VAGUE_WRITINGS = frozenset(
    {"report", "article", "story", "study", "research", "analysis", "survey", "investigation", "document"}
)
VAGUE = frozenset(
    {
        "recent",
        "new",
        "detailed",
        "latest",
        "fresh",
        "separate",
        "previous",
        "earlier",
        "media",
        "news",
        "press",
        "special",
        "lengthy",
        "leaked",
    }
)
STAFF = frozenset("editor reporter correspondent journalist presenter columnist newsroom desk".split())
PIECES = frozenset(
    {"slide", "page", "chapter", "passage", "section", "appendix", "part", "table", "line", "entry", "paragraph"}
)
PUBLIC = frozenset(
    "ministry police army navy council committee commission court government parliament union board bureau force guard university".split()
)
ANYBODY = frozenset(
    "source official man woman person insider individual figure diplomat employee worker member official".split()
)

_HE_OR_SHE = re.compile(rf"\b(?:{'|'.join(sorted(lexicon.HE | lexicon.SHE))})\b", re.I)
_CALLED = frozenset(lexicon.PERSONS) - {
    "source",
    "figure",
    "member",
    "head",
    "chief",
    "leader",
    "owner",
    "agent",
    "operator",
    "producer",
}
_AT = re.compile(r"\b(?:in|at|near|from|to|on|off|outside|across|through|of|around|between)\s+(?:the\s+)?\Z", re.I)
_ACRONYM_AFTER = re.compile(r"\s*\(([A-Z][A-Za-z&.-]{1,9})\)")


class Cast:
    """The entities of one document, in the order in which it brings them up."""

    def __init__(self, *, outlet: str | None, passages: Mapping[Part, Passage]) -> None:
        self.outlet = outlet or ""
        self.passages = passages
        self.entities: list[Entity] = []
        self.seen: list[Seen] = []
        self._outlet_words = content_words(self.outlet)

    # Gathering names

    def gather(self, part: Part, names: Iterable[ProperName]) -> None:
        """Take in a part's proper names, whoever they are."""
        names = list(names)
        ends = [*(n.start for n in names[1:]), len(self.passages[part].text)]
        for name, end in zip(names, ends, strict=False):  # no name: no end is asked for
            kind = {"Person": Kind.PERSON, "Organization": Kind.ORGANISATION}.get(name.type or "")
            if name.type == "Location" and not content_words(name.text) & lexicon.ORGANISATIONS:
                continue
            profile = profile_of(name.text)
            if self.is_outlet(profile):
                continue
            text = name.text
            if kind is Kind.PERSON or (
                profile.person and profile.person != text and not content_words(profile.person) & lexicon.ORGANISATIONS
            ):
                text = profile.person or text
            entity = self.named(text, kind)
            if entity is None:
                entity = self._add(
                    kind if kind is Kind.PERSON else None, text, Span(part=part, start=name.start, stop=name.stop)
                )
                entity.human = kind is Kind.PERSON
            if (
                entity.kind is None
                and (text != name.text or name.context & _CALLED)
                and self._might_be_person(entity)
                and not self._is_role(text)
            ):
                entity.kind, entity.human = Kind.PERSON, True
            acronym = _ACRONYM_AFTER.match(self.passages[part].text, name.stop)
            if acronym:
                entity.names.add(acronym[1].casefold())
            entity.words |= name.context | content_words(name.text)
            entity.place &= _AT.search(self.passages[part].text, max(0, name.start - 14), name.start) is not None
            self._mind_gender(entity, set(name.context) | {t.low for t in tokens_of(name.text)})
            entity.lean += self._lean(part, name, end)
            entity.body |= name.type == "Organization"
            self.seen.append(Seen(entity, part, name.start, source=False))

    def introduce(self, part: Part, start: int, stop: int, kinds: Mapping[Kind, float]) -> None:
        """Take in a source's mention that holds its name, before anything is resolved."""
        text = self.passages[part].text[start:stop]
        profile = profile_of(text)
        if profile.form is not Form.NAME or self.is_outlet(profile):
            return
        kind = best_kind(kinds)
        span = Span(part=part, start=start, stop=stop)
        name = self._name_of(profile, kind)
        if name is None or kind is Kind.ANONYMOUS:
            return
        held = self.named(name, None) if kind is Kind.PERSON else None
        if held is not None and held.body and not held.human:
            kind = Kind.ORGANISATION  # a body wherever else it is named
        entity = self.named(name, kind)
        if entity is None:
            entity = self._add(kind, name, span)
        else:
            entity.kind = kind
            if len(tokens_of(name)) > len(tokens_of(entity.name or "")) and kind is not Kind.PUBLICATION:
                entity.name = name
        self._enrich(entity, profile, kind)

    def _enrich(self, entity: Entity, profile: Profile, kind: Kind) -> None:
        words = set(profile.words)
        if profile.possessor and kind is Kind.PERSON:
            words -= content_words(profile.possessor)
        entity.words |= words
        entity.human |= kind is Kind.PERSON
        entity.document |= (
            kind is Kind.PUBLICATION and profile.is_document and not self._is_outlet_name(entity.name or "")
        )
        if profile.acronym:
            entity.names.add(profile.acronym.casefold())
        if profile.female is not None and entity.human and entity.female is None:
            entity.female = profile.female

    @staticmethod
    def _mind_gender(entity: Entity, words: set[str]) -> None:
        if entity.female is None:
            if words & lexicon.FEMALE:
                entity.female = True
            elif words & lexicon.MALE:
                entity.female = False

    def _lean(self, part: Part, name: ProperName, end: int) -> int:
        """What a given name, and a pronoun after it with no other name between, hint of a person's gender."""
        passage = self.passages[part]
        given = {t.low for t in tokens_of(name.text)[:1]}
        hint = 2 * (bool(given & WOMEN) - bool(given & MEN))
        pronoun = _HE_OR_SHE.search(passage.text, name.stop, min(end, passage.sentence_span(name.start)[1]))
        if pronoun:
            hint += 1 if pronoun[0].casefold() in lexicon.SHE else -1
        return hint

    def _add(self, kind: Kind | None, name: str | None, span: Span) -> Entity:
        names = {fold_name(name)} if name else set()
        entity = Entity(len(self.entities), kind, name, set(content_words(name or "")), names, span)
        self.entities.append(entity)
        return entity

    @staticmethod
    def _is_role(name: str | None) -> bool:
        tokens = tokens_of(name or "")
        return bool(tokens) and (
            tokens[0].low in lexicon.PERSONS | lexicon.TITLES or tokens[-1].low in lexicon.PERSONS | lexicon.OFFICES
        )

    @staticmethod
    def _is_outlet_name(name: str) -> bool:
        tokens = tokens_of(name)
        return bool(tokens) and (tokens[-1].low in lexicon.MEDIA_NAMES or any(t.low in lexicon.MEDIA for t in tokens))

    def _name_of(self, profile: Profile, kind: Kind) -> str | None:
        if kind is Kind.PERSON:
            name = profile.person or (profile.proper if not self._is_role(profile.proper) else None)
            words = name.split() if name else []
            shouted = len(words) > 1  # one word alone in capitals is an acronym
            return " ".join(w.capitalize() if shouted and w.isupper() and len(w) > 3 else w for w in words) or None
        if kind is Kind.PUBLICATION and profile.is_document:
            return publication_name(profile)
        if (
            kind is Kind.PUBLICATION
            and profile.is_media
            and profile.first in {"a", "an", "another", "one"}
            and not profile.text.endswith(profile.proper or "?")
        ):
            return None  # "an English daily"
        return profile.proper or profile.person

    # Names

    def is_outlet(self, profile: Profile) -> bool:
        """Whether a mention means the document's own outlet or its staff."""
        if lexicon.DIRECT.match(profile.text):
            return True
        words = content_words(profile.text) - {
            "reporter",
            "correspondent",
            "photographer",
            "team",
            "journalist",
            "desk",
            "staff",
        }
        initials = initials_of(self.outlet)
        if len(initials) > 1 and profile.text.strip("()").upper() in {initials, "THE " + initials}:
            return True
        if not words or not self._outlet_words:
            return False
        if words == self._outlet_words or fold_name(profile.text) == fold_name(self.outlet):
            return True
        staff = profile.head in {"reporter", "correspondent", "photographer", "team", "journalist"}
        if staff and (
            words & self._outlet_words or (profile.acronym or "") == initials or initials in profile.text.split()
        ):
            return True
        return profile.form is Form.NAME and words <= self._outlet_words and not self._rival(words)

    def _rival(self, words: frozenset[str]) -> bool:
        return any(e.kind is not None and words <= e.words and not e.outlet for e in self.entities)

    def named(self, name: str, kind: Kind | None) -> Entity | None:
        """The entity that goes by a name: the same name, an acronym, or the only longer name that it shortens."""
        fold = fold_name(name)
        if not fold:
            return None
        same = [e for e in self.entities if fold in e.names and self._agree(e.kind, kind)]
        if same:
            return same[0]
        compact = name.replace(".", "")
        if compact.isupper() and 2 <= len(compact) <= 6:
            spelt = [
                e
                for e in self.entities
                if e.name and initials_of(e.name) == compact.upper() and len(tokens_of(e.name)) > 1
            ]
            if len(spelt) == 1:
                return spelt[0]
        tokens = set(fold.split())
        fitting = []
        for e in self.entities:
            if not self._agree(e.kind, kind) or e.kind is Kind.ANONYMOUS:
                continue
            theirs = [set(n.split()) for n in e.names]
            if kind is Kind.PERSON or e.kind is Kind.PERSON:
                if any(tokens < t or t < tokens for t in theirs):
                    fitting.append(e)
            elif any(
                (tokens < t and (len(tokens) > 1 or len(t) <= 4)) or (t < tokens and (len(t) > 1 or e.kind is not None))
                for t in theirs
            ):
                fitting.append(e)
        return fitting[0] if len(fitting) == 1 else None

    def namesakes(self, name: str) -> list[Entity]:
        """Persons whose longer names a short one fits."""
        tokens = set(fold_name(name).split())
        return [e for e in self.entities if e.kind is Kind.PERSON and any(tokens < set(n.split()) for n in e.names)]

    @staticmethod
    def _agree(a: Kind | None, b: Kind | None) -> bool:
        return a is None or b is None or a is b

    # Resolving

    def find(self, at: Context) -> Found:
        """Whom a mention means."""
        text = self.passages[at.part].text[at.start : at.stop]
        profile = profile_of(text)
        kind = best_kind(at.kinds)
        span = Span(part=at.part, start=at.start, stop=at.stop)
        if self.is_outlet(profile):
            return Found(self.own(span), "the outlet's own staff or name")
        if profile.form is Form.SELF:
            return (
                Found(at.avoid, "first person of whoever speaks")
                if at.avoid
                else Found(self.own(span), "first person of the outlet")
            )
        found = self._find(at, profile, kind, span)
        if found.entity is not None:
            entity = found.entity
            if profile.female is not None and entity.female is None and not entity.plural:
                entity.female = profile.female
            if entity.kind is None:
                entity.kind = kind if kind is not Kind.ANONYMOUS else Kind.ORGANISATION
                entity.human = kind is Kind.PERSON
        return found

    def _find(self, at: Context, profile: Profile, kind: Kind, span: Span) -> Found:
        if kind is Kind.PUBLICATION and (
            profile.head in lexicon.PERSONS or re.search(r"\band (?:his|her|their) \w+$", profile.text)
        ):
            # "The authors", "Marr and her colleagues", "its reporters": the word of what they wrote or write for.
            staff = profile.head in STAFF
            written = self._choose(
                at, lambda e: 0.5 if e.kind is Kind.PUBLICATION and e.document is not staff and not e.outlet else None
            )
            if written is not None:
                return Found(written, "writes in it", written.first)
        if kind is Kind.PUBLICATION and profile.head in PIECES:
            whole = re.search(r"\b(?:in|of|from) (.+)$", profile.text)
            inner = self._definite(at, profile_of(whole[1]), kind) if whole else None
            if inner is not None and inner.entity is not None:
                return Found(inner.entity, "a piece of it", inner.entity.first)
        if (
            kind is Kind.PUBLICATION
            and profile.is_media
            and profile.first in {"a", "an", "another"}
            and self._name_of(profile, kind) is None
        ):
            later = [
                e
                for e in self.entities
                if e.kind is Kind.PUBLICATION
                and not e.document
                and e.first.part is at.part
                and e.first.start > at.start
            ]
            if len(later) == 1:
                return Found(later[0], "named later", later[0].first)
        employer = self._employer(at, profile, kind)
        if employer is not None:
            return employer
        if profile.first in lexicon.RELATIVE:
            return self._relative(at, profile, kind, span)
        if profile.form is Form.PRONOUN:
            return self._pronoun(at, profile, kind)
        if profile.form is Form.NAME and kind is not Kind.ANONYMOUS:
            name = self._name_of(profile, kind)
            if name:
                return self._by_name(at, profile, kind, name, span)
        if profile.first in lexicon.ONE and " of " in f" {profile.text} ":
            return self._one_of(at, profile, kind, span)
        if profile.form is Form.DEFINITE or at.part is Part.HEADLINE:
            found = self._definite(at, profile, kind)
            if found is not None:
                return found
        elif kind is not Kind.ANONYMOUS:
            found = self._definite(at, profile, kind)
            if found is not None and found.entity and profile.head in found.entity.words:
                return found
        if (
            kind is Kind.PUBLICATION
            and profile.possessor
            and proper_name(profile.possessor) is None
            and not profile_of(profile.possessor).is_human
        ):
            owner = profile_of(profile.possessor)
            theirs = dataclasses.replace(at, kinds={Kind.ORGANISATION: 1.0})
            if owner.text in lexicon.POSSESSIVE:
                body = self._pronoun(
                    theirs, dataclasses.replace(owner, first="it"), Kind.ORGANISATION, bodies=True
                ).entity
            else:
                whose = self._definite(theirs, owner, Kind.ORGANISATION)
                body = whose.entity if whose else None
            if body is not None and body.name:
                rest = cut_description(re.sub(rf"^{re.escape(profile.possessor)}(?:['’]s|['’])? ", "", profile.text))
                entity = self._describe(profile, kind, span)
                entity.name = f"{body.name} {rest}"
                return Found(entity, "its publisher was named before", body.first)
        return Found(
            self._describe(profile, kind, span),
            "described, not named elsewhere" if kind is Kind.ANONYMOUS else "as written",
        )

    def own(self, span: Span) -> Entity:
        """The outlet as an entity."""
        for entity in self.entities:
            if entity.outlet:
                return entity
        entity = self._add(Kind.OUTLET, self.outlet or None, span)
        entity.outlet = True
        return entity

    def _publisher(self, profile: Profile, span: Span) -> tuple[str, Span, bool] | None:
        """Who published an unnamed piece of writing, where the document says so elsewhere; and whether that is an outlet."""
        text = self.passages[Part.TEXT].text
        if profile.proper or " by " in profile.text or " of " in profile.text or profile.possessor:
            return None
        head = profile.head
        name = r"(?P<name>(?:the |an? )?[^,.;:\n\"“”]{3,80})"
        patterns = (
            rf"\b(?:the|its|this|that) (?:[\w-]+ )?{head}(?:['’]s authors?,)? (?:(?:was |were )?(?:published|issued|released|produced|compiled|written|prepared|carried) )?(?:by|of|from) {name}",
            rf"\b{head}['’]s (?:authors?|publishers?), {name}",
            rf"\ban? (?:[\w-]+ )?{head} (?:published|issued|released|produced|compiled|carried) (?:on \w+ |last \w+ |this \w+ )?(?:by|in) {name}",
            rf"\b{name}{lexicon.PUBLISHING.pattern[: -len(chr(92) + 'b')]} (?:it|the {head}|the findings|the story|the article|the research)",
            rf"\b{name}, (?:the {head}['’]s|its) (?:authors?|publishers?)",
            rf"\b(?P<owner>(?:[A-Z][\w&-]+ )+?)?(?P<last>[A-Z][\w&-]+)['’]s {head}\b",
        )
        found: dict[str, tuple[str, Span, bool]] = {}
        for pattern in patterns:
            for match in re.finditer(pattern, text):
                if "name" in match.groupdict():
                    words, at = match["name"], match.start("name")
                else:
                    words, at = (match["owner"] or "") + match["last"], match.start()
                if words.split(" ")[-1].casefold() in lexicon.IT | lexicon.HE | lexicon.SHE | lexicon.THEY | {
                    "which",
                    "who",
                }:
                    continue
                proper = proper_name(re.split(r" (?:on|in|last|this|which|that|who|said|says|has|was|is) ", words)[0])
                if proper is None or self.is_outlet(profile_of(proper)) or self.named(proper, None) is None:
                    continue  # no name, or a capital that only begins a sentence
                tokens = tokens_of(proper)
                media = any(t.low in lexicon.MEDIA for t in tokens_of(words)) or tokens[-1].low in lexicon.MEDIA_NAMES
                known = self.named(proper, Kind.PUBLICATION)
                media = media or (known is not None and known.kind is Kind.PUBLICATION and not known.document)
                found.setdefault(proper, (proper, Span(part=Part.TEXT, start=at, stop=at + len(words)), media))
        return next(iter(found.values())) if len(found) == 1 else None

    def _describe(self, profile: Profile, kind: Kind, span: Span) -> Entity:
        if profile.head in WRITINGS and kind in (Kind.PUBLICATION, Kind.ANONYMOUS) and not profile.plural:
            published = self._publisher(profile, span)
            if published is not None:
                publisher, at, media = published
                title = publisher if media else f"{profile.head} of {publisher}"
                known = self.named(title, Kind.PUBLICATION)
                if known is None:
                    known = self._add(Kind.PUBLICATION, title, at)
                    known.document = not media
                known.kind = Kind.PUBLICATION
                known.words |= profile.words | {profile.head}
                return known
        if (
            kind is Kind.PUBLICATION
            and profile.head in VAGUE_WRITINGS
            and not profile.proper
            and profile.words <= VAGUE | {profile.head}
        ):
            kind = Kind.ANONYMOUS  # "a recent report", whose publisher the document never gives
        if kind is Kind.PUBLICATION:
            name: str | None = publication_name(profile)
        elif kind is Kind.ORGANISATION:
            name = profile.proper or cut_description(
                re.sub(r"^(?:its|his|her|their|our|my)\s+", "", profile.text, flags=re.I)
            )
            name = name[:1].lower() + name[1:] if name.split(" ", 1)[0] in {"The", "A", "An"} else name
        elif kind is Kind.PERSON:
            # A person without a name isn't identified.
            name, kind = describe(profile), Kind.ANONYMOUS
        else:
            name = describe(profile)
        for entity in self.entities:
            if (
                entity.kind is kind
                and entity.name
                and name
                and entity.name.casefold() == name.casefold()
                and profile.form is Form.DEFINITE
            ):
                return entity
        entity = self._add(kind, name, span)
        entity.words |= profile.words | ({profile.head} if profile.head else set())
        entity.plural = profile.plural
        entity.female = profile.female
        entity.human = profile.is_human
        entity.document = profile.is_document and kind is Kind.PUBLICATION
        return entity

    def _by_name(self, at: Context, profile: Profile, kind: Kind, name: str, span: Span) -> Found:
        entity = self.named(name, kind)
        if entity is None and kind is Kind.PERSON and len(self.namesakes(name)) > 1:
            fitting = [e for e in self.namesakes(name) if profile.female is None or e.female in (None, profile.female)]
            if len(fitting) != 1:
                return Found(None, "several people of this name in the document")
            entity = fitting[0]
        if entity is None:
            entity = self._add(kind, name, span)
        entity.kind = kind if entity.kind is None else entity.kind
        self._enrich(entity, profile, kind)
        fuller = entity.name and fold_name(entity.name) != fold_name(name) and entity.first != span
        return Found(
            entity,
            "named here" if not fuller else "a short form of a name given elsewhere",
            entity.first if fuller else None,
            by_name=True,
        )

    def _employer(self, at: Context, profile: Profile, kind: Kind) -> Found | None:
        """The body behind "its spokesman", "a statement", "the release"."""
        speaks = profile.is_spokesperson and profile.person is None
        writes = profile.is_own_words and kind is Kind.ORGANISATION
        if not (speaks or writes) or (kind is Kind.PERSON and profile.person):
            return None
        reason = "speaks for its employer" if speaks else "its author's own word"
        owner = profile.possessor
        if owner is None:
            of = profile.text.split(" for " if speaks else " of ", 1)
            owner = of[1] if len(of) > 1 else None
        if owner is None and len(tokens_of(without_article(profile.text))) > 1 and profile.form is not Form.NAME:
            stem = without_article(profile.text).rsplit(" ", 1)[0]
            if content_words(stem) & {singular(w) for w in lexicon.ORGANISATIONS}:
                owner = "the " + stem
        if owner is None and profile.proper:
            owner = profile.proper
        kinds = {Kind.ORGANISATION: 1.0}
        at = dataclasses.replace(at, kinds=kinds)
        if owner is None:
            found = self._choose(
                at, lambda e: 0.0 if e.kind is Kind.ORGANISATION or (e.kind is None and self._organised(e)) else None
            )
            return Found(found, reason, found.first) if found else None
        inner = profile_of(owner)
        if inner.form is Form.PRONOUN or owner in lexicon.POSSESSIVE:
            found_here = self._pronoun(at, dataclasses.replace(inner, first="it"), Kind.ORGANISATION, bodies=True)
        else:
            found_here = self._find(at, inner, Kind.ORGANISATION, Span(part=at.part, start=at.start, stop=at.stop))
        if found_here.entity is None:
            return None
        return Found(found_here.entity, reason, found_here.entity.first)

    @staticmethod
    def _organised(entity: Entity) -> bool:
        return bool(entity.words & lexicon.ORGANISATIONS)

    def _one_of(self, at: Context, profile: Profile, kind: Kind, span: Span) -> Found:
        """ "One of the officials": one of a group that was described before."""
        rest = profile_of(profile.text.split(" of ", 1)[1])
        group: Entity | None
        if rest.form is Form.PRONOUN:
            group = self._pronoun(at, rest, Kind.ANONYMOUS).entity
        else:
            found = self._definite(dataclasses.replace(at, kinds={Kind.ANONYMOUS: 1.0}), rest, Kind.ANONYMOUS)
            group = found.entity if found else None
        entity = self._describe(profile, Kind.ANONYMOUS, span)
        if group is not None and group.name:
            entity.name = f"{profile.first} of {group.name}"
            entity.words |= group.words
            entity.group = group
            return Found(entity, "one of a group described before", group.first)
        return Found(entity, "described, not named elsewhere")

    def _relative(self, at: Context, profile: Profile, kind: Kind, span: Span) -> Found:
        """ "Who", "which", "whose report": whoever the words just before it name or describe."""
        start = self.passages[at.part].sentence_span(at.start)[0]
        before = [
            s for s in self.seen if s.part is at.part and start <= s.start < at.start and s.entity is not at.avoid
        ]
        last = max(before, key=lambda s: s.start, default=None)
        if last is None or last.entity.name is None:
            return Found(None, f"nobody stands before “{profile.text}”")
        rest = profile.text.partition(" ")[2]
        if kind is Kind.PUBLICATION and rest:
            entity = self._describe(profile, kind, span)
            entity.name = f"{rest} of {last.entity.name}"
            return Found(entity, "its author stands just before", last.entity.first)
        return Found(last.entity, f"“{profile.text}” stands for the words before it", last.entity.first)

    def _pronoun(self, at: Context, profile: Profile, kind: Kind, *, bodies: bool = False) -> Found:
        def fits(e: Entity) -> float | None:
            if e.outlet or e.kind is Kind.OUTLET or (bodies and e.kind not in (Kind.ORGANISATION, None)):
                return None
            if profile.first in lexicon.HE | lexicon.SHE:
                if (
                    e.kind in (Kind.ORGANISATION, Kind.PUBLICATION)
                    or e.plural
                    or (e.kind is Kind.ANONYMOUS and not e.human and e.words & lexicon.PLAIN_MEDIUMS)
                ):
                    return None
                if e.kind is None and (e.body or not self._might_be_person(e) or kind is not Kind.PERSON):
                    return None
                if e.female is not None and profile.female is not None and e.female is not profile.female:
                    return None
                leaning = e.lean if profile.female else -e.lean
                hint = 0.4 if e.female is profile.female else LEANING * max(-2, min(2, leaning))
                return hint - (0.5 if e.kind is None else 0.0)
            if profile.first in lexicon.IT:
                if (
                    e.kind is Kind.PERSON
                    or (e.plural and e.kind is Kind.ANONYMOUS)
                    or (e.kind is Kind.ANONYMOUS and e.human)
                ):
                    return None
                if e.kind is None and not self._organised(e):
                    return -0.8 if kind is Kind.ORGANISATION else None
                return 0.0 if e.kind is not None else -0.4
            if e.kind is Kind.PERSON:
                return None
            if e.kind is None:
                return None
            return 0.4 if e.plural else -0.4

        entity = self._choose(at, fits)
        if entity is None:
            return Found(None, "several could be meant, or none")
        return Found(entity, f"“{profile.text}” refers back", entity.first)

    @staticmethod
    def _might_be_person(entity: Entity) -> bool:
        tokens = (entity.name or "").split()
        return len(tokens) >= 2 and not entity.words & (lexicon.ORGANISATIONS | lexicon.MEDIA_NAMES | lexicon.DOCUMENTS)

    def _definite(self, at: Context, profile: Profile, kind: Kind) -> Found | None:
        head = profile.head
        others = set(profile.words) - {head} - {"same", "former", "latter", "latest", "new", "own"}
        owned = profile.possessor is not None and profile.possessor.casefold() not in {"the", "this"}

        def fits(e: Entity) -> float | None:
            if e.outlet or e.kind is Kind.OUTLET:
                return None
            score: float | None = None
            if head and head in e.words:
                score = 2.5 if e.kind is not None else 1.5
                if others and not others & e.words:
                    score -= 1.5
            elif owned and not (head in {"author", "slide", "finding"} and profile.possessor == "its"):
                return None
            elif (
                head in COMPANIES
                and not others
                and (e.kind is Kind.ORGANISATION or (e.kind is None and kind is Kind.ORGANISATION and not e.human))
            ):
                if not e.words & PUBLIC and (e.kind is not None or not e.place):
                    score = 0.6 - (0.4 if e.kind is None else 0.0)
            elif head in lexicon.MEDIA and e.kind is Kind.PUBLICATION and not e.document:
                score = 1.0
            elif (
                head in OUTLETS | WRITINGS
                and e.kind is Kind.PUBLICATION
                and kind is Kind.PUBLICATION
                and not others - e.words - {"page"}
            ):
                score = 1.0 if e.document == (head in WRITINGS - lexicon.MEDIA) else 0.5
            elif head in WRITINGS and e.kind is Kind.ANONYMOUS and e.words & WRITINGS and kind is not Kind.PERSON:
                score = 0.8
            elif head in ANYBODY and kind in (Kind.ANONYMOUS, Kind.PERSON) and e.kind is kind and e.kind is not None:
                score = 0.3 if e.plural == profile.plural else None
            elif kind is Kind.PERSON and e.kind is Kind.PERSON and profile.is_human:
                score = 0.0 if not others else -0.5
            if score is None:
                return None
            if e.kind is not None and e.kind is not kind:
                if e.kind is Kind.PERSON and kind is Kind.ANONYMOUS and head in e.words and not others:
                    return score - 0.5
                return score - 1.2
            if kind is Kind.PERSON and e.kind is None and not self._might_be_person(e):
                return None
            if e.kind is Kind.ANONYMOUS and e.plural != profile.plural:
                return score - 1.0
            if profile.female is not None and e.female is not None and e.female is not profile.female:
                return None
            return score

        entity = self._choose(at, fits, floor=0.3 if at.part is Part.HEADLINE else -0.8)
        return Found(entity, f"“{profile.text}” refers to an earlier mention", entity.first) if entity else None

    def _choose(self, at: Context, fits: Fit, *, floor: float = -9.0) -> Entity | None:
        return choose_antecedent(at, fits, seen=self.seen, passage=self.passages[at.part], floor=floor)

    def note(self, entity: Entity, part: Part, start: int, *, speaker: bool) -> None:
        """Remember that an entity was a source at a place."""
        self.seen.append(Seen(entity, part, start, source=True, speaker=speaker))
