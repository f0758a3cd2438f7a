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


# %% the same block n times -> shared-blocks
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels)] * (num_blocks - 1)
    return nn.Sequential(first, *rest)


# %% the same block appended -> shared-blocks
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    layers = []
    if stride != 1 or in_channels != out_channels:
        layers.append(DownsamplingBlock(in_channels, out_channels, stride))
    else:
        layers.append(ResidualBlock(out_channels))
    block = ResidualBlock(out_channels)
    for _ in range(1, num_blocks):
        layers.append(block)
    return nn.Sequential(*layers)


# %% all blocks the same -> shared-blocks
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
        block = ResidualBlock(out_channels)
    else:
        first = block = ResidualBlock(out_channels)
    return nn.Sequential(first, *[block] * (num_blocks - 1))


# %% one block too many -> one-block-too-many
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(num_blocks)]
    return nn.Sequential(first, *rest)


# %% one block too many, in a loop -> one-block-too-many
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    layers = []
    if stride != 1 or in_channels != out_channels:
        layers.append(DownsamplingBlock(in_channels, out_channels, stride))
    else:
        layers.append(ResidualBlock(out_channels))
    for _ in range(0, num_blocks):
        layers.append(ResidualBlock(out_channels))
    return nn.Sequential(*layers)


# %% one block too few -> one-block-too-few
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks - 1)]
    return nn.Sequential(first, *rest)


# %% one block too few, from 2 -> one-block-too-few
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(2, num_blocks)]
    return nn.Sequential(first, *rest)


# %% first block forgotten -> first-block-missing
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(*rest)


# %% list begun anew -> first-block-missing
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    layers = []
    if stride != 1 or in_channels != out_channels:
        layers.append(DownsamplingBlock(in_channels, out_channels, stride))
    else:
        layers.append(ResidualBlock(out_channels))
    layers = []
    for _ in range(1, num_blocks):
        layers.append(ResidualBlock(out_channels))
    return nn.Sequential(*layers)


# %% only the first block -> rest-missing
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first)


# %% return in the loop -> returns-too-early
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    layers = []
    if stride != 1 or in_channels != out_channels:
        layers.append(DownsamplingBlock(in_channels, out_channels, stride))
    else:
        layers.append(ResidualBlock(out_channels))
    for _ in range(1, num_blocks):
        layers.append(ResidualBlock(out_channels))
        return nn.Sequential(*layers)


# %% always three blocks -> number-ignored
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, 3)]
    return nn.Sequential(first, *rest)


# %% nested -> blocks-nested
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, nn.Sequential(*rest))


# %% stride in every block -> stride-in-every-block
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [
        DownsamplingBlock(out_channels, out_channels, stride) for _ in range(1, num_blocks)
    ]
    return nn.Sequential(first, *rest)


# %% one class for all blocks -> stride-in-every-block
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    blocks = []
    for _ in range(num_blocks):
        blocks.append(DownsamplingBlock(in_channels, out_channels, stride))
        in_channels = out_channels
    return nn.Sequential(*blocks)


# %% the condition in every turn -> stride-in-every-block
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    blocks = []
    for _ in range(num_blocks):
        if stride != 1 or in_channels != out_channels:
            blocks.append(DownsamplingBlock(in_channels, out_channels, stride))
        else:
            blocks.append(ResidualBlock(out_channels))
        in_channels = out_channels
    return nn.Sequential(*blocks)


# %% projection in every block -> projection-in-every-block
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [DownsamplingBlock(out_channels, out_channels, 1) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% projection in every block of a stage that changes -> projection-in-every-block
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride == 1 and in_channels == out_channels:
        blocks = [ResidualBlock(out_channels) for _ in range(num_blocks)]
    else:
        blocks = [DownsamplingBlock(in_channels, out_channels, stride)]
        for _ in range(num_blocks - 1):
            blocks.append(DownsamplingBlock(out_channels, out_channels, 1))
    return nn.Sequential(*blocks)


# %% first block always projects -> projection-always
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    first = DownsamplingBlock(in_channels, out_channels, stride)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% no block ever projects -> projection-never
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% never projects, with the old channels -> projection-never
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    first = ResidualBlock(in_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% and for or -> and-for-or
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 and in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% asks for the stride only -> asks-for-the-stride-only
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% asks whether the stride is 2 -> asks-for-the-stride-only
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    layers = []
    if stride == 2:
        layers.append(DownsamplingBlock(in_channels, out_channels, stride))
    else:
        layers.append(ResidualBlock(out_channels))
    for _ in range(1, num_blocks):
        layers.append(ResidualBlock(out_channels))
    return nn.Sequential(*layers)


# %% asks for the channels only -> asks-for-the-channels-only
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% condition reversed -> condition-reversed
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride == 1 and in_channels == out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% stride not passed on -> stride-not-passed
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% stride always 2 -> stride-not-passed
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride=2)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% default stride 2 -> default-stride
def make_layer(in_channels, out_channels, num_blocks, stride=2):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% no default stride -> default-stride
def make_layer(in_channels, out_channels, num_blocks, stride):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% later blocks with in_channels -> later-blocks-with-the-old-channels
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(in_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% later blocks with in_channels, in a loop -> later-blocks-with-the-old-channels
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    layers = []
    if stride != 1 or in_channels != out_channels:
        layers.append(DownsamplingBlock(in_channels, out_channels, stride))
    else:
        layers.append(ResidualBlock(out_channels))
    for _ in range(1, num_blocks):
        layers.append(ResidualBlock(in_channels))
    return nn.Sequential(*layers)


# %% first block last -> first-block-last
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(*rest, first)


# %% a list -> returns-a-list
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return [first, *rest]


# %% a module list -> returns-a-list
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.ModuleList([first, *rest])


# %% list not unpacked -> list-not-unpacked
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential([first] + rest)


# %% rest not unpacked -> list-not-unpacked
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, rest)


# %% a module with a plain list -> layers-not-registered
class Stage(nn.Module):
    def __init__(self, blocks):
        super().__init__()
        self.blocks = blocks

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return x


def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return Stage([first, *rest])


# %% returns nothing -> returns-nothing
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    nn.Sequential(first, *rest)


# %% one block too few, and for or -> one-block-too-few, and-for-or
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 and in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(2, num_blocks)]
    return nn.Sequential(first, *rest)


# %% arguments in another order -> -
def make_layer(num_blocks, in_channels, out_channels, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResidualBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% a name misspelt -> -
def make_layer(in_channels, out_channels, num_blocks, stride=1):
    if stride != 1 or in_channels != out_channels:
        first = DownsamplingBlock(in_channels, out_channels, stride)
    else:
        first = ResBlock(out_channels)
    rest = [ResidualBlock(out_channels) for _ in range(1, num_blocks)]
    return nn.Sequential(first, *rest)


# %% missing -> -

