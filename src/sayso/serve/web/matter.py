"""A claim with all that it rests on, as the parts shared with a report take it."""

from itertools import pairwise

from sayso.export.report.addresses import SITE
from sayso.export.report.material import Limits, Material
from sayso.moments import to_moment
from sayso.serve.linked import Around, Linked, find_followed

LIMITS = Limits(statements=200, documents_drawn=40, reasons=60)
"""How much of one claim a page shows."""


def make_claim_material(around: Around, linked: Linked) -> Material:
    """The documents and statements of a claim and of its followed chains, with the reuses that these go through."""
    claim = around.claim
    moments = {i: to_moment(d.published) for i, d in around.documents.items()}
    ordered = sorted(moments, key=lambda i: (moments[i] == float("-inf"), moments[i], i))
    steps = {
        tuple(sorted((a.document, b.document)))
        for followed in find_followed(claim)
        for a, b in pairwise(followed.hops)
        if a.document != b.document
    }
    pairs = [pair for a, b in sorted(steps) for pair in ((a, b), (b, a))]
    return Material(
        title="",
        documents={i: around.documents[i] for i in ordered},
        readings={i: around.readings[i] for i in ordered},
        claims=[claim],
        chosen=[claim],
        reuses=linked.store.catalogue.read_reuses(pairs),
        limits=LIMITS,
        addresses=SITE,
    )
