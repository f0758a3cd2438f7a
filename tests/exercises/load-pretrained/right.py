# These lines go before each of the cells.
import torch
import torch.nn as nn
import torch.nn.functional as F
import torchvision


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
        self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
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
            first = DownsamplingBlock(in_channels, out_channels, stride)
        else:
            first = ResidualBlock(out_channels)
        rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
        return nn.Sequential(first, *rest)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.maxpool(x)
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        x = self.avgpool(x)
        return self.fc(x.view(x.size(0), -1))


# %% a comprehension
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% pretrained=True, 200 classes, a loop
from torchvision.models import resnet34

def load_pretrained_resnet34():
    mine = ResNet34(200)
    theirs = resnet34(pretrained=True)
    state = {}
    for key, value in theirs.state_dict().items():
        if "downsample" in key:
            key = key.replace("downsample", "shortcut")
        state[key] = value
    mine.load_state_dict(state)
    mine.eval()
    theirs.eval()
    x = torch.rand(2, 3, 32, 32)
    if (mine(x) - theirs(x)).abs().max() > 1e-3:
        raise RuntimeError("the outputs differ")
    return mine

# %% in order, number by number
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    with torch.no_grad():
        for ours, value in zip(mine.state_dict().values(), theirs.state_dict().values()):
            ours.copy_(value)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% parameters and buffers by name
def load_pretrained_resnet34():
    mine, theirs = ResNet34(num_classes=200), torchvision.models.resnet34(weights="DEFAULT")
    parameters = dict(mine.named_parameters())
    buffers = dict(mine.named_buffers())
    with torch.no_grad():
        for name, value in theirs.named_parameters():
            parameters[name.replace(".downsample.", ".shortcut.")].copy_(value)
        for name, value in theirs.named_buffers():
            buffers[name.replace(".downsample.", ".shortcut.")].copy_(value)
    mine.eval()
    theirs.eval()
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% from mine to theirs
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    source = theirs.state_dict()
    mine.load_state_dict({name: source[name.replace("shortcut", "downsample")] for name in mine.state_dict()})
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% layer by layer
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    for name in ("conv1", "bn1", "fc", "layer1"):
        getattr(mine, name).load_state_dict(getattr(theirs, name).state_dict())
    for name in ("layer2", "layer3", "layer4"):
        for my_block, their_block in zip(getattr(mine, name), getattr(theirs, name)):
            for part in ("conv1", "bn1", "conv2", "bn2"):
                getattr(my_block, part).load_state_dict(getattr(their_block, part).state_dict())
            if their_block.downsample is not None:
                my_block.shortcut.load_state_dict(their_block.downsample.state_dict())
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% with a helper that compares
def check_alike(a, b):
    x = torch.randn(1, 3, 48, 48)
    with torch.no_grad():
        difference = (a(x) - b(x)).abs().max().item()
    if difference > 1e-3:
        raise ValueError(f"the outputs differ by {difference}")

def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights=torchvision.models.ResNet34_Weights.DEFAULT)
    theirs.eval()
    mine = ResNet34(num_classes=theirs.fc.weight.shape[0])
    mine.eval()
    state = theirs.state_dict()
    for key in list(state):
        if ".downsample." in key:
            state[key.replace(".downsample.", ".shortcut.")] = state.pop(key)
    missing, unexpected = mine.load_state_dict(state, strict=False)
    assert not missing and not unexpected
    check_alike(mine, theirs)
    return mine

# %% without num_batches_tracked, which a dictionary may lack
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items() if "num_batches" not in k}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% the projections by themselves
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    mine.load_state_dict(theirs.state_dict(), strict=False)
    for stage in ("layer2", "layer3", "layer4"):
        getattr(mine, stage)[0].shortcut.load_state_dict(getattr(theirs, stage)[0].downsample.state_dict())
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine
