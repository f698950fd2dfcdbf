"""The shipped encoder: text → scores by word, with ONNX Runtime. Knows windows, not statements."""

import dataclasses
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import ReaderError
from sayso.read.labels import MEANING_SIZE, POINTER_SIZE, POINTERS, WIDTH
from sayso.read.words import Pieces, Window, Word, find_words

Floats = NDArray[np.float32]
POINTS = 2 * POINTER_SIZE * len(POINTERS)


@dataclasses.dataclass(frozen=True)
class Outputs:
    """What the encoder says of every word of one part; rows are words."""

    words: list[Word]
    scores: Floats  # (words, WIDTH): see `labels.COLUMNS`
    points: Floats  # (words, POINTS): for each pointer what a word asks, then what it answers
    meanings: Floats  # (words, MEANING_SIZE)


def model_folder() -> Path:
    """The folder of the model that ships with the package."""
    return Path(str(files("sayso.read"))) / "weights"


class Network:
    """One session of the encoder. Windows run one at a time: batches would change int8 results."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        """Load from a folder with `reader.onnx`, `reader.json` and `tokenizer.json`.

        Raises ReaderError where a file is missing, damaged or of another layout.
        """
        folder = folder or model_folder()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self.facts: dict[str, Any] = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
            self.pieces = Pieces(Tokenizer.from_file(str(folder / "tokenizer.json")))
            self._session = onnxruntime.InferenceSession(
                str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # three libraries, each with errors of its own, and one meaning
            raise ReaderError(
                f"The reader's model in {folder} can't be loaded ({error}). Install sayso again, or name another folder."
            ) from error
        if self.facts.get("width") != WIDTH:
            raise ReaderError(
                f"The reader's model in {folder} has another layout than this program. Install sayso again."
            )

    @property
    def version(self) -> str:
        """Name and content hash of the model."""
        return str(self.facts["version"])

    def run_window(self, window: Window) -> list[Floats]:
        """Scores, points and meanings of one window, by word."""
        feed = {
            "pieces": np.array([window.pieces], np.int64),
            "shapes": np.array([window.shapes], np.int64),
            "first": np.array([window.first], np.int64),
        }
        return [np.asarray(out)[0] for out in self._session.run(None, feed)]

    def run(self, text: str, *, is_headline: bool = False) -> Outputs:
        """The encoder's outputs for one part, each word from the window where it stands farthest from an edge."""
        words = find_words(text)
        outputs = [np.zeros((len(words), size), np.float32) for size in (WIDTH, POINTS, MEANING_SIZE)]
        for window in self.pieces.windows(words, mark=self.pieces.headline if is_headline else None):
            low, high = window.keep
            for whole, part in zip(outputs, self.run_window(window), strict=True):
                whole[low:high] = part[low - window.begin : high - window.begin]
        return Outputs(words, *outputs)
