"""Choosing documents: a list of those that a person may mean, short enough to look through, and words to narrow it."""

from collections.abc import Iterable

from sayso.export.html import Child, Html, join, tag
from sayso.export.words import time_in_words
from sayso.model import Document
from sayso.serve.linked import Linked
from sayso.serve.web.listing import make_choice, make_field
from sayso.store.search import read_question

MOST = 100
"""Documents in one list."""

LONGEST = 90
"""Characters of one entry."""


def find_candidates(linked: Linked, chosen: Iterable[Document], words: str) -> tuple[list[Document], bool]:
    """The documents to choose from, by time, those that are chosen among them; and whether there are more.

    With words, those that have them; without, those on the matter of the chosen ones, their other versions, and the first of all.
    """
    store = linked.store
    held = list(chosen)
    ids = dict.fromkeys(d.id for d in held)
    question = read_question(words) if words else None
    if question:
        hits = store.search.documents(question, limit=MOST)
        ids |= dict.fromkeys(h.id for h in hits.items)
        has_more = hits.after is not None
    else:
        for document in held:
            ids |= dict.fromkeys(v.document for v in store.document_lists.versions(document.id))
            story = store.catalogue.story_of(document.id)
            if story:
                ids |= dict.fromkeys(store.catalogue.read_stories([story])[story].documents[:MOST])
        page = store.catalogue.documents(limit=MOST)
        ids |= dict.fromkeys(d.document for d in page.items)
        has_more = page.after is not None or len(ids) > MOST + len(held)
    wanted = list(ids)[: MOST + len(held)]
    documents = store.catalogue.read_documents(wanted)
    return sorted(documents.values(), key=lambda d: (d.published is None, d.published or "", d.id)), has_more


def show_choosers(linked: Linked, path: str, chosen: tuple[Document | None, Document | None], words: str) -> Html:
    """The form in which two documents are chosen; it is sent without a script, and its answer can be linked to."""
    candidates, has_more = find_candidates(linked, [d for d in chosen if d], words)
    choices = [("", "Choose one"), *((d.id, name_choice(d)) for d in candidates)]
    more: Child = None
    if has_more:
        more = tag("p", "Not all documents are in these lists: type words of the one that you mean.", class_="note")
    return join(
        tag(
            "form",
            make_choice("a", "One document", choices, chosen[0].id if chosen[0] else ""),
            make_choice("b", "The other", choices, chosen[1].id if chosen[1] else ""),
            make_field("q", "Only list those with these words", words, type="search"),
            tag("p", tag("button", "Compare", type="submit"), " ", tag("a", "Clear", href=path)),
            action=path,
            method="get",
            class_="fields choosing",
            role="search",
            aria_label="Two documents",
        ),
        more,
    )


def name_choice(document: Document) -> str:
    """A document in one line: outlet, time, the beginning of its headline."""
    headline = " ".join(document.headline.split()) or "without a headline"
    name = f"{document.outlet or 'unknown outlet'}, {time_in_words(document.published)}: {headline}"
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
