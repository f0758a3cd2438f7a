"""Writes shapes.json: what PyTorch says and counts for residual blocks whose shapes may not match.

Only needed to change it: `python3 tests/reference/make_shapes.py && npx oxfmt
tests/reference/shapes.json`. Needs PyTorch (Debian's python3-torch 1.13 made the one in the tree).

A convolution is [in channels, out channels, kernel, stride, padding].
"""

import itertools
import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F


class Projection(nn.Sequential):
    def __init__(self, given, wanted, kernel, stride, padding):
        super().__init__(
            nn.Conv2d(given, wanted, kernel, stride, padding, bias=False),
            nn.BatchNorm2d(wanted),
        )


class ZeroPadded(nn.Module):
    def __init__(self, channels, stride):
        super().__init__()
        self.channels, self.stride = channels, stride

    def forward(self, x):
        x = x[:, :, :: self.stride, :: self.stride]
        return F.pad(x, (0, 0, 0, 0, 0, self.channels - x.shape[1]))


class Block(nn.Module):
    def __init__(self, conv1, conv2, shortcut):
        super().__init__()
        self.conv1 = nn.Conv2d(*conv1, bias=False)
        self.bn1 = nn.BatchNorm2d(conv1[1])
        self.conv2 = nn.Conv2d(*conv2, bias=False)
        self.bn2 = nn.BatchNorm2d(conv2[1])
        self.shortcut = shortcut

    def forward(self, x):
        identity = self.shortcut(x)
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return F.relu(out + identity)


def run(size, channels, conv1, conv2, option, projection):
    if option == "identity":
        shortcut = nn.Identity()
    elif option == "A":
        shortcut = ZeroPadded(projection[1], projection[3])
    else:
        shortcut = Projection(*projection)
    block = Block(conv1, conv2, shortcut).eval()
    case = dict(
        size=size,
        channels=channels,
        conv1=conv1,
        conv2=conv2,
        option=option,
        projection=projection,
        parameters=sum(p.numel() for p in block.parameters()),
    )
    try:
        with torch.no_grad():
            case["shape"] = list(block(torch.zeros(2, channels, size, size)).shape)
    except RuntimeError as error:
        case["error"] = f"RuntimeError: {error}"
    return case


cases = [
    run(size, channels, conv1, conv2, option, projection)
    for (size, channels), conv1, conv2, (option, projection) in itertools.product(
        [(1, 4), (7, 4), (7, 3)],
        [[4, 8, 3, 2, 1], [4, 1, 1, 1, 0], [3, 8, 5, 3, 0]],
        [[8, 8, 3, 1, 1], [1, 8, 4, 1, 1]],
        [
            ("identity", [4, 8, 1, 2, 0]),
            ("A", [4, 8, 1, 2, 0]),
            ("A", [4, 2, 1, 3, 0]),
            ("C", [4, 8, 1, 2, 0]),
            ("C", [3, 1, 1, 2, 0]),
            ("C", [4, 8, 3, 1, 0]),
        ],
    )
]
path = pathlib.Path(__file__).parent / "shapes.json"
path.write_text(json.dumps(cases) + "\n")
