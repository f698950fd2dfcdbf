"""Documents per second, from input to stored statements, as a share of bare model inference on the same tokens.

    python -m bench.speed [--documents N] [--pages] [--reference FOLDER] [--json]

In one run and one process, with the same threads: (a) the model alone over the windows of the documents' words, made
before the clock starts; (b) the whole way from files to stored statements, without linking; and (c) the fixed
reference: the untuned encoder in int8 over the same pieces, one window a run (made by `training.reference`), so that
a slower model doesn't look like better code. Rounds of a and b alternate; the median ratio is printed.
Text comes from `news_cluster`, pages from `pages`.
"""

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from sayso.ingest import read_inputs
from sayso.model import Document, Ingested, Part
from sayso.read.network import Network
from sayso.read.reader import Reader
from sayso.read.words import Window, find_words
from sayso.store.collection import Store
from training.corpora import data_folder


def text_inputs(folder: Path, count: int, into: Path) -> list[str]:
    """Articles of `news_cluster` as plain-text files."""
    inputs = []
    for path in sorted((folder / "news_cluster").glob("*.json"))[:count]:
        article = json.loads(path.read_text(encoding="utf-8"))
        target = into / f"{path.stem}.txt"
        target.write_text(f"{article['title']}\n\n{article['text']}\n", encoding="utf-8")
        inputs.append(str(target))
    return inputs


def run_whole(inputs: list[str], reader: Reader, into: Path) -> list[Document]:
    """Input to stored statements, one process."""
    documents = []
    with Store(into) as store:
        for item in read_inputs(inputs):
            if isinstance(item, Ingested):
                store.add(item, reader.read(item.document))
                documents.append(item.document)
    return documents


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--pages", action="store_true", help="saved HTML pages instead of text")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--reference", type=Path, help="folder made by training.reference")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    network = Network(threads=options.threads)
    reader = Reader(network)
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.pages:
            inputs = [str(p) for p in sorted((data_folder() / "pages").glob("*.html"))[: options.documents]]
        else:
            inputs = text_inputs(data_folder(), options.documents, folder)
        documents = run_whole(inputs, reader, folder / "warm.db")
        windows: list[Window] = []
        for document in documents:
            for part in Part:
                mark = network.pieces.headline if part is Part.HEADLINE else None
                windows.extend(network.pieces.windows(find_words(document.part(part)), mark=mark))
        bare, whole = [], []
        for n in range(options.rounds):
            began = time.perf_counter()
            for window in windows:
                network.run_window(window)
            bare.append(time.perf_counter() - began)
            began = time.perf_counter()
            run_whole(inputs, reader, folder / f"{n}.db")
            whole.append(time.perf_counter() - began)
        figures = {
            "input": "pages" if options.pages else "text", "documents": len(documents), "windows": len(windows),
            "bare_documents_a_second": round(len(documents) / statistics.median(bare), 2),
            "whole_documents_a_second": round(len(documents) / statistics.median(whole), 2),
            "share_of_bare": round(statistics.median(b / w for b, w in zip(bare, whole, strict=True)), 3),
        }  # fmt: skip
        if options.reference:
            settings = onnxruntime.SessionOptions()
            settings.intra_op_num_threads = options.threads
            session = onnxruntime.InferenceSession(
                str(options.reference / "encoder.onnx"), settings, providers=["CPUExecutionProvider"]
            )
            began = time.perf_counter()
            for window in windows:
                session.run(None, {"pieces": np.array([window.pieces], np.int64)})
            spent = time.perf_counter() - began
            figures["reference_documents_a_second"] = round(len(documents) / spent, 2)
            figures["whole_to_reference"] = round(spent / statistics.median(whole), 3)
    print(json.dumps(figures) if options.json else "\n".join(f"{k:30} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
