import torch
import torch.nn as nn
import torch.nn.functional as F


# %% absolute values -> relu-absolute
class MyReLU(nn.Module):
    def forward(self, x):
        return x.abs()


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% negative values kept -> relu-keeps-the-negative
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(max=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% step function -> relu-step
class MyReLU(nn.Module):
    def forward(self, x):
        return (x > 0).float()


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% leaky -> relu-leaky
class MyReLU(nn.Module):
    def forward(self, x):
        return torch.where(x > 0, x, 0.01 * x)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% capped at 1 -> relu-capped
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(0, 1)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% max of Python -> relu-asks-a-tensor
class MyReLU(nn.Module):
    def forward(self, x):
        return max(0, x)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% relu does nothing -> relu-does-nothing
class MyReLU(nn.Module):
    def forward(self, x):
        return x


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% if of Python -> relu-asks-a-tensor
class MyReLU(nn.Module):
    def forward(self, x):
        return x if x > 0 else 0


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% max over an axis -> relu-changes-the-shape
class MyReLU(nn.Module):
    def forward(self, x):
        return torch.max(x, 0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% only the positive values -> relu-changes-the-shape
class MyReLU(nn.Module):
    def forward(self, x):
        return x[x > 0]


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% relu in place -> input-written-over
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp_(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% relu sets values of its input -> input-written-over
class MyReLU(nn.Module):
    def forward(self, x):
        x[x < 0] = 0
        return x


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% relu without gradient -> relu-without-gradient
class MyReLU(nn.Module):
    def forward(self, x):
        return x.detach().clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% relu of PyTorch -> uses-the-layer
class MyReLU(nn.Module):
    def forward(self, x):
        return F.relu(x)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% batch norm of PyTorch -> uses-the-layer
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.bn = nn.BatchNorm2d(channels)

    def forward(self, x):
        return self.bn(x)


# %% batch norm inherited -> uses-the-layer
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.BatchNorm2d):
    pass


# %% function of PyTorch -> uses-the-layer
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        return F.batch_norm(
            x, self.running_mean, self.running_var, self.weight, self.bias, self.training
        )


# %% mean over batch only -> statistics-of-each-place
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean(0, keepdim=True)
            var = x.var(0, unbiased=False, keepdim=True)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean.mean((0, 2, 3)))
                self.running_var.mul_(0.9).add_(0.1 * var.mean((0, 2, 3)) * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
            mean, var = mean.view(1, -1, 1, 1), var.view(1, -1, 1, 1)
        normalised = (x - mean) / torch.sqrt(var + 1e-5)
        return self.weight.view(1, -1, 1, 1) * normalised + self.bias.view(1, -1, 1, 1)


# %% instance norm -> statistics-of-each-picture
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((2, 3), keepdim=True)
            var = x.var((2, 3), unbiased=False, keepdim=True)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean.mean((0, 2, 3)))
                self.running_var.mul_(0.9).add_(0.1 * var.mean((0, 2, 3)) * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
            mean, var = mean.view(1, -1, 1, 1), var.view(1, -1, 1, 1)
        normalised = (x - mean) / torch.sqrt(var + 1e-5)
        return self.weight.view(1, -1, 1, 1) * normalised + self.bias.view(1, -1, 1, 1)


# %% one mean for all channels -> statistics-of-all-channels
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean().expand(x.shape[1])
            var = x.var(unbiased=False).expand(x.shape[1])
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% layer norm over the channels -> statistics-of-each-place, averages-never-updated
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        mean = x.mean(1, keepdim=True)
        var = x.var(1, unbiased=False, keepdim=True)
        out = (x - mean) / torch.sqrt(var + 1e-5)
        return self.weight.view(1, -1, 1, 1) * out + self.bias.view(1, -1, 1, 1)


# %% unbiased variance in the formula -> unbiased-in-the-formula
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3))
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var)
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% torch.std for the root -> unbiased-in-the-formula, epsilon-outside-the-root
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            std = x.std((0, 2, 3))
            with torch.no_grad():
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * std**2)
        else:
            mean, std = self.running_mean, self.running_var.sqrt()
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / (std.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% epsilon outside the root -> epsilon-outside-the-root
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / (torch.sqrt(var.view(shape)) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% no epsilon -> epsilon-left-out
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape))
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% no root -> root-left-out
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / (var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% mean not subtracted -> mean-not-subtracted
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = x / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% no scale -> scale-or-offset-left-out
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return normalised + self.bias.view(shape)


# %% no offset -> scale-or-offset-left-out
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised


# %% neither scale nor offset -> scale-or-offset-left-out
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return normalised


# %% offset scaled too -> offset-scaled-too
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * (normalised + self.bias.view(shape))


# %% scale and offset swapped -> scale-and-offset-swapped
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.bias.view(shape) * normalised + self.weight.view(shape)


# %% momentum the wrong way round -> momentum-reversed
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.1).add_(0.9 * mean)
                self.running_var.mul_(0.1).add_(0.9 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% momentum the wrong way round, biased -> momentum-reversed, biased-running-variance
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.1).add_(0.9 * mean)
                self.running_var.mul_(0.1).add_(0.9 * var)
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages overwritten by the batch -> averages-overwritten
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.copy_(mean)
                self.running_var.copy_(var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages never updated -> averages-never-updated
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages given local names -> averages-never-updated
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            m = x.numel() / x.shape[1]
            running_mean = 0.9 * self.running_mean + 0.1 * mean.detach()
            running_var = 0.9 * self.running_var + 0.1 * var.detach() * m / (m - 1)
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages only grow -> averages-only-grow
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.add_(0.1 * mean)
                self.running_var.add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% biased running variance -> biased-running-variance
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var)
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% deviation in place of the variance -> deviation-for-variance
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * torch.sqrt(var * m / (m - 1)))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% pictures counted instead of values -> values-counted-wrongly
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.shape[0]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% all values counted -> values-counted-wrongly
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel()
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% batch statistics in evaluation too -> batch-statistics-in-evaluation
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        mean = x.mean((0, 2, 3))
        var = x.var((0, 2, 3), unbiased=False)
        if self.training:
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% running averages in training too -> averages-in-training
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% modes swapped -> modes-swapped
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if not self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages updated in evaluation too -> averages-updated-in-evaluation
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        mean = x.mean((0, 2, 3))
        var = x.var((0, 2, 3), unbiased=False)
        with torch.no_grad():
            m = x.numel() / x.shape[1]
            self.running_mean.mul_(0.9).add_(0.1 * mean)
            self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        if not self.training:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages as parameters -> averages-are-parameters
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.running_mean = nn.Parameter(torch.zeros(channels))
        self.running_var = nn.Parameter(torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages as plain fields -> averages-not-registered
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.running_mean = torch.zeros(channels)
        self.running_var = torch.ones(channels)

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% scale and offset as plain fields -> scale-not-a-parameter
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = torch.ones(channels)
        self.bias = torch.zeros(channels)
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% scale and offset as buffers -> scale-not-a-parameter
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.register_buffer('weight', torch.ones(channels))
        self.register_buffer('bias', torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% gamma and beta -> other-names
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(channels))
        self.beta = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.gamma.view(shape) * normalised + self.beta.view(shape)


# %% running variance starts at 0 -> wrong-start
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.zeros(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% scale starts at random -> wrong-start
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% averages keep the graph -> averages-keep-the-graph
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            m = x.numel() / x.shape[1]
            self.running_mean = 0.9 * self.running_mean + 0.1 * mean
            self.running_var = 0.9 * self.running_var + 0.1 * var * m / (m - 1)
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% statistics detached -> statistics-detached
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.detach().mean((0, 2, 3))
            var = x.detach().var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% statistics without gradient -> statistics-detached
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                mean = x.mean((0, 2, 3))
                var = x.var((0, 2, 3), unbiased=False)
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% everything without gradient -> statistics-detached
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    @torch.no_grad()
    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% width left out of the mean -> some-axes-left-out
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        shape = (1, -1, 1, 1)
        if self.training:
            mean = x.mean((0, 2), keepdim=True)
            var = x.var((0, 2), unbiased=False, keepdim=True)
            m = x.numel() / x.shape[1]
            with torch.no_grad():
                self.running_mean.mul_(0.9).add_(0.1 * mean.mean(3).flatten())
                self.running_var.mul_(0.9).add_(0.1 * var.mean(3).flatten() * m / (m - 1))
        else:
            mean, var = self.running_mean.view(shape), self.running_var.view(shape)
        normalised = (x - mean) / torch.sqrt(var + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% no view -> channels-on-the-last-axis
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        normalised = (x - mean) / torch.sqrt(var + 1e-5)
        return self.weight * normalised + self.bias


# %% batch norm in place -> input-written-over
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        x -= mean.view(shape)
        normalised = x / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% always 64 channels -> fixed-channels
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(64))
        self.bias = nn.Parameter(torch.zeros(64))
        self.register_buffer('running_mean', torch.zeros(64))
        self.register_buffer('running_var', torch.ones(64))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% returns nothing -> returns-nothing
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        out = self.weight.view(shape) * normalised + self.bias.view(shape)


# %% relu returns nothing -> returns-nothing
class MyReLU(nn.Module):
    def forward(self, x):
        x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% super forgotten -> no-super
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% relu called __call -> no-forward
class MyReLU(nn.Module):
    def __forward__(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% momentum 0.01 -> -
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.99).add_(0.01 * mean)
                self.running_var.mul_(0.99).add_(0.01 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% epsilon 0.001 -> -
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-3)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% biased running variance, no offset -> biased-running-variance, scale-or-offset-left-out
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var)
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised


# %% mean of one picture -> -
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)


class MyBatchNorm2d(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer('running_mean', torch.zeros(channels))
        self.register_buffer('running_var', torch.ones(channels))

    def forward(self, x):
        if self.training:
            mean = x[0].mean((1, 2))
            var = x[0].var((1, 2), unbiased=False)
            with torch.no_grad():
                m = x.numel() / x.shape[1]
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * var * m / (m - 1))
        else:
            mean, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        normalised = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        return self.weight.view(shape) * normalised + self.bias.view(shape)


# %% empty classes -> no-forward
class MyReLU(nn.Module):
    pass


class MyBatchNorm2d(nn.Module):
    pass


# %% only the relu -> -
class MyReLU(nn.Module):
    def forward(self, x):
        return x.clamp(min=0)
