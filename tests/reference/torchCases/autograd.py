from torchCases.snippets import cells, product

cases = [
    *product(
        "x = torch.tensor([0.5, 1.5, 2.], requires_grad=True)\ny = <f>\ny.sum().backward()\nx.grad",
        f=[
            "x + 3", "3 - x", "x * 2", "x * x", "x / 2", "1 / x", "x ** 2", "x ** 0.5", "x ** -1", "2 ** x", "x ** x", "-x", "abs(x - 1)", "x.exp()", "x.log()", "x.sqrt()", "x.rsqrt()", "x.sin()", "x.cos()",
            "torch.tanh(x)", "torch.sigmoid(x)", "torch.relu(x - 1)", "F.relu(x - 0.5)", "x.clamp(1, 1.8)", "x.clamp(min=1.5)", "x.square()", "x.reciprocal()", "torch.maximum(x, torch.tensor(1.))", "torch.minimum(x, x * x)",
            "torch.where(x > 1, x * 2, x * 3)", "x.mean()", "x.sum()", "x.max()", "x.min()", "x.prod()", "x.var()", "x.std()", "x.var(unbiased=False)", "x.norm()", "x.softmax(0) * torch.arange(3.)", "x.log_softmax(0)[1]", "x.logsumexp(0)",
            "x.cumsum(0)", "x[0]", "x[1:] * 3", "x[[0, 0, 2]]", "x[x > 1]", "x.flip(0) * torch.arange(3.)", "x.view(3, 1) * torch.arange(2.)", "x.repeat(2)", "x.expand(4, 3)", "x.unsqueeze(0).t()", "x @ torch.tensor([1., 2., 3.])",
            "x.dot(x)", "torch.outer(x, x)", "torch.cat([x, x * 2])", "torch.stack([x, x * x])[1]", "x.double()", "x.clone()", "x.detach() * x", "x.sort(descending=True).values * torch.arange(3.)", "x.topk(2).values", "F.pad(x, (1, 1))", "x.round()",
            "x // 1", "x % 0.4", "x.floor() * x", "x.masked_fill(x > 1, 0.)", "x.split(2)[1] * 3", "x.gather(0, torch.tensor([2, 2]))", "x.amax()", "x.abs().max()", "F.softplus(x)", "F.leaky_relu(x - 1)", "x.std(unbiased=False)", "x.diag()",
        ],
    ),
    *product(
        "x = wave(2, 3, 2, 2).requires_grad_()\ny = <f>\n(y * wave(*y.shape).square()).sum().backward()\nx.grad",
        f=[
            "x.sum((0, 2, 3))", "x.mean(1, keepdim=True)", "x.var((0, 2, 3))", "x.var(1, unbiased=False)", "x.max(1).values", "x.min(2)[0]", "x.amax((2, 3))", "x.permute(1, 0, 3, 2)", "x.transpose(1, 2).reshape(3, -1)", "x.flatten(1)", "x[:, :, ::2, ::2]", "x[:, [2, 0]]",
            "x + x.mean(0)", "x * torch.arange(3.).view(1, 3, 1, 1)", "x.chunk(3, dim=1)[1]", "x @ wave(2, 3)", "F.pad(x, (0, 1, 1, 0))", "x.softmax(1)", "x.log_softmax(1)", "x.squeeze()", "x.expand(2, 2, 3, 2, 2)", "x.mean()", "x.norm(dim=1)", "x.flip(1, 2)", "x.cumsum(1)",
            "F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, 2))", "torch.cat([x, x * 2], 1)", "(x - x.mean((0, 2, 3), keepdim=True)) / torch.sqrt(x.var((0, 2, 3), unbiased=False, keepdim=True) + 1e-5)",
        ],
    ),
    *product("a = wave(<a>).requires_grad_()\nb = wave(<b>).requires_grad_()\ny = a @ b\n(y * wave(*y.shape).square()).sum().backward()\na.grad, b.grad", a=["3", "2, 3", "2, 2, 3"], b=["3", "3, 4", "2, 3, 2"]),
    *product("a = wave(<a>).requires_grad_()\nb = (wave(<b>) + 2).requires_grad_()\ny = a <op> b\n(y * wave(*y.shape).square()).sum().backward()\na.grad, b.grad", a=["2, 3", "1"], op=["+", "-", "*", "/"], b=["3", "2, 1", "4, 1, 3"]),
    *cells("""
        x = torch.tensor(3., requires_grad=True)
        y = x ** 2 + 2 * x
        y.backward()
        x.grad
        # %%
        x = torch.tensor(3., requires_grad=True)
        y = x * x
        y.backward()
        y = x * x
        y.backward()
        x.grad
        # %%
        x = torch.tensor(3., requires_grad=True)
        (x * x).backward()
        x.grad.zero_()
        (2 * x).backward()
        x.grad
        # %%
        x = torch.tensor(3., requires_grad=True)
        (x * x).backward()
        x.grad = None
        (2 * x).backward()
        x.grad
        # %%
        x = torch.tensor(3., requires_grad=True)
        y = x * x
        y.backward()
        y.backward()
        # %%
        x = torch.tensor(3., requires_grad=True)
        y = x * x
        y.backward(retain_graph=True)
        y.backward()
        x.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        (x + 1).sum().backward()
        x.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x * 2
        y.backward()
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x * 2
        y.backward(torch.tensor([1., 10.]))
        x.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x * 2
        y.backward(gradient=torch.ones(3))
        # %%
        x = torch.tensor([1., 2.])
        (x * 2).sum().backward()
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        with torch.no_grad():
            y = (x * 2).sum()
        y.requires_grad, y.grad_fn
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        with torch.no_grad():
            y = (x * 2).sum()
        y.backward()
        # %%
        @torch.no_grad()
        def double(x):
            return x * 2
        double(torch.ones(2, requires_grad=True))
        # %%
        x = torch.ones(2, requires_grad=True)
        with torch.no_grad():
            with torch.enable_grad():
                y = x * 2
            z = x * 2
        y.requires_grad, z.requires_grad, torch.is_grad_enabled()
        # %%
        torch.set_grad_enabled(False)
        y = torch.ones(2, requires_grad=True) * 2
        torch.set_grad_enabled(True)
        y.requires_grad
        # %%
        with torch.set_grad_enabled(False):
            y = torch.ones(2, requires_grad=True) * 2
        y.requires_grad
        # %%
        with torch.inference_mode():
            y = torch.ones(2, requires_grad=True) * 2
        y.requires_grad
        # %%
        try:
            with torch.no_grad():
                raise ValueError('no')
        except ValueError:
            pass
        torch.is_grad_enabled()
        # %%
        x = torch.ones(2, requires_grad=True)
        y = x.detach()
        y.requires_grad, y.is_leaf, x.is_leaf, (x * 2).is_leaf, torch.ones(2).is_leaf
        # %%
        x = torch.ones(2, requires_grad=True)
        (x.detach() * x).sum().backward()
        x.grad
        # %%
        x = torch.ones(2, requires_grad=True)
        y = x * 2
        y.sum().backward()
        y.grad
        # %%
        x = torch.ones(2, requires_grad=True)
        y = x * 2
        y.retain_grad()
        (y * y).sum().backward()
        y.grad, x.grad
        # %%
        x = torch.ones(2)
        x.requires_grad = True
        (x * 3).sum().backward()
        x.grad
        # %%
        x = torch.ones(2).requires_grad_()
        x.requires_grad_(False)
        x.requires_grad
        # %%
        x = torch.ones(2, requires_grad=True)
        y = x * 2
        y.requires_grad = False
        # %%
        x = torch.tensor([1, 2])
        x.requires_grad = True
        # %%
        x = torch.ones(2, requires_grad=True)
        x.grad is None
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = (x ** 2).sum()
        torch.autograd.grad(y, x)
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        grad, = torch.autograd.grad((x ** 3).sum(), x)
        x.grad, grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        w = torch.tensor([3., 4.], requires_grad=True)
        torch.autograd.grad((x * w).sum(), [x, w])
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        w = torch.tensor([3.], requires_grad=True)
        torch.autograd.grad(x.sum(), w)
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        w = torch.tensor([3.], requires_grad=True)
        torch.autograd.grad(x.sum(), [x, w], allow_unused=True)
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        torch.autograd.grad(x * 2, x, grad_outputs=torch.tensor([1., 0.]))
        # %%
        x = torch.tensor(2., requires_grad=True)
        y = x ** 3
        first, = torch.autograd.grad(y, x, create_graph=True)
        second, = torch.autograd.grad(first, x)
        first, second
        # %%
        J = torch.autograd.functional.jacobian(lambda v: v ** 2, torch.tensor([1., 2.]))
        J
        # %%
        W = wave(3, 3)
        torch.autograd.functional.jacobian(lambda v: torch.tanh(v @ W) + v, wave(3))
        # %%
        a = torch.tensor(2., requires_grad=True)
        b = torch.tensor(3., requires_grad=True)
        c = a * b
        d = c + a
        d.backward()
        a.grad, b.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        y = x
        for _ in range(5):
            y = y + 0.5 * y
        y.sum().backward()
        x.grad
        # %%
        x = torch.tensor(0.5, requires_grad=True)
        y = x
        for _ in range(3):
            y = torch.tanh(2 * y) + y
        y.backward()
        x.grad
        # %%
        x = torch.tensor(0., requires_grad=True)
        torch.relu(x).backward()
        x.grad
        # %%
        x = torch.tensor(0., requires_grad=True)
        x.abs().backward()
        x.grad
        # %%
        x = torch.tensor([2., 2., 1.], requires_grad=True)
        x.max().backward()
        x.grad
        # %%
        x = torch.tensor([2., 2., 1.], requires_grad=True)
        x.max(dim=0).values.backward()
        x.grad
        # %%
        x = torch.tensor([0., 1.], requires_grad=True)
        x.sqrt().sum().backward()
        x.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        (x > 1).float().sum().backward()
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        x.argmax().requires_grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        handle = x.register_hook(lambda g: g * 10)
        x.sum().backward()
        handle.remove()
        x.sum().backward()
        x.grad
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        seen = []
        y = x * 3
        y.register_hook(lambda g: seen.append(g))
        (y ** 2).sum().backward()
        seen
        # %%
        norms = {}
        x = wave(3)
        x.requires_grad_()
        h = x
        for i in range(3):
            h = torch.tanh(h)
            h.register_hook(lambda g, i=i: norms.update({i: g.norm().item()}))
        h.sum().backward()
        norms
        # %%
        torch.ones(2).register_hook(print)
        # %%
        x = torch.ones(2, requires_grad=True)
        (x * 2).grad_fn is not None, x.grad_fn is None
        # %%
        x = torch.ones(2, requires_grad=True)
        y = (x * 2).sum()
        type(y.grad_fn).__name__, y.grad_fn.name()
        # %%
        x = torch.tensor([1., 2.], requires_grad=True)
        loss = (x ** 2).sum()
        loss.backward()
        with torch.no_grad():
            x -= 0.1 * x.grad
        x.grad = None
        x
        # %%
        x = torch.tensor([1., 2.], requires_grad=True, dtype=torch.float64)
        y = (x.float() * 2).sum()
        y.backward()
        x.grad
        # %%
        w = torch.randn(3, requires_grad=True) * 2
        w.is_leaf
        # %%
        x = torch.ones(2, requires_grad=True)
        y = x.view(2, 1)
        y.sum().backward()
        x.grad
        # %%
        x = torch.ones(2, 2, requires_grad=True)
        total = 0
        for row in x:
            total = total + row.sum() * 2
        total.backward()
        x.grad
        # %%
        x = torch.ones(2, requires_grad=True)
        float(x.sum()), x.sum().item(), x.tolist()
        # %%
        x = torch.ones(1, requires_grad=True)
        (x * 2).backward()
        x.grad
        # %%
        x = torch.ones(2, requires_grad=True)
        loss1, loss2 = (x * 2).sum(), (x * 3).sum()
        torch.autograd.backward([loss1, loss2])
        x.grad
        # %%
        x = torch.ones(2, requires_grad=True)
        x.grad = torch.ones(3)
        # %%
        x = torch.ones(2, requires_grad=True)
        x.grad = torch.zeros(2)
        x.sum().backward()
        x.grad
        # %%
        x = torch.ones(3, requires_grad=True)
        y = x.clone().detach().requires_grad_(True)
        (x.sum() + (y * 2).sum()).backward()
        x.grad, y.grad
        # %%
        import copy
        copy.deepcopy(torch.ones(2, requires_grad=True))
        # %%
        import copy
        copy.deepcopy(torch.ones(2, requires_grad=True) * 2)
    """),
]
