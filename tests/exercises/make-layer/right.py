import torch
import torch.nn as nn
import torch.nn.functional as F


class ResidualBlock(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = nn.Conv2d(
            channels, channels, kernel_size=3, padding=1, bias=False
        )
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(
            channels, channels, kernel_size=3, padding=1, bias=False
        )
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        identity = x
        out = self.conv1(x)
        out = self.bn1(out)
        out = F.relu(out)
        out = self.conv2(out)
        out = self.bn2(out)
        out = out + identity
        out = F.relu(out)
        return out


class DownsamplingBlock(nn.Module):
    def __init__(
        self, in_channels: int, out_channels: int, stride: int = 2
    ):
        super().__init__()
        self.conv1 = nn.Conv2d(
            in_channels, out_channels, kernel_size=3, stride=stride,
            padding=1, bias=False,
        )
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(
            out_channels, out_channels, kernel_size=3, padding=1,
            bias=False,
        )
        self.bn2 = nn.BatchNorm2d(out_channels)
        # A 1×1 convolution brings x to the shape of F(x).
        self.shortcut = nn.Sequential(
            nn.Conv2d(
                in_channels, out_channels, kernel_size=1,
                stride=stride, bias=False,
            ),
            nn.BatchNorm2d(out_channels),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        identity = self.shortcut(x)
        out = self.conv1(x)
        out = self.bn1(out)
        out = F.relu(out)
        out = self.conv2(out)
        out = self.bn2(out)
        out = out + identity
        out = F.relu(out)
        return out


# %% append in a loop
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    layers = []
    if stride != 1 or in_channels != out_channels:
        layers.append(DownsamplingBlock(in_channels, out_channels, stride))
    else:
        layers.append(ResidualBlock(out_channels))
    for _ in range(1, num_blocks):
        layers.append(ResidualBlock(out_channels))
    return nn.Sequential(*layers)


# %% stride 1 after the first block
def make_block(in_channels, out_channels, stride):
    if stride == 1 and in_channels == out_channels:
        return ResidualBlock(out_channels)
    return DownsamplingBlock(in_channels, out_channels, stride=stride)


def make_layer(in_channels, out_channels, num_blocks, stride=1):
    blocks = []
    for s in [stride] + [1] * (num_blocks - 1):
        blocks.append(make_block(in_channels, out_channels, s))
        in_channels = out_channels
    return nn.Sequential(*blocks)


# %% add_module
def make_layer(in_channels: int, out_channels: int, num_blocks: int, stride: int = 1):
    stage = nn.Sequential()
    for i in range(num_blocks):
        if i == 0 and (stride > 1 or in_channels != out_channels):
            block = DownsamplingBlock(in_channels, out_channels, stride)
        else:
            block = ResidualBlock(out_channels)
        stage.add_module(str(i), block)
    return stage


# %% conditional expression
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    changes = (in_channels, 1) != (out_channels, stride)
    return nn.Sequential(
        DownsamplingBlock(in_channels, out_channels, stride)
        if changes
        else ResidualBlock(in_channels),
        *(ResidualBlock(out_channels) for _ in range(num_blocks - 1)),
    )


# %% while
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    same = stride == 1 and in_channels == out_channels
    blocks = [ResidualBlock(in_channels) if same else DownsamplingBlock(in_channels, out_channels, stride)]
    while len(blocks) < num_blocks:
        blocks += [ResidualBlock(out_channels)]
    return nn.Sequential(*blocks)


# %% a subclass of Sequential
class Stage(nn.Sequential):
    def __init__(self, in_channels, out_channels, num_blocks, stride):
        keeps = stride == 1 and in_channels == out_channels
        head = [] if keeps else [DownsamplingBlock(in_channels, out_channels, stride)]
        tail = [ResidualBlock(out_channels) for _ in range(num_blocks - len(head))]
        super().__init__(*head, *tail)


def make_layer(in_channels, out_channels, num_blocks, stride=1):
    return Stage(in_channels, out_channels, num_blocks, stride)


# %% generator
def blocks(in_channels, out_channels, num_blocks, stride):
    if stride != 1 or in_channels != out_channels:
        yield DownsamplingBlock(in_channels, out_channels, stride)
        num_blocks -= 1
    for _ in range(num_blocks):
        yield ResidualBlock(out_channels)


def make_layer(in_channels, out_channels, num_blocks, stride=1):
    return nn.Sequential(*blocks(in_channels, out_channels, num_blocks, stride))
