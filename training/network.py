"""The reader's network in torch: a BERT encoder, tag scores, span judgements, pointers and meaning in one pass."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.labels import (
    COLUMNS,
    CUE,
    DISTANCE_CLASSES,
    MEANING_SIZE,
    PARAGRAPH_CLASSES,
    POINTER_SIZE,
    POINTERS,
    QUOTED,
    SEQUENCES,
    SOURCE,
    WIDTH,
    TagSet,
)
from sayso.read.words import Shape

NEVER = -1e4
LENDERS = {SOURCE.name: 1, CUE.name: 3}  # head → the column of QUOTED's tags in which the B of its role stands


class Layer(nn.Module):
    """One layer of BERT (post-norm)."""

    def __init__(self, width: int, inner: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, pieces, width) → the same. `mask` is True where a piece may be looked at."""
        batch, length, width = x.shape
        q, k, v = (
            f(x).view(batch, length, self.heads, width // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v)
        )
        if mask is None:  # as exported: one window without padding
            weights = torch.softmax(q @ k.transpose(2, 3) * (width // self.heads) ** -0.5, -1)
            seen = weights @ v
        else:
            seen = functional.scaled_dot_product_attention(
                q, k, v, attn_mask=mask
            )  # no dropout here: it triples the time on a CPU
        x = self.norm1(x + self.drop(self.o(seen.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT, with the shape of a piece's word where BERT has the sentence's number."""

    def __init__(self, config: dict[str, int], drop: float) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.word = nn.Embedding(config["vocab_size"], width)
        self.place = nn.Embedding(config["max_position_embeddings"], width)
        self.shape = nn.Embedding(len(Shape), width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], config["num_attention_heads"], drop)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, pieces) numbers and shapes → (batch, pieces, width)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.word(pieces) + self.place(places)[None] + self.shape(shapes)))
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        return x


def load_encoder(folder: Path, *, drop: float = 0.1) -> Encoder:
    """The untuned encoder from its package's folder (`config.json`, `model.safetensors`)."""
    encoder = Encoder(json.loads((folder / "config.json").read_text()), drop)
    stored = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    e = "embeddings."
    state = {
        "word.weight": stored[e + "word_embeddings.weight"],
        "place.weight": stored[e + "position_embeddings.weight"],
        # Every shape starts as the one sentence number that the encoder knows.
        "shape.weight": stored[e + "token_type_embeddings.weight"][0].repeat(len(Shape), 1),
        "norm.weight": stored[e + "LayerNorm.weight"],
        "norm.bias": stored[e + "LayerNorm.bias"],
    }
    names = {
        "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
        "norm1": "attention.output.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for n in range(len(encoder.layers)):
        for ours, theirs in names.items():
            for what in ("weight", "bias"):
                state[f"layers.{n}.{ours}.{what}"] = stored[f"encoder.layer.{n}.{theirs}.{what}"]
    encoder.load_state_dict({k: v.float() for k, v in state.items()})
    return encoder


class Crf(nn.Module):
    """A linear chain over one tag set; transitions that the tags forbid stay forbidden."""

    def __init__(self, tags: TagSet) -> None:
        super().__init__()
        names = tags.tags
        self.moves = nn.Parameter(torch.zeros(len(names), len(names)))
        self.begin = nn.Parameter(torch.zeros(len(names)))
        self.register_buffer(
            "no_move",
            torch.tensor([[0.0 if tags.allows(a, b) else NEVER for b in names] for a in names]),
            persistent=False,
        )
        self.register_buffer(
            "no_begin", torch.tensor([0.0 if tags.allows(None, b) else NEVER for b in names]), persistent=False
        )

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of every sequence: scores (batch, words, tags), gold and mask (batch, words) → (batch,)."""
        moves, begin = self.moves + self.no_move, self.begin + self.no_begin
        picked = scores.gather(2, gold.clamp(min=0)[:, :, None])[:, :, 0]
        steps = moves[gold[:, :-1].clamp(min=0), gold[:, 1:].clamp(min=0)]
        right = begin[gold[:, 0].clamp(min=0)] + (picked * mask).sum(1) + (steps * mask[:, 1:]).sum(1)
        all_ = begin + scores[:, 0]
        for t in range(1, scores.shape[1]):
            step = torch.logsumexp(all_[:, :, None] + moves, 1) + scores[:, t]
            all_ = torch.where(mask[:, t, None] > 0, step, all_)
        return torch.logsumexp(all_, 1) - right


class ReaderNetwork(nn.Module):
    """The encoder with all heads. Outputs are by word, taken at its first piece."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.word.embedding_dim
        self.encoder = encoder
        self.scores = nn.Linear(width, WIDTH)
        self.points = nn.Linear(width, 2 * POINTER_SIZE * len(POINTERS))
        self.meaning = nn.Linear(width, MEANING_SIZE)
        self.drop = nn.Dropout(0.1)
        self.crfs = nn.ModuleDict({s.name: Crf(s) for s in SEQUENCES})
        # A pointer's bias by distance and paragraphs between its two ends, and its score for "nobody".
        self.distance = nn.Parameter(torch.zeros(len(POINTERS), DISTANCE_CLASSES))
        self.paragraph = nn.Parameter(torch.zeros(len(POINTERS), PARAGRAPH_CLASSES))
        self.nobody = nn.Parameter(torch.zeros(len(POINTERS)))
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """(batch, pieces) and (batch, words) → scores (batch, words, WIDTH), points, meanings (batch, words, …)."""
        hidden = self.encoder(pieces, shapes, mask)
        words = hidden.gather(1, first[:, :, None].expand(-1, -1, hidden.shape[2]))
        dropped = self.drop(words)
        return self.scores(dropped), self.points(dropped), self.meaning(words)

    def lend(self) -> None:
        """Let our scheme's source and cue heads start from what PolNeAR's have learnt of the same role."""
        quoted = COLUMNS[QUOTED.name][0]
        with torch.no_grad():
            for head, at in LENDERS.items():
                for row, lender in zip(range(*COLUMNS[head]), (0, at, at + 1), strict=True):
                    self.scores.weight[row] += self.scores.weight[quoted + lender]
                    self.scores.bias[row] += self.scores.bias[quoted + lender]
