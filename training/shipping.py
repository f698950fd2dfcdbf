"""What of a trained network ships: an int8 ONNX file, and its encoder's tokenizer."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


def write_network(
    network: nn.Module,
    shipped: Path,
    *,
    inputs: Mapping[str, Tensor],
    outputs: Sequence[str],
    axes: Mapping[str, str],
    whole: bool = False,
) -> str:
    """Writes a network in int8 (or `whole`, as it is); the first digits of the file's hash.

    `inputs` are examples by name; `axes` names the second axis of each input and output whose length varies.
    """
    shipped.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network.eval(),
            tuple(inputs.values()),
            str(exported),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: {1: axis} for name, axis in axes.items()},
            opset_version=17,
            dynamo=False,
        )
        if whole:
            shutil.copy(exported, shipped)
        else:
            quantize_dynamic(
                str(exported), str(shipped), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
            )
    return hashlib.sha256(shipped.read_bytes()).hexdigest()[:12]


def write_tokenizer(encoder: Path, into: Path) -> None:
    """Writes the tokenizer of the encoder's package without its limits of length."""
    tokenizer = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    text = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (into / "tokenizer.json").write_text(text, encoding="utf-8")
