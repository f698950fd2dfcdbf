"""A collection as one HTML page to read, print and pass on."""

from sayso.export.report.material import Leaned, Limits, Material, Unquoted
from sayso.export.report.page import make_page

__all__ = ["Leaned", "Limits", "Material", "Unquoted", "make_page"]
