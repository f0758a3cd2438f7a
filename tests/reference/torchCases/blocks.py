from torchCases.snippets import cells, product

block = """
class Block(nn.Module):
    def __init__(self, in_channels, out_channels, stride=1, shortcut=None):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.relu = nn.ReLU(inplace=<inplace>)
        self.shortcut = shortcut if shortcut is not None else nn.Identity()

    def forward(self, x):
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        <add>
        return self.relu(out)

"""
plain = block.replace("<inplace>", "True").replace("<add>", "out += self.shortcut(x)")

cases = [
    *product(
        block + "x = wave(2, 4, 6, 6).requires_grad_()\nb = fill(Block(4, 4))\ny = b(x)\n(y * wave(*y.shape).square()).sum().backward()\ny, x.grad, b.conv1.weight.grad, b.bn2.weight.grad, b.bn1.running_mean",
        inplace=["False", "True"],
        add=["out = out + self.shortcut(x)", "out += self.shortcut(x)", "out = torch.add(out, self.shortcut(x))"],
    ),
    *product(plain + "<f>", f=[
        "Block(64, 128, stride=2)(wave(2, 64, 56, 56))", "Block(64, 64, stride=2)(wave(2, 64, 56, 56))", "Block(64, 128)(wave(2, 64, 28, 28))", "Block(4, 8, 2, nn.Conv2d(4, 8, 1))(wave(2, 4, 6, 6))", "Block(4, 8, 2, nn.Conv2d(4, 4, 1, stride=2))(wave(2, 4, 6, 6))", "Block(4, 8, 2, nn.Conv2d(4, 8, 1, stride=2, bias=False))(wave(2, 4, 6, 6)).shape", "Block(4, 4)(wave(2, 8, 6, 6))",
        "sum(p.numel() for p in Block(64, 64).parameters())", "list(Block(4, 4).state_dict())", "Block(4, 8, 2, nn.Sequential(nn.Conv2d(4, 8, 1, 2, bias=False), nn.BatchNorm2d(8)))", "list(Block(4, 8, 2, nn.Sequential(nn.Conv2d(4, 8, 1, 2, bias=False), nn.BatchNorm2d(8))).state_dict())", "b = Block(4, 4)\nnn.init.zeros_(b.bn2.weight)\nx = wave(2, 4, 6, 6).abs()\ntorch.equal(b(x), x)", "b = Block(4, 4)\nnn.init.zeros_(b.bn2.weight)\nx = wave(2, 4, 6, 6).requires_grad_()\nb(x).sum().backward()\nx.grad.unique(), b.conv1.weight.grad.abs().max()",
        "nn.Sequential(*[Block(4, 4) for _ in range(3)])(wave(1, 4, 5, 5)).shape", "nn.Sequential(*[Block(4, 4) for _ in range(2)])", "Block(4, 8, 2, nn.Sequential(nn.Conv2d(4, 8, 1, 2, bias=False), nn.BatchNorm2d(8)))(wave(1, 4, 5, 5))", "Block(4, 4).eval()(wave(1, 4, 1, 1))", "Block(4, 4)(wave(1, 4, 1, 1))", "b = Block(4, 4)\n[round(x, 4) for x in (b.conv1.weight.std().item(), b.conv1.weight.mean().item())]", "Block(4, 4)(wave(2, 4, 6, 6).tolist())",
    ]),
    *cells("""
        class PreAct(nn.Module):
            def __init__(self, c):
                super().__init__()
                self.bn1, self.conv1 = nn.BatchNorm2d(c), nn.Conv2d(c, c, 3, padding=1, bias=False)
                self.bn2, self.conv2 = nn.BatchNorm2d(c), nn.Conv2d(c, c, 3, padding=1, bias=False)
            def forward(self, x):
                out = self.conv1(F.relu(self.bn1(x)))
                return x + self.conv2(F.relu(self.bn2(out)))
        x = wave(2, 3, 4, 4).requires_grad_()
        b = fill(PreAct(3))
        (b(x) ** 2).sum().backward()
        b(x), x.grad, list(b.state_dict())
        # %%
        def make_layer(n):
            return nn.Sequential(*[nn.Sequential(nn.Conv2d(2, 2, 3, padding=1), nn.ReLU()) for _ in range(n)])
        make_layer(3), list(make_layer(2).state_dict())
        # %%
        x = wave(2, 4, 8, 8)
        shortcut = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 2, 2))
        shortcut.shape, shortcut[0, 2:6].equal(x[0, :, ::2, ::2])
        # %%
        norms = []
        for depth in (1, 5, 20):
            x = wave(1, 8).requires_grad_()
            h = x
            for _ in range(depth):
                h = torch.tanh(h @ (wave(8, 8) * 0.3))
            h.sum().backward()
            norms.append(x.grad.norm().item())
        norms
        # %%
        norms = []
        for depth in (1, 5, 20):
            x = wave(1, 8).requires_grad_()
            h = x
            for _ in range(depth):
                h = h + torch.tanh(h @ (wave(8, 8) * 0.3))
            h.sum().backward()
            norms.append(x.grad.norm().item())
        norms
        # %%
        import torchvision
        model = torchvision.models.resnet34(weights=None).eval()
        print(model)
        print(sum(p.numel() for p in model.parameters()), len(model.layer3), model.layer3[1].downsample)
        with torch.no_grad():
            y = model(wave(1, 3, 32, 32))
        y.shape, list(model.state_dict()), [(name, tuple(p.shape)) for name, p in model.named_parameters()]
        # %%
        from torchvision.models.resnet import BasicBlock
        block = fill(BasicBlock(4, 4))
        list(block.state_dict()), block, block(wave(2, 4, 4, 4))
        # %%
        from torchvision.models.resnet import BasicBlock
        BasicBlock(4, 8, stride=2)(wave(2, 4, 6, 6))
    """),
]
