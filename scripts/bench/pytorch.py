"""The benchmark's training step in native PyTorch on the processor: `pytorch.py FOLDER THREADS`,
or on an NVIDIA GPU: `pytorch.py FOLDER cuda`.

FOLDER holds workload.json and values.bin as pytorch.ts writes them. For each number of steps on its
input it answers one line of JSON: {"ms": ..., "stepMs": [...], "losses": [...]}.
"""

import json
import pathlib
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    """He et al. 2015, figure 2, with the shortcut of option A."""

    def __init__(self, inplanes, planes):
        super().__init__()
        self.grows = planes != inplanes
        self.added = planes - inplanes
        self.conv1 = nn.Conv2d(inplanes, planes, 3, 2 if self.grows else 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        if self.grows:
            x = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, self.added))
        return F.relu(out + x)


class CifarNetwork(nn.Module):
    def __init__(self, depth, width):
        super().__init__()
        blocks = (depth - 2) // 6
        self.conv1 = nn.Conv2d(3, width, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.layer1 = self.stage(blocks, width, width)
        self.layer2 = self.stage(blocks, width, 2 * width)
        self.layer3 = self.stage(blocks, 2 * width, 4 * width)
        self.fc = nn.Linear(4 * width, 10)

    @staticmethod
    def stage(blocks, inplanes, planes):
        return nn.Sequential(*(Block(planes if i else inplanes, planes) for i in range(blocks)))

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.layer3(self.layer2(self.layer1(out)))
        return self.fc(out.mean((2, 3)))


def read_workload(folder, device):
    workload = json.loads((folder / "workload.json").read_text())
    values = torch.from_numpy(numpy.fromfile(folder / "values.bin", "<f4"))
    sizes = [int(numpy.prod(shape)) for _, shape in workload["tensors"]]
    tensors = {
        key: part.reshape(shape)
        for (key, shape), part in zip(workload["tensors"], values.split(sizes))
    }
    batches = [
        (tensors.pop(f"pictures.{i}").permute(0, 3, 1, 2).contiguous(), torch.tensor(labels))
        for i, labels in enumerate(workload["labels"])
    ]
    network = CifarNetwork(workload["depth"], workload["width"]).to(device)
    loaded = network.load_state_dict(tensors, strict=False)
    missing = [key for key in loaded.missing_keys if not key.endswith("num_batches_tracked")]
    assert not missing and not loaded.unexpected_keys, loaded
    optimiser = torch.optim.SGD(
        network.parameters(),
        lr=workload["learningRate"],
        momentum=workload["momentum"],
        weight_decay=workload["weightDecay"],
    )
    return network, optimiser, batches


def main():
    folder, place = pathlib.Path(sys.argv[1]), sys.argv[2]
    device = "cuda" if place == "cuda" else "cpu"
    if device == "cpu":
        torch.set_num_threads(int(place))
    # As exact as the candidates in the browser: Ampere and later would round to 10 bits.
    torch.backends.cudnn.allow_tf32 = False
    network, optimiser, batches = read_workload(folder, device)
    taken = 0
    for line in sys.stdin:
        marks, losses = [time.perf_counter()], []
        for _ in range(int(line)):
            pictures, labels = (one.to(device) for one in batches[taken % len(batches)])
            taken += 1
            optimiser.zero_grad()
            loss = F.cross_entropy(network(pictures), labels)
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
            marks.append(time.perf_counter())
        step_ms = [(b - a) * 1000 for a, b in zip(marks, marks[1:])]
        print(json.dumps({"ms": sum(step_ms), "stepMs": step_ms, "losses": losses}), flush=True)


main()
