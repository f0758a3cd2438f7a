from torchCases.snippets import cells, lines, product

dims = ["", "0", "1", "-1", "(0, 1)", "dim=(0, 2, 3), keepdim=True", "dim=1, keepdim=True", "[2, 3]"]

cases = [
    *product("wave(2, 3, 2, 2).<f>(<dim>)", f=["sum", "mean"], dim=dims),
    *product("wave(2, 3, 2, 2).<f>(<dim>)", f=["var", "std"], dim=["", "0", "dim=1, keepdim=True", "(0, 2, 3)", "dim=(2, 3), unbiased=False", "unbiased=False", "0, unbiased=False, keepdim=True"]),
    *product("torch.<f>(wave(2, 3), <dim>)", f=["sum", "mean", "var", "std"], dim=["0", "dim=1", "dim=-1, keepdim=True", "(0, 1)"]),
    *product("wave(2, 3, 4).<f>(<dim>)", f=["max", "min"], dim=["", "0", "dim=1", "-1, keepdim=True"]),
    *product("wave(2, 3, 4).<f>(<dim>)", f=["argmax", "argmin"], dim=["", "0", "dim=1", "-1, keepdim=True"]),
    *product("wave(2, 3, 4).<f>(<dim>)", f=["amax", "amin"], dim=["0", "dim=(1, 2)", "-1, keepdim=True"]),
    *product("(wave(2, 3) > 0).<f>(<dim>)", f=["any", "all", "sum"], dim=["", "0", "dim=1", "dim=1, keepdim=True"]),
    *product("wave(2, 3).<f>(<dim>)", f=["softmax", "log_softmax", "logsumexp", "cumsum", "prod"], dim=["0", "dim=1", "dim=-1"]),
    *product("torch.tensor(<x>).<f>()", x=["[1, 2, 3]", "[True, True, False]", "[]"], f=["sum", "mean", "prod", "max"]),
    *product("torch.tensor([1.5, 2.5], dtype=torch.float64).<f>()", f=["sum", "mean", "var", "prod", "max", "norm"]),
    *lines("""
torch.tensor([1, 2, 3]).float().mean()
torch.tensor([1, 2, 3]).sum(dtype=torch.float32)
torch.tensor([1, 2]).mean(dtype=torch.float32)
torch.tensor([1.]).var()
torch.tensor([1.]).std(unbiased=False)
torch.tensor([1, 2]).std()
torch.tensor(3.).sum()
torch.tensor(3.).mean(0)
torch.tensor(3.).max()
torch.tensor([3., 1., 3.]).argmax()
torch.tensor([1., float('nan'), 2.]).max()
torch.tensor([1., float('nan'), 2.]).sum()
torch.zeros(2, 0).sum(1)
torch.zeros(0).sum()
wave(2, 3).sum(2)
wave(2, 3).mean(-3)
wave(2, 3).max(5)
wave(2, 3).argmax(2)
wave(2, 3).softmax(2)
wave(2, 3).sum((0, 0))
wave(2, 3).softmax()
wave(2, 3).var(0, correction=0)
torch.var(wave(2, 3), dim=0, unbiased=False)
torch.softmax(wave(2, 3), dim=1)
torch.log_softmax(wave(2, 3), dim=1)
F.softmax(wave(2, 3), dim=1)
F.log_softmax(wave(2, 3), dim=-1)
torch.softmax(torch.tensor([1000., 1001.]), 0)
torch.max(wave(2, 3))
torch.max(wave(2, 3), 1)
torch.max(wave(2, 3), dim=1)[1]
torch.max(wave(2, 3), 1).values
torch.min(wave(2, 3), 0).indices
torch.argmax(wave(2, 3), dim=1)
torch.topk(wave(5), 2)
wave(3, 5).topk(2)
wave(3, 5).topk(2, dim=0).indices
wave(5).topk(2, largest=False)
wave(5).topk(9)
wave(5).sort()
wave(2, 5).sort(descending=True)
wave(2, 5).sort(dim=0).values
torch.sort(torch.tensor([3, 1, 2]))
wave(5).argsort()
torch.argsort(wave(5), descending=True)
wave(5).median()
wave(2, 5).median(1)
torch.tensor([4., 1., 3., 2.]).median()
wave(2, 3).norm()
wave(2, 3).norm(dim=1)
wave(2, 3).norm(p=1)
torch.norm(wave(2, 3))
wave(2, 3).norm(2, dim=1, keepdim=True)
wave(2, 3).abs().sum()
wave(2, 3).abs().max().item()
torch.cumsum(torch.tensor([1, 2, 3]), 0)
torch.prod(torch.tensor([2., 3.]))
torch.count_nonzero(torch.tensor([0., 1., 2.]))
torch.nonzero(torch.tensor([0., 1., 2.]))
torch.var_mean(wave(2, 3), dim=0)
torch.any(torch.tensor([0., 1.]))
torch.all(torch.tensor([True, True]))
torch.mean(wave(2, 3, 4, 4), dim=[2, 3])
wave(2, 3).sum().dtype, torch.tensor([1]).sum().dtype, torch.tensor([True]).sum().dtype
torch.full((1000,), 0.1).sum()
"""),
    *cells("""
        values, indices = wave(3, 4).max(dim=1)
        values, indices
        # %%
        x = torch.tensor([1., 2., 3., 4.])
        mean = x.mean()
        var = ((x - mean) ** 2).mean()
        mean, var, x.var(unbiased=False), x.var()
        # %%
        result = wave(2, 3).max(1)
        result.values.shape, result[0].shape, len(result)
    """),
]
