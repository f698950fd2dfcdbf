"""Who belongs to which body, by the documents' own words: a spokesman to his ministry, a unit to its force.

Only what the documents say, and only in the present: a former minister belongs to nothing, nor does a critic of the
ministry, or whoever spoke to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.link.bodylikeness import BodyLikeness, compare_bodies
from sayso.link.bodynames import BodyName, make_body_name
from sayso.link.figures import Figure
from sayso.link.gathering import find_called
from sayso.link.heads import PARTS, UNIQUE
from sayso.link.mentions import BODY
from sayso.link.roles import SEATS
from sayso.model import Affiliation, Document, Evidence, Part, Reading, Span

_EQUAL = (BodyLikeness.EQUAL, BodyLikeness.TURNED, BodyLikeness.ADDRESS)
_PART_OF = re.compile(
    r"\s*(?:\([^)]{1,40}\))?,?\s+(?:which |that )?(?:(?:is|are|forms?|remains?) )?(?:a |an |the |its )?(?:\w+ )?"
    r"(?:part|arm|branch|wing|division|unit|subsidiary|department|agency|section|affiliate|offshoot) of (?:the )?"
)
_OWNED = re.compile(
    r"\s*(?:\([^)]{1,40}\))?,?\s+(?:which |that )?(?:(?:is|are) )?(?:(?:wholly |majority |fully )?owned by|run by|operated by|"
    r"belongs to|belonging to|reports to|answers to|under) (?:the )?"
)
_PARENT = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:parent|owner)(?: company)?,?\s+(?:the )?")
_SAYING = (
    (_PART_OF, "the words make it part of that"),
    (_OWNED, "the words put it under that"),
    (_PARENT, "the words name its owner"),
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?:(?:own|new|local|regional|special)\s+)?")
_SEATED = frozenset(SEATS.values())
"""Bodies that a post names by its own word: of "councillor" the one council of which a report on the same matter tells."""
_NOT = re.compile(r"\b(?:former(?:ly)?|once|until|no longer|not|used to|was|were)\b")


def find_affiliations(document: Document, reading: Reading, figures: Sequence[Figure]) -> tuple[Affiliation, ...]:
    """Who belongs to which body in one document; member and body are ids of its figures, `reading` is theirs."""
    own = sorted((f for f in figures if f.document == document.id == reading.document), key=lambda f: f.id)
    found = [*_of_persons(own), *(a for part in Part for a in _of_bodies(document, part, own))]
    first = {(a.member, a.body): a for a in sorted(found, key=_order, reverse=True) if a.member != a.body}
    return tuple(first[k] for k in sorted(first))


def _order(affiliation: Affiliation) -> tuple[str, str, str, Span, str]:
    evidence = affiliation.evidence
    span = evidence.span or Span(part=Part.TEXT, start=0, stop=0)
    return affiliation.member, affiliation.body, evidence.document, span, affiliation.reason


def _of_persons(figures: Iterable[Figure]) -> Iterable[Affiliation]:
    names = {f.id: f.name for f in figures}
    for figure in figures:
        for office in figure.offices:
            role = f" as {' '.join(office.roles)}" if office.roles else ""
            yield Affiliation(
                member=figure.id,
                body=office.body,
                reason=f"{figure.name} belongs to {names.get(office.body, 'it')}{role}: {office.reason}",
                evidence=office.evidence,
            )


def _of_bodies(document: Document, part: Part, figures: Sequence[Figure]) -> Iterable[Affiliation]:
    """Bodies that the words make part of another: "X, part of Y"; "Y's X unit"."""
    bodies = [f for f in figures if f.sort == BODY]
    at = {(s.start, s.stop): f for f in bodies for s in f.named if s.part is part}
    text = document.part(part)
    for start, stop in sorted(at):
        member = at[start, stop]
        for pattern, reason in _SAYING:
            said = pattern.match(text, stop)
            body = _starting_at(at, said.end()) if said and not _NOT.search(said[0]) else None
            if body is not None:
                yield _make(document, part, (start, body[0]), member, body[1], reason)
        owner = _find_owner(document.part(part)[start:stop], member, bodies)
        if owner is not None:
            yield _make(document, part, (start, stop), member, owner, "it is called that body's own")
        said = _POSSESSIVE.match(text, stop)
        owned = _starting_at(at, said.end()) if said else None
        if owned is not None and owned[1] is not member and make_body_name(owned[1].name).head in PARTS:
            yield _make(document, part, (start, owned[0]), owned[1], member, "it is called that body's own")


def _starting_at(at: Mapping[tuple[int, int], Figure], start: int) -> tuple[int, Figure] | None:
    """The longest name that begins at a place: where it ends, and whose it is."""
    fitting = [(stop, figure) for (first, stop), figure in at.items() if first == start]
    return max(fitting, key=lambda f: f[0], default=None)


def _find_owner(words: str, member: Figure, bodies: Sequence[Figure]) -> Figure | None:
    """Of a name that holds another's possessive, that other: "the NAACP's Washington bureau"."""
    owned = re.fullmatch(r"(.+?)(?:['’]s|(?<=s)['’])\s+(.+)", words)
    if not owned or make_body_name(owned[2]).head not in PARTS:
        return None
    others = [b for b in bodies if b is not member]
    found = find_called(owned[1], [b.names for b in others])
    return None if found is None else others[found]


def _make(
    document: Document, part: Part, place: tuple[int, int], member: Figure, body: Figure, reason: str
) -> Affiliation:
    span = Span(part=part, start=place[0], stop=place[1])
    return Affiliation(
        member=member.id,
        body=body.id,
        reason=f"{member.name} belongs to {body.name}: {reason}",
        evidence=Evidence(document=document.id, span=span, words=document.words(span)),
    )


# Across documents


def find_across(figures: Mapping[str, Sequence[Figure]], matters: Iterable[tuple[str, str]]) -> Iterator[Affiliation]:
    """Who belongs to a body of which another document on the same matter tells; `figures` by their document."""
    for a, b in matters:
        for ours, theirs in ((a, b), (b, a)):
            members = [f for f in figures[ours] if f.bodies]  # few have a post, and pairs of documents are many
            bodies = [f for f in figures[theirs] if f.sort == BODY] if members else []
            found = (belongs(person, body, same_matter=True) for person in members for body in bodies)
            yield from (k for k in found if k is not None)


def belongs(person: Figure, body: Figure, *, same_matter: bool) -> Affiliation | None:
    """That a person of one document belongs to a body of another; None where that isn't said.

    By the name of the body in the person's post. A name that bodies of many places have ("police", "health ministry")
    says so only in documents on one matter, and never where their places or purposes differ.
    """
    names = [make_body_name(n) for n in (body.name, *(d.name for d in body.definitions))]
    for words, evidence in zip(person.bodies, person.posts, strict=True):
        ours = make_body_name(words)
        for theirs in names:
            likeness = compare_bodies(ours, theirs)
            common = ours.is_common or not any(c.isupper() for c in words)
            if likeness in _EQUAL and (same_matter or not common):
                reason = f"{person.name} is said to belong to {words}, which is its name"
            elif same_matter and _is_wider(ours, theirs, likeness, body):
                reason = f"{person.name} is said to belong to {words}, and the documents are on one matter"
            else:
                continue
            return Affiliation(member=person.id, body=body.id, reason=reason, evidence=evidence)
    return None


def _is_wider(ours: BodyName, theirs: BodyName, likeness: BodyLikeness | None, body: Figure) -> bool:
    """Whether a post's body may be a body that is named more or less closely, where only one such is named."""
    if body.namesakes & {ours.head, theirs.head}:
        return False
    if {ours.head, theirs.head} == {"ministry", "department"}:
        return bool(ours.marks) and ours.marks <= theirs.marks
    if likeness is not BodyLikeness.CONTAINED:
        return False
    bare = not ours.marks or not theirs.marks
    return ours.head in UNIQUE or ours.head in _SEATED if bare else ours.marks <= theirs.marks


def lift_affiliations(affiliations: Iterable[Affiliation], entity_of: Mapping[str, str]) -> tuple[Affiliation, ...]:
    """Affiliations between entities, of those between figures; one for each place that says so, in order."""
    lifted = set()
    for affiliation in affiliations:
        member, body = entity_of.get(affiliation.member), entity_of.get(affiliation.body)
        if member is not None and body is not None and member != body:
            lifted.add(Affiliation(member=member, body=body, reason=affiliation.reason, evidence=affiliation.evidence))
    return tuple(sorted(lifted, key=lambda a: (*_order(a), a.reason)))
