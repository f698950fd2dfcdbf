"""The encoder's scores → spans, judgements and pointers: a `Scan`, and PolNeAR's attributions for measuring."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model import Kind, Part
from sayso.read.labels import (
    COLUMNS,
    CUE,
    HOLDER,
    NAMES,
    POINTER_SIZE,
    POINTERS,
    QUOTED,
    SEQUENCES,
    SOURCE,
    STATEMENT,
    TagSet,
    distance_classes,
)
from sayso.read.network import Floats, Outputs
from sayso.read.scan import Clause, Cue, Mention, NameSpan, Scan

NEVER = np.float32(-np.inf)
Range = tuple[int, int]
TAGS = sum(len(s.tags) for s in SEQUENCES)  # sequence heads stand first in the scores


@dataclasses.dataclass(frozen=True)
class Tagged:
    """A span that a sequence head found: pieces in words, its type, and the mean probability of its tags."""

    pieces: tuple[Range, ...]
    type: str
    score: float

    @property
    def hull(self) -> Range:
        return self.pieces[0][0], self.pieces[-1][1]


class Decoder:
    """Best tag sequences and best pointers, by the weights that training stored beside the encoder."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        # One block-diagonal table of moves serves all sequence heads in one pass over the words.
        moves = np.full((TAGS, TAGS), NEVER, np.float32)
        begin = np.zeros(TAGS, np.float32)
        for head in SEQUENCES:
            low, high = COLUMNS[head.name]
            tags = head.tags
            learnt, first = (
                np.array(facts["moves"][head.name], np.float32),
                np.array(facts["begin"][head.name], np.float32),
            )
            moves[low:high, low:high] = [
                [learnt[i, j] if head.allows(a, b) else NEVER for j, b in enumerate(tags)] for i, a in enumerate(tags)
            ]
            begin[low:high] = [first[j] if head.allows(None, b) else NEVER for j, b in enumerate(tags)]
        self._into = np.ascontiguousarray(moves.T)
        self._begin = begin
        self._distance = np.array(facts["distance"], np.float32)
        self._paragraph = np.array(facts["paragraph"], np.float32)
        self._nobody = np.array(facts["nobody"], np.float32)

    def find_tags(self, scores: Floats) -> dict[str, NDArray[np.int64]]:
        """The best tags of every sequence head: (words,) each."""
        length = len(scores)
        if not length:
            return {head.name: np.zeros(0, np.int64) for head in SEQUENCES}
        emitted = scores[:, :TAGS]
        best = self._begin + emitted[0]
        came = np.zeros((length, TAGS), np.int64)
        rows = np.arange(TAGS)
        for t in range(1, length):
            ways = self._into + best
            came[t] = choice = ways.argmax(1)
            best = ways[rows, choice] + emitted[t]
        found = {}
        for head in SEQUENCES:
            low, high = COLUMNS[head.name]
            at = low + int(best[low:high].argmax())
            path = np.zeros(length, np.int64)
            for t in range(length - 1, -1, -1):
                path[t] = at - low
                at = came[t, at]
            found[head.name] = path
        return found

    def point(
        self,
        outputs: Outputs,
        pointer: str,
        starts: Sequence[Range],
        ends: Sequence[Range],
        *,
        skip_same: bool = False,
    ) -> list[tuple[int | None, float]]:
        """For each start the end that a pointer chooses (None: nobody) and how sure that is, 0 to 1.

        Pointers stay in their paragraph: of the arrows in the annotated training articles 98 % do; credit that comes
        from farther away is the rules' to find.
        """
        if not starts:
            return []
        scores = np.zeros((len(starts), len(ends) + 1), np.float32)
        if ends:
            a, b = np.array(starts), np.array(ends)
            distance = distance_classes(a, b)
            paragraph = np.cumsum([w.breaks for w in outputs.words])
            apart = paragraph[a[:, 0]][:, None] != paragraph[b[:, 0]]
            if skip_same:
                apart |= (a[:, None] == b).all(2)
        n = POINTERS.index(pointer)
        low = 2 * POINTER_SIZE * n
        scores[:, -1] = self._nobody[n]
        if ends:
            ask = _means(outputs.points[:, low : low + POINTER_SIZE], starts)
            answer = _means(outputs.points[:, low + POINTER_SIZE : low + 2 * POINTER_SIZE], ends)
            scores[:, :-1] = ask @ answer.T * np.float32(POINTER_SIZE**-0.5) + self._paragraph[n, 0]
            scores[:, :-1] += self._distance[n][distance]
        if ends:
            scores[:, :-1][apart] = NEVER
        sure = _softmax(scores)
        picks = scores.argmax(1)
        return [(None if j == len(ends) else int(j), float(sure[i, j])) for i, j in enumerate(picks)]

    def find_quoted(
        self, outputs: Outputs
    ) -> tuple[dict[str, list[Range]], list[tuple[Range, Range | None, Range | None]]]:
        """PolNeAR's spans by type in words, and each content with its source and cue."""
        spans = find_spans(QUOTED, self.find_tags(outputs.scores)[QUOTED.name], outputs.scores)
        by_type = {t: [s.hull for s in spans if s.type == t] for t in QUOTED.types}
        contents = by_type["Content"]
        sources = self.point(outputs, "quoted-source", contents, by_type["Source"])
        cues = self.point(outputs, "quoted-cue", contents, by_type["Cue"])
        return by_type, [
            (c, by_type["Source"][s] if s is not None else None, by_type["Cue"][q] if q is not None else None)
            for c, (s, _), (q, _) in zip(contents, sources, cues, strict=True)
        ]

    def scan(self, outputs: Outputs, part: Part) -> Scan:
        """Everything that resolution needs of one part."""
        words, scores = outputs.words, outputs.scores
        tags = self.find_tags(scores)
        spans = {h.name: find_spans(h, tags[h.name], scores) for h in SEQUENCES}
        sources, cues = spans[SOURCE.name], spans[CUE.name]
        clauses = sorted(spans[STATEMENT.name] + spans[HOLDER.name], key=lambda s: (s.hull[0], -s.hull[1]))
        places, spots = [s.hull for s in sources], [s.hull for s in cues]
        pointed = self.point(outputs, "source", [c.hull for c in clauses], places)
        credited = self.point(outputs, "cue", [c.hull for c in clauses], spots)
        vias = self.point(outputs, "via", places, places, skip_same=True)
        kinds = [Kind(k) for k in ("publication", "person", "organisation", "anonymous")]

        def place(hull: Range) -> Range:
            return words[hull[0]].start, words[hull[1] - 1].stop

        def judge(head: str, pieces: Sequence[Range]) -> Floats:
            low, high = COLUMNS[head]
            rows = np.concatenate([scores[a:b, low:high] for a, b in pieces])
            return np.asarray(_softmax(rows.mean(0, keepdims=True))[0], np.float32)

        found = []
        for clause, (source, sure), (cue, _) in zip(clauses, pointed, credited, strict=True):
            voice = judge("voice", clause.pieces)
            vector = np.concatenate([outputs.meanings[a:b] for a, b in clause.pieces]).mean(0)
            found.append(
                Clause(
                    pieces=tuple(place(p) for p in clause.pieces),
                    own=float(voice[1]),
                    continued=float(voice[2]),
                    hedged=float(judge("modality", clause.pieces)[1]),
                    denied=float(judge("polarity", clause.pieces)[1]),
                    source=source,
                    source_sure=sure,
                    cue=cue,
                    score=clause.score,
                    vector=vector / max(float(np.linalg.norm(vector)), 1e-6),
                )
            )
        low, high = COLUMNS["furniture"]
        is_furniture = scores[:, high - 1] > scores[:, low]
        return Scan(
            part=part,
            clauses=tuple(found),
            mentions=tuple(
                Mention(
                    start=place(s.hull)[0],
                    stop=place(s.hull)[1],
                    kinds=dict(zip(kinds, map(float, judge("kind", s.pieces)), strict=True)),
                    via=via,
                    score=s.score,
                )
                for s, (via, _) in zip(sources, vias, strict=True)
            ),
            cues=tuple(
                Cue(
                    start=place(s.hull)[0],
                    stop=place(s.hull)[1],
                    denies=float(judge("polarity", s.pieces)[1]),
                    score=s.score,
                )
                for s in cues
            ),
            names=tuple(self.find_names(outputs, tags[NAMES.name])),
            furniture=tuple((words[a].start, words[b - 1].stop) for a, b in _runs(is_furniture)),
        )

    def find_names(self, outputs: Outputs, tags: NDArray[np.int64]) -> list[NameSpan]:
        """Names; the mentions of one form in a part get the type that most of them have."""
        spans = find_spans(NAMES, tags, outputs.scores)
        words = outputs.words
        forms = [tuple(w.text for w in words[slice(*s.hull)]) for s in spans]
        votes: dict[tuple[str, ...], dict[str, float]] = {}
        for form, span in zip(forms, spans, strict=True):
            vote = votes.setdefault(form, {})
            vote[span.type] = vote.get(span.type, 0.0) + span.score
        return [
            NameSpan(
                start=words[s.hull[0]].start,
                stop=words[s.hull[1] - 1].stop,
                type=max(sorted(votes[f]), key=votes[f].__getitem__),
            )
            for f, s in zip(forms, spans, strict=True)
        ]


def find_spans(head: TagSet, tags: NDArray[np.int64], scores: Floats) -> list[Tagged]:
    """Spans of one head's tags, in order; a C piece joins the span before it."""
    low, high = COLUMNS[head.name]
    sure = _softmax(scores[:, low:high])
    names = head.tags
    found: list[tuple[list[Range], str, list[float]]] = []
    for t in np.flatnonzero(tags):
        tag, chance = names[tags[t]], float(sure[t, tags[t]])
        if tag[0] == "I" and found and found[-1][0][-1][1] == t:
            pieces = found[-1][0]
            pieces[-1] = (pieces[-1][0], int(t) + 1)
            found[-1][2].append(chance)
        elif tag[0] == "C" and found:
            found[-1][0].append((int(t), int(t) + 1))
            found[-1][2].append(chance)
        else:
            found.append(([(int(t), int(t) + 1)], tag[2:], [chance]))
    return [Tagged(tuple(pieces), type, sum(chances) / len(chances)) for pieces, type, chances in found]


def _means(vectors: Floats, spans: Sequence[Range]) -> Floats:
    return np.stack([vectors[a:b].mean(0) for a, b in spans])


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(shifted / shifted.sum(1, keepdims=True), np.float32)


def _runs(flags: NDArray[np.bool_]) -> list[Range]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
