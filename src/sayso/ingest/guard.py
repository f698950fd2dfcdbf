"""The one place where a parser that we didn't write may fail in any way it likes."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.errors import RejectedInput

# The parsers report every oddity of their input; without a handler of their own that would reach the person's terminal.
for _name in ("charset_normalizer", "courlan", "htmldate", "pypdf", "readability", "trafilatura"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@contextmanager
def guard_parser(what: str, advice: str) -> Iterator[None]:
    """Turn whatever a third party's parser raises over damaged input into `RejectedInput`.

    Parsers of PDF, DOCX, HTML and feeds meet hostile and broken files, and raise what their inner parts raise: no list
    of exceptions would be whole. Running out of memory and being interrupted pass through.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a parser mumbles about odd markup is no news to the person
            yield
    except (RejectedInput, MemoryError):
        raise
    except Exception as error:
        detail = " ".join(str(error).split())[:120] or type(error).__name__
        raise RejectedInput("decode", f"{what} is damaged and can't be read ({detail}). {advice}") from error
