"""A document as it reads, with all that was read in it; and saying otherwise of it, of a chain or of a reuse."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import NotFound, UsageError
from sayso.export.html import Child, Html, details, items, join, link, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.quote import quote
from sayso.export.report.repeats import Repeat
from sayso.export.report.text import show_legend
from sayso.export.words import say_count, time_in_words
from sayso.link.chains import chain_in_words
from sayso.model import Document, Overrule, Ruling, Statement, Status
from sayso.serve.linked import Linked
from sayso.serve.web.alignment import find_language, show_sides
from sayso.serve.web.article import Article, find_shared
from sayso.serve.web.bench import find_bench
from sayso.serve.web.chaining import read_chain, show_chain_fields
from sayso.serve.web.consequences import find_claims, say_consequences
from sayso.serve.web.forms import Posted, go_to, make_button, make_form, make_hidden, read_field, read_seen
from sayso.serve.web.judging import SAID, find_by, keep_by, list_judgements, make_undo
from sayso.serve.web.layout import show_page
from sayso.serve.web.listing import make_address
from sayso.serve.web.mending import NAMES, read_mending, say_mended, show_mending
from sayso.serve.web.pages.documents import PATH, say_headline
from sayso.serve.web.reading import Opened
from sayso.serve.web.saved import send_saved
from sayso.store import Store

router = APIRouter()

PASSAGE = 70
"""Characters of a passage in a list of which one is chosen."""

Words = Annotated[str, Query(max_length=100)]


@router.get("/documents/{name}")
def show(
    request: Request, linked: Opened, name: str, beside: Words = "", judge: Words = "", done: Words = ""
) -> Response:
    """The page of a document; also under the beginning of its id."""
    document = find_document(linked.store, name)
    if document.id != name:
        return go_to(SITE.document(document.id))
    page = _Page(request, linked, Article(linked, document))
    return show_page(
        request,
        f"{say_headline(document)[:80]} – {document.outlet or 'unknown outlet'}",
        page.show_head(done, has_notes=not beside),
        page.show_sides(beside) if beside else page.show_text(judge),
        page.show_sections(),
        here=PATH,
    )


@router.get("/documents/{name}/saved")
def show_saved(linked: Opened, name: str) -> Response:
    """The saved page, as it came."""
    document = find_document(linked.store, name)
    return send_saved(document, linked.store.raw(document.id))


@router.post("/documents/{name}/set")
def set_fields(request: Request, form: Posted, name: str) -> Response:
    """Sets what is known of a document, or takes it back; reads it so, and counts anew."""
    from sayso.pipeline import mend

    desk = find_bench(request).desk
    with desk.write(seen=read_seen(form)) as store:
        document = find_document(store, name)
        changes, withdraw = read_mending(form, document)
        before = find_claims(store, [document.id])
        mended = mend(store, document.id, config=desk.jobs.config, changes=changes, withdraw=withdraw)
        said = join(
            tag("p", tag("b", "Taken back. " if withdraw else "Set. "), say_mended(document, mended)),
            say_consequences(before, find_claims(store, [document.id])),
        )
        stamp = store.stamp()
    fields = "-".join(f for f in (*changes, *withdraw) if f in NAMES)
    return tell(request, document.id, f"set-{stamp}-{fields}" if changes else f"unset-{stamp}", said)


@router.post("/documents/{name}/overrule")
def overrule(request: Request, form: Posted, name: str) -> Response:
    """Writes down the chain that a person gives a statement, or that passages are no reuse; counts anew."""
    from sayso.pipeline.overruling import overrule as judge

    note, by = read_field(form, "note"), read_field(form, "by", most=200)
    with find_bench(request).desk.write(seen=read_seen(form)) as store:
        document = find_document(store, name)
        ruling, named, words = read_judgement(form, store, document)
        touched = [document.id, *(named[1:] if ruling is Ruling.NOT_REUSE else ())]
        before = find_claims(store, touched)
        made = judge(store, ruling, named, words=words, note=note, by=by)
        said = join(
            tag("p", tag("b", f"{say_numbers(made)} written down: {SAID[ruling].lower()}.")),
            say_consequences(before, find_claims(store, touched)),
        )
    answer = tell(request, document.id, f"judged-{'-'.join(str(o.number) for o in made)}", said)
    keep_by(answer, by)
    return answer


@router.post("/documents/{name}/overrules/{number}/withdraw")
def withdraw(request: Request, form: Posted, name: str, number: int) -> Response:
    """Takes a judgement back, and counts anew."""
    from sayso.pipeline.overruling import withdraw as take_back

    with find_bench(request).desk.write(seen=read_seen(form)) as store:
        document = find_document(store, name)
        found = [o for o in store.overrules() if o.number == number]
        touched = list(dict.fromkeys([document.id, *(a.document for o in found for a in o.subjects)]))
        before = find_claims(store, touched)
        take_back(store, number)
        said = join(
            tag("p", tag("b", f"Judgement {number} is taken back.")),
            say_consequences(before, find_claims(store, touched)),
        )
    return tell(request, document.id, f"withdrawn-{number}", said)


def find_document(store: Store, name: str) -> Document:
    """The document of an id, or of the beginning of one. Raises NotFound."""
    try:
        return store.find_document(name)
    except NotFound:
        raise NotFound("There is no such document in this collection, or there is none any more.") from None


def tell(request: Request, document: str, key: str, said: Html) -> Response:
    """Goes back to a document's page, which then says what a change did."""
    find_bench(request).notices[f"{document}-{key}"] = said
    return go_to(f"{make_address(SITE.document(document), {'done': key})}#done")


def say_numbers(made: Iterable[Overrule]) -> str:
    """Judgements by their numbers: `Judgement 3 is`, `Judgements 3, 4 are`."""
    numbers = [str(o.number) for o in made]
    return f"Judgement{'s' if len(numbers) > 1 else ''} {', '.join(numbers)} {'are' if len(numbers) > 1 else 'is'}"


def read_judgement(form: FormData, store: Store, document: Document) -> tuple[Ruling, list[str], str | None]:
    """What a form judges: of what, and the words of the one passage that is meant. Raises UsageError."""
    if statement := read_field(form, "statement"):
        return Ruling.CHAIN, [statement, read_chain(form)], None
    if other := read_field(form, "other"):
        passage = read_field(form, "passage")
        words = None
        if passage:
            [*reuses] = store.catalogue.read_reuses([(document.id, other), (other, document.id)])
            found = [s for s in find_shared(document.id, reuses) if s.id == passage]
            if not found:
                raise UsageError("There is no such passage any more.")
            words = document.words(found[0].here)
        return Ruling.NOT_REUSE, [document.id, other], words
    raise UsageError("Say what you judge: the chain of a statement, or that passages are no reuse.")


class _Page:
    """The parts of one document's page."""

    def __init__(self, request: Request, linked: Linked, article: Article) -> None:
        self.request = request
        self.linked = linked
        self.article = article
        self.document = article.document
        self.material = article.material
        self.seen = linked.store.stamp()
        self.can_change = not find_bench(request).desk.read_only
        self.versions = linked.store.document_lists.versions(self.document.id)
        self.is_latest = all(v.is_latest for v in self.versions if v.document == self.document.id)
        self.as_read = {s.id: s for s in article.as_read.statements}

    def show_head(self, done: str, *, has_notes: bool) -> Html:
        """The headline, who publishes it and when, and what must be known before it is read.

        Its marks lead to notes, so it has them only where the page `has_notes`.
        """
        document = self.document
        is_marked = has_notes and document.headline.strip()
        headline: Child = self.article.show_headline() if is_marked else say_headline(document)
        return tag(
            "header",
            tag("p", "Document", class_="kicker"),
            tag("h1", headline, lang=find_language(document) if document.headline.strip() else None),
            tag("p", document.outlet or "Unknown outlet", class_="outlet"),
            tag("p", self.describe(), class_="meta"),
            self.show_notice(done),
            self.show_warnings(),
            class_="document",
        )

    def describe(self) -> Html:
        """Time, author line, address, the saved page."""
        document = self.document
        parts: list[Child] = [time_in_words(document.published)]
        if document.byline:
            parts.append(document.byline)
        if document.url:
            parts.append(["at ", link(document.url, document.url)])
        counts = self.linked.store.document_lists.counts([document.id])[document.id]
        parts.append(f"{say_count(counts.statements, 'statement')}, {say_count(counts.claims, 'claim')}")
        parts.append(tag("a", "the saved page", href=f"{SITE.document(document.id)}/saved"))
        return join([[" · " if n else "", part] for n, part in enumerate(parts)])

    def show_notice(self, done: str) -> Html | None:
        """What the change that led here did, and a way back."""
        key = f"{self.document.id}-{done}"
        said = find_bench(self.request).notices.get(key)
        if not done or said is None:
            return None
        undo = self.make_way_back(done) if self.can_change else None
        return tag("div", said, undo, class_="notice", role="status", tabindex="-1", data_notice=True, id="done")

    def make_way_back(self, done: str) -> Child:
        """The button that undoes the change, while it holds."""
        what, _, rest = done.partition("-")
        back = SITE.document(self.document.id)
        if what == "judged":
            holding = {str(o.number) for o in self.linked.overrules if not o.withdrawn}
            return [
                make_undo(self.request, int(n), self.seen, back, below=back) for n in rest.split("-") if n in holding
            ]
        if what == "set":
            stamp, *fields = rest.split("-")
            held = self.linked.store.amendments(self.document.id)
            if stamp != self.seen:
                return None
            words = "Take back"
            return [
                make_form(
                    self.request,
                    f"{back}/set",
                    make_button(
                        words if len(fields) == 1 else f"{words}: {NAMES[f].lower()}", name="withdraw", value=f
                    ),
                    seen=self.seen,
                )
                for f in fields
                if f in held
            ]
        return None

    def show_warnings(self) -> Html:
        """That it was corrected or retracted, and that another version is weighed."""
        entries: list[Child] = []
        document = self.document
        if document.status is not Status.LIVE:
            by = document.status_from or "given with the input"
            entries.append([tag("b", f"Marked {document.status}"), f" (taken from: {by})."])
        if not self.is_latest:
            latest = next(v for v in self.versions if v.document == self.document.id).latest
            entries.append(
                [
                    tag("b", "An older version of its page. "),
                    "It is kept and not weighed, so its statements are in no claim: ",
                    tag("a", "the latest version", href=SITE.document(latest)),
                    "; ",
                    tag("a", "compare the two", href=make_compare(self.document.id, latest)),
                    ".",
                ]
            )
        elif len(self.versions) > 1:
            entries.append(
                [
                    f"The latest of {len(self.versions)} versions of its page: ",
                    tag("a", "the others", href="#versions"),
                    ".",
                ]
            )
        return items(entries, class_="warnings")

    def show_text(self, judge: str) -> Html:
        """The text with its marks and notes."""

        def beside(statement: Statement) -> Html | None:
            return self.show_beside(statement, is_judged=statement.id == judge)

        return tag(
            "article",
            tag("h2", "As it reads", class_="hidden"),
            self.show_switch(""),
            details("What the marks mean", tag("p", show_legend(), class_="note legend")),
            self.article.show_body(beside, self.show_beside_repeat),
            class_="text reading",
        )

    def show_switch(self, beside: str) -> Html | None:
        """The ways to see the text: with its chains, or side by side with each document that it shares words with."""
        others = self.article.others
        if not others and not beside:
            return None
        here = SITE.document(self.document.id)
        ways: list[Child] = [tag("a", "With its chains", href=here, aria_current=None if beside else "true")]
        ways += [
            tag(
                "a",
                f"Beside {repeat.label}: {self.material.name_with_time(other)}",
                href=make_address(here, {"beside": other}),
                aria_current="true" if other == beside else None,
            )
            for other, repeat in others.items()
        ]
        return tag(
            "nav", tag("ul", [tag("li", way) for way in ways]), class_="switch", aria_label="Ways to see the text"
        )

    def show_beside(self, statement: Statement, *, is_judged: bool) -> Html:
        """Beside the chain of a statement: how many documents make its claim, the reader's own chain, judging otherwise."""
        claim = self.article.claims.get(self.article.claim_of.get(statement.id, ""))
        count = f" · claim of {say_count(claim.documents, 'document')}" if claim and claim.documents > 1 else ""
        as_read = self.as_read.get(statement.id)
        was = None
        if as_read and chain_in_words(as_read.chain) != chain_in_words(statement.chain):
            was = tag("p", "The reader had: ", tag("span", chain_in_words(as_read.chain), class_="chain"), ".")
        if not self.can_change:
            return join(count, was)
        if is_judged:
            return join(count, was, self.make_chain_form(statement))
        address = f"{make_address(SITE.document(self.document.id), {'judge': statement.id})}#n-{statement.id}"
        hidden = tag("span", f" statement {self.material.numbers[statement.id]}", class_="hidden")
        return join(count, " · ", tag("a", "judge otherwise", hidden, href=address, class_="quiet"), was)

    def make_chain_form(self, statement: Statement) -> Html:
        """Giving a statement another chain."""
        return make_form(
            self.request,
            f"{SITE.document(self.document.id)}/overrule",
            make_hidden("statement", statement.id),
            tag("p", tag("b", "Its chain, as you judge")),
            show_chain_fields(statement.chain),
            self.make_who("chain"),
            tag(
                "p",
                make_button("This is the chain"),
                " ",
                tag("a", "Leave it", href=f"{SITE.document(self.document.id)}#n-{statement.id}"),
            ),
            seen=self.seen,
            class_="judging",
        )

    def make_who(self, name: str) -> Html:
        """Why somebody judges so, and who it is."""
        note, by = f"note-{name}", f"by-{name}"
        return join(
            tag("p", tag("label", "Why (a note that stays with it)", for_=note), tag("textarea", name="note", id=note)),
            tag(
                "p",
                tag("label", "Who judges so", for_=by),
                " ",
                tag("input", name="by", id=by, value=find_by(self.request), autocomplete="name"),
            ),
        )

    def show_beside_repeat(self, repeat: Repeat) -> Html:
        """The ways on from a shared passage."""
        here = SITE.document(self.document.id)
        hidden = tag("span", f" with {repeat.label}", class_="hidden")
        return join(
            " ",
            tag("a", "Side by side", hidden, href=f"{make_address(here, {'beside': repeat.other})}#p-{repeat.id}"),
            " · ",
            tag("a", "compare", hidden, href=make_compare(self.document.id, repeat.other)),
        )

    def show_sides(self, beside: str) -> Html:
        """The text beside that of another document, the words that both have marked."""
        other = find_document(self.linked.store, beside)
        reuse = self.article.find_reuse(other.id)
        shared = find_shared(self.document.id, [reuse] if reuse else [])
        readings = self.article.reading, self.linked.reading(other)
        names = self.name_sides(other)
        none = "" if shared else " These two share no passage in this collection."
        return tag(
            "article",
            tag("h2", "Side by side", class_="hidden"),
            self.show_switch(other.id),
            tag(
                "p",
                "Marked are the words that both have. ",
                self.say_way(other.id),
                none,
                " ",
                tag("a", "Compare all that they say", href=make_compare(self.document.id, other.id)),
                class_="note",
            ),
            show_sides((self.document, other), readings, shared, names),
            class_="text",
        )

    def name_sides(self, other: Document) -> tuple[Html, Html]:
        """This document and another as the heads of their columns."""
        name = f"{other.outlet or 'an unknown outlet'}, {time_in_words(other.published)}"
        own = f"{self.document.outlet or 'an unknown outlet'}, {time_in_words(self.document.published)}"
        return join(own), tag("a", name, href=SITE.document(other.id))

    def say_way(self, other: str) -> Html | None:
        """Who repeats whom, and what shows it."""
        repeat = self.article.others.get(other)
        if repeat is None:
            return None
        said = {
            "repeats": "This document repeats the other",
            "is repeated by": "The other document repeats this one",
            "shares": "It is undetermined which of the two repeats the other",
        }[repeat.way]
        return join(said, f": {repeat.reason}." if repeat.reason else ".")

    def show_sections(self) -> list[Html]:
        """What stands below the text."""
        found: list[tuple[str, str, Child]] = [
            ("reuse", "Passages shared with other documents", self.show_reuses()),
            ("versions", "Versions of its page", self.show_versions() if len(self.versions) > 1 else None),
            ("known", "What is known of it", self.show_known()),
            ("judgements", "Judged by a person", self.show_judgements()),
        ]
        return [
            tag("section", tag("h2", title, id=f"{name}-title"), content, aria_labelledby=f"{name}-title", id=name)
            for name, title, content in found
            if content
        ]

    def show_reuses(self) -> Html | None:
        """The other documents by letter: who repeats whom, why, and judging that it is none."""
        entries = [self.show_reuse(other, repeat) for other, repeat in self.article.others.items()]
        if not entries:
            return None
        more = "Only the first are marked and listed here; more documents share words with it."
        return join(
            items(entries, class_="judgements"),
            tag("p", more, class_="note") if self.article.has_more_reuses else None,
        )

    def show_reuse(self, other: str, repeat: Repeat) -> Html:
        """One of them."""
        here = SITE.document(self.document.id)
        passages = [r for r in self.article.repeats if r.other == other]
        return join(
            tag(
                "p",
                tag("b", f"{repeat.label}. "),
                tag("a", self.material.name_with_time(other), href=SITE.document(other)),
                f" ({say_count(len(passages), 'passage')}). ",
                self.say_way(other),
            ),
            tag(
                "p",
                tag("a", "Side by side", href=make_address(here, {"beside": other})),
                " · ",
                tag("a", "Compare all that they say", href=make_compare(self.document.id, other)),
            ),
            details(f"Judge that it is no reuse ({repeat.label})", self.make_reuse_form(other, passages))
            if self.can_change
            else None,
        )

    def make_reuse_form(self, other: str, passages: list[Repeat]) -> Html:
        """Judging that one passage, or all, are no reuse."""
        name = f"passage-{other}"
        options = [tag("option", "All of them", value="")] + [
            tag("option", quote(self.document.words(r.here), most=PASSAGE), value=r.id) for r in passages
        ]
        return make_form(
            self.request,
            f"{SITE.document(self.document.id)}/overrule",
            make_hidden("other", other),
            tag("p", tag("label", "Which passage", for_=name), tag("select", options, name="passage", id=name))
            if len(passages) > 1
            else None,
            self.make_who(other),
            tag("p", make_button(SAID[Ruling.NOT_REUSE])),
            seen=self.seen,
            class_="judging",
        )

    def show_versions(self) -> Html:
        """The other versions, each with a way to compare it."""
        documents = self.linked.store.catalogue.read_documents(v.document for v in self.versions)
        entries: list[Child] = []
        for version in self.versions:
            time, own = time_in_words(version.published), version.document == self.document.id
            latest = ", the latest: this one is weighed" if version.is_latest else ""
            name: Child = (
                tag("b", f"{time} (this page)") if own else tag("a", time, href=SITE.document(version.document))
            )
            compare = tag("a", "compare", tag("span", f" with that of {time}", class_="hidden"), href=make_compare(self.document.id, version.document))  # fmt: skip
            found = documents.get(version.document)
            marked = f", marked {found.status}" if found and found.status is not Status.LIVE else ""
            entries.append([name, latest, marked, None if own else [" · ", compare]])
        return items(entries)

    def show_known(self) -> Html:
        """The metadata, what it was taken from, and mending it."""
        document = self.document
        rows: list[tuple[str, Child]] = [
            ("Outlet", say_from(document.outlet or "unknown", document.outlet_from)),
            ("Time of publication", say_from(time_in_words(document.published), document.published_from)),
            ("Author line", document.byline or "unknown"),
            ("Status", say_from(str(document.status), document.status_from)),
            ("Read from", document.input or "unknown"),
            ("Names as its own address", document.canonical_url or "none"),
            ("Read by", self.article.as_read.reader),
            ("Id", document.id),
        ]
        store = self.linked.store
        original = store.find_original(document.id) or document
        table = tag("dl", [[tag("dt", name), tag("dd", value)] for name, value in rows], class_="known")
        if not self.can_change:
            return table
        return join(
            table,
            tag("h3", "Mend it"),
            show_mending(self.request, document, original, store.amendments(document.id), self.seen),
        )

    def show_judgements(self) -> Html | None:
        """What persons judged of its words, and taking it back."""
        own = [o for o in self.linked.overrules if any(a.document == self.document.id for a in o.subjects)]
        here = SITE.document(self.document.id)
        return list_judgements(self.request, own, self.seen, here, below=here) if own else None


def say_from(value: str, taken_from: str | None) -> str:
    """A value with what it was taken from."""
    return f"{value} (taken from: {taken_from})" if taken_from and value != "unknown" else value


def make_compare(a: str, b: str) -> str:
    """The address of two documents compared."""
    return make_address("/compare", {"a": a, "b": b})
