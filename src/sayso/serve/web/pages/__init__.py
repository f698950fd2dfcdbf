"""The pages, each with its routes."""

from sayso.serve.web.pages import add, claim, claims, enter, look, overview, search, source, sources

PAGES = (overview, claims, claim, sources, source, search, add, look, enter)
"""Modules that each have a `router`."""
