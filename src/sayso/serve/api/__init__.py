"""The collection for programs: the objects of the command line's JSON at addresses, and the changes it can make."""

from sayso.serve.api.router import PREFIX, make_router

__all__ = ["PREFIX", "make_router"]
