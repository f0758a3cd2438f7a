import torch
import torch.nn as nn
import torch.nn.functional as F


class DownsamplingBlock(nn.Module):
    def __init__(
        self, in_channels: int, out_channels: int, stride: int = 2
    ):
        super().__init__()
        # The branch: conv1, bn1, conv2, bn2.
        # The shortcut: a 1×1 convolution without bias
        # and a batch normalisation.
        ...

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        ...
