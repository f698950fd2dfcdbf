"""The pages, each with its routes."""

from sayso.serve.web.pages import claim, claims, enter, look, overview, search

PAGES = (overview, claims, claim, search, look, enter)
"""Modules that each have a `router`."""
