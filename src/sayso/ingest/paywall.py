"""Pages that hold no more than an invitation to pay."""

import re

from sayso.errors import RejectedInput
from sayso.ingest.lines import has_reporting

_INVITATION = re.compile(
    r"\b(subscribe|sign in|log ?in|sign up|register|create (a|your) (free )?account|become a (member|subscriber))\b"
    r"[^.\n]{0,40}\b(to|and) (continue|keep|read|unlock|access|view|get (full|unlimited))\b"
    r"|\b(this|the (full|rest of (the|this))) (article|story|content|report) is (only )?(for|available (only )?to|reserved for)"
    r"[^.\n]{0,20}\b(subscribers|members)"
    r"|\bsubscribers only\b|\balready (a subscriber|have an account|subscribed)\b|\bto (continue|keep) reading\b"
    r"|\byou(['’]ve| have) (reached|read) (your|the|all)[^.\n]{0,30}(limit|free articles)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*\s*")
# Words left of a stub once its invitations are gone; a brief of one or two sentences has more.
_MIN_WORDS = 25


def check_paywall(headline: str, text: str) -> None:
    """Raise `RejectedInput` where hardly anything but invitations to subscribe is there."""
    if len(text) > 2000:
        return
    sentences = _SENTENCE.findall(text)
    kept = [s for s in sentences if has_reporting(s) or not _INVITATION.search(s)]
    if len(kept) == len(sentences):
        return
    rest = " ".join(kept)
    rest = rest.replace(headline, " ") if headline else rest
    if len(rest.split()) < _MIN_WORDS:
        raise RejectedInput(
            "paywall",
            "It holds only the invitation to subscribe, not the report. Save the page after signing in, and add it again.",
        )
