"""The network that the page has, as the page gave it."""

import json

import _torch
from torch._bridge import ask, wrap


def state_dict():
    """Its tensors by torchvision's names."""
    entries = json.loads(ask(_torch.networkState))
    if not entries:
        raise RuntimeError("the weights of resnet34 haven't been loaded into this page")
    return {name: wrap(handle) for name, handle in entries}


def card():
    """Its classes, and the sizes that pictures are brought to."""
    text = _torch.networkCard()
    if not text:
        raise RuntimeError("the weights of resnet34 haven't been loaded into this page")
    return json.loads(text)
