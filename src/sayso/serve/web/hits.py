"""What a search finds, each hit in its words, with who says it."""

from collections.abc import Iterable

from sayso.catalogue.entries import VoiceEntry, Who
from sayso.export.html import Child, Html, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.words import time_in_words
from sayso.link.chains import chain_in_words
from sayso.model import Document, Statement
from sayso.serve.linked import Linked
from sayso.serve.voices import say_voice_entry
from sayso.store.search import Hit, Piece


def mark_pieces(pieces: Iterable[Piece]) -> Html:
    """The words, those that were searched for marked."""
    return join([tag("mark", p.text, class_="hit") if p.is_hit else p.text for p in pieces])


def name_document(document: Document) -> str:
    """A document by its outlet and time."""
    return f"{document.outlet or 'an unknown outlet'}, {time_in_words(document.published)}"


def list_statements(linked: Linked, hits: Iterable[Hit]) -> list[Html]:
    """Statements with their chain, their place, and the claim that they affirm or deny."""
    found = {h.id: h for h in hits}
    statements = linked.read_statements(found)
    documents = linked.store.catalogue.read_documents(s.document for s in statements.values())
    claims = linked.store.catalogue.claims_of(statements)
    entries = []
    for i, statement in statements.items():
        held = claims.get(i)
        verb = "denies a claim" if held and held.denies else "its claim"
        claim = [" · ", tag("a", verb, href=SITE.claim(held.claim))] if held else None
        entries.append(show_statement(statement, documents.get(statement.document), mark_pieces(found[i].words), claim))
    return entries


def show_statement(statement: Statement, document: Document | None, words: Child, claim: Child = None) -> Html:
    """A statement in its words, said by whom, and where."""
    where = SITE.words(statement.document, statement.id)
    place = name_document(document) if document else "its document"
    return join(
        tag("p", "“", words, "”", class_="words"),
        tag(
            "p",
            "said by ",
            tag("span", chain_in_words(statement.chain), class_="chain"),
            " · ",
            tag("b", str(statement.certainty), class_=f"certainty {statement.certainty}"),
            class_="said-by",
        ),
        tag("p", "in ", tag("a", place, href=where), claim, class_="count"),
    )


def list_documents(linked: Linked, hits: Iterable[Hit]) -> list[Html]:
    """Documents with their outlet and time, and the words around the first hits."""
    listed = list(hits)
    documents = linked.store.catalogue.read_documents(h.id for h in listed)
    return [show_document(documents[h.id], h) for h in listed if h.id in documents]


def show_document(document: Document, hit: Hit) -> Html:
    """A document in a few lines."""
    headline = mark_pieces(hit.headline) or "without a headline"
    return join(
        tag("p", tag("a", headline, href=SITE.document(document.id)), class_="words"),
        tag("p", name_document(document), class_="said-by"),
        tag("p", "… ", mark_pieces(hit.words), class_="place"),
    )


def list_names(linked: Linked, hits: Iterable[Hit]) -> list[Html]:
    """Persons, bodies, places, publications and described sources, with how they are spoken of."""
    listed = list(hits)
    catalogue = linked.store.catalogue
    entities = catalogue.entities(h.id for h in listed if h.who is Who.ENTITY)
    entries = []
    for hit in listed:
        words = mark_pieces(hit.words)
        if hit.who is Who.ENTITY:
            entity = entities.get(hit.id)
            if entity is None:
                continue
            is_other = "".join(p.text for p in hit.words) != entity.name
            name: Child = [entity.name, " (also ", words, ")"] if is_other else words
            kind, beside = entity.kind, say_beside(catalogue.voice(hit.id))
        else:
            name, kind, beside = ["“", words, "”"], "anonymous: described, not identified", ""
        entries.append(
            join(
                tag("p", tag("a", name, href=SITE.source(hit.id)), class_="words"),
                tag("p", kind, f"; {beside}" if beside else "", ".", class_="count"),
            )
        )
    return entries


def say_beside(voice: VoiceEntry | None) -> str:
    """How often somebody is spoken of and quoted; empty where no statement speaks of them."""
    return say_voice_entry(voice) if voice else ""
