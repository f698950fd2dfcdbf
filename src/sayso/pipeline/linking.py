"""Makes the claims of a collection anew."""

from sayso.steps import CLAIMS_VERSION, find_latest, make_claims
from sayso.store import Store


def relink(store: Store) -> int:
    """Makes all claims of the latest versions' statements; how many there are."""
    state = store.read_state()
    documents = {d.id: d for d in store.documents()}
    latest = set(find_latest(documents.values()).values())
    claims = make_claims(documents, (s for i in sorted(latest) for s in store.statements(i)))
    store.replace_claims(claims, made_by=CLAIMS_VERSION, state=state)
    return len(claims)


def has_current_claims(store: Store) -> bool:
    """False where the collection, or the way of linking, has changed since its claims were made."""
    return store.claims_made_by() == CLAIMS_VERSION
