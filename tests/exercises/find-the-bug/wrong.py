# These lines go before each of the cells.
import torch
import torch.nn as nn
import torch.nn.functional as F

# %% nothing changed -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% only the second ReLU changed -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = F.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% the copy comes after the ReLU -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        out = self.relu(x)
        identity = x.clone()
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a slice, which is a view -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x[:]
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a view -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x.view(x.shape)
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% detached, which shares the numbers -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x.detach()
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% the copy is made and not used -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x.clone()
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return x + out

# %% a second name for x -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = x
        out = self.relu(out)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% relu_ in place of the module -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()

    def forward(self, x):
        identity = x
        out = torch.relu_(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% clamp_ -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()

    def forward(self, x):
        identity = x
        out = x.clamp_(min=0)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% LeakyReLU, in place -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.LeakyReLU(0.1, inplace=True)

    def forward(self, x):
        identity = x
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% F.relu with inplace=True -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()

    def forward(self, x):
        identity = x
        out = F.relu(x, inplace=True)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% γ of the last batch norm at 0 -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)
        nn.init.zeros_(self.bn2.weight)

    def forward(self, x):
        identity = x
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% in place in training only -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()

    def forward(self, x):
        identity = x
        out = F.relu(x, inplace=self.training)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% in place in evaluation only -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()

    def forward(self, x):
        identity = x
        out = F.relu(x, inplace=not self.training)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% adds into x -> input-still-overwritten
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()

    def forward(self, x):
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        x += out
        return x

# %% the shortcut takes a copy of what the ReLU left -> shortcut-rectified
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        x = F.relu(x)
        identity = x.clone()
        out = x
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% x is given a new value -> shortcut-rectified
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        x = F.relu(x)
        out = self.bn1(self.conv1(x))
        out = self.bn2(self.conv2(F.relu(out)))
        return x + out

# %% the ReLU is put on a copy that both share -> shortcut-rectified
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x.clone()
        out = self.relu(identity)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a ReLU on both -> shortcut-rectified
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        out = F.relu(x)
        identity = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a ReLU after the addition -> relu-after-addition
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return F.relu(identity + out)

# %% a ReLU after the addition, in place -> relu-after-addition
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x.clone()
        out = self.relu(x.clone())
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return self.relu(identity + out)

# %% the shortcut is taken away -> no-shortcut
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return out

# %% the first ReLU is taken away -> relu-removed
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = x
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% the second ReLU is taken away -> relu-removed
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.bn2(self.conv2(out))
        return identity + out

# %% no ReLU is left -> relu-removed
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        return x + self.bn2(self.conv2(self.bn1(self.conv1(x))))

# %% batch norm first -> another-block
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = self.conv1(self.relu(self.bn1(x)))
        out = self.conv2(self.relu(self.bn2(out)))
        return identity + out

# %% the block of lesson 3 -> another-block
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return self.relu(identity + out)

# %% both ReLUs after the batch norms -> another-block
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.relu(self.bn2(self.conv2(out)))
        return identity + out

# %% a copy without a gradient -> shortcut-detached
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x.detach().clone()
        out = self.relu(x.clone())
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a copy of .data -> shortcut-detached
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = x.data.clone()
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a copy under no_grad -> shortcut-detached
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        with torch.no_grad():
            identity = x.clone()
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a projection on the shortcut -> layer-on-shortcut
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU()
        self.shortcut = nn.Conv2d(channels, channels, 1, bias=False)

    def forward(self, x):
        identity = self.shortcut(x)
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% half of the shortcut -> shortcut-scaled
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        identity = 0.5 * x
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% both batch norms are taken away -> batch-norms-removed
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)

    def forward(self, x):
        return x + self.conv2(F.relu(self.conv1(F.relu(x))))

# %% LeakyReLU, not in place -> another-activation
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.LeakyReLU(0.1)

    def forward(self, x):
        identity = x
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% the branch is taken away -> branch-removed
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()

    def forward(self, x):
        return x

# %% an empty class -> -
class Block(nn.Module):
    pass

# %% a copy for the shortcut, x is overwritten all the same -> input-still-overwritten
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x.clone()
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% x + 0 for the shortcut -> input-still-overwritten
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x + 0
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% a copy in training only -> still-in-place
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x.clone() if self.training else x
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% one copy for both -> shortcut-rectified
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        x = x.clone()
        identity = x
        out = self.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% the branch gets a copy without a gradient -> branch-detached
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x
        out = self.relu(x.detach().clone())
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% the first ReLU under no_grad -> branch-detached
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x
        with torch.no_grad():
            out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% adds x twice -> shortcut-scaled
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out + x

# %% abs for the first ReLU -> another-activation
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x
        out = x.abs()
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity + out

# %% returns a tuple -> -
class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)


    def forward(self, x):
        identity = x
        out = F.relu(x)
        out = self.bn1(self.conv1(out))
        out = self.relu(out)
        out = self.bn2(self.conv2(out))
        return identity, out
