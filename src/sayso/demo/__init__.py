"""The demo collection: ten fictional reports on one matter. `README.md` beside this says what is in them."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def reports() -> list[Traversable]:
    """The demo's files in order of publication, saved pages and pasted texts, each with `name` and `read_bytes()`.

    They need not lie on disk as files of their own (a package may be a zip); write them out to get paths.

    >>> [r.name for r in reports()][:2]
    ['01-halvern-inquirer.html', '02-mahuli-darpan.txt']
    """
    found = (f for f in (files(__name__) / "reports").iterdir() if f.name.endswith((".html", ".txt")))
    return sorted(found, key=lambda f: f.name)
