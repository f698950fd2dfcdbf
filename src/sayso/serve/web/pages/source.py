"""A source: all that rests on it, all it says, all that is said about it, and why its names are one."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from sayso.catalogue.entries import SourceEntry
from sayso.errors import NotFound, UsageError
from sayso.export.html import Child, Html, details, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.quote import quote
from sayso.export.words import mark_in_words, say_count
from sayso.link.rulings import find_statement
from sayso.model import Document, Entity, EntityLink, Evidence, Overrule, Ruling, hash_of
from sayso.serve.linked import Linked
from sayso.serve.voices import say_voice_entry
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import Posted, go_to, make_button, make_form, make_hidden, read_field, read_seen
from sayso.serve.web.hits import name_document, show_statement
from sayso.serve.web.judging import find_by, keep_by, list_judgements
from sayso.serve.web.layout import show_page
from sayso.serve.web.lines import list_claims
from sayso.serve.web.listing import make_address, make_choice, show_ways
from sayso.serve.web.pages.sources import GROUPS, NOT_HERE, PATH, name_entry
from sayso.serve.web.reading import Opened
from sayso.weigh.names import normalise_name

router = APIRouter()

ON_PAGE = 30
"""Entries of a part that is shown alone."""

FIRST = 5
"""Entries of each part where all are shown."""

REASONS = 12
"""Reasons that are shown at once for names being one; the others stand behind a word."""

JUDGEMENTS = 200
"""Judgements that are looked through for those on one source, the last ones."""

MOST_DOCUMENTS = 200
"""Documents that are offered to split one from."""

ON_ORIGINS = (Ruling.SAME, Ruling.DIFFERENT)
ON_NAMES = (Ruling.MERGE, Ruling.SPLIT)

PARTS = {
    "rests": "What rests on this source",
    "says": "What this source says",
    "about": "What is said about this source",
}


@router.get(PATH + "/{name}")
def show(
    request: Request,
    linked: Opened,
    name: str,
    part: Annotated[str, Query(max_length=10)] = "",
    after: Annotated[str, Query(max_length=60)] = "",
    called: Annotated[str, Query(max_length=300)] = "",
    judged: int = 0,
) -> Response:
    """The page of an entity, of a source that is only described, or of the outlets in their own voice.

    Where a judgement has left nobody of this id, it is the page of whoever is `called` so.
    """
    catalogue = linked.store.catalogue
    entity = catalogue.entities([name]).get(name)
    if entity is None:
        try:
            entry = find_entry(linked, name)
        except NotFound:
            if not called:
                raise
            found = catalogue.find_named(called)[0]
            return go_to(make_address(f"{PATH}/{found}", {"judged": f"{judged}" if judged else ""}))
        entity = find_entity(linked, entry)
        if entity is not None:
            return go_to(make_address(f"{PATH}/{entity.id}", {"part": part, "after": after}))
        return _Page(request, linked, None, [entry], part if part == "rests" else "", after).show()
    entries = find_entries(linked, entity)
    return _Page(request, linked, entity, entries, part if part in PARTS else "", after, judged).show()


@router.post(PATH + "/{name}/merge")
def merge(request: Request, form: Posted, name: str) -> Response:
    """Writes down that two names mean one person, body or place, and shows that one."""
    other = read_field(form, "other").rstrip("/").rpartition("/")[2]
    if not other:
        raise UsageError("Say who it is one with: a name, or the address of a page of sources.")
    return judge(request, form, Ruling.MERGE, name, other)


@router.post(PATH + "/{name}/split")
def split(request: Request, form: Posted, name: str) -> Response:
    """Writes down that somebody else is meant in one document, and shows who is left."""
    return judge(request, form, Ruling.SPLIT, name, read_field(form, "document"))


def judge(request: Request, form: FormData, ruling: Ruling, *named: str) -> Response:
    """Writes a judgement on an entity down, and shows the entity as it is then."""
    from sayso.pipeline.overruling import overrule

    bench = find_bench(request)
    by = read_field(form, "by", most=200)
    with bench.desk.write(seen=read_seen(form)) as store:
        called = store.catalogue.entity(named[0]).name
        [made] = overrule(store, ruling, named, note=read_field(form, "note"), by=by)
    bench.notices[f"judged-{made.number}"] = f"Judgement {made.number} is written down, and everything is counted anew."
    answer = go_to(make_address(f"{PATH}/{named[0]}", {"called": called, "judged": f"{made.number}"}))
    keep_by(answer, by)
    return answer


def find_entry(linked: Linked, name: str) -> SourceEntry:
    """The source of a name. Raises NotFound."""
    try:
        return linked.store.catalogue.source(name)
    except NotFound:
        raise NotFound("There is no such source in this collection, or there is none any more.") from None


def find_entity(linked: Linked, entry: SourceEntry) -> Entity | None:
    """The entity that a named source is: its origin's id is made of the entity's."""
    if entry.origin is None or not entry.origin.name:
        return None
    try:
        ids = linked.store.catalogue.find_named(entry.origin.name)
    except NotFound:
        return None
    own = next((i for i in ids if hash_of([i]) == entry.origin.id), None)
    return linked.store.catalogue.entity(own) if own else None


def find_entries(linked: Linked, entity: Entity) -> list[SourceEntry]:
    """What rests on an entity: as somebody who speaks here, and as a publication that doesn't make the claim."""
    found = []
    for group in ("named", "absent"):
        try:
            found.append(linked.store.catalogue.source(f"{group}-{hash_of([entity.id])}"))
        except NotFound:
            continue
    return found


class _Page:
    """The parts of one source's page."""

    def __init__(
        self,
        request: Request,
        linked: Linked,
        entity: Entity | None,
        entries: Sequence[SourceEntry],
        part: str,
        after: str,
        judged: int = 0,
    ) -> None:
        self.judged = judged
        self.request = request
        self.linked = linked
        self.entity = entity
        self.entries = entries
        self.part = part
        self.after = after
        self.limit = ON_PAGE if part else FIRST
        self.name = entity.name if entity else name_entry(entries[0])
        self.path = f"{PATH}/{entity.id if entity else entries[0].source}"

    def show(self) -> Response:
        """The page."""
        return show_page(
            self.request,
            self.name,
            tag("p", self.say_kind(), class_="kicker"),
            tag("h1", self.name),
            self.show_notice(),
            self.show_head(),
            tag("p", tag("a", "All of this page", href=self.path)) if self.part else None,
            self.show_rests() if self.part in ("", "rests") else None,
            self.show_statements("says", credited=True) if self.entity and self.part in ("", "says") else None,
            self.show_statements("about", credited=False) if self.entity and self.part in ("", "about") else None,
            self.show_names() if not self.part else None,
            self.show_judgements() if not self.part else None,
            self.show_judging() if not self.part else None,
            here=PATH,
        )

    def say_kind(self) -> str:
        """What it is."""
        if self.entity:
            return self.entity.kind.capitalize()
        origin = self.entries[0].origin
        return mark_in_words(origin).capitalize() if origin else "Outlets"

    def show_head(self) -> Child:
        """How it is spoken of, and where it is described."""
        if self.entity:
            voice = self.linked.store.catalogue.voice(self.entity.id)
            said = f"{say_voice_entry(voice).capitalize()}." if voice else ""
            named = f"Named in {say_count(len(self.entity.documents), 'document')}. "
            note = tag("p", NOT_HERE, class_="note") if voice and not voice.quoted else None
            return [tag("p", named, said, class_="lead"), note]
        origin = self.entries[0].origin
        if origin is None:
            words = "Outlets are counted together and not listed. Their own voice is no proof of first-hand knowledge."
            return tag("p", words, class_="note")
        found = list_evidence(self.linked, origin.evidence[:20])
        return join(tag("p", "The words that describe it:"), items(found)) if found else None

    def show_rests(self) -> Html:
        """The claims that rest on it, each with its words and interval."""
        shown = [self.show_claims(e) for e in self.entries]
        return tag(
            "section",
            tag("h2", PARTS["rests"], id="rests"),
            shown or tag("p", "No claim here rests on this source: no followed chain ends with it."),
            aria_labelledby="rests",
        )

    def show_claims(self, entry: SourceEntry) -> Html:
        """The claims of one entry."""
        is_first = entry is self.entries[0]
        found = self.linked.store.catalogue.claims(
            source=entry.source, after=(self.after or None) if is_first else None, limit=self.limit
        )
        denied = f", and it denies {say_count(entry.denials, 'claim')}" if entry.denials else ""
        absent = " as a publication that is cited but absent" if entry.grouped == GROUPS["absent"][0] else ""
        verb = "rests" if entry.claims == 1 else "rest"
        counts = (
            f"{say_count(entry.claims, 'claim')} in {say_count(entry.documents, 'document')} {verb} on it{absent}, "
            f"{entry.alone:,} of these on nothing else{denied}."
        )
        more = self.show_more("rests", found.after) if is_first else None
        return join(tag("p", counts), items(list_claims(self.linked.store, found.items), class_="claims"), more)

    def show_statements(self, part: str, *, credited: bool) -> Html:
        """Statements on its word, or that name it, by time; each with its chain."""
        assert self.entity
        found = self.linked.store.catalogue.entity_statements(
            self.entity.id, credited=credited, after=self.after or None if self.part else None, limit=self.limit
        )
        statements = self.linked.read_statements(s.statement for s in found.items)
        documents = self.linked.store.catalogue.read_documents(s.document for s in statements.values())
        claims = self.linked.store.catalogue.claims_of(statements)
        entries = []
        for i, statement in statements.items():
            claim = [" · ", tag("a", "its claim", href=SITE.claim(claims[i].claim))] if i in claims else None
            words = " ".join(statement.text.split())
            entries.append(show_statement(statement, documents.get(statement.document), words, claim))
        none = {
            "says": "No document here credits this source with a statement.",
            "about": "No statement here names this source.",
        }
        return tag(
            "section",
            tag("h2", PARTS[part], id=part),
            items(entries, class_="claims") or tag("p", none[part]),
            self.show_more(part, found.after),
            aria_labelledby=part,
        )

    def show_more(self, part: str, following: str | None) -> Child:
        """The way to all of a part, or to its other pages."""
        if self.part:
            return show_ways(self.path, {"part": part, "after": self.after}, following)
        if not following:
            return None
        words = f"More of {PARTS[part][0].lower()}{PARTS[part][1:]}"
        return tag("p", tag("a", words, href=make_address(self.path, {"part": part})))

    def show_names(self) -> Html | None:
        """All its names, and why they are one."""
        if not self.entity:
            return None
        links = self.linked.store.catalogue.entity_links(self.entity)
        others = [n for n in self.entity.names if n != self.entity.name]
        if not others and not links:
            return None
        reasons = list_reasons(self.linked, links)
        rest = reasons[REASONS:]
        return tag(
            "section",
            tag("h2", "Its names", id="names"),
            tag("p", "In the documents it is called ", join_words([self.entity.name, *others]), "."),
            tag("h3", "Why these are one") if reasons else None,
            items(reasons[:REASONS], class_="reasons"),
            details(f"{len(rest):,} more reasons", items(rest, class_="reasons")) if rest else None,
            aria_labelledby="names",
        )

    def show_judgements(self) -> Html | None:
        """What persons judged of it: that it is one with another source of a claim, or another one; with undo."""
        found = find_judgements(self.linked, self.entity, self.entries)
        if not found:
            return None
        return tag(
            "section",
            tag("h2", "Judged by a person", id="judgements"),
            list_judgements(self.request, found, self.linked.store.stamp(), self.back),
            aria_labelledby="judgements",
        )

    @property
    def back(self) -> str:
        """The address of this page, by name too, since a judgement that is taken back may leave nobody of this id."""
        return make_address(self.path, {"called": self.name}) if self.entity else self.path

    def show_notice(self) -> Html | None:
        """What the judgement that led here did."""
        words = find_bench(self.request).notices.get(f"judged-{self.judged}") if self.judged else None
        if words is None:
            return None
        return tag("div", tag("p", words), class_="notice", role="status", tabindex="-1", data_notice=True)

    def show_judging(self) -> Html | None:
        """Forms to judge that this one is another one too, or is somebody else in one of its documents."""
        if not self.entity or find_bench(self.request).desk.read_only:
            return None
        others = self.make_split(self.entity) if len(self.entity.documents) > 1 else None
        return tag(
            "section",
            tag("h2", "Judge otherwise", id="judging"),
            tag(
                "p",
                "Whether two names mean one decides how many origins there are. A judgement is tied to words of the documents; "
                "it can be taken back here.",
                class_="note",
            ),
            details("This is one with another", self.make_merge(self.entity)),
            details("In one document, somebody else is meant", others) if others else None,
            aria_labelledby="judging",
        )

    def make_merge(self, entity: Entity) -> Html:
        """The form that joins two."""
        field = tag("input", name="other", id="other", required=True, maxlength=300)
        label = tag("label", "Who it is one with: a name, or the address of a page of sources", for_="other")
        return self.make_form("merge", tag("p", label, " ", field), make_button(f"{entity.name} is one with this"))

    def make_split(self, entity: Entity) -> Html:
        """The form that parts one document's."""
        documents = self.linked.store.catalogue.read_documents(entity.documents[:MOST_DOCUMENTS])
        choices = [(i, name_document(d)) for i, d in sorted(documents.items(), key=lambda x: name_document(x[1]))]
        field = make_choice("document", "The document", choices, "")
        return self.make_form("split", field, make_button("Somebody else is meant there"))

    def make_form(self, action: str, field: Html, button: Html) -> Html:
        """A form of one judgement, with why and who."""
        by = find_by(self.request)
        note = tag("textarea", name="note", id=f"note-{action}")
        return make_form(
            self.request,
            f"{self.path}/{action}",
            make_hidden("back", self.back),
            field,
            tag("p", tag("label", "Why (a note that stays with it)", for_=f"note-{action}"), note),
            tag(
                "p",
                tag("label", "Who judges so", for_=f"by-{action}"),
                " ",
                tag("input", name="by", id=f"by-{action}", value=by, autocomplete="name"),
            ),
            tag("p", button),
            seen=self.linked.store.stamp(),
            class_="judging",
        )


def join_words(names: Sequence[str]) -> Html:
    """Names in quotation marks."""
    return join([[", " if n else "", quote(name)] for n, name in enumerate(names)])


def list_evidence(linked: Linked, evidence: Iterable[Evidence]) -> list[Html]:
    """Words with the document that they stand in."""
    found = list(evidence)
    documents = linked.store.catalogue.read_documents(e.document for e in found)
    return [join(quote(e.words, most=160), " in ", refer_to(documents.get(e.document))) for e in found]


def refer_to(document: Document | None) -> Html:
    """A document by its outlet and time, linked."""
    return tag("a", name_document(document), href=SITE.document(document.id)) if document else join("a document")


def list_reasons(linked: Linked, links: Sequence[EntityLink]) -> list[Html]:
    """Why names are one, each with the words."""
    documents = linked.store.catalogue.read_documents(e.document for link in links for e in link.evidence)
    entries = []
    for link in links:
        words = [
            [" and " if n else "", quote(e.words, most=120), " in ", refer_to(documents.get(e.document))]
            for n, e in enumerate(link.evidence)
        ]
        entries.append(join(words, f": {link.reason or 'no reason was recorded'}."))
    return entries


def find_judgements(linked: Linked, entity: Entity | None, entries: Sequence[SourceEntry]) -> list[Overrule]:
    """The judgements on a statement that is on the word of a source, of those that join or part two sources."""
    if entity:
        names, documents = {normalise_name(n) for n in (entity.name, *entity.names)}, set(entity.documents)
    else:
        origins = [e.origin for e in entries if e.origin]
        names = {normalise_name(o.name or "") for o in origins}
        documents = {e.document for o in origins for e in o.evidence}
    judged = [o for o in linked.overrules if o.ruling in (*ON_ORIGINS, *ON_NAMES)][-JUDGEMENTS:]
    found = []
    for overrule in judged:
        for anchor in overrule.subjects:
            if anchor.document not in documents:
                continue
            if overrule.ruling in ON_NAMES:
                words = normalise_name(anchor.words).split()
                if entity and any(set(n.split()) <= set(words) for n in names if n):
                    found.append(overrule)
                    break
                continue
            document = linked.store.document(anchor.document)
            meant = find_statement(anchor, document, linked.reading(document).statements)
            if meant and normalise_name(meant.chain[-1].name or "") in names:
                found.append(overrule)
                break
    return found
