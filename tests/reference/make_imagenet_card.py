"""Writes public/models/imagenet/model.json: torchvision's names of ImageNet's 1,000 classes, and where its weights are.

Needs Debian's python3-torchvision (0.14). A school that serves the weights itself writes their address into
`weights`, absolute or relative to this file.
"""

import json
import pathlib

from torchvision.models import ResNet34_Weights

meta = ResNet34_Weights.IMAGENET1K_V1.meta
metrics = meta["_metrics"]["ImageNet-1K"] if "_metrics" in meta else meta["metrics"]
card = {
    "title": "ResNet-34 on ImageNet’s 1,000 classes, torchvision’s IMAGENET1K_V1",
    "weights": "https://huggingface.co/timm/resnet34.tv_in1k/resolve/main/model.safetensors",
    "keep": True,
    "data": "ImageNet (ILSVRC 2012): 1.28 million training pictures",
    "recipe": "torchvision’s reference training",
    "resize": 256,
    "crop": 224,
    "accuracy": {
        "pictures": 50000,
        "top1": round(metrics["acc@1"] / 100, 5),
        "top5": round(metrics["acc@5"] / 100, 5),
    },
    "classes": [{"name": name} for name in meta["categories"]],
}
target = pathlib.Path(__file__).parents[2] / "public/models/imagenet"
target.mkdir(exist_ok=True)
(target / "model.json").write_text(json.dumps(card, ensure_ascii=False) + "\n")
