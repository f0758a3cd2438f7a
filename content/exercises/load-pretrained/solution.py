import torch
import torch.nn as nn
import torch.nn.functional as F
import torchvision

import page


class ResidualBlock(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = nn.Conv2d(
            channels, channels, kernel_size=3, padding=1, bias=False
        )
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(
            channels, channels, kernel_size=3, padding=1, bias=False
        )
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return F.relu(out + x)


class DownsamplingBlock(nn.Module):
    def __init__(
        self, in_channels: int, out_channels: int, stride: int = 2
    ):
        super().__init__()
        self.conv1 = nn.Conv2d(
            in_channels, out_channels, kernel_size=3, stride=stride,
            padding=1, bias=False,
        )
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(
            out_channels, out_channels, kernel_size=3, padding=1,
            bias=False,
        )
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.shortcut = nn.Sequential(
            nn.Conv2d(
                in_channels, out_channels, kernel_size=1,
                stride=stride, bias=False,
            ),
            nn.BatchNorm2d(out_channels),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return F.relu(out + self.shortcut(x))


class ResNet34(nn.Module):
    def __init__(self, num_classes: int = 1000):
        super().__init__()
        self.conv1 = nn.Conv2d(
            3, 64, kernel_size=7, stride=2, padding=3, bias=False
        )
        self.bn1 = nn.BatchNorm2d(64)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.layer1 = self._make_layer(64, 64, 3)
        self.layer2 = self._make_layer(64, 128, 4, stride=2)
        self.layer3 = self._make_layer(128, 256, 6, stride=2)
        self.layer4 = self._make_layer(256, 512, 3, stride=2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(512, num_classes)

    def _make_layer(
        self, in_channels: int, out_channels: int, num_blocks: int,
        stride: int = 1,
    ) -> nn.Sequential:
        if stride != 1 or in_channels != out_channels:
            blocks = [
                DownsamplingBlock(in_channels, out_channels, stride)
            ]
        else:
            blocks = [ResidualBlock(out_channels)]
        for _ in range(1, num_blocks):
            blocks.append(ResidualBlock(out_channels))
        return nn.Sequential(*blocks)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.maxpool(x)
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        x = self.avgpool(x)
        return self.fc(x.view(x.size(0), -1))


def load_pretrained_resnet34() -> ResNet34:
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {
        key.replace(".downsample.", ".shortcut."): value
        for key, value in theirs.state_dict().items()
    }
    mine.load_state_dict(state)  # raises if a key is left over

    x = torch.randn(1, 3, 64, 64)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine


# What does your network see? The photograph is prepared as the
# lesson says.
model = load_pretrained_resnet34()
if model is not None:
    with torch.no_grad():
        logits = model(page.picture("coffee"))
    weights = torchvision.models.ResNet34_Weights.DEFAULT
    names = weights.meta["categories"]
    best = logits[0].softmax(0).topk(3)
    shares, indices = best.values.tolist(), best.indices.tolist()
    for share, index in zip(shares, indices):
        print(f"{names[index]}: {100 * share:.0f} %")
