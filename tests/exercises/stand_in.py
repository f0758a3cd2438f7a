"""What the page has and PyTorch alone has not: `install()` before an answer to load-pretrained runs.

torchvision.models.resnet34 has the chapter's 200 classes where its weights are asked for, without
a download, and there is a module `page` with the photographs of src/torch/python/page.py. Whatever runs
that exercise's programs or its pytest file on PyTorch calls it first.
"""

import json
import struct
import sys
import types
from pathlib import Path

import torch
import torchvision

PUBLIC = Path(__file__).parents[2] / 'public'
FOLDER = PUBLIC / 'models/tiny200'
CARD = json.loads((FOLDER / 'model.json').read_text())
FILES = {'coffee': 'coffee.png', 'rocket': 'rocket.jpg', 'cat': 'chelsea.png'}
untrained = torchvision.models.resnet34


def install():
    """Puts the chapter's network in place of torchvision's download, and makes `page`."""
    state = read_weights(FOLDER / CARD['weights'])

    def resnet34(pretrained=False, *, weights=None, progress=True, **rest):
        if not pretrained and weights is None:
            return untrained(**rest)
        network = untrained(num_classes=len(CARD['classes']))
        # The shipped file has no num_batches_tracked; a new network's are as good.
        network.load_state_dict({**network.state_dict(), **state})
        return network

    torchvision.models.resnet34 = resnet34
    weights = torchvision.models.ResNet34_Weights.DEFAULT
    weights.meta['categories'] = [one['name'] for one in CARD['classes']]
    page = types.ModuleType('page')
    page.picture = picture
    page.pictures = lambda: sorted(FILES)
    sys.modules['page'] = page


def picture(name):
    """A photograph [1, 3, 128, 128], cropped and normalised as the network expects."""
    from PIL import Image
    from torchvision.transforms import functional

    with Image.open(PUBLIC / 'samples' / FILES[name]) as image:
        crop = functional.resize(image.convert('RGB'), CARD['resize'])
    x = functional.to_tensor(functional.center_crop(crop, CARD['crop']))
    return functional.normalize(x, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])[None]


def read_weights(path):
    """The state dictionary of a safetensors file of F32, and of I8 with a scale an output channel."""
    content = path.read_bytes()
    length = struct.unpack('<Q', content[:8])[0]
    header = json.loads(content[8 : 8 + length])
    header.pop('__metadata__', None)
    kinds = {'F32': torch.float32, 'I8': torch.int8}

    def tensor(key):
        entry = header[key]
        begin, end = (8 + length + at for at in entry['data_offsets'])
        values = torch.frombuffer(bytearray(content[begin:end]), dtype=kinds[entry['dtype']])
        return values.view(entry['shape']).float()

    state = {}
    for key in header:
        if key.endswith('.scale'):
            continue
        state[key] = tensor(key)
        if f'{key}.scale' in header:
            scale = tensor(f'{key}.scale')
            state[key] *= scale.view(-1, *[1] * (state[key].dim() - 1))
    return state
