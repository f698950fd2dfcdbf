"""Readings → links: which statements assert the same thing."""
