from torchCases.snippets import cells, lines, product

keys = [
    "0", "-1", "1, 2", "1, -1, 0", ":", "1:", ":1", ":, 1", ":, 1:", ":, ::2", "..., 0", "0, ...", "None", ":, None", ":, :, None", "..., None, 0",
    "0, :, 1:3", "[0, 1]", "[1, 1, 0]", ":, [0, 2]", "[0, 1], [1, 2]", "torch.tensor([1, 0])", "torch.tensor([[0, 1], [1, 0]])", ":, torch.tensor([2, 0])",
    "torch.tensor(1)", "torch.tensor([True, False])", "x > 0", "x[:, :, 0] > 0", "..., -1:", "5", "0, 3", "-3", "0, 0, 0, 0", "::-1", "True", ":, [0, 7]",
    "1.5", "'a'", "torch.tensor([0.5])", "torch.tensor([True, False, True])", "slice(0, 1)", "(0, slice(None), 1)", "0:100", "1:1", "[True, False]", "torch.tensor([0, 1]), :, torch.tensor([0, 1])",
]
puts = [
    "x[0] = 1", "x[1, 2] = 7.", "x[:, 1] = torch.tensor([1., 2., 3., 4.])", "x[0] += 10", "x[..., 0] = 5", "x[x > 0] = 0", "x[x < 0] *= -1",
    "x[[0, 1], [1, 2]] = 9", "x[torch.tensor([0, 0])] += 1", "x[:, ::2] = -1", "x[0, 0] = torch.arange(4)", "x[0] = torch.zeros(5)", "x[0, 0] = torch.tensor([True, False, True, False])",
    "x[:] = 3", "x[...] = 2", "x[0, 0, 0] = torch.tensor(4)", "x[2] = 1", "x[0, 0, 0] = torch.ones(2)", "x[:, None] = 1", "x[x > 0.5] = torch.tensor([8.])",
    "x[1:] = x[:1]", "x[0, 1], x[0, 2] = 1, 2", "x[0, 0] = 'a'", "x[:, [0, 2]] = torch.zeros(2, 2, 4)", "x[torch.tensor([True, False])] = 0", "x[0, 0] = [1., 2., 3., 4.]",
]

cases = [
    *product("x = wave(2, 3, 4)\nx[<key>]", key=keys),
    *product("x = wave(2, 3, 4)\n<put>\nx", put=puts),
    *product("x = torch.arange(6)\n<put>\nx", put=["x[0] = 2.9", "x[1] = True", "x[:2] = torch.tensor([1.5, 2.5])", "x[x % 2 == 0] = -1", "x[-1] = 100"]),
    *lines("""
torch.tensor(3.)[0]
torch.tensor(3.)[...]
torch.tensor(3.)[None]
torch.arange(5)[torch.tensor(2)]
torch.arange(5)[1:4:2]
torch.arange(5)[-3:]
torch.arange(5)[:-1]
torch.arange(10)[torch.arange(10) % 3 == 0]
wave(3, 4)[range(2)]
wave(3, 4)[torch.arange(3), torch.tensor([0, 1, 2])]
wave(2, 3, 8, 8)[:, :, ::2, ::2].shape
wave(2, 3, 8, 8)[0, :, 2:5, -3:].shape
wave(2, 3, 8, 8)[:, [0]].shape
wave(3, 4).gather(1, torch.tensor([[0], [1], [2]]))
torch.gather(wave(2, 3), 0, torch.tensor([[0, 1, 0]]))
torch.zeros(2, 3).scatter_(1, torch.tensor([[0], [2]]), 1.)
torch.zeros(2, 3).scatter(1, torch.tensor([[0], [2]]), torch.tensor([[5.], [6.]]))
torch.index_select(wave(3, 4), 0, torch.tensor([2, 0]))
wave(3, 4).index_select(1, torch.tensor([1]))
wave(2, 3).masked_fill(wave(2, 3) > 0, 0.)
wave(2, 3).masked_fill(torch.tensor([True, False, True]), float('-inf'))
wave(2, 3).masked_select(wave(2, 3) > 0)
(wave(2, 3) > 0).nonzero()
(wave(2, 3) > 0).nonzero(as_tuple=True)
torch.where(wave(2, 3) > 0)
wave(2, 3)[wave(3) > 0]
wave(2, 3)[5][0]
wave(2, 3).gather(1, torch.tensor([0]))
wave(2, 3)[0].tolist()
wave(2, 3)[0][1].item()
wave(2, 3)[0, 1].shape
wave(2, 3)[torch.tensor([], dtype=torch.long)].shape
wave(2, 3)[[]].shape
"""),
    *cells("""
        x = torch.arange(12).view(3, 4)
        rows = torch.tensor([0, 2])
        x[rows[:, None], torch.tensor([1, 3])]
        # %%
        logits = wave(3, 5)
        labels = torch.tensor([1, 0, 4])
        -logits.log_softmax(1)[torch.arange(3), labels].mean()
        # %%
        x = torch.zeros(3)
        for i in range(len(x)):
            x[i] = i ** 2
        x
        # %%
        x = torch.zeros(2, 2)
        del x[0]
        # %%
        x = torch.zeros(2)
        x[0] = float('nan')
        x.isnan()
        # %%
        x = torch.zeros(3, 3)
        x.fill_diagonal_(1)
        x
        # %%
        x = wave(2, 3, 4, 4)
        picked = x[:, [2, 0, 1]]
        torch.equal(picked[:, 0], x[:, 2])
    """),
]
