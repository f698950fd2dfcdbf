"""`sayso why`: everything that one claim's interval rests on, as a tree."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text
from rich.tree import Tree

from sayso.export.words import (
    by_in_words,
    interval_in_words,
    marks_in_words,
    origin_in_words,
    say_count,
    say_weight,
    time_in_words,
)
from sayso.link.chains import chain_in_words, link_in_words
from sayso.model import Claim, Evidence, Followed, Hop, Origin, OriginRelation, Overrule, Relation, Statement, Weight
from sayso.serve.choosing import shorten_ids
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.judgements import say_judgement
from sayso.serve.cli.options import CollectionOption, JsonOption
from sayso.serve.cli.screen import one_line, output, print_json
from sayso.serve.cli.statements import STYLES
from sayso.serve.linked import Around, find_followed
from sayso.serve.records import number_statements
from sayso.serve.why import find_as_read, find_bearing, say_meaning, why_record

MOST = 90
"""Characters shown of the words that a step rests on."""

SHORT = 10
"""Digits shown of a statement's id: of a million statements, two share so many once in two times."""

STEPS = {
    "citation": "by citation",
    "reuse": "by reuse",
    "headline": "from the headline to the text",
    "reference": "inside the document",
}
"""How a chain was followed to a link, in words; a step without words here is named as it is."""


@app.command("why")
def why(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="Its id, the beginning of its id, or that of one of its statements.")
    ],
    collection: CollectionOption = None,
    json: JsonOption = False,
) -> None:
    """Show why a claim has the interval it has: origins, followed chains, relations, each with its words and reason.

    Below each origin stand the statements that rest on it, each with its chain as followed through the collection, hop
    by hop. Numbers in square brackets name statements.

    **Examples**

        sayso why 3f2a
        sayso why 3f2a --json
    """
    with open_linked(collection) as linked:
        around = Around(linked, linked.store.find_claim(claim))
        overrules = linked.overrules
        if json:
            print_json([why_record(around, overrules)])
            return
    screen = output()
    found = Explanation(around, find_bearing(overrules, around))
    screen.print(Text(one_line(around.claim.text), style="bold"))
    screen.print(f"{by_in_words(around.claim)} {one_line(around.claim.said_by)}")
    documents = say_count(len(around.claim.documents), "document")
    screen.print(f"claim {around.claim.id}, in {documents}", style="dim")
    screen.print()
    interval = interval_in_words(around.claim)
    screen.print(Text(interval[:1].upper() + interval[1:], style="bold reverse"))
    screen.print(say_meaning(around.claim))
    for tree in found.make_trees():
        screen.print()
        screen.print(tree)


class Explanation:
    """A claim's trees, with its statements numbered by time."""

    def __init__(self, around: Around, overrules: list[Overrule]) -> None:
        self.around = around
        self.claim: Claim = around.claim
        self.overrules = overrules
        self.numbers = number_statements(around.statements.values())
        self.followed = {f.statement: f for f in find_followed(self.claim)}
        self.as_read = find_as_read(around)
        origins = {o.id: o for w in (self.claim.weight, self.claim.denied) for o in w.origins}
        self.names = {i: origin_in_words(o) for i, o in origins.items()}
        self.ids = shorten_ids(sorted(origins))

    def make_trees(self) -> Iterator[Tree]:
        """The trees of a claim, those that have something in them."""
        if self.claim.weight.origins:
            yield self.make_weight("Origins", self.claim.weight)
        if self.claim.denials:
            yield self.make_weight(f"Denied: {say_weight(self.claim.denied)}", self.claim.denied)
        if self.claim.loops:
            yield self.make_loops()
        yield from self.make_grouping()
        if self.claim.variants:
            tree = make_tree("Values in which its statements differ")
            for variant in self.claim.variants:
                add(tree, f"{one_line(variant.value)}: {self.point(variant.statements)}")
            yield tree
        yield from self.make_documents()
        if self.overrules:
            tree = make_tree("Judged by a person")
            for overrule in self.overrules:
                add(tree, say_judgement(overrule), style="dim" if overrule.withdrawn else "")
            yield tree

    def make_weight(self, title: str, weight: Weight) -> Tree:
        """Origins with what rests on them, and how they stand to each other."""
        tree = make_tree(title)
        for origin in sorted(weight.origins, key=lambda o: (-len(o.statements), o.id)):
            self.add_origin(tree, origin)
        if weight.relations:
            self.add_relations(tree, weight.relations)
        return tree

    def add_origin(self, tree: Tree, origin: Origin) -> None:
        """An origin, its reason, and the statements that rest on it."""
        label = Text(one_line(self.names[origin.id]), style="bold")
        label.append(f"  {', '.join(marks_in_words(origin))}", style="")
        label.append(f"  {self.ids[origin.id]}", style="dim")
        branch = tree.add(label)
        if origin.mention and origin.mention != origin.name:
            add(branch, f"in these words: “{one_line(origin.mention)}”")
        add(branch, f"why one: {one_line(origin.reason)}")
        for statement in (s for s in self.around.statements.values() if s.id in origin.statements):
            self.add_statement(branch, statement)

    def add_statement(self, tree: Tree, statement: Statement) -> None:
        """A statement with its followed chain."""
        document = self.around.documents[statement.document]
        label = Text(f"[{self.numbers[statement.id]}] ")
        label.append(f"{statement.certainty}", style=STYLES[statement.certainty])
        where = "headline, " if statement.part == "headline" else ""
        outlet = one_line(document.outlet) or "unknown outlet"
        label.append(f" “{one_line(statement.text)}”")
        label.append(
            f"  {where}{outlet}, {one_line(time_in_words(document.published))}, {statement.id[:SHORT]}", style="dim"
        )
        branch = tree.add(label)
        if statement.id in self.as_read:
            add(branch, f"the reader had: {one_line(chain_in_words(self.as_read[statement.id].chain))}", style="dim")
        if statement.id in self.followed:
            self.add_hops(branch, self.followed[statement.id])

    def add_hops(self, tree: Tree, followed: Followed) -> None:
        """A followed chain, from near to far."""
        for n, hop in enumerate(followed.hops):
            tree.add(self.say_hop(hop, is_first=n == 0))
        for document in followed.status:
            passed = self.around.documents[document]
            add(tree, f"passes through a document marked {passed.status}: {one_line(passed.outlet) or document}")

    def say_hop(self, hop: Hop, *, is_first: bool) -> Text:
        """A link: how it was reached, who it is, the words that name it, and why."""
        document = self.around.documents[hop.document]
        label = Text("" if is_first else "→ ")
        if hop.step != "chain":
            label.append(f"{STEPS.get(hop.step, hop.step)}: ", style="yellow")
        label.append(one_line(link_in_words(hop.link)))
        label.append(f" ({hop.link.kind})", style="dim")
        if hop.link.mention:
            label.append(f" “{one_line(document.words(hop.link.mention))}”", style="cyan")
        label.append(f": {one_line(hop.reason)}")
        if hop.step != "chain":
            label.append(f"  {'; '.join(dict.fromkeys(map(say_evidence, hop.evidence)))}", style="cyan")
        return label

    def add_relations(self, tree: Tree, relations: tuple[OriginRelation, ...]) -> None:
        """How origins stand to each other, the different ones first; what is undetermined, and what would settle it."""
        order = (Relation.DIFFERENT, Relation.SAME, Relation.UNDETERMINED)
        branch = tree.add(Text("How they stand to each other", style="bold"))
        for relation in sorted(relations, key=lambda r: (order.index(r.relation), r.a, r.b)):
            label = Text(f"{relation.relation}", style="yellow" if relation.relation is Relation.UNDETERMINED else "")
            label.append(f": {one_line(self.name(relation.a))} / {one_line(self.name(relation.b))}. ")
            label.append(f"{one_line(relation.reason)}", style="dim")
            branch.add(label)

    def name(self, origin: str) -> str:
        """An origin's name; its id where a person joined it to another."""
        return self.names.get(origin, origin)

    def make_loops(self) -> Tree:
        """The statements that lead only to one another."""
        tree = make_tree("Leading only to one another: no origin, and they count for nothing")
        for statement in (s for s in self.around.statements.values() if s.id in self.claim.loops):
            self.add_statement(tree, statement)
        return tree

    def make_grouping(self) -> Iterator[Tree]:
        """Why the statements are one claim."""
        if len(self.around.statements) < 2:
            return
        tree = make_tree("Why these are one claim")
        for tie in sorted(self.claim.ties, key=lambda t: sorted(self.numbers[i] for i in (t.a, t.b))):
            what = "deny and affirm one thing" if tie.opposed else "assert one thing"
            label = Text(f"{self.point((tie.a, tie.b), ' and ')} {what}: {one_line(tie.reason)}")
            label.append(f"  score {tie.score:.2f}", style="dim")
            tree.add(label)
        tied = {i for t in self.claim.ties for i in (t.a, t.b)}
        if alone := [i for i in self.around.statements if i not in tied]:
            add(tree, f"{self.point(alone)}: no likeness that the machine would go by; see what a person judged")
        yield tree

    def make_documents(self) -> Iterator[Tree]:
        """The documents that harden the claim, and those that rest on a corrected one."""
        for title, ids in (
            ("Hardened: asserted here, and what it rests on is only attributed or hedged", self.claim.hardened_at),
            ("Resting on a document that its publisher corrected or retracted", self.claim.corrected),
        ):
            if ids:
                tree = make_tree(title)
                for i in ids:
                    d = self.around.documents[i]
                    add(tree, " · ".join(one_line(p) for p in (d.outlet or "unknown outlet", d.headline, d.id) if p))
                yield tree

    def point(self, statements: tuple[str, ...] | list[str], between: str = ", ") -> str:
        """Statements by their numbers: `[1], [4]`."""
        numbers = sorted(self.numbers[i] for i in statements if i in self.numbers)
        return between.join(f"[{n}]" for n in numbers)


def say_evidence(evidence: Evidence) -> str:
    """The words that something rests on, in quotation marks; a metadata field after its name."""
    words = one_line(evidence.words, most=MOST)
    return f"{evidence.metadata} {words}" if evidence.span is None and evidence.metadata else f"“{words}”"


def make_tree(title: str) -> Tree:
    """A tree with a title."""
    return Tree(Text(title, style="bold underline"), guide_style="dim")


def add(tree: Tree, words: str, *, style: str = "") -> None:
    """A line below a tree's title or branch."""
    tree.add(Text(words, style=style))
