"""Networks and their weights."""

from torch._unavailable import unavailable
from torchvision.models import resnet
from torchvision.models.resnet import ResNet, ResNet34_Weights, resnet18, resnet34

__getattr__ = unavailable(__name__)
