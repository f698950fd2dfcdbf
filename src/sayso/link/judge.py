"""The judge of pairs: how likely two statements assert the same thing, or one the opposite of the other.

A small cross-encoder (its own file, `weights/judge.onnx`) that reads both statements side by side, each in
its context. It is asked about pairs that similarity has proposed and that no rule has decided.
"""

import dataclasses
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.errors import ReaderError
from sayso.link.context import Context

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CLASSES = ("none", "same", "opposed")
"""What two statements are to each other, in the order of the model's outputs."""

START, STOP = 101, 102  # the vocabulary's marks of the beginning and of the end of a part
AROUND, FIRST, SECOND = 0, 1, 2  # kinds of pieces: context, words of the one statement, words of the other


@dataclasses.dataclass(frozen=True)
class Judgement:
    """Probabilities that a pair asserts the same, or that one rejects what the other asserts."""

    same: float
    opposed: float


def make_pieces(tokenizer: "Tokenizer", a: Context, b: Context) -> tuple[list[int], list[int]]:
    """The numbers of the pieces of a pair, and of each whether it is context or whose words."""
    pieces, kinds = [START], [AROUND]
    for context, kind in ((a, FIRST), (b, SECOND)):
        for text, mark in ((context.before, AROUND), (context.words, kind), (context.after, AROUND)):
            found = tokenizer.encode(text, add_special_tokens=False).ids if text else []
            pieces += found
            kinds += [mark] * len(found)
        pieces.append(STOP)
        kinds.append(AROUND)
    return pieces, kinds


class Judge:
    """One session of the model, begun with the first pair. Pairs run one at a time: batches would change int8 results."""

    def __init__(self, folder: Path | None = None) -> None:
        """A judge from a folder with `judge.onnx`, `judge.json` and `tokenizer.json`, else the one that ships.

        Raises ReaderError, here or with the first pair, where a file is missing or damaged.
        """
        self._folder = folder or Path(str(files("sayso.link"))) / "weights"
        with self._plain_errors():
            self.version = str(json.loads((self._folder / "judge.json").read_text(encoding="utf-8"))["version"])

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # three libraries, each with errors of its own, and one meaning
            raise ReaderError(
                f"The model in {self._folder} that compares statements can't be loaded ({error}). Install sayso again."
            ) from error

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        with self._plain_errors():
            return Tokenizer.from_file(str(self._folder / "tokenizer.json"))

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime  # here, because it is slow to import, and most commands judge no pair

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        with self._plain_errors():
            return onnxruntime.InferenceSession(
                str(self._folder / "judge.onnx"), options, providers=["CPUExecutionProvider"]
            )

    def judge(self, a: Context, b: Context) -> Judgement:
        """What two statements are to each other; the same whichever is given first."""
        first, second = sorted((a, b), key=lambda c: (c.words, c.before, c.after))
        pieces, kinds = make_pieces(self._tokenizer, first, second)
        feed = {"pieces": np.array([pieces], np.int64), "kinds": np.array([kinds], np.int64)}
        scores = np.asarray(self._session.run(None, feed)[0])[0]
        odds = np.exp(scores - scores.max())
        odds /= odds.sum()
        return Judgement(same=float(odds[1]), opposed=float(odds[2]))
