"""The pages, each with its routes."""

from sayso.serve.web.pages import claim, enter, look, overview

PAGES = (overview, claim, look, enter)
"""Modules that each have a `router`."""
