"""torchvision for this page: the ResNet-34 that the page has, and how its pictures are prepared."""

from torch._unavailable import unavailable
from torchvision import models, transforms

__version__ = "0.14.1"
__getattr__ = unavailable(__name__)
