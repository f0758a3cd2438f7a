"""What only this page has: its photographs, ready for its pretrained network.

>>> import page
>>> page.pictures()
['cat', 'coffee', 'rocket']
>>> x = page.picture('coffee')  # [1, 3, 128, 128], normalised as the network was trained
"""

import json

import _torch
from torch._bridge import wrap
from torchvision.transforms import Normalize


def pictures():
    """The names of the photographs."""
    return sorted(json.loads(_torch.pictures()))


def picture(name, normalised=True):
    """A photograph as a batch of one: [1, 3, 128, 128].

    Its shorter side was brought to 146 pixels and the square in the middle cut out. With
    normalised=False its values are those of its pixels, from 0 to 1.
    """
    if name not in pictures():
        raise ValueError(f"there is no picture {name!r}: there are {', '.join(pictures())}")
    x = wrap(_torch.picture(name)).unsqueeze(0) / 255
    return Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))(x) if normalised else x
