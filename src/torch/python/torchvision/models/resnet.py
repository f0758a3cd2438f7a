"""ResNets laid out as torchvision's, with its names. The one with weights is the page's own ResNet-34."""

import torch
from torch import nn
from torch._unavailable import unavailable
from torchvision import _network
from torchvision.transforms import ImageClassification

__getattr__ = unavailable(__name__)


def conv3x3(in_planes, out_planes, stride=1, groups=1, dilation=1):
    return nn.Conv2d(
        in_planes,
        out_planes,
        kernel_size=3,
        stride=stride,
        padding=dilation,
        groups=groups,
        bias=False,
        dilation=dilation,
    )


def conv1x1(in_planes, out_planes, stride=1):
    return nn.Conv2d(in_planes, out_planes, kernel_size=1, stride=stride, bias=False)


class BasicBlock(nn.Module):
    """Two 3×3 convolutions with batch norm, and the shortcut around them."""

    expansion = 1

    def __init__(self, inplanes, planes, stride=1, downsample=None):
        super().__init__()
        self.conv1 = conv3x3(inplanes, planes, stride)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = conv3x3(planes, planes)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = downsample
        self.stride = stride

    def forward(self, x):
        identity = x
        out = self.conv1(x)
        out = self.bn1(out)
        out = self.relu(out)
        out = self.conv2(out)
        out = self.bn2(out)
        if self.downsample is not None:
            identity = self.downsample(x)
        out += identity
        return self.relu(out)


class ResNet(nn.Module):
    """The stem, four stages of blocks, the mean of each map, and a linear layer."""

    def __init__(self, block, layers, num_classes=1000, zero_init_residual=False):
        super().__init__()
        self.inplanes = 64
        self.conv1 = nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
        self.layer1 = self._make_layer(block, 64, layers[0])
        self.layer2 = self._make_layer(block, 128, layers[1], stride=2)
        self.layer3 = self._make_layer(block, 256, layers[2], stride=2)
        self.layer4 = self._make_layer(block, 512, layers[3], stride=2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(512 * block.expansion, num_classes)
        self._init_weights(zero_init_residual)

    def _init_weights(self, zero_init_residual):
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            elif isinstance(module, nn.BatchNorm2d):
                nn.init.constant_(module.weight, 1)
                nn.init.constant_(module.bias, 0)
        if zero_init_residual:
            for module in self.modules():
                if isinstance(module, BasicBlock) and module.bn2.weight is not None:
                    nn.init.constant_(module.bn2.weight, 0)

    def _make_layer(self, block, planes, blocks, stride=1):
        downsample = None
        if stride != 1 or self.inplanes != planes * block.expansion:
            downsample = nn.Sequential(
                conv1x1(self.inplanes, planes * block.expansion, stride),
                nn.BatchNorm2d(planes * block.expansion),
            )
        layers = [block(self.inplanes, planes, stride, downsample)]
        self.inplanes = planes * block.expansion
        for _ in range(1, blocks):
            layers.append(block(self.inplanes, planes))
        return nn.Sequential(*layers)

    def _forward_impl(self, x):
        x = self.conv1(x)
        x = self.bn1(x)
        x = self.relu(x)
        x = self.maxpool(x)
        x = self.layer1(x)
        x = self.layer2(x)
        x = self.layer3(x)
        x = self.layer4(x)
        x = self.avgpool(x)
        x = torch.flatten(x, 1)
        return self.fc(x)

    def forward(self, x):
        return self._forward_impl(x)


class _Weights:
    """One set of weights: its name, what is known of it, and how pictures are prepared for it."""

    def __init__(self, name):
        self.name = name

    @property
    def meta(self):
        return {"categories": _network.card()["categories"], "num_params": 21387272}

    def transforms(self):
        card = _network.card()
        return ImageClassification(crop_size=card["crop"], resize_size=card["resize"])

    def get_state_dict(self, progress=True):
        return _network.state_dict()

    def __repr__(self):
        return f"ResNet34_Weights.{self.name}"


class _WeightsOfResNet34(type):
    def __getitem__(cls, name):
        return getattr(cls, name)

    def __iter__(cls):
        return iter([cls.IMAGENET1K_V1])


class ResNet34_Weights(metaclass=_WeightsOfResNet34):
    """The weights that the page has: of 200 of ImageNet's classes, not of all 1000."""

    IMAGENET1K_V1 = _Weights("IMAGENET1K_V1")
    DEFAULT = IMAGENET1K_V1


def _weights_named(weights):
    if weights is None or isinstance(weights, _Weights):
        return weights
    name = str(weights).removeprefix("ResNet34_Weights.")
    if name not in ("DEFAULT", "IMAGENET1K_V1"):
        raise ValueError(f"the weights {weights!r} of resnet34 aren't available in this page")
    return ResNet34_Weights.DEFAULT


def resnet34(weights=None, progress=True, pretrained=False, **kwargs):
    """A ResNet-34; with weights, the page's own, which knows 200 classes."""
    if weights is True or (pretrained and weights is None):
        weights = ResNet34_Weights.DEFAULT
    weights = _weights_named(weights)
    if weights is None:
        return ResNet(BasicBlock, [3, 4, 6, 3], **kwargs)
    classes = len(weights.meta["categories"])
    if kwargs.setdefault("num_classes", classes) != classes:
        raise ValueError(
            f"The parameter 'num_classes' expected value {classes} but got {kwargs['num_classes']} instead."
        )
    model = ResNet(BasicBlock, [3, 4, 6, 3], **kwargs)
    model.load_state_dict(_network.state_dict())
    return model


def resnet18(weights=None, progress=True, **kwargs):
    if weights is not None:
        raise ValueError("the weights of resnet18 aren't available in this page")
    return ResNet(BasicBlock, [2, 2, 2, 2], **kwargs)
