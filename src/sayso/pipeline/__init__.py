"""Drives the steps over a collection."""

from sayso.pipeline.adding import Handled, Outcome, Summary, add_inputs, make_ingest_options
from sayso.pipeline.linking import has_current_claims, relink
from sayso.pipeline.rereading import Rereading, mend, reread

__all__ = [
    "Handled",
    "Outcome",
    "Rereading",
    "Summary",
    "add_inputs",
    "has_current_claims",
    "make_ingest_options",
    "mend",
    "relink",
    "reread",
]
