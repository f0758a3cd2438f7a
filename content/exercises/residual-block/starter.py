import torch
import torch.nn as nn
import torch.nn.functional as F


class ResidualBlock(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        # Two 3×3 convolutions without bias, named conv1 and conv2,
        # and two batch normalisations, named bn1 and bn2.
        ...

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # The branch, then the skip connection, then the last ReLU.
        ...
