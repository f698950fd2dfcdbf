"""The pages, each with its routes."""

from sayso.serve.web.pages import (
    add,
    claim,
    claims,
    compare,
    document,
    documents,
    enter,
    look,
    overview,
    search,
    source,
    sources,
    timeline,
)

PAGES = (overview, claims, claim, documents, document, compare, sources, source, timeline, search, add, look, enter)
"""Modules that each have a `router`."""
