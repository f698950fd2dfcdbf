"""The pages, each with its routes."""

from sayso.serve.web.pages import enter, look, overview

PAGES = (overview, look, enter)
"""Modules that each have a `router`."""
