from torchCases.snippets import cells, product

cases = [
    *product(
        "x = torch.tensor([1.5, -2., 4.])\n<do>\nx",
        do=[
            "x += 1", "x -= 0.5", "x *= 2", "x /= 4", "x **= 2", "x //= 2", "x %= 2", "x += torch.tensor([1, 2, 3])", "x *= torch.tensor(2., dtype=torch.float64)",
            "x.add_(1)", "x.add_(torch.ones(3), alpha=-0.1)", "x.sub_(1)", "x.mul_(3)", "x.div_(2)", "x.neg_()", "x.abs_()", "x.zero_()", "x.fill_(7)", "x.copy_(torch.tensor([1, 2, 3]))",
            "x.copy_(torch.tensor(5.))", "x.clamp_(min=0)", "x.clamp_(-1, 2)", "x.relu_()", "x.exp_()", "x.square_()", "x.pow_(2)", "x.sigmoid_()", "x.tanh_()", "F.relu(x, inplace=True)", "torch.relu_(x)",
            "nn.ReLU(inplace=True)(x)", "x.masked_fill_(x < 0, 0)", "x.unsqueeze_(0)", "x.add_('a')",
            "x += torch.ones(2)", "x += torch.ones(2, 3)", "x.copy_(torch.ones(2))", "x.add_(torch.ones(2, 1))", "x.requires_grad_()", "x.data.mul_(2)", "x.detach().add_(1)",
        ],
    ),
    *product("x = torch.tensor([1, 2])\n<do>\nx", do=["x += 1", "x += 1.5", "x /= 2", "x *= 2", "x.add_(torch.tensor([1., 2.]))", "x.mul_(0.5)", "x -= True", "x.fill_(2.7)", "x.copy_(torch.tensor([1.9, -1.9]))"]),
    *product("x = torch.tensor([True, False])\n<do>\nx", do=["x |= torch.tensor([False, True])", "x &= torch.tensor([False, True])", "x += 1", "x *= False"]),
    *cells("""
        x = torch.ones(3)
        y = x.add_(1)
        y is x
        # %%
        x = torch.ones(2, requires_grad=True)
        x += 1
        # %%
        x = torch.ones(2, requires_grad=True)
        x.add_(1)
        # %%
        x = torch.ones(2, requires_grad=True)
        x[0] = 5
        # %%
        x = torch.ones(2, requires_grad=True)
        x.view(2).mul_(2)
        # %%
        x = torch.ones(2, requires_grad=True)
        with torch.no_grad():
            x += 1
        x
        # %%
        x = torch.ones(2, requires_grad=True)
        x.data += 1
        x
        # %%
        x = torch.ones(2, requires_grad=True)
        y = x * 2
        y += 1
        y.sum().backward()
        x.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x * 3
        z = y ** 2
        y += 1
        z.sum().backward()
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x.exp()
        y *= 2
        y.sum().backward()
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = torch.sigmoid(x)
        y[0] = 0
        y.sum().backward()
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x * 2
        y.mul_(y)
        y.sum().backward()
        # %%
        x = torch.tensor([-1., 2.], requires_grad=True)
        y = torch.relu(x * 2)
        y += 1
        y.sum().backward()
        # %%
        x = torch.tensor([-1., 2.], requires_grad=True)
        F.relu(x * 2, inplace=True).sum().backward()
        x.grad
        # %%
        x = torch.tensor([-1., 2.], requires_grad=True)
        identity = x * 1
        out = identity * 3
        out += identity
        out.sum().backward()
        x.grad
        # %%
        x = torch.tensor([1., 2., 3.], requires_grad=True)
        y = x * 2
        y[0] = 10
        (y ** 2).sum().backward()
        x.grad
        # %%
        x = torch.tensor([1., 2., 3.], requires_grad=True)
        y = torch.zeros(3)
        y[1:] = x[:2]
        y[0] = x[2] * 5
        (y * torch.tensor([1., 2., 3.])).sum().backward()
        y, x.grad
        # %%
        x = torch.tensor([1., 2., 3.], requires_grad=True)
        y = x.clone()
        y[y > 1] = 0
        y.sum().backward()
        x.grad
        # %%
        x = torch.tensor([1., 2., 3.], requires_grad=True)
        y = x * 2
        view = y[:2]
        view.mul_(10)
        y.sum().backward()
        y, x.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x * 2
        y.zero_()
        y.sum().backward()
        x.grad
        # %%
        w = torch.tensor([1., 2.], requires_grad=True)
        buffer = torch.zeros(2)
        buffer.copy_(w * 3)
        buffer.sum().backward()
        buffer.requires_grad, w.grad
        # %%
        x = torch.ones(2)
        before = x._version
        x += 1
        x.view(2)[0] = 3
        x._version - before
        # %%
        x = torch.ones(2)
        y = x.detach()
        y += 1
        x._version
        # %%
        w = torch.tensor([3.], requires_grad=True)
        x = torch.tensor([2.])
        y = w * x
        x += 1
        y.backward()
        # %%
        w = torch.tensor([3.], requires_grad=True)
        y = w ** 2
        with torch.no_grad():
            w -= 1
        y.backward()
        # %%
        w = torch.tensor([3.], requires_grad=True)
        y = w ** 2
        w.data -= 1
        y.backward()
        w.grad
        # %%
        conv = fill(nn.Conv2d(2, 2, 3, padding=1))
        x = wave(1, 2, 4, 4)
        out = conv(x)
        x += 1
        out.sum().backward()
        # %%
        bn = nn.BatchNorm2d(2)
        out = bn(wave(2, 2, 3, 3).requires_grad_())
        out += 1
        (out ** 3).sum().backward()
        bn.weight.grad
        # %%
        relu = nn.ReLU(inplace=True)
        x = wave(2, 3)
        y = relu(x)
        torch.equal(x, y), (x >= 0).all()
        # %%
        x = torch.zeros(3, dtype=torch.int64)
        x[0] = 1.9
        x
    """),
]
