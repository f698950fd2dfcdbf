"""The shipped reader's weights back as a checkpoint, so that teaching can go on where the checkpoints are gone.

    python -m training.recover --encoder FOLDER [--from src/sayso/read/weights] [--into build/training/shipped.pt]

int8 keeps a weight to within half a step of its row's scale; what that costs is under a point of F1, and a few hundred
steps win it back.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from sayso.read.labels import SEQUENCES
from training.export import export_inputs
from training.network import ReaderNetwork, load_encoder
from training.shipping import write_network


def read_tensors(path: Path) -> dict[str, np.ndarray]:
    """The initial tensors of an ONNX file by name; quantized ones as they count, under the name they had before."""
    found = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    tensors = dict(found)
    for name in [n for n in found if n.endswith("_quantized")]:
        plain = name.removesuffix("_quantized")
        scale, zero = found[f"{plain}_scale"], found[f"{plain}_zero_point"]
        tensors[plain] = (found[name].astype(np.float32) - zero.astype(np.float32)) * scale
    return tensors


def find_places(network: ReaderNetwork, exported: dict[str, np.ndarray]) -> dict[str, tuple[str, bool]]:
    """Parameter → the exported tensor that holds it, and whether that one is turned round."""
    places = {}
    for name, parameter in network.named_parameters():
        value = parameter.detach().numpy()
        for tensor, held in exported.items():
            if held.shape == value.shape and np.array_equal(held, value):
                places[name] = (tensor, False)
            elif held.ndim == 2 and held.T.shape == value.shape and np.array_equal(held.T, value):
                places[name] = (tensor, True)
    return places


def recover(encoder: Path, folder: Path) -> dict[str, torch.Tensor]:
    """The shipped network's parameters by name. Raises ValueError where one is found nowhere."""
    network = ReaderNetwork(load_encoder(encoder, drop=0.0)).eval()
    torch.manual_seed(1)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn_like(parameter) * 1e-3)  # no two alike, so that a value tells its parameter
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "whole.onnx"
        write_network(network, whole, **export_inputs(), whole=True)
        places = find_places(network, read_tensors(whole))
    shipped = read_tensors(folder / "reader.onnx")
    facts = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    stated = {n: facts[n] for n in ("distance", "paragraph", "nobody")}
    for sequence in SEQUENCES:
        stated |= {f"crfs.{sequence.name}.{n}": facts[n][sequence.name] for n in ("moves", "begin")}
    found = {}
    for name, parameter in network.named_parameters():
        if name in stated:
            value = torch.tensor(stated[name])
        elif name in places and places[name][0] in shipped:
            tensor, turned = places[name]
            value = torch.from_numpy(np.array(shipped[tensor].T if turned else shipped[tensor], np.float32))
        else:
            raise ValueError(f"{name}: the shipped file holds no tensor for it")
        found[name] = value.reshape(parameter.shape).contiguous()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--from", dest="folder", type=Path, default=Path("src/sayso/read/weights"))
    parser.add_argument("--into", type=Path, default=Path("build/training/shipped.pt"))
    options = parser.parse_args()
    average = recover(options.encoder, options.folder)
    options.into.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"average": average}, options.into)
    print(f"{len(average)} parameters in {options.into}")


if __name__ == "__main__":
    main()
