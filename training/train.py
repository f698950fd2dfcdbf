"""Train the reader from the data sets to a checkpoint, in five stages.

    python -m training.train --encoder FOLDER
    python -m training.train --encoder FOLDER --stage fifth --start build/training/shipped.pt   (goes on with what ships)

Deterministic given the seed, the thread count and the machine's arithmetic. Writes a checkpoint every few minutes
into the work folder; run the same command again to go on. `python -m training.export` makes the shipped files.

The first stage teaches names and attribution from the large public sets. The later ones, at a lower rate, are mostly the
fully marked articles, which alone know chains, kinds, own voice and furniture. What ships is the average of the last two
stages' weights: `python -m training.export --checkpoint build/training/fourth-1.pt build/training/fifth-1.pt`.
"""

import argparse
import dataclasses
import hashlib
import random
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from sayso.read.labels import COLUMNS, JUDGEMENTS, POINTER_SIZE, POINTERS
from sayso.read.words import Pieces
from training import annotated as marked
from training.batches import Arrows, Batch, Piece, make_batch, make_pieces
from training.corpora import IGNORE, Sample, annotated, data_folder, polnear, sentences, worldwide, worldwide_files
from training.marks import read_marks
from training.network import LENDERS, ReaderNetwork, load_encoder

BATCH = 16  # windows
BODY_RATE, HEAD_RATE = 2e-4, 1e-3
WARM = 0.06  # share of the steps with a rising rate
WEIGHTS = {"judgement": 0.6, "pointer": 0.5, "meaning": 1.0}


@dataclasses.dataclass(frozen=True)
class Stage:
    """One stage of training."""

    name: str
    steps: int  # over which the rate falls to nothing
    stop: int  # step after which the next stage takes over
    rate: float  # share of BODY_RATE and HEAD_RATE
    repeats: dict[str, float]  # how often a pass sees each set's windows
    average: float  # decay of the running average of weights that is kept
    lends: bool = False  # our scheme's source and cue heads start from PolNeAR's
    sparse: float = 0.0  # weight of those heads' losses; 0: they are not taught


MARKED = {"annotated": 5, "articles": 4, "marks": 3}  # the sets whose every clause is marked
STAGES = (
    Stage("first", 2000, 1250, 1.0, {"polnear": 1, "worldwide": 1, "annotated": 1}, 0.998),
    Stage("second", 1400, 500, 0.5, {"polnear": 0.9, "worldwide": 0.8, **MARKED}, 0.998),
    Stage("third", 900, 900, 0.5, {"polnear": 0.5, "worldwide": 0.4, **MARKED}, 0.996, lends=True),
    Stage("fourth", 600, 600, 0.5, {"polnear": 0.5, "worldwide": 0.4, **MARKED}, 0.99, sparse=2.0),
    Stage("fifth", 1600, 1600, 0.6, {"polnear": 1, "worldwide": 0.8, **MARKED}, 0.998, sparse=2.0),
)


def spans_mean(vectors: Tensor, spans: Tensor) -> Tensor:
    """Means of (words, size) over half-open spans (n, 2) → (n, size)."""
    sums = functional.pad(vectors.float().cumsum(0), (0, 0, 1, 0))
    return (sums[spans[:, 1]] - sums[spans[:, 0]]) / (spans[:, 1] - spans[:, 0])[:, None]


def pointer_scores(network: ReaderNetwork, points: Tensor, arrows: Arrows, pointer: int) -> Tensor:
    """(n, m + 1) scores from each span to each candidate, nobody last."""
    low = 2 * POINTER_SIZE * pointer
    ask = spans_mean(points[:, low : low + POINTER_SIZE], arrows.starts)
    nobody = network.nobody[pointer].expand(len(ask), 1)
    if not len(arrows.ends):
        return nobody
    answer = spans_mean(points[:, low + POINTER_SIZE : low + 2 * POINTER_SIZE], arrows.ends)
    scores = ask @ answer.T * POINTER_SIZE**-0.5
    scores = scores + network.distance[pointer][arrows.distance] + network.paragraph[pointer][arrows.paragraph]
    return torch.cat([scores, nobody], 1)


def batch_loss(
    network: ReaderNetwork, batch: Batch, taught: Tensor, *, sparse: float
) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of the losses of all heads that the batch labels."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, points, meanings = network(batch.pieces, batch.shapes, batch.first, batch.mask)
    scores, points, meanings = scores.float(), points.float(), meanings.float()
    parts: dict[str, Tensor] = {}
    words = batch.words.float()
    for name, gold in batch.tags.items():
        if name in LENDERS and not sparse:
            continue
        low, high = COLUMNS[name]
        loss = network.crfs[name].loss(scores[..., low:high], gold, words)
        weight = 5 * (sparse if name in LENDERS else 1.0)
        parts[name] = (loss * batch.weight).sum() / (words.sum(1) * batch.weight).sum() * weight
    for judgement in JUDGEMENTS:
        if judgement.name in batch.classes:
            low, high = COLUMNS[judgement.name]
            gold = batch.classes[judgement.name]
            if (gold != IGNORE).any():
                loss = functional.cross_entropy(
                    scores[..., low:high].flatten(0, 1), gold.flatten(), ignore_index=IGNORE
                )
                parts[judgement.name] = WEIGHTS["judgement"] * loss
    for n, pointer in enumerate(POINTERS):
        losses = []
        for arrows in batch.arrows.get(pointer, ()):
            log = pointer_scores(network, points[arrows.row], arrows, n).log_softmax(1)
            losses.append(-torch.logsumexp(log.masked_fill(arrows.right == 0, -1e9), 1))
        if losses:
            parts[f"to {pointer}"] = WEIGHTS["pointer"] * torch.cat(losses).mean()
    if batch.sentences:
        ours = torch.stack([meanings[row, a:b].mean(0) for row, a, b, _ in batch.sentences])
        theirs = taught[torch.tensor([n for *_, n in batch.sentences])]
        parts["meaning"] = WEIGHTS["meaning"] * (1 - functional.cosine_similarity(ours, theirs, dim=1)).mean()
    return torch.stack(list(parts.values())).sum(), {k: float(v.detach()) for k, v in parts.items()}


def teach_meanings(
    encoder_folder: Path, tokenizer: Tokenizer, samples: list[Sample], work: Path
) -> tuple[Tensor, dict[str, list]]:
    """The untuned encoder's vectors of the samples' sentences, and which sentence of which sample has which row."""
    rows: dict[str, list] = {}
    texts: list[str] = []
    for sample in samples:
        rows[sample.name] = []
        for n, (a, b) in enumerate(sentences(sample.words)):
            if n % 2 == 0 or sample.name.startswith("annotated"):  # every other sentence is enough of the large sets
                rows[sample.name].append(((a, b), len(texts)))
                texts.append(" ".join(w.text for w in sample.words[a:b]))
    cache = work / f"meanings-{hashlib.sha256(chr(0).join(texts).encode()).hexdigest()[:12]}.npy"
    if cache.exists():
        return torch.from_numpy(np.load(cache)).float(), rows
    encoder = load_encoder(encoder_folder).eval()
    ids = [e.ids[:128] for e in tokenizer.encode_batch(texts)]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    vectors = torch.zeros(len(ids), 384)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 64):
            group = order[at : at + 64]
            size = max(len(ids[i]) for i in group)
            pieces = torch.tensor([ids[i] + [0] * (size - len(ids[i])) for i in group])
            mask = torch.tensor([[1] * len(ids[i]) + [0] * (size - len(ids[i])) for i in group]).bool()
            hidden = encoder(pieces, torch.zeros_like(pieces), mask).float() * mask[:, :, None]
            vectors[group] = functional.normalize(hidden.sum(1) / mask.sum(1, keepdim=True), dim=1)
    np.save(cache, vectors.half().numpy())
    return vectors, rows


def plan_pass(
    sets: dict[str, list[Sample]], pieces: Pieces, rng: random.Random, rows: dict[str, list], repeats: dict[str, float]
) -> list[list[Piece]]:
    """One pass over all sets as batches in random order; a batch holds one set."""
    batches = []
    for name, samples in sets.items():
        left = repeats.get(name, 0.0)
        while left > 0:
            windows = [p for s in samples for p in make_pieces(s, pieces, rng, rows.get(s.name, ()))]
            rng.shuffle(windows)
            windows = windows[: round(len(windows) * min(1.0, left))]
            left -= 1
            batches.extend(windows[i : i + BATCH] for i in range(0, len(windows), BATCH))
    rng.shuffle(batches)
    return batches


def load_sets() -> dict[str, list[Sample]]:
    """Every training set by name."""
    data = data_folder()
    return {
        "polnear": polnear(data / "polnear" / "train"),
        "worldwide": worldwide(worldwide_files(data / "worldwide")[0]),
        "annotated": annotated(marked.training(marked.load(data / "annotated"))),
        "articles": annotated(a for a in marked.load(marked.ARTICLES) if not marked.is_aside(a)),
        "marks": annotated(a for a in read_marks(data / "worldwide") if not marked.is_aside(a)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with the untuned encoder's files")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="checkpoints and caches")
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, as of `training.recover`")
    parser.add_argument(
        "--stage", choices=[s.name for s in STAGES], default=STAGES[0].name, help="the first stage to run"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    sets = load_sets()
    taught, rows = teach_meanings(options.encoder, tokenizer, [s for v in sets.values() for s in v], options.work)
    pieces = Pieces(tokenizer)
    before: Path | None = options.start
    for stage in STAGES[[s.name for s in STAGES].index(options.stage) :]:
        torch.manual_seed(options.seed)
        network = ReaderNetwork(load_encoder(options.encoder))
        if before is not None:
            network.load_state_dict(torch.load(before, weights_only=True)["average"], strict=False)
        if stage.lends:
            network.lend()
        before = options.work / f"{stage.name}-{options.seed}.pt"

        def plan(number: int, stage: Stage = stage) -> list[list[Piece]]:
            # Each pass has its own generator, so that going on sees the same batches.
            return plan_pass(sets, pieces, random.Random(options.seed * 1000 + number), rows, stage.repeats)

        train_stage(network, stage, plan, taught, checkpoint=before, seed=options.seed)
    print(f"trained: {before}")


def rise_and_fall(steps: int, warm: int) -> Callable[[int], float]:
    """The share of the full rate at each step: rising over the first ones, then falling to nothing."""
    return lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))


def train_stage(
    network: ReaderNetwork,
    stage: Stage,
    plan: Callable[[int], list[list[Piece]]],
    taught: Tensor,
    *,
    checkpoint: Path,
    seed: int,
) -> None:
    """Train a network through one stage, or what its checkpoint says is left of it."""
    body = list(network.encoder.parameters())
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": BODY_RATE * stage.rate}, {"params": heads, "lr": HEAD_RATE * stage.rate}],
        weight_decay=0.01,
        fused=True,
    )
    warm = int(stage.steps * WARM)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rise_and_fall(stage.steps, warm))
    average = {k: v.detach().clone() for k, v in network.named_parameters()}
    done = 0
    if checkpoint.exists():
        stored = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(stored["network"])
        optimizer.load_state_dict(stored["optimizer"])
        schedule.load_state_dict(stored["schedule"])
        average, done = stored["average"], stored["step"]
        print(f"{stage.name} stage: going on at step {done}", flush=True)
    step, number, began = 0, 0, time.monotonic()
    running: dict[str, float] = {}
    while step < stage.stop:
        batches = plan(number)
        number += 1
        for items in batches:
            if step >= stage.stop:
                break
            step += 1
            if step <= done:
                continue
            network.train()
            torch.manual_seed(seed * 1_000_000 + step)
            loss, parts = batch_loss(network, make_batch(items), taught, sparse=stage.sparse)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            keep = min(stage.average, step / (step + 10))
            with torch.no_grad():
                for k, v in network.named_parameters():
                    average[k].lerp_(v, 1 - keep)
            for k, v in parts.items():
                running[k] = 0.97 * running.get(k, v) + 0.03 * v
            if step % 50 == 0:
                pace = (time.monotonic() - began) / (step - done)
                told = " ".join(f"{k} {v:.3f}" for k, v in sorted(running.items()))
                left = pace * (stage.stop - step) / 60
                print(f"{stage.name} {step}/{stage.stop} {pace:.2f} s a step, {left:.0f} min left: {told}", flush=True)
            if step % 250 == 0 or step == stage.stop:
                state = {
                    "network": network.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(),
                    "average": average,
                    "step": step,
                }
                torch.save(state, checkpoint.with_suffix(".new"))
                checkpoint.with_suffix(".new").replace(checkpoint)


if __name__ == "__main__":
    main()
