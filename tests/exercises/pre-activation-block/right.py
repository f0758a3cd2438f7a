# These lines go before each of the cells.
import torch
import torch.nn as nn
import torch.nn.functional as F

# %% as in the lesson
class PreActivationBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)

    def forward(self, x):
        out = self.conv1(F.relu(self.bn1(x)))
        out = self.conv2(F.relu(self.bn2(out)))
        return x + out

# %% one Sequential
class PreActivationBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.branch = nn.Sequential(
            nn.BatchNorm2d(channels), nn.ReLU(),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels), nn.ReLU(),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
        )

    def forward(self, x):
        return self.branch(x) + x

# %% step by step, the convolutions made first
class PreActivationBlock(nn.Module):
    def __init__(self, n):
        super(PreActivationBlock, self).__init__()
        self.second = nn.Conv2d(n, n, (3, 3), stride=1, padding=1, bias=False)
        self.first = nn.Conv2d(n, n, (3, 3), stride=1, padding=1, bias=False)
        self.norm_b = nn.BatchNorm2d(n)
        self.norm_a = nn.BatchNorm2d(n)
        self.relu = nn.ReLU()

    def forward(self, x):
        identity = x
        x = self.norm_a(x)
        x = self.relu(x)
        x = self.first(x)
        x = self.norm_b(x)
        x = self.relu(x)
        x = self.second(x)
        return identity + x

# %% in place where it does no harm
class PreActivationBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv1 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        out = self.conv1(self.relu(self.bn1(x)))
        out = self.conv2(self.relu(self.bn2(out)))
        out += x
        return out

# %% two halves from a helper
def half(channels):
    return nn.Sequential(
        nn.BatchNorm2d(channels),
        nn.ReLU(inplace=True),
        nn.Conv2d(channels, channels, kernel_size=3, padding="same", bias=False),
    )

class PreActivationBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.halves = nn.ModuleList([half(channels) for _ in range(2)])

    def forward(self, x):
        out = x
        for each in self.halves:
            out = each(out)
        return torch.add(x, out)

# %% a loop over layers, clamp for ReLU
class PreActivationBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        for i in (1, 2):
            setattr(self, f"bn{i}", nn.BatchNorm2d(channels))
            setattr(self, f"conv{i}", nn.Conv2d(channels, channels, 3, padding=1, bias=False))

    def forward(self, x):
        out = x
        for i in (1, 2):
            out = getattr(self, f"bn{i}")(out).clamp(min=0)
            out = getattr(self, f"conv{i}")(out)
        return out + x

# %% a copy of the input first
class PreActivationBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.bn2 = nn.BatchNorm2d(channels)

    def residual(self, x):
        return self.conv2(torch.relu(self.bn2(self.conv1(torch.relu(self.bn1(x))))))

    def forward(self, x):
        shortcut = x.clone()
        return shortcut + self.residual(x)
