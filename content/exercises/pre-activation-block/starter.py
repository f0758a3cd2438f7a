import torch
import torch.nn as nn
import torch.nn.functional as F


class PreActivationBlock(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        # Two batch normalisations and two 3×3 convolutions
        # without bias.
        ...

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # Batch norm, ReLU, convolution; the same three again;
        # then the skip connection, and nothing after it.
        ...


# Does an input with negative values come out in the same shape?
block = PreActivationBlock(8)
x = torch.randn(2, 8, 6, 6)
y = block(x)
print(y.shape if y is not None else "forward returns nothing yet")
