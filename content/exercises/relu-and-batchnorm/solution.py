import torch
import torch.nn as nn


class MyReLU(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.training:
            mean = x.mean((0, 2, 3))  # [C]
            var = x.var((0, 2, 3), unbiased=False)  # [C]
            m = x.numel() / x.shape[1]
            with torch.no_grad():
                self.running_mean.lerp_(mean, 0.1)
                self.running_var.lerp_(var * m / (m - 1), 0.1)
        else:
            mean, var = self.running_mean, self.running_var
        scale = self.weight / torch.sqrt(var + 1e-5)
        shape = (1, -1, 1, 1)
        out = scale.view(shape) * (x - mean.view(shape))
        return out + self.bias.view(shape)


# One step further. Layer normalisation needs no buffers, no factor
# m / (m − 1) and no two modes, because every place supplies its own
# statistics.
class MyLayerNorm2d(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.bias = nn.Parameter(torch.zeros(1, channels, 1, 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        mean = x.mean(1, keepdim=True)  # [N, 1, h, h]
        var = x.var(1, unbiased=False, keepdim=True)
        out = (x - mean) / torch.sqrt(var + 1e-5)
        return self.weight * out + self.bias
