"""Preparing pictures, as tensors [..., 3, height, width]. There are no picture files in the page."""

import math

import torch
from torch._unavailable import unavailable

__getattr__ = unavailable(__name__)


class Compose:
    """Transforms one after the other."""

    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, img):
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self):
        lines = "".join(f"\n    {transform}" for transform in self.transforms)
        return f"Compose({lines}\n)"


class Normalize(torch.nn.Module):
    """(x − mean) / std, by channel."""

    def __init__(self, mean, std, inplace=False):
        super().__init__()
        self.mean = mean
        self.std = std

    def forward(self, tensor):
        mean, std = (torch.tensor(v).reshape(-1, 1, 1) for v in (self.mean, self.std))
        return (tensor - mean) / std

    def __repr__(self):
        return f"Normalize(mean={self.mean}, std={self.std})"


class CenterCrop(torch.nn.Module):
    """The square in the middle."""

    def __init__(self, size):
        super().__init__()
        self.size = (size, size) if isinstance(size, int) else tuple(size)

    def forward(self, img):
        height, width = self.size
        top = round((img.shape[-2] - height) / 2.0)
        left = round((img.shape[-1] - width) / 2.0)
        return img[..., top : top + height, left : left + width]

    def __repr__(self):
        return f"CenterCrop(size={self.size})"


class Resize(torch.nn.Module):
    """The shorter side to `size`, bilinear; shrinking averages over the pixels in between."""

    def __init__(self, size):
        super().__init__()
        self.size = size

    def forward(self, img):
        height, width = img.shape[-2:]
        if isinstance(self.size, int):
            short = min(height, width)
            new = (self.size * height // short, self.size * width // short)
        else:
            new = tuple(self.size)
        return _weights(height, new[0]) @ img @ _weights(width, new[1]).T

    def __repr__(self):
        return f"Resize(size={self.size}, interpolation=bilinear, max_size=None, antialias=True)"


def _weights(size, new_size):
    """[new_size, size]: how much each old pixel adds to each new one."""
    scale = size / new_size
    reach = max(scale, 1.0)
    rows = []
    for i in range(new_size):
        centre = (i + 0.5) * scale
        row = [max(0.0, 1 - abs(j + 0.5 - centre) / reach) for j in range(size)]
        total = math.fsum(row)
        rows.append([weight / total for weight in row])
    return torch.tensor(rows)


class ImageClassification(torch.nn.Module):
    """How a network that was trained on ImageNet wants its pictures: values 0 … 1, three channels."""

    def __init__(self, *, crop_size, resize_size=256):
        super().__init__()
        self.crop_size = [crop_size]
        self.resize_size = [resize_size]
        self.mean = (0.485, 0.456, 0.406)
        self.std = (0.229, 0.224, 0.225)

    def forward(self, img):
        steps = [
            Resize(self.resize_size[0]),
            CenterCrop(self.crop_size[0]),
            Normalize(self.mean, self.std),
        ]
        return Compose(steps)(img)

    def __repr__(self):
        return (
            f"ImageClassification(\n    crop_size={self.crop_size}\n    resize_size={self.resize_size}\n"
            f"    mean={list(self.mean)}\n    std={list(self.std)}\n    interpolation=InterpolationMode.BILINEAR\n)"
        )
