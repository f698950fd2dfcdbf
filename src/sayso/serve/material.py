"""What a report is made of, taken from a collection."""

from collections.abc import Iterator

from sayso.catalogue.claims import Order, is_worth_a_look
from sayso.catalogue.sources import Group, Leaning, find_leanings
from sayso.catalogue.voices import find_voices
from sayso.export.report import Leaned, Limits, Material, Unquoted
from sayso.export.words import origin_in_words, say_count
from sayso.serve.choosing import order_claims
from sayso.serve.linked import Linked


def make_material(linked: Linked, *, title: str, program: str, limits: Limits) -> Material:
    """A collection as a report takes it; `program` is the version of sayso."""
    store = linked.store
    made_by = store.claims_made_by()
    latest = {i: d for i, d in linked.documents.items() if i in linked.readings}
    leanings = find_leanings(linked.claims, {i: s.document for i, s in linked.statements.items()})
    readers = sorted({r.reader for r in linked.readings.values()})
    return Material(
        title=title,
        documents=latest,
        readings=linked.readings,
        claims=linked.claims,
        chosen=[c for c in order_claims(linked.claims, Order.REPEATED, linked) if is_worth_a_look(c)],
        reuses=linked.links.reuses,
        leanings=[name_leaning(x) for x in leanings],
        unquoted=list(find_unquoted(linked)),
        overrules=[o for o in linked.overrules if o.withdrawn is None],
        versions={
            "sayso": program,
            "reader": ", ".join(readers),
            "claims": made_by or "older than the documents: run `sayso relink`",
        },
        is_current=made_by is not None,
        older_versions=len(linked.documents) - len(latest),
        set_aside=len(store.rejected()),
        limits=limits,
    )


def name_leaning(leaning: Leaning) -> Leaned:
    """What rests on an origin, or on a group of outlets, as it is shown."""
    origin = leaning.origin
    if origin is None:
        name = say_outlets(leaning.group, leaning.origins)
    else:
        name = origin_in_words(origin)
    return Leaned(
        name=name,
        sort=str(origin.kind) if origin and leaning.group is Group.NAMED else str(leaning.group) if origin else "",
        claims=len({*leaning.claims, *leaning.denials}),
        alone=len(leaning.alone),
        documents=len(leaning.documents),
    )


def say_outlets(group: Group, count: int) -> str:
    """A group of outlets, which is only counted."""
    return f"{say_count(count, 'outlet')} {_OUTLETS[group]}"


_OUTLETS = {
    Group.FIRST_HAND: "at first hand, by their own words",
    Group.UNATTRIBUTED: "in their own voice, unattributed",
}


def find_unquoted(linked: Linked) -> Iterator[Unquoted]:
    """Persons and organisations that are spoken of, and quoted in none of the documents."""
    for voice in find_voices(linked.readings, linked.register):
        if not voice.quoted:
            yield Unquoted(
                name=voice.entity.name,
                sort=voice.entity.kind,
                statements=len(voice.statements),
                documents=len(voice.documents),
            )
