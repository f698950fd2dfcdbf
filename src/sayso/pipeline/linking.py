"""Compares the documents of a collection with one another, and makes its links and claims of what that shows."""

from collections.abc import Callable, Mapping
from functools import cache

from sayso.catalogue.catalogue import make_catalogue
from sayso.link.judge import Judge
from sayso.link.meeting import LEAST_KEYS, Profile, make_keys, make_profile, meet
from sayso.link.meeting import VERSION as MEETING
from sayso.link.rulings import apply_chains
from sayso.link.ties import Judges
from sayso.model import Document, Reading, hash_of, to_json
from sayso.steps import LINKS_VERSION, make_links
from sayso.store import Store
from sayso.versions import find_latest

Watch = Callable[[int, int], None]
"""Called with how many documents have been compared and how many are to be."""


@cache
def load_judge() -> Judges:
    """The judge of pairs that comes with sayso."""
    return Judge()


def relink(store: Store, *, load: Callable[[], Judges] | None = None, watch: Watch = lambda done, all: None) -> int:
    """Compares what is new or changed with everything, and makes all links and claims; how many claims there are.

    Only the latest version of each page counts. Stopped, it goes on with the document where it was.
    """
    judge = (load or load_judge)()
    state = store.read_state()
    everything = {d.id: d for d in store.documents()}
    latest = set(find_latest(everything.values()).values())
    documents = {i: everything[i] for i in sorted(latest)}
    readings = {i: store.reading(i) for i in documents}
    compare_documents(store, documents, readings, judge, watch)
    overrules = store.overrules()
    links = make_links(documents, readings, store.links.meetings(), overrules)
    catalogue = make_catalogue(everything, apply_chains(readings, documents, overrules), links)
    store.replace_links(links, catalogue, made_by=name_version(judge), state=state)
    return len(links.claims)


def compare_documents(
    store: Store, documents: Mapping[str, Document], readings: Mapping[str, Reading], judge: Judges, watch: Watch
) -> None:
    """Lets every document that is new, or is read otherwise than when it was compared, meet the others."""
    made_of = {i: name_record(documents[i], readings[i], judge) for i in documents}
    held = store.links.read_linked()
    for i in sorted(held):
        if made_of.get(i) != held[i]:
            store.links.forget(i)
    new = [i for i in made_of if made_of[i] != held.get(i)]
    profiles: dict[str, Profile] = {}

    def find_profile(document: str) -> Profile:
        if document not in profiles:
            profiles[document] = make_profile(documents[document], readings[document])
        return profiles[document]

    for n, document in enumerate(new):
        watch(n, len(new))
        profile = find_profile(document)
        keys = make_keys(profile)
        others = [i for i in store.links.find_candidates(keys, LEAST_KEYS) if i != document]
        meetings = [meet(profile, find_profile(other), judge) for other in [document, *others]]
        store.links.write(document, made_of=made_of[document], keys=keys, meetings=meetings)
    watch(len(new), len(new))


def name_record(document: Document, reading: Reading, judge: Judges) -> str:
    """What a document's comparisons were made of, as a hash: what is known of it, its reading, and what compares.

    Not of what is made of comparisons: where only linking or weighing change, they stay.
    """
    return hash_of([{**to_json(document), "input": None}, reading.reader, f"meet {MEETING}, {judge.version}"])


def name_version(judge: Judges) -> str:
    """What links and claims were made by."""
    return f"{LINKS_VERSION}, {judge.version}"


def has_current_claims(store: Store, *, load: Callable[[], Judges] | None = None) -> bool:
    """False where the collection, or the way of linking, has changed since its claims were made."""
    made_by = store.claims_made_by()
    return made_by is not None and made_by == name_version((load or load_judge)())
