"""The pages, each with its routes."""

from sayso.serve.web.pages import add, claim, claims, enter, look, overview, search

PAGES = (overview, claims, claim, search, add, look, enter)
"""Modules that each have a `router`."""
