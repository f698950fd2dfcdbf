"""The pages, each with its routes."""

from sayso.serve.web.pages import claim, claims, enter, look, overview

PAGES = (overview, claims, claim, look, enter)
"""Modules that each have a `router`."""
