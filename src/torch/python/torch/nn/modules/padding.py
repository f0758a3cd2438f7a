"""Padding as a module."""

from torch.nn import functional as F
from torch.nn.modules.module import Module


class ZeroPad2d(Module):
    """Zeros at (left, right, top, bottom), or as many everywhere."""

    def __init__(self, padding):
        super().__init__()
        self.padding = (padding,) * 4 if isinstance(padding, int) else tuple(padding)

    def forward(self, input):
        return F.pad(input, self.padding)

    def extra_repr(self):
        return str(self.padding)
