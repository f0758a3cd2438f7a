"""Writes layers.json, networks.json and runs.json: what PyTorch computes for the layers and networks of src/.

Only needed to change them: `python3 tests/reference/make_goldens.py && npx oxfmt
tests/reference/*.json`. Needs PyTorch (Debian's python3-torch 1.13 made the ones in the tree).

Weights and inputs follow from their names by `pattern`, in pattern.py and pattern.ts, so that only results
are stored. PyTorch computes in float64 from float32 values: what float32 rounds off shows as error of ours.
"""

import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

from pattern import pattern
from stored import fill, stored

torch.set_default_dtype(torch.float64)
here = pathlib.Path(__file__).parent


class ZeroPaddedShortcut(nn.Module):
    """He et al. 2015, section 3.3, option A."""

    def __init__(self, planes):
        super().__init__()
        self.planes = planes

    def forward(self, x):
        return F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, self.planes - x.shape[1]))


class Block(nn.Module):
    def __init__(self, kind, inplanes, planes):
        super().__init__()
        stride = 1 if inplanes == planes else 2
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.kind = kind
        if kind == "A" and stride == 2:
            self.downsample = ZeroPaddedShortcut(planes)
        elif kind == "B" and stride == 2:
            self.downsample = nn.Sequential(
                nn.Conv2d(inplanes, planes, 1, 2, bias=False), nn.BatchNorm2d(planes)
            )
        elif kind != "plain":
            self.downsample = nn.Identity()

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return F.relu(out if self.kind == "plain" else out + self.downsample(x))


class PreActivationBlock(nn.Module):
    """He et al. 2016, figure 1(b); where dimensions grow, the shortcut starts after the first norm and ReLU."""

    def __init__(self, kind, inplanes, planes):
        super().__init__()
        stride = 1 if inplanes == planes else 2
        self.bn1 = nn.BatchNorm2d(inplanes)
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        if stride == 2:
            is_a = kind == "pre-A"
            self.downsample = ZeroPaddedShortcut(planes) if is_a else nn.Conv2d(inplanes, planes, 1, 2, bias=False)

    def forward(self, x):
        out = F.relu(self.bn1(x))
        identity = self.downsample(out) if hasattr(self, "downsample") else x
        return self.conv2(F.relu(self.bn2(self.conv1(out)))) + identity


class PreActivationNetwork(nn.Module):
    def __init__(self, kind, depth, width):
        super().__init__()
        n = (depth - 2) // 6
        block = lambda i, o: PreActivationBlock(kind, i, o)
        stage = lambda i, o: nn.Sequential(block(i, o), *(block(o, o) for _ in range(n - 1)))
        self.conv1 = nn.Conv2d(3, width, 3, 1, 1, bias=False)
        self.layer1 = stage(width, width)
        self.layer2 = stage(width, 2 * width)
        self.layer3 = stage(2 * width, 4 * width)
        self.bn = nn.BatchNorm2d(4 * width)
        self.fc = nn.Linear(4 * width, 10)

    def forward(self, x):
        out = self.layer3(self.layer2(self.layer1(self.conv1(x))))
        return self.fc(F.relu(self.bn(out)).mean((2, 3)))


class CifarNetwork(nn.Module):
    def __init__(self, kind, depth, width):
        super().__init__()
        n = (depth - 2) // 6
        stage = lambda i, o: nn.Sequential(Block(kind, i, o), *(Block(kind, o, o) for _ in range(n - 1)))
        self.conv1 = nn.Conv2d(3, width, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.layer1 = stage(width, width)
        self.layer2 = stage(width, 2 * width)
        self.layer3 = stage(2 * width, 4 * width)
        self.fc = nn.Linear(4 * width, 10)

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.layer3(self.layer2(self.layer1(out)))
        return self.fc(out.mean((2, 3)))


def conv2d_case(shape, out, kernel, stride, padding):
    layer = nn.Conv2d(shape[1], out, kernel, stride, padding, bias=False)
    fill(layer)
    x = pattern("x", shape, 4).requires_grad_()
    y = layer(x)
    y.backward(pattern("dy", y.shape, 2))
    return {
        "input": shape,
        "out": out,
        "kernel": kernel,
        "stride": stride,
        "padding": padding,
        "y": stored(y),
        "dx": stored(x.grad),
        "dWeight": stored(layer.weight.grad),
    }


def batchnorm2d_case(shape, add, relu):
    layer = nn.BatchNorm2d(shape[1])
    fill(layer)
    x = pattern("x", shape, 4, 1).requires_grad_()
    shortcut = pattern("add", shape, 2).requires_grad_()

    def follow(y):
        y = y + shortcut if add else y
        return F.relu(y) if relu else y

    y = follow(layer(x))
    y.backward(pattern("dy", y.shape, 2))
    layer.eval()
    evaluated = follow(layer(x))
    return {
        "input": shape,
        "add": add,
        "relu": relu,
        "y": stored(y),
        "dx": stored(x.grad),
        "dAdd": stored(shortcut.grad) if add else None,
        "dWeight": stored(layer.weight.grad),
        "dBias": stored(layer.bias.grad),
        "runningMean": stored(layer.running_mean),
        "runningVar": stored(layer.running_var),
        "evaluated": stored(evaluated),
    }


def classifier_case(batch, features, classes, scale):
    layer = nn.Linear(features, classes)
    fill(layer)
    x = pattern("x", (batch, features), scale).requires_grad_()
    labels = torch.tensor([(7 * i + 3) % classes for i in range(batch)])
    logits = layer(x)
    loss = F.cross_entropy(logits, labels)
    loss.backward()
    return {
        "input": [batch, features],
        "classes": classes,
        "scale": scale,
        "logits": stored(logits),
        "loss": loss.item(),
        "dx": stored(x.grad),
        "dWeight": stored(layer.weight.grad),
        "dBias": stored(layer.bias.grad),
    }


def shortcut_case(shape, planes):
    x = pattern("x", shape, 4).requires_grad_()
    y = ZeroPaddedShortcut(planes)(x)
    y.backward(pattern("dy", y.shape, 2))
    return {"input": shape, "out": planes, "y": stored(y), "dx": stored(x.grad)}


def network_case(kind, depth, width, size, batch):
    network = (PreActivationNetwork if kind.startswith("pre") else CifarNetwork)(kind, depth, width)
    fill(network)
    settings = {"lr": 0.05, "momentum": 0.9, "weight_decay": 0.01}
    optimizer = torch.optim.SGD(network.parameters(), **settings)
    x = pattern("pictures", (batch, 3, size, size), 4)
    labels = torch.tensor([(7 * i + 3) % 10 for i in range(batch)])
    losses, first = [], {}
    for step in range(3):
        optimizer.zero_grad()
        logits = network(x)
        loss = F.cross_entropy(logits, labels)
        loss.backward()
        losses.append(loss.item())
        if step == 0:
            state = network.state_dict()
            first = {
                "logits": stored(logits),
                "gradients": {k: stored(p.grad) for k, p in network.named_parameters()},
                "running": {k: stored(t) for k, t in state.items() if "running" in k},
            }
        optimizer.step()
    network.eval()
    return {
        "kind": kind,
        "depth": depth,
        "width": width,
        "size": size,
        "batch": batch,
        "settings": settings,
        "losses": losses,
        "first": first,
        "state": {k: stored(t) for k, t in network.state_dict().items() if "tracked" not in k},
        "evaluated": stored(network(x)),
    }


def run_case(kind, depth, width, size, batch, steps):
    """The losses of a run over four batches in turn."""
    network = CifarNetwork(kind, depth, width)
    fill(network)
    settings = {"lr": 0.01, "momentum": 0.9, "weight_decay": 1e-4}
    optimizer = torch.optim.SGD(network.parameters(), **settings)
    losses = []
    for step in range(steps):
        x = pattern(f"batch {step % 4}", (batch, 3, size, size), 4)
        labels = torch.tensor([(7 * i + 3 + step % 4) % 10 for i in range(batch)])
        optimizer.zero_grad()
        loss = F.cross_entropy(network(x), labels)
        loss.backward()
        optimizer.step()
        losses.append(round(loss.item(), 7))
    sizes = {"kind": kind, "depth": depth, "width": width, "size": size, "batch": batch}
    return {**sizes, "settings": settings, "losses": losses}


def write(name, content):
    (here / name).write_text(json.dumps(content, indent=2) + "\n")


write(
    "layers.json",
    {
        "conv2d": [
            conv2d_case([2, 3, 7, 5], 4, 3, 1, 1),
            conv2d_case([2, 3, 7, 9], 4, 3, 2, 1),
            conv2d_case([1, 2, 8, 8], 3, 3, 2, 1),
            conv2d_case([2, 4, 7, 7], 6, 1, 2, 0),
            conv2d_case([1, 4, 8, 6], 6, 1, 2, 0),
            conv2d_case([2, 3, 4, 4], 5, 1, 1, 0),
            conv2d_case([1, 3, 11, 9], 2, 7, 2, 3),
            conv2d_case([1, 2, 7, 8], 3, 7, 1, 3),
            conv2d_case([1, 1, 3, 3], 1, 3, 1, 1),
            conv2d_case([1, 1, 3, 3], 2, 3, 2, 1),
            conv2d_case([3, 4, 5, 6], 8, 3, 1, 1),
            conv2d_case([2, 8, 7, 5], 4, 3, 2, 1),
            conv2d_case([2, 4, 6, 5], 3, 3, 2, 1),
            conv2d_case([2, 3, 5, 5], 8, 3, 2, 1),
        ],
        "batchnorm2d": [
            batchnorm2d_case([4, 3, 5, 5], False, False),
            batchnorm2d_case([1, 2, 3, 3], False, True),
            batchnorm2d_case([2, 8, 4, 4], True, True),
            batchnorm2d_case([3, 5, 3, 7], True, False),
            batchnorm2d_case([16, 1, 1, 1], False, True),
            batchnorm2d_case([3, 4, 3, 5], True, True),
        ],
        "classifier": [classifier_case(6, 5, 10, 2), classifier_case(3, 3, 2, 400)],
        "shortcut": [shortcut_case([2, 3, 5, 7], 6), shortcut_case([1, 2, 4, 4], 4), shortcut_case([2, 4, 5, 4], 8)],
    },
)
write(
    "networks.json",
    [
        network_case("plain", 8, 3, 9, 4),
        network_case("A", 8, 3, 9, 4),
        network_case("B", 8, 3, 9, 4),
        network_case("plain", 14, 2, 8, 5),
        network_case("A", 14, 2, 8, 5),
        network_case("A", 8, 4, 8, 4),
        network_case("B", 8, 4, 7, 3),
        network_case("pre-A", 8, 3, 9, 4),
        network_case("pre-B", 14, 2, 8, 3),
    ],
)
write("runs.json", [run_case("plain", 8, 4, 8, 8, 50), run_case("A", 8, 4, 8, 8, 50)])
