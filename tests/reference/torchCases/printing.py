from torchCases.snippets import cells, product

tensors = [
    "torch.tensor(3)", "torch.tensor(2.5)", "torch.tensor(2.)", "torch.tensor(True)", "torch.tensor([])", "torch.tensor([1, 2, 300])", "torch.tensor([-1, 2])", "torch.tensor([True, False])", "torch.tensor([1., 2., 3.])", "torch.tensor([1.5, -2.25])",
    "torch.tensor([1 / 3, 2 / 3])", "torch.tensor([0.1, 100.5])", "torch.tensor([1e-5, 1.])", "torch.tensor([1e-5])", "torch.tensor([1e10, 1.])", "torch.tensor([1e10])", "torch.tensor([1e8, 1e9])", "torch.tensor([12345678.])", "torch.tensor([0.00012])", "torch.tensor([1000., 0.001])", "torch.tensor([99999., 1.5])", "torch.tensor([1e5 + 0.5, 1.5])",
    "torch.tensor([float('nan'), 1.])", "torch.tensor([float('inf'), -1.5])", "torch.tensor([float('nan'), float('inf')])", "torch.tensor([float('-inf'), 2.])", "torch.tensor([-0., 0.])", "torch.tensor([1., 2.], dtype=torch.float64)", "torch.tensor(0.1, dtype=torch.float64)", "torch.tensor([[1, 2], [3, 4]])", "torch.tensor([[1.5, -2.], [3., 100.]])", "torch.tensor([[True], [False]])",
    "torch.zeros(2, 3)", "torch.ones(2, 2, 2)", "torch.zeros(2, 1, 2, 2)", "torch.zeros(0, 3)", "torch.zeros(2, 0)", "torch.zeros(2, 0, dtype=torch.int64)", "torch.arange(30)", "torch.arange(30.)", "torch.arange(100.)", "torch.arange(1001)", "torch.arange(2000.).view(2, 1000)", "torch.zeros(1000)", "torch.zeros(1001)", "torch.zeros(20, 100)", "torch.arange(4000.).view(20, 10, 20)", "torch.zeros(2, 3, 64, 64)",
    "torch.ones(2, requires_grad=True)", "torch.tensor(1., requires_grad=True)", "torch.ones(2, dtype=torch.float64, requires_grad=True)", "torch.ones(2, requires_grad=True) * 2", "torch.ones(2, requires_grad=True).sum()", "torch.ones(2, 2, requires_grad=True).mean()", "torch.ones(2, requires_grad=True).view(2, 1)", "torch.ones(2, requires_grad=True)[0]", "-torch.ones(1, requires_grad=True)",
    "torch.ones(1, requires_grad=True) + 1", "torch.ones(1, requires_grad=True) - 1", "torch.ones(1, requires_grad=True) / 2", "torch.ones(1, requires_grad=True) ** 2", "torch.relu(torch.ones(1, requires_grad=True))", "torch.ones(2, 2, requires_grad=True) @ torch.ones(2, 2)", "torch.ones(1, requires_grad=True).exp()", "torch.ones(1, requires_grad=True).clone()", "torch.ones(2, 2, requires_grad=True).t()", "F.softmax(torch.ones(2, requires_grad=True), 0)",
    "torch.cat([torch.ones(1, requires_grad=True)])", "F.mse_loss(torch.ones(1, requires_grad=True), torch.zeros(1))", "F.cross_entropy(torch.ones(1, 2, requires_grad=True), torch.tensor([0]))", "F.conv2d(torch.ones(1, 1, 2, 2, requires_grad=True), torch.ones(1, 1, 1, 1))", "F.linear(torch.ones(1, 2, requires_grad=True), torch.ones(1, 2), torch.ones(1))", "F.max_pool2d(torch.ones(1, 1, 2, 2, requires_grad=True), 2)", "F.batch_norm(wave(2, 1, 1, 1).requires_grad_(), torch.zeros(1), torch.ones(1), training=True)",
    "nn.Parameter(torch.ones(2))", "nn.Parameter(torch.zeros(2, 2))", "nn.Parameter(torch.ones(1), requires_grad=False)", "torch.zeros(2).shape", "torch.Size([])", "torch.float32", "torch.device('cpu')", "torch.zeros(2).dtype", "wave(3, 4)", "wave(2, 2, 3)", "wave(3, 4) * 1000", "wave(3, 4) / 1e6", "torch.tensor([123456, -7])", "torch.tensor([0.5, 0.25, 0.125, 0.0625, 0.03125])", "torch.tensor([[0.1, 22.22], [333.333, 4444.4444]])",
]

cases = [
    *product("print(<x>)", x=tensors),
    *product("repr(<x>)", x=["torch.tensor([1., 2.])", "torch.tensor(3)", "torch.ones(2, requires_grad=True)", "torch.zeros(2).shape", "nn.Parameter(torch.ones(2))"]),
    *cells("""
        loss = torch.tensor(0.123456)
        print(f'loss {loss:.3f}')
        # %%
        loss = torch.tensor(0.123456, requires_grad=True)
        print(f'loss {loss.item():.4f}')
        # %%
        loss = torch.tensor(0.123456, requires_grad=True)
        print(f'{loss:.2f}')
        # %%
        print(f'{torch.tensor(3)}', '{:.1f}'.format(torch.tensor(2.55)), f'{torch.tensor(7):d}', f'{torch.tensor(7):>4}')
        # %%
        print(f'{torch.tensor([1., 2.])}')
        # %%
        print(f'{torch.tensor([1., 2.]):.2f}')
        # %%
        print('shape:', torch.zeros(2, 3).shape, torch.zeros(2, 3).size())
        # %%
        print([torch.tensor(1.), torch.tensor([2])])
        # %%
        print((torch.tensor(1.),), {'a': torch.tensor([2.5])})
        # %%
        print(torch.tensor([1., 2.]).max(0))
        # %%
        wave(2, 3).sort(1)
        print(wave(2, 3).max(dim=1))
        # %%
        print(torch.tensor(2.5).item(), torch.tensor([1, 2]).tolist(), torch.tensor(0.1).item())
        # %%
        print(wave(2, 3).tolist())
        # %%
        x = torch.ones(2, requires_grad=True)
        (x * x).sum().backward()
        print(x.grad, x.grad.shape)
        # %%
        y = torch.ones(2, requires_grad=True) * 2
        print(y.grad_fn.name(), y.detach())
        # %%
        print(torch.zeros(3), torch.ones(2).bool(), sep='\\n')
        # %%
        'value ' + str(torch.tensor(2.))
        # %%
        '%.2f' % torch.tensor(2.)
        # %%
        round(torch.tensor(2.567).item(), 2)
        # %%
        torch.set_printoptions(precision=2)
        print(torch.tensor([1 / 3]))
        torch.set_printoptions(precision=4)
        # %%
        torch.set_printoptions(sci_mode=False)
        print(torch.tensor([1e-5, 1.]))
        torch.set_printoptions(profile='default')
    """),
]
