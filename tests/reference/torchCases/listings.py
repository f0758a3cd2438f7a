"""Every Python listing of content/lessons, run as it stands, with a line that uses it.

`before` names the listings that it builds on, as lesson/number, and `setup` what the lesson has in words
alone. The listings themselves stay in the lessons: `{lesson/number}` in a case's code stands for one.
"""

import pathlib
import re

lessons = pathlib.Path(__file__).parents[3] / "content" / "lessons"


def find_listings():
    """All Python listings, by lesson/number, such as 03-block/1."""
    found = {}
    for path in sorted(lessons.glob("*.mdx")):
        texts = re.findall(r"^```python[^\n]*\n(.*?)^```$", path.read_text(), re.M | re.S)
        for number, text in enumerate(texts, 1):
            found[f"{path.stem}/{number}"] = text
    return found


def case(*listings, setup="", uses):
    return "\n".join(part for part in [setup, *(f"{{{one}}}" for one in listings), uses] if part)


attention = """attention = lambda v: torch.softmax(v @ v.transpose(-1, -2), -1) @ v
layer_norm = lambda v: (v - v.mean(-1, keepdim=True)) / v.std(-1, keepdim=True)
mlp = fill(nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4)))
x = wave(2, 3, 4)"""
resnet = ["03-block/1", "03-block/2", "04-downsampling/2", "06-resnet34/1"]

cases = [
    case("02-residual/1", setup="relu = torch.relu\nbranch = lambda x: x * -0.5", uses="plain_block(wave(2, 3)), residual_block(wave(2, 3))"),
    case("03-block/1", uses="nn.Module, F.relu(torch.tensor([-1.]))"),
    case("03-block/1", "03-block/2", uses="ResidualBlock(4)"),
    case("03-block/1", "03-block/2", uses="fill(ResidualBlock(4))(wave(2, 4, 5, 5))"),
    case("03-block/1", "03-block/2", "03-block/3", uses="count, x.shape, list(block.state_dict())"),
    case("04-downsampling/1", setup="x = wave(2, 4, 6, 6)", uses="zero_padded(x, 8)"),
    case("03-block/1", "04-downsampling/2", uses="fill(DownsamplingBlock(4, 8))(wave(2, 4, 6, 6)), DownsamplingBlock(64, 128)"),
    case("05-batchnorm/1", setup="model = nn.BatchNorm2d(3)", uses="model.training, model(wave(2, 3, 2, 2))"),
    case(
        *resnet,
        uses="model = ResNet34(10).eval()\nwith torch.no_grad():\n    y = model(wave(1, 3, 32, 32))\nprint(model)\n"
        "y.shape, sum(p.numel() for p in model.parameters()), list(model.state_dict())",
    ),
    case("03-block/1", "07-gradients/1", uses="J_F, J_y - J_F"),
    case(
        "03-block/1", "08-transformers/1",
        setup="class Model(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.bn1, self.conv1 = nn.BatchNorm2d(2), nn.Conv2d(2, 2, 3, padding=1)\n        self.bn2, self.conv2 = nn.BatchNorm2d(2), nn.Conv2d(2, 2, 3, padding=1)",
        uses="Model.forward = forward\nfill(Model())(wave(2, 2, 4, 4))",
    ),
    case("08-transformers/2", setup=attention, uses="x"),
]
