"""A checkpoint → the files that ship: `reader.onnx` (int8), `reader.json`, `tokenizer.json`.

    python -m training.export --encoder FOLDER --checkpoint FILE [FILE …] [--into src/sayso/read/weights] [--float]

Several checkpoints (of several seeds) are averaged weight by weight.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import torch

from sayso.read.labels import SEQUENCES, WIDTH
from training.network import ReaderNetwork, load_encoder
from training.shipping import write_network, write_tokenizer

NAME = "sayso-reader-1"


def load_network(encoder: Path, checkpoints: list[Path]) -> ReaderNetwork:
    """The network with the running averages of one or several checkpoints."""
    network = ReaderNetwork(load_encoder(encoder, drop=0.0)).eval()
    states = [torch.load(c, weights_only=True)["average"] for c in checkpoints]
    network.load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]}, strict=False)
    return network


def export_inputs() -> dict[str, Any]:
    """Examples of the network's inputs, its outputs' names, and which of their axes vary, as `write_network` takes them."""
    pieces = torch.randint(5, 500, (1, 24))
    outputs = ["scores", "points", "meanings"]
    return {
        "inputs": {"pieces": pieces, "shapes": torch.zeros_like(pieces), "first": torch.arange(1, 13)[None]},
        "outputs": outputs,
        "axes": {"pieces": "pieces", "shapes": "pieces", "first": "words", **dict.fromkeys(outputs, "words")},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True)
    parser.add_argument("--into", type=Path, default=Path("src/sayso/read/weights"))
    parser.add_argument(
        "--float", action="store_true", help="leave the weights as they are: to measure what int8 costs"
    )
    options = parser.parse_args()
    network = load_network(options.encoder, options.checkpoint)
    shipped = options.into / "reader.onnx"
    digest = write_network(network, shipped, **export_inputs(), whole=options.float)
    write_tokenizer(options.encoder, options.into)

    def rounded(tensor: torch.Tensor) -> list:
        return [[round(x, 4) for x in row] if isinstance(row, list) else round(row, 4) for row in tensor.tolist()]

    facts = {
        "version": f"{NAME}+{digest}",
        "width": WIDTH,
        "moves": {s.name: rounded(network.crfs[s.name].moves.detach()) for s in SEQUENCES},
        "begin": {s.name: rounded(network.crfs[s.name].begin.detach()) for s in SEQUENCES},
        "distance": rounded(network.distance.detach()),
        "paragraph": rounded(network.paragraph.detach()),
        "nobody": rounded(network.nobody.detach()),
    }
    (options.into / "reader.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(f"{facts['version']}: {sum(f.stat().st_size for f in options.into.iterdir()) / 1e6:.1f} MB in {options.into}")


if __name__ == "__main__":
    main()
