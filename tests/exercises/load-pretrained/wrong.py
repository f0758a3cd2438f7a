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


# %% returns torchvision’s network -> returns-torchvision
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    return theirs

# %% tries, and returns torchvision’s after all -> returns-torchvision
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return theirs

# %% forgets to return -> returns-nothing
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)

# %% returns what load_state_dict returns -> -
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(theirs(x), theirs(x), atol=1e-4)
    return mine.load_state_dict(state)

# %% maps nothing, strictly -> names-do-not-fit
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    mine.load_state_dict(theirs.state_dict())
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% maps the other way round -> names-do-not-fit
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("shortcut", "downsample"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% drops the projections, strictly -> names-do-not-fit
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k: v for k, v in theirs.state_dict().items() if "downsample" not in k}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% cuts off the number behind the name -> names-do-not-fit
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {}
    for k, v in theirs.state_dict().items():
        if "downsample" in k:
            k = k.split("downsample")[0] + "shortcut." + k.split(".")[-1]
        state[k] = v
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% maps nothing, strict=False, no comparison -> projections-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    mine.load_state_dict(theirs.state_dict(), strict=False)
    return mine

# %% drops the projections, strict=False, no comparison -> projections-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k: v for k, v in theirs.state_dict().items() if k in mine.state_dict()}
    mine.load_state_dict(state, strict=False)
    return mine

# %% maps nothing, strict=False, compares -> outputs-do-not-match
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    mine.load_state_dict(theirs.state_dict(), strict=False)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% copies the parameters only, no comparison -> statistics-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    with torch.no_grad():
        for p, q in zip(mine.parameters(), theirs.parameters()):
            p.copy_(q)
    return mine

# %% copies the parameters only, by name -> statistics-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.named_parameters()}
    mine.load_state_dict(state, strict=False)
    return mine

# %% copies the parameters only, compares in training mode -> statistics-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").train()
    mine = ResNet34(num_classes=theirs.fc.out_features).train()
    with torch.no_grad():
        for p, q in zip(mine.parameters(), theirs.parameters()):
            p.copy_(q)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine.eval()

# %% copies the parameters only, compares -> outputs-do-not-match
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    with torch.no_grad():
        for p, q in zip(mine.parameters(), theirs.parameters()):
            p.copy_(q)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% compares in training mode -> statistics-moved
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT")
    mine = ResNet34(num_classes=200)
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine.eval()

# %% never calls eval -> training-mode
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT")
    mine = ResNet34(num_classes=200)
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    return mine

# %% compares in evaluation mode and returns in training mode -> training-mode
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine.train()

# %% only theirs is in evaluation mode -> outputs-do-not-match
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features)
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% 1,000 classes -> wrong-number-of-classes
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34().eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% 1,000 classes, strict=False -> wrong-number-of-classes
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=1000).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state, strict=False)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% leaves out the last layer -> head-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    state = {k: v for k, v in state.items() if not k.startswith("fc.")}
    mine.load_state_dict(state, strict=False)
    return mine

# %% leaves out what does not fit 1,000 classes -> head-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34().eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    own = mine.state_dict()
    state = {k: v for k, v in state.items() if v.shape == own[k].shape}
    own.update(state)
    mine.load_state_dict(own)
    return mine

# %% asks for no weights -> untrained-weights
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(num_classes=200).eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% weights=None -> untrained-weights
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights=None).eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% builds the dictionary and does not load it -> nothing-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    return mine

# %% changes a copy of its own dictionary -> nothing-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    own = dict(mine.state_dict())
    own.update(state)
    return mine

# %% strict=False and a prefix that fits nothing -> nothing-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {"model." + k: v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state, strict=False)
    return mine

# %% does not compare -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    return mine

# %% computes the comparison and ignores it -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% prints the comparison -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    print("same:", torch.allclose(mine(x), theirs(x), atol=1e-4))
    return mine

# %% prints the comparison, and the program keeps its network -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v.clone() for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    print("same:", torch.allclose(mine(x), theirs(x), atol=1e-4))
    return mine


model = load_pretrained_resnet34()

# %% compares shapes only -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    assert mine(x).shape == theirs(x).shape
    return mine

# %% compares its own network with itself -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    assert torch.allclose(mine(x), mine(x))
    return mine

# %% shares the tensors -> shares-tensors
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    for (name, _), value in zip(list(mine.named_parameters()), theirs.parameters()):
        *path, last = name.split(".")
        module = mine
        for part in path:
            module = module[int(part)] if part.isdigit() else getattr(module, part)
        setattr(module, last, value)
    for mine_buffer, value in zip(mine.buffers(), theirs.buffers()):
        mine_buffer.copy_(value)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% shares the tensors through .data -> shares-tensors
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    for p, q in zip(mine.parameters(), theirs.parameters()):
        p.data = q.data
    for p, q in zip(mine.buffers(), theirs.buffers()):
        p.copy_(q)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% borrows torchvision’s stages -> borrows-layers
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    for name in ("conv1", "bn1", "layer1", "layer2", "layer3", "layer4", "fc"):
        setattr(mine, name, getattr(theirs, name))
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% borrows the last layer -> shares-tensors
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    mine.fc = theirs.fc
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% has nothing in it -> -
def load_pretrained_resnet34():
    pass

# %% is not defined -> -
load = None

# %% convolution and batch norm of the projection exchanged -> names-do-not-fit
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {}
    for k, v in theirs.state_dict().items():
        k = k.replace("downsample.0", "shortcut.x").replace("downsample.1", "shortcut.0").replace("shortcut.x", "shortcut.1")
        state[k] = v
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine

# %% a slip in the name, strict=False -> projections-not-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcuts"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state, strict=False)
    return mine

# %% returns both -> -
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine, theirs

# %% returns the state dictionary -> -
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    return mine.state_dict()

# %% a tolerance of 100 -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=100)
    return mine

# %% compares the classes only -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    assert torch.equal(mine(x).argmax(1), theirs(x).argmax(1))
    return mine

# %% swallows the error -> no-verification
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    try:
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    except AssertionError:
        print("the outputs differ")
    return mine

# %% compares with an untrained network -> outputs-do-not-match
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    other = torchvision.models.resnet34(num_classes=200).eval()
    x = torch.randn(2, 3, 32, 32)
    assert torch.allclose(mine(x), other(x), atol=1e-4)
    return mine

# %% two different inputs -> outputs-do-not-match
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    with torch.no_grad():
        assert torch.allclose(mine(torch.randn(2, 3, 32, 32)), theirs(torch.randn(1, 3, 32, 32)), atol=1e-4)
    return mine

# %% draws new weights after loading -> nothing-copied
def load_pretrained_resnet34():
    theirs = torchvision.models.resnet34(weights="DEFAULT").eval()
    mine = ResNet34(num_classes=theirs.fc.out_features).eval()
    state = {k.replace("downsample", "shortcut"): v for k, v in theirs.state_dict().items()}
    mine.load_state_dict(state)
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        assert torch.allclose(mine(x), theirs(x), atol=1e-4)
    for p in mine.parameters():
        nn.init.normal_(p, std=0.01)
    return mine
