"""Train and export the judge of pairs: whether two statements assert the same thing, or opposite things.

    python -m training.judge --encoder FOLDER [--steps 1500] [--into src/sayso/link/weights]

Starts from the untuned sentence encoder; taught with the pairs of the written collections (`training/pairs.py`), of
the written sets (`training/sets.py`) and of real reports (`training/real_pairs.py`), in fixed shares of each batch. One
collection, set or event in eight is left aside; what the judge says of them is printed at the end.
"""

import argparse
import dataclasses
import json
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from sayso.link.judge import CLASSES, FIRST, SECOND, make_pieces
from training.gatherings import load_gatherings
from training.network import Encoder, load_encoder
from training.pairs import NONE, OPPOSED, SAME, Pair, find_pairs, load_items
from training.real_pairs import load_real_pairs
from training.sets import find_pairs as find_line_pairs
from training.sets import is_aside, load_sets
from training.shipping import write_network, write_tokenizer
from training.train import rise_and_fall

BODY_RATE, HEAD_RATE = 1e-4, 1e-3
MOST_TOLD = 3000  # pairs of each sort that are judged at the end
LEAST_LIKE = 0.15  # pairs less alike than this are never proposed, and seldom taught
NAME = "sayso-judge-2"


class JudgeNetwork(nn.Module):
    """The encoder over both statements in their contexts, and one layer over what it says of each."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.word.embedding_dim
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.mix = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, len(CLASSES))

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor | None = None) -> Tensor:
        """(batch, pieces) numbers and kinds → (batch, classes)."""
        hidden = self.encoder(pieces, kinds, mask)
        means = []
        for kind in (FIRST, SECOND):
            own = (kinds == kind).to(hidden.dtype)[:, :, None]
            means.append((hidden * own).sum(1) / own.sum(1).clamp(min=1))
        a, b = means
        both = torch.cat([hidden[:, 0], (a - b).abs(), a * b], 1)
        return self.out(self.drop(functional.gelu(self.mix(self.drop(both)))))


def make_batch(pairs: list[Pair], tokenizer: Tokenizer, rng: random.Random | None) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, kinds and mask of some pairs; in random order of the two where a generator is given."""
    rows = []
    for pair in pairs:
        a, b = sorted((pair.a, pair.b), key=lambda c: (c.words, c.before, c.after))
        if rng is not None and rng.random() < 0.5:
            a, b = b, a
        rows.append(make_pieces(tokenizer, a, b))
    size = max(len(pieces) for pieces, _ in rows)
    pieces = torch.tensor([p + [0] * (size - len(p)) for p, _ in rows])
    kinds = torch.tensor([k + [0] * (size - len(k)) for _, k in rows])
    mask = torch.tensor([[True] * len(p) + [False] * (size - len(p)) for p, _ in rows])
    return pieces, kinds, mask


@dataclasses.dataclass(frozen=True)
class Share:
    """Pairs of one sort, and how many of each class a batch has of them."""

    pairs: list[Pair]
    same: int
    opposed: int
    other: int


def plan(shares: list[Share], steps: int, rng: random.Random) -> list[list[Pair]]:
    """The batches: every pair of one claim in turn; of those of two claims, the alike ones more often."""
    batches: list[list[Pair]] = [[] for _ in range(steps)]
    for share in shares:
        for label, count in ((SAME, share.same), (OPPOSED, share.opposed)):
            pairs = [p for p in share.pairs if p.label == label]
            pool: list[Pair] = []
            for batch in batches if pairs else ():
                while len(pool) < count:
                    pool = rng.sample(pairs, len(pairs)) + pool
                batch += [pool.pop() for _ in range(count)]
        other = [p for p in share.pairs if p.label == NONE]
        weights = np.cumsum([max(p.likeness, 0.03) ** 2 for p in other]).tolist()
        for batch in batches if other else ():
            batch += rng.choices(other, cum_weights=weights, k=share.other)
    return batches


def judge_pairs(network: JudgeNetwork, pairs: list[Pair], tokenizer: Tokenizer) -> np.ndarray:
    """(pairs, classes) probabilities."""
    network.eval()
    out = np.zeros((len(pairs), len(CLASSES)), np.float32)
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i].a.words) + len(pairs[i].b.words))
    with torch.no_grad():
        for at in range(0, len(order), 64):
            group = order[at : at + 64]
            scores = network(*make_batch([pairs[i] for i in group], tokenizer, None))
            out[group] = scores.softmax(1).numpy()
    return out


def measure(labels: np.ndarray, odds: np.ndarray) -> dict[str, float]:
    """The best F1 of "same" over all thresholds, with its threshold, precision and recall; accuracy of opposition."""
    best = {"f1": 0.0}
    for at in np.linspace(0.05, 0.95, 91):
        said = odds[:, SAME] >= at
        right = float((said & (labels == SAME)).sum())
        f1 = 2 * right / max(1.0, float(said.sum() + (labels == SAME).sum()))
        if f1 > best["f1"]:
            best = {
                "f1": f1,
                "at": float(at),
                "precision": right / max(1, said.sum()),
                "recall": right / (labels == SAME).sum(),
            }
    tied = (labels != NONE) & (odds[:, NONE] < 0.5)
    best["side"] = float((odds[tied][:, SAME] > odds[tied][:, OPPOSED]).__eq__(labels[tied] == SAME).mean())
    return best


def report(network: JudgeNetwork, asides: dict[str, list[Pair]], tokenizer: Tokenizer) -> None:
    """Prints what the judge says of the pairs that are left aside."""
    for name, everything in asides.items():
        pairs = random.Random(1).sample(everything, min(MOST_TOLD, len(everything)))
        found = measure(np.array([p.label for p in pairs]), judge_pairs(network, pairs, tokenizer))
        print(f"  aside, {name}:", {k: round(v, 3) for k, v in found.items()}, flush=True)


def export(network: JudgeNetwork, encoder: Path, into: Path) -> None:
    """Writes `judge.onnx` (int8), `judge.json` and the tokenizer."""
    inputs = {
        "pieces": torch.randint(5, 500, (1, 24)),
        "kinds": torch.tensor([[0] * 8 + [1] * 6 + [0] * 2 + [2] * 8]),
    }
    axes = dict.fromkeys(inputs, "pieces")
    digest = write_network(network, into / "judge.onnx", inputs=inputs, outputs=["scores"], axes=axes)
    write_tokenizer(encoder, into)
    (into / "judge.json").write_text(json.dumps({"version": f"{NAME}+{digest}"}), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with the untuned encoder's files")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--into", type=Path, default=Path("src/sayso/link/weights"))
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, instead of the untuned encoder")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    gatherings = load_gatherings()
    items = load_items(gatherings, options.work / "items.pickle")
    aside = {g.name for g in gatherings if g.is_aside}
    written = [p for name, group in items.items() if name not in aside for p in find_pairs(group)]
    asides = {
        "collections": [
            p for name in sorted(aside) for p in find_pairs(items[name]) if p.likeness >= LEAST_LIKE or p.label != NONE
        ],
        "sets": [p for lines in load_sets() if is_aside(lines) for p in find_line_pairs(lines)],
        "real": [x.pair for x in load_real_pairs() if x.is_aside],
    }
    shares = [
        Share(written, same=6, opposed=2, other=8),
        Share([p for lines in load_sets() if not is_aside(lines) for p in find_line_pairs(lines)], 4, 3, 5),
        Share([x.pair for x in load_real_pairs() if not x.is_aside], same=1, opposed=0, other=3),
    ]
    for share in shares:
        print(len(share.pairs), "pairs,", dict(Counter(CLASSES[p.label] for p in share.pairs)), flush=True)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network = JudgeNetwork(load_encoder(options.encoder))
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True))
    body = list(network.encoder.parameters())
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": BODY_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    warm = max(1, options.steps // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rise_and_fall(options.steps, warm))
    average = {k: v.detach().clone() for k, v in network.named_parameters()}
    began, running = time.monotonic(), 0.0
    for step, batch in enumerate(plan(shares, options.steps, rng), 1):
        network.train()
        pieces, kinds, mask = make_batch(batch, tokenizer, rng)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(pieces, kinds, mask)
        loss = functional.cross_entropy(scores.float(), torch.tensor([p.label for p in batch]), label_smoothing=0.03)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        keep = min(0.99, step / (step + 10))
        with torch.no_grad():
            for k, v in network.named_parameters():
                average[k].lerp_(v, 1 - keep)
        running = float(loss.detach()) if step == 1 else 0.97 * running + 0.03 * float(loss.detach())
        if step % 50 == 0:
            pace = (time.monotonic() - began) / step
            print(
                f"{step}/{options.steps} {pace:.2f} s a step, {pace * (options.steps - step) / 60:.0f} min left: loss {running:.3f}",
                flush=True,
            )
    network.load_state_dict(average, strict=False)
    torch.save(network.state_dict(), options.work / "judge.pt")
    report(network, asides, tokenizer)
    export(network, options.encoder, options.into)


if __name__ == "__main__":
    main()
