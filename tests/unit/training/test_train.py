"""Every head that a batch labels learns from it. Needs torch, which only the training extra has."""

import random
from typing import Any

import pytest
from tokenizers import Tokenizer

from sayso.read.labels import COLUMNS, POINTERS
from sayso.read.network import model_folder
from sayso.read.words import Pieces
from training import annotated

torch: Any = pytest.importorskip("torch")
batches: Any = pytest.importorskip("training.batches")
corpora: Any = pytest.importorskip("training.corpora")
network: Any = pytest.importorskip("training.network")
train: Any = pytest.importorskip("training.train")


def test_no_head_is_left_untaught() -> None:
    pieces = Pieces(Tokenizer.from_file(str(model_folder() / "tokenizer.json")))
    articles = annotated.load(annotated.ARTICLES)[:6]
    windows = [
        p for s in corpora.annotated(articles) for p in batches.make_pieces(s, pieces, random.Random(1)) if s.words
    ]
    batch = batches.make_batch(windows)
    sizes = {"hidden_size": 384, "vocab_size": 30522, "max_position_embeddings": 512, "intermediate_size": 64}
    encoder = network.Encoder({**sizes, "num_attention_heads": 4, "num_hidden_layers": 1}, 0.0)
    reader = network.ReaderNetwork(encoder)
    loss, parts = train.batch_loss(reader, batch, torch.zeros(0, 384), sparse=2.0)
    loss.backward()
    assert {"source", "cue", "statement", "holder"} <= set(parts)
    for name in batch.tags:
        assert float(reader.crfs[name].moves.grad.abs().sum()) > 0, f"{name}: its transitions learn nothing"
        assert float(reader.scores.weight.grad[slice(*COLUMNS[name])].abs().sum()) > 0, name
    for number, pointer in enumerate(POINTERS):
        if pointer in batch.arrows:
            assert float(reader.distance.grad[number].abs().sum()) > 0, f"{pointer}: it learns nothing"
