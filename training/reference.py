"""The untuned encoder as int8 ONNX: the fixed reference that `bench/` and `training.similarity` measure against.

python -m training.reference --encoder FOLDER [--into build/reference]
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Encoder, load_encoder


class Plain(nn.Module):
    """The encoder alone: pieces → the mean of their vectors, unit length."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        """(1, pieces) → (1, width)."""
        mean = self.encoder(pieces, torch.zeros_like(pieces), None).mean(1)
        return mean / mean.norm(dim=1, keepdim=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=Path("build/reference"))
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Plain(load_encoder(options.encoder, drop=0.0)).eval(), (torch.randint(5, 500, (1, 24)),), str(whole),
            input_names=["pieces"], output_names=["meaning"], dynamic_axes={"pieces": {1: "pieces"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(whole),
            str(options.into / "encoder.onnx"),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    shutil.copy(options.encoder / "tokenizer.json", options.into / "tokenizer.json")
    print(f"{(options.into / 'encoder.onnx').stat().st_size / 1e6:.1f} MB in {options.into}")


if __name__ == "__main__":
    main()
