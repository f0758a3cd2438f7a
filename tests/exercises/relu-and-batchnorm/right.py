import torch
import torch.nn as nn
import torch.nn.functional as F


# %% everything with keepdim
class MyReLU(nn.Module):
    def forward(self, x):
        return torch.maximum(x, torch.zeros_like(x))


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        shape = (1, self.weight.shape[0], 1, 1)
        if self.training:
            mean = x.mean(dim=(0, 2, 3), keepdim=True)
            var = ((x - mean) ** 2).mean(dim=(0, 2, 3), keepdim=True)
            count = x.shape[0] * x.shape[2] * x.shape[3]
            unbiased = var * count / (count - 1)
            self.running_mean = 0.9 * self.running_mean + 0.1 * mean.detach().flatten()
            self.running_var = 0.9 * self.running_var + 0.1 * unbiased.detach().flatten()
        else:
            mean = self.running_mean.view(shape)
            var = self.running_var.view(shape)
        x_hat = (x - mean) / (var + 1e-5) ** 0.5
        return x_hat * self.weight.view(shape) + self.bias.view(shape)


# %% channels last, two variances
class MyReLU(nn.Module):
    def forward(self, x):
        return torch.where(x > 0, x, torch.zeros_like(x))


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels, eps=1e-5):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        mean, var = self.running_mean, self.running_var
        if self.training:
            values = x.permute(1, 0, 2, 3).reshape(x.shape[1], -1)
            mean = values.mean(1)
            var = values.var(1, unbiased=False)
            with torch.no_grad():
                self.running_mean += 0.1 * (mean - self.running_mean)
                self.running_var += 0.1 * (values.var(1) - self.running_var)
        x = x.permute(0, 2, 3, 1)
        y = (x - mean) * (var + self.eps).rsqrt() * self.weight + self.bias
        return y.permute(0, 3, 1, 2)


# %% indexing with None, lerp
class MyReLU(nn.Module):
    def forward(self, x):
        return x * (x > 0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels: int, eps: float = 1e-5, momentum: float = 0.1):
        super().__init__()
        self.eps, self.momentum = eps, momentum
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = (x * x).mean((0, 2, 3)) - mean * mean
            m = x[:, 0].numel()
            with torch.no_grad():
                self.running_mean.lerp_(mean, self.momentum)
                self.running_var.lerp_(var * (m / (m - 1)), self.momentum)
        else:
            mean = self.running_mean
            var = self.running_var
        mean = mean[None, :, None, None]
        std = (var[None, :, None, None] + self.eps).sqrt()
        gamma = self.weight[None, :, None, None]
        beta = self.bias[None, :, None, None]
        return gamma * (x - mean) / std + beta


# %% a sum over the values, copy_ into the buffers
class MyReLU(nn.Module):
    def forward(self, x):
        return (x + x.abs()) / 2


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))
        self.register_buffer('num_batches_tracked', torch.tensor(0))

    def forward(self, x):
        if self.training:
            m = x.numel() // x.shape[1]
            mean = x.sum((0, 2, 3)) / m
            centred = x - mean.reshape(1, -1, 1, 1)
            var = centred.pow(2).sum((0, 2, 3)) / m
            with torch.no_grad():
                self.running_mean.copy_(0.9 * self.running_mean + 0.1 * mean)
                self.running_var.copy_(0.9 * self.running_var + 0.1 * var * m / (m - 1))
                self.num_batches_tracked += 1
        else:
            centred = x - self.running_mean.reshape(1, -1, 1, 1)
            var = self.running_var
        scale = self.weight / torch.sqrt(var + 1e-5)
        return centred * scale.reshape(1, -1, 1, 1) + self.bias.reshape(1, -1, 1, 1)


# %% a channel at a time
class MyReLU(nn.Module):
    def forward(self, x):
        y = x.clone()
        y[y < 0] = 0
        return y


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        channels = []
        for c in range(x.shape[1]):
            values = x[:, c]
            if self.training:
                mean, var = values.mean(), values.var(unbiased=False)
                with torch.no_grad():
                    self.running_mean[c] = 0.9 * self.running_mean[c] + 0.1 * mean
                    self.running_var[c] = 0.9 * self.running_var[c] + 0.1 * values.var()
            else:
                mean, var = self.running_mean[c], self.running_var[c]
            y = self.weight[c] * (values - mean) / torch.sqrt(var + 1e-5) + self.bias[c]
            channels.append(y)
        return torch.stack(channels, dim=1)


# %% methods of its own
class MyReLU(nn.Module):
    def forward(self, x):
        return torch.clamp(x, 0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    @torch.no_grad()
    def update(self, mean, var, m):
        self.running_mean.mul_(0.9)
        self.running_mean.add_(mean, alpha=0.1)
        self.running_var.mul_(0.9)
        self.running_var.add_(var * m / (m - 1), alpha=0.1)

    def normalise(self, x, mean, var):
        a = self.weight / torch.sqrt(var + 1e-5)
        b = self.bias - a * mean
        return a.view(1, -1, 1, 1) * x + b.view(1, -1, 1, 1)

    def forward(self, x):
        if not self.training:
            return self.normalise(x, self.running_mean, self.running_var)
        mean = x.mean((0, 2, 3))
        var = x.var((0, 2, 3), unbiased=False)
        self.update(mean, var, x.numel() / x.size(1))
        return self.normalise(x, mean, var)
