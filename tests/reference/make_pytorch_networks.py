"""Writes checkpoints/pytorch-*.pth.gz and pytorch-resnet34.json: torch.save's files of whole networks of torchvision's.

Only needed to change them: `python3 tests/reference/make_pytorch_networks.py && npx oxfmt
tests/reference/pytorch-resnet34.json`. Needs Debian's python3-torch and python3-torchvision (1.13, 0.14).

The files have all their 87 or 47 MB, but compress well: every filter looks at two channels only, through
weights of four values that follow from the tensor's name. The small network is all zeros, since it is not to
be used. The golden is what PyTorch answers to the samples with the tensors as they come back from the file.
"""

import gzip
import io
import json
import pathlib

import torch
from PIL import Image
from torchvision.models import resnet18, resnet34
from torchvision.transforms import functional as F

from pattern import pattern

here = pathlib.Path(__file__).parent
root = here.parents[1]
card = json.loads((root / "public/models/imagenet/model.json").read_text())
looks_at = {4: 2, 2: 16}  # input channels of a filter, and of a class


def coarse(key, shape):
    """-1, -1/2, 1/2 or 1."""
    steps = (pattern(key, shape) * 4).floor().float()
    return (steps + (steps >= 0)) / 2


def sparse(key, shape):
    count = looks_at[len(shape)]
    weight = torch.zeros(shape)
    values = coarse(key, (shape[0], count, *shape[2:]))
    channels = (pattern(f"{key}.channels", (shape[0], count)) + 0.5) * shape[1]
    for row in range(shape[0]):
        weight[row, channels[row].long()] = values[row]
    return weight


def checkpoint(network):
    """A state dict whose variances keep what such filters give near 1, and sums of blocks from growing."""
    state, variance = {}, 1.0
    for key, tensor in network.state_dict().items():
        shape = tuple(tensor.shape)
        if tensor.ndim == 4:
            state[key] = sparse(key, shape)
            variance = 0.625 * looks_at[4] * shape[2] * shape[3]
        elif tensor.ndim == 2:
            state[key] = sparse(key, shape)
        elif tensor.ndim == 0:
            state[key] = tensor
        elif key.endswith("running_var"):
            state[key] = torch.full(shape, variance)
        elif key.endswith("weight"):
            state[key] = torch.full(shape, 0.5 if key.endswith("bn2.weight") else 1.0)
        else:  # shifts, means and the classes' offsets
            state[key] = coarse(key, shape) / 4
    return state


def answer(network, name):
    picture = Image.open(root / "public/samples" / name).convert("RGB")
    crop = F.center_crop(F.resize(picture, card["resize"]), card["crop"])
    x = F.normalize(F.to_tensor(crop), [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    with torch.no_grad():
        probabilities, best = network(x[None])[0].softmax(0).topk(5)
    top5 = [[card["classes"][i]["name"], round(p.item(), 4)] for i, p in zip(best.tolist(), probabilities)]
    return {"file": name, "top5": top5}


def save(name, state):
    """Writes torch.save's file compressed, and returns what PyTorch reads from it."""
    file = io.BytesIO()
    torch.save(state, file)
    content = gzip.compress(file.getvalue(), 9, mtime=0)
    (here / "checkpoints" / f"pytorch-{name}.pth.gz").write_bytes(content)
    file.seek(0)
    return torch.load(file)


network = resnet34()
save("resnet18", {key: torch.zeros_like(tensor) for key, tensor in resnet18().state_dict().items()})
network.load_state_dict(save("resnet34", checkpoint(network)))
network.eval()
content = [answer(network, name) for name in ["coffee.png", "chelsea.png"]]
(here / "pytorch-resnet34.json").write_text(json.dumps(content, indent=2) + "\n")
