"""Measurements against peers and against the limit; floors in one baseline file."""
