"""The reader: a document in, a reading out."""

from pathlib import Path

from sayso.model import Document, Part, Reading
from sayso.read.decode import Decoder
from sayso.read.network import Network
from sayso.read.resolve import resolve

RULES = "5"  # raised whenever the rules after the encoder change what a reading says

__all__ = ["Reader"]


class Reader:
    """The reader: one loaded model, used for any number of documents."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._decoder = Decoder(network.facts)

    @classmethod
    def load(cls, folder: Path | None = None, *, threads: int = 1) -> "Reader":
        """Load the shipped model, or one in another folder. Raises ReaderError where that fails."""
        return cls(Network(folder, threads=threads))

    @property
    def version(self) -> str:
        """The version that readings carry: of the model and of the rules after it."""
        return f"{self._network.version}/rules-{RULES}"

    def read(self, document: Document) -> Reading:
        """Every statement of a document, with its chain. The same document always gives the same reading."""
        scans = {
            part: self._decoder.scan(self._network.run(document.part(part), is_headline=part is Part.HEADLINE), part)
            for part in Part
        }
        return resolve(document, scans, reader=self.version)
