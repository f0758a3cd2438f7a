"""Writes classifier.json: what PyTorch's resnet34 answers to the sample photographs with the weights the site ships.

Needed when public/models/tiny200 changes: `python3 tests/reference/make_classifier.py && npx oxfmt
tests/reference/classifier.json`. Needs Debian's python3-torchvision (0.14, with Pillow 9.4).

The 8-bit weights are multiplied by their scales here as in src/weights/safetensors.ts, so that both sides
compute with the same numbers. `crop` is the picture as Pillow resizes and crops it, in bytes; `heat` is Grad-CAM's map of the first answer.
"""

import base64
import json
import pathlib

import numpy as np
import torch
from PIL import Image
from torchvision.models import resnet34
from torchvision.transforms import functional as F

root = pathlib.Path(__file__).parents[2]
model = root / "public/models/tiny200"
card = json.loads((model / "model.json").read_text())


def read_weights(path):
    content = path.read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__")
    tensors = {}
    for key, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        dtype = {"F32": "<f4", "I8": "i1"}[entry["dtype"]]
        tensors[key] = np.frombuffer(content[begin:end], dtype).reshape(entry["shape"])
    state = {}
    for key, values in tensors.items():
        scale = tensors.get(f"{key}.scale")
        if scale is not None:
            values = values.astype(np.float32) * scale.reshape(-1, *[1] * (values.ndim - 1))
        if not key.endswith(".scale"):
            state[key] = torch.from_numpy(values.copy())
    return state


def encode(values):
    return base64.b64encode(values.tobytes()).decode()


network = resnet34(num_classes=len(card["classes"]))
network.load_state_dict(read_weights(model / card["weights"]), strict=False)
network.eval()


def grad_cam(x, index):
    """Grad-CAM (Selvaraju et al. 2017) after layer3, before it is scaled."""
    maps = {}

    def keep(_module, _input, output):
        output.retain_grad()
        maps["layer3"] = output

    hook = network.layer3.register_forward_hook(keep)
    network(x)[0, index].backward()
    hook.remove()
    weights = maps["layer3"].grad.mean((2, 3), keepdim=True)
    return (weights * maps["layer3"]).sum(1).relu()[0].detach().numpy()


def case(name):
    picture = Image.open(root / "public/samples" / name).convert("RGB")
    crop = F.center_crop(F.resize(picture, card["resize"]), card["crop"])
    x = F.normalize(F.to_tensor(crop), [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    with torch.no_grad():
        logits = network(x[None])[0]
    probabilities, best = logits.softmax(0).topk(5)
    heat = encode(grad_cam(x[None], best[0].item()).astype("<f4"))
    top5 = [[card["classes"][i]["name"], round(p.item(), 4)] for i, p in zip(best.tolist(), probabilities)]
    return {"file": name, "crop": encode(np.asarray(crop)), "logits": encode(logits.numpy().astype("<f4")), "top5": top5, "heat": heat}


content = [case(name) for name in ["chelsea.png", "coffee.png", "rocket.jpg"]]
(pathlib.Path(__file__).parent / "classifier.json").write_text(json.dumps(content, indent=2) + "\n")
