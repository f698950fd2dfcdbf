"""The lineage of all claims as one GraphML graph: documents and sources, and who credits, follows and repeats whom."""

import dataclasses
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from sayso.export.contents import Contents
from sayso.export.file import File
from sayso.export.report import Limits, Material
from sayso.export.report.lineage import Arrow, Point, make_lineage
from sayso.export.steering import one_line
from sayso.model import Claim, Kind
from sayso.weigh.names import normalise_name

NODE = {
    "label": "a document's outlet, or somebody's name; descriptions in quotation marks",
    "sort": "document or source",
    "published": "time of publication, ISO 8601",
    "headline": "the document's headline",
    "url": "its address",
    "status": "live, corrected or retracted",
    "mark": "of a source: person, anonymous, cited but absent, …",
    "hardens": "ids of the claims that a document hardens",
}
EDGE = {
    "way": "credits; follows (a credit followed to a document); repeats; is (a document that a source publishes itself)",
    "direction": "undetermined where nothing shows which of the two repeats the other, else known",
    "claims": "ids of the claims for which it was found",
    "reason": "of repeating: what shows the direction",
}


@dataclasses.dataclass
class _Edge:
    is_open: bool
    claims: list[str]
    reason: str = ""


def make_graphml(contents: Contents) -> Iterator[File]:
    """One file with the whole graph."""
    yield File("", _write(contents))


class _Graph:
    """The points and arrows of all claims, a source once."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.points: dict[str, Point] = {}
        self.edges: dict[tuple[str, str, str], _Edge] = {}
        self.hardened: dict[str, list[str]] = {}
        self.same = find_same(contents.claims)

    def gather(self) -> None:
        """Adds every claim's lineage, and what is repeated beside claims."""
        documents = {i: d for i, d in self.contents.documents.items() if i in self.contents.readings}
        material = Material(
            title=self.contents.title,
            documents=documents,
            readings=self.contents.readings,
            claims=self.contents.claims,
            reuses=self.contents.reuses,
            limits=Limits(documents_drawn=len(documents)),
        )
        for claim in self.contents.claims:
            lineage = make_lineage(claim, material)
            for document in claim.hardened_at:
                self.hardened.setdefault(document, []).append(claim.id)
            for point in lineage.points:
                if not point.is_document:
                    self.points.setdefault(self.same.get(point.id, point.id), point)
            for arrow in lineage.arrows:
                self._add(arrow, claim)
        for reuse in self.contents.reuses:
            pair = (f"d:{reuse.document}", f"d:{reuse.source}")
            if not reuse.directed and (*reversed(pair), "repeats") in self.edges:
                pair = (pair[1], pair[0])
            edge = self.edges.setdefault((*pair, "repeats"), _Edge(not reuse.directed, []))
            edge.reason = reuse.reason

    def _add(self, arrow: Arrow, claim: Claim) -> None:
        start, stop = (self.same.get(i, i) for i in (arrow.start, arrow.stop))
        if start != stop:
            edge = self.edges.setdefault((start, stop, arrow.way), _Edge(arrow.is_open, []))
            edge.claims.append(claim.id)


def find_same(claims: Iterable[Claim]) -> dict[str, str]:
    """Point of somebody named in the middle of a chain → the point of the one origin of other claims with that name."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        for origin in (*claim.weight.origins, *claim.denied.origins):
            if origin.name and origin.kind not in (Kind.ANONYMOUS, Kind.OUTLET):
                name = f"n:{int(origin.kind is Kind.PERSON)}:{normalise_name(origin.name)}"
                found.setdefault(name, set()).add(f"o:{origin.id}")
    return {name: next(iter(origins)) for name, origins in found.items() if len(origins) == 1}


def _write(contents: Contents) -> Iterator[bytes]:
    graph = _Graph(contents)
    graph.gather()
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, keys in (("node", NODE), ("edge", EDGE)):
        for name, meaning in keys.items():
            yield (
                f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="string">'
                f"<desc>{_text(meaning)}</desc></key>\n"
            ).encode()
    yield f'<graph id="lineage" edgedefault="directed">\n<desc>{_text(contents.title)}</desc>\n'.encode()
    for document in contents.documents.values():
        if document.id in contents.readings:
            values = {
                "label": contents.name(document.id),
                "sort": "document",
                "published": document.published,
                "headline": document.headline,
                "url": document.url,
                "status": str(document.status),
                "hardens": " ".join(graph.hardened.get(document.id, [])),
            }
            yield _element("node", f"id={_attribute(f'd:{document.id}')}", values)
    for i, point in sorted(graph.points.items()):
        values = {"label": point.name, "sort": "source", "mark": "; ".join(point.notes)}
        yield _element("node", f"id={_attribute(i)}", values)
    for n, ((start, stop, way), edge) in enumerate(sorted(graph.edges.items(), key=lambda e: e[0])):
        values = {
            "way": way,
            "direction": "undetermined" if edge.is_open else "known",
            "claims": " ".join(edge.claims),
            "reason": edge.reason,
        }
        yield _element("edge", f'id="e{n}" source={_attribute(start)} target={_attribute(stop)}', values)
    yield b"</graph>\n</graphml>\n"


def _element(kind: str, attributes: str, values: dict[str, str | None]) -> bytes:
    data = "".join(f'<data key="{kind}-{name}">{_text(value)}</data>' for name, value in values.items() if value)
    return f"<{kind} {attributes}>{data}</{kind}>\n".encode()


def _text(value: str) -> str:
    return escape(one_line(value))


def _attribute(value: str) -> str:
    return quoteattr(one_line(value))
