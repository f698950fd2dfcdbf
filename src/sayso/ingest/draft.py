"""What a format's reader makes of an input, before it is a document."""

import dataclasses

from sayso.errors import RejectedInput
from sayso.ingest.address import find_domain, make_version_key
from sayso.ingest.dateline import find_credits, find_dateline
from sayso.ingest.decode import replace_unstorable
from sayso.ingest.furniture import find_furniture
from sayso.ingest.language import check_language
from sayso.ingest.outlet import is_own_name
from sayso.ingest.paywall import check_paywall
from sayso.ingest.status import find_status
from sayso.model import Document, Furniture, Ingested, Status, document_id


@dataclasses.dataclass(kw_only=True)
class Draft:
    """Fields as an input gave them; `make_ingested` infers what is left and checks the whole."""

    input: str
    text: str
    headline: str = ""
    url: str | None = None
    canonical_url: str | None = None
    outlet: str | None = None
    outlet_from: str | None = None
    published: str | None = None
    published_from: str | None = None
    byline: str | None = None
    status: Status | None = None
    media_type: str = "text/plain"
    furniture: tuple[Furniture, ...] = ()


def make_ingested(draft: Draft, raw: bytes) -> Ingested:
    """The document of a draft, or `RejectedInput` where it is empty, a paywall's stub or not English.

    What no file can hold as text is replaced in every field, one for one: a half of a character may come from anywhere.
    """
    told = {name: replace_unstorable(value) for name, value in vars(draft).items() if type(value) is str}
    draft = dataclasses.replace(draft, **told)  # type: ignore[arg-type]
    if not any(c.isalnum() for c in draft.text):
        raise RejectedInput("extract", "There is no article text in it. Check that the file holds the report itself.")
    check_paywall(draft.headline, draft.text)
    language = check_language(draft.headline, draft.text)
    outlet, outlet_from = _infer_outlet(draft)
    status, status_from = (draft.status, "given") if draft.status else find_status(draft.headline, draft.text)
    document = Document(
        id=document_id(outlet=outlet, url=draft.url, headline=draft.headline, text=draft.text),
        url=draft.url,
        canonical_url=draft.canonical_url,
        outlet=outlet,
        outlet_from=outlet_from,
        published=draft.published,
        published_from=draft.published_from,
        byline=draft.byline,
        headline=draft.headline,
        text=draft.text,
        language=language,
        status=status,
        status_from=status_from,
        input=draft.input,
        media_type=draft.media_type,
        version_of=make_version_key(draft.url, draft.canonical_url),
        furniture=find_furniture(draft.headline, draft.text, draft.byline, known=draft.furniture),
        credits=tuple(c for c in find_credits(draft.text) if not is_own_name(c.name, outlet, draft.url)),
    )
    return Ingested(document=document, raw=raw)


def _infer_outlet(draft: Draft) -> tuple[str | None, str | None]:
    """The outlet and what it was taken from: what the input says, else the domain, else a name in the dateline."""
    if draft.outlet:
        return draft.outlet, draft.outlet_from or "given"
    if domain := find_domain(draft.url) or find_domain(draft.canonical_url):
        return domain, "domain"
    dateline = find_dateline(draft.text)
    if dateline is not None and dateline.name is not None:
        return dateline.name, "dateline"
    return None, None
