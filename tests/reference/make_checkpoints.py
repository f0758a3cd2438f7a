"""Writes checkpoints/: small files of real PyTorch's that tests/weights reads, and torchvision's names.

Only needed to change them: `python3 tests/reference/make_checkpoints.py && npx oxfmt
tests/reference/checkpoints`. Needs PyTorch and torchvision (Debian's python3-torch 1.13 and
python3-torchvision 0.14 made the ones in the tree).

Values follow from the tensors' names by `pattern`, in pattern.py and pattern.ts. safetensors files are
written by hand from the format's description, so that they are independent of writeSafetensors.ts.
"""

import argparse
import collections
import json
import pathlib
import struct

import numpy
import torch
from torch import nn
from torchvision.models import resnet34

from pattern import pattern

here = pathlib.Path(__file__).parent / "checkpoints"
here.mkdir(exist_ok=True)


def coarse(name, shape):
    """Multiples of 1/64 between -1/2 and 1/2: exact in every type of element."""
    return (pattern(name, shape) * 64).floor().div(64).float()


class Network(nn.Module):
    """Something of every kind: a convolution, batch norm with its counter, a linear layer with bias."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 3, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(3)
        self.fc = nn.Linear(3, 4)

    def forward(self, x):
        return self.fc(self.bn1(self.conv1(x)).mean((2, 3)))


def network():
    result = Network()
    with torch.no_grad():
        for key, tensor in result.state_dict().items():
            if not key.endswith("num_batches_tracked"):
                tensor.copy_(pattern(key, tuple(tensor.shape)))
    return result


def types():
    return {
        "double": pattern("double", (2, 3)),
        "float": pattern("float", (2, 3)).float(),
        "half": coarse("half", (3, 5)).half(),
        "half.edges": torch.tensor([2**-24, -(2**-14), 65504, -65504, 0]).half(),
        "bfloat16": coarse("bfloat16", (3, 5)).bfloat16(),
        "bn1.num_batches_tracked": torch.tensor(7),
    }


def views():
    shared = pattern("shared", (4, 6)).float()
    images = pattern("channelsLast", (2, 3, 2, 2)).float()
    return {
        "shared": shared,
        "rows": shared[1:3],
        "columns": shared[:, ::2],
        "transposed": shared.t(),
        "channelsLast": images.contiguous(memory_format=torch.channels_last),
        "half.transposed": coarse("half", (3, 5)).half().t(),
        "scalar": shared[3, 5],
        "empty": shared[:0],
    }


def nested():
    """What a training script saves: weights of nn.DataParallel beside an optimiser's state."""
    model = nn.DataParallel(network())
    weights = {key: tensor.clone() for key, tensor in model.state_dict().items()}
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    model.module(torch.ones(2, 2, 4, 4)).sum().backward()
    optimizer.step()
    return {
        "epoch": 3,
        "arch": "résumé",
        "best_acc1": 0.25,
        "state_dict": weights,
        "optimizer": optimizer.state_dict(),
    }


def write_safetensors(name, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for key, (dtype, shape, content) in tensors.items():
        header[key] = {
            "dtype": dtype,
            "shape": shape,
            "data_offsets": [len(data), len(data) + len(content)],
        }
        data += content
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (here / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


def raw(tensor):
    if tensor.dtype == torch.bfloat16:
        tensor = tensor.view(torch.int16)
    return tensor.numpy().tobytes()


def tensors():
    steps = torch.arange(-127, 127, 22).to(torch.int8).reshape(3, 4)
    return {
        "float": ("F32", [2, 3], raw(pattern("float", (2, 3)).float())),
        "half": ("F16", [3, 5], raw(coarse("half", (3, 5)).half())),
        # After 15 halves nothing is aligned to four bytes.
        "unaligned": ("F32", [2, 2], raw(pattern("unaligned", (2, 2)).float())),
        "bfloat16": ("BF16", [3, 5], raw(coarse("bfloat16", (3, 5)).bfloat16())),
        "steps": ("I8", [3, 4], raw(steps)),
        "steps.scale": ("F32", [3], raw(coarse("steps.scale", (3,)))),
        "bn1.num_batches_tracked": ("I64", [], raw(torch.tensor(7))),
    }


def save(name, content):
    torch.save(content, here / f"{name}.pth")
    torch.save(content, here / f"{name}.legacy.pth", _use_new_zipfile_serialization=False)


def prefixed(state, prefix):
    return collections.OrderedDict((prefix + key, tensor) for key, tensor in state.items())


def wrapped():
    """The same weights as people's training scripts wrap them, by what is special about each."""
    model = network()
    state = model.state_dict()
    optimizer = torch.optim.Adam(model.parameters(), 0.1)
    model(torch.ones(2, 2, 4, 4)).sum().backward()
    optimizer.step()
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    state = collections.OrderedDict((key, tensor.clone()) for key, tensor in network().state_dict().items())
    extras = {"optimizer": optimizer.state_dict(), "lr_scheduler": scheduler.state_dict(), "epoch": 89}
    average = collections.OrderedDict((key, tensor + 1) for key, tensor in state.items())
    head = collections.OrderedDict((key.replace("fc.", "fc.1."), tensor) for key, tensor in state.items())
    timm = collections.OrderedDict((key.replace("fc.", "head.fc."), tensor) for key, tensor in state.items())
    return {
        "namespace": {"model": state, "args": argparse.Namespace(lr=0.1, tags={"a", "b"}), **extras},
        "numpy": {"state_dict": state, "best": numpy.float64(71.2), "history": numpy.arange(3.0), "at": pathlib.PurePosixPath("/data")},
        "net": {"net": prefixed(state, "module."), "acc": 93.1, "epoch": 199},
        "lone-tensor": {"arch": "resnet34", "state_dict": prefixed(state, "module."), "best_acc1": torch.tensor(71.5)},
        "lightning": {"state_dict": prefixed(state, "model.backbone."), "optimizer_states": [optimizer.state_dict()], "hyper_parameters": {"lr": 0.1}},
        "compiled": prefixed(state, "module._orig_mod."),
        "two-deep": {"checkpoint": {"weights": state}, "epoch": 1},
        "average": {"ema": average, "model_state": state, "epoch": 1},
        "averaged-only": {"n_averaged": torch.tensor(5), **prefixed(state, "module.")},
        "sequential-head": head,
        "timm-head": timm,
    }


# As torchvision's files, state dicts of Parameters.
save("network", network().state_dict(keep_vars=True))
save("nested", nested())
save("types", types())
save("views", views())
for name, content in wrapped().items():
    torch.save(content, here / f"wrapped-{name}.pth")
for protocol in [3, 4, 5]:
    torch.save(wrapped()["namespace"], here / f"wrapped-protocol-{protocol}.pth", pickle_protocol=protocol)
torch.jit.save(torch.jit.script(nn.Linear(2, 2)), here / "torchscript.pth")
torch.save(nn.Sequential(nn.Linear(2, 2)), here / "whole-module.pth")
write_safetensors("tensors.safetensors", tensors())
shapes = {key: list(tensor.shape) for key, tensor in resnet34().state_dict().items()}
(here / "resnet34-shapes.json").write_text(json.dumps(shapes, indent=2) + "\n")
