"""Writes pictures.json: what Pillow and torchvision make of pictures before a network sees them; and the
picture files that tests/browser drops into the page; and the photographs of the page module in Python.

Only needed to change it: `python3 tests/reference/make_pictures.py && npx oxfmt
tests/reference/pictures.json`. Needs Debian's python3-torchvision (0.14, with Pillow 9.4).

Pictures are noise that follows from their size, here and in the test; of large crops only every
`step`-th pixel is stored.
"""

import base64
import json
import pathlib

import numpy as np
from PIL import Image
from torchvision.transforms import functional as F

here = pathlib.Path(__file__).parent
mean, std = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def mix(h):
    """MurmurHash3's 32-bit finaliser."""
    h = (h ^ (h >> 16)) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> 13)) * np.uint32(0xC2B2AE35)
    return h ^ (h >> 16)


def noise(width, height):
    index = np.arange(width * height * 3, dtype=np.uint32)
    return Image.fromarray((mix(index) >> 24).astype(np.uint8).reshape(height, width, 3))


def crop(picture, resize, size):
    return F.center_crop(F.resize(picture, resize), size)


def case(width, height, resize, size, step):
    values = np.asarray(crop(noise(width, height), resize, size)).reshape(-1, 3)[::step]
    data = base64.b64encode(values.tobytes()).decode()
    return {"width": width, "height": height, "resize": resize, "crop": size, "step": step, "data": data}


def tensor_case(width, height, resize, size):
    values = F.normalize(F.to_tensor(crop(noise(width, height), resize, size)), mean, std)
    data = values.permute(1, 2, 0).numpy().astype("<f4").tobytes()
    return {"width": width, "height": height, "resize": resize, "crop": size, "data": base64.b64encode(data).decode()}


content = {
    "bytes": [
        case(1, 1, 73, 64, 101),
        case(2, 3, 73, 64, 11),
        case(3, 2, 73, 64, 11),
        case(64, 64, 73, 64, 11),
        case(73, 73, 73, 64, 11),
        case(73, 100, 73, 64, 11),
        case(101, 74, 73, 64, 11),
        case(640, 427, 73, 64, 11),
        case(2500, 9, 73, 64, 11),
        case(9, 2500, 73, 64, 11),
        case(1601, 1203, 73, 64, 11),
        case(64, 64, 128, 128, 11),
        case(73, 100, 146, 128, 11),
        case(451, 300, 146, 128, 11),
        case(2500, 9, 146, 128, 11),
        case(451, 300, 256, 224, 101),
        case(300, 451, 256, 224, 101),
        case(1603, 1205, 256, 224, 101),
    ],
    "normalised": tensor_case(37, 29, 12, 8),
}
(here / "pictures.json").write_text(json.dumps(content, indent=2) + "\n")

dropped = here.parent / "browser/pictures"
dropped.mkdir(exist_ok=True)
red, green, blue = (200, 30, 30), (30, 200, 30), (30, 30, 200)
halves = Image.new("RGB", (96, 64), blue)
halves.paste(red, (0, 0, 48, 64))
exif = Image.Exif()
exif[0x0112] = 6  # the stored left edge is the top of the picture
halves.save(dropped / "rotated.jpg", exif=exif, quality=95, subsampling=0)
Image.new("RGBA", (70, 90), (0, 0, 0, 0)).save(dropped / "transparent.png")
Image.new("L", (80, 80), 128).save(dropped / "grey.jpg")
Image.new("RGB", (1, 1), green).save(dropped / "one-pixel.png")
first, second = (Image.new("RGB", (70, 70), colour) for colour in (green, red))
first.save(dropped / "animated.gif", save_all=True, append_images=[second], duration=40, loop=0)
Image.new("1", (8660, 5773), 1).save(dropped / "fifty-megapixels.png", optimize=True)

# As the network of public/models/tiny200 wants them (resize and crop of its model.json).
photographs = here.parents[1] / "src/torch/network/pictures"
samples = here.parents[1] / "public/samples"
for name, file in (("coffee", "coffee.png"), ("cat", "chelsea.png"), ("rocket", "rocket.jpg")):
    photograph = Image.open(samples / file).convert("RGB")
    crop(photograph, 146, 128).save(photographs / f"{name}.png", optimize=True)
