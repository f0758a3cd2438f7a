from torchCases.snippets import cells, product

cases = [
    *product("torch.<f>(<n>)", f=["rand", "randn"], n=["1", "3", "15", "16", "17", "40", "1000", "2, 3", "4, 4", "2, 3, 4, 4", "()", "0"]),
    *product("torch.<f>(<n>, dtype=torch.float64)", f=["rand", "randn"], n=["3", "20", "5, 5"]),
    *product("torch.manual_seed(<seed>)\ntorch.<f>", seed=["0", "1", "42", "123456789", "2**40 + 5"], f=["rand(3)", "randn(3)", "randn(20)", "randperm(6)", "randint(10, (5,))"]),
    *product("torch.randint(<a>)", a=["10, (5,)", "2, 5, (2, 3)", "0, 2, (20,)", "1000, (100,)", "-3, 3, (8,)", "high=3, size=(4,)", "0, 10, (3,), dtype=torch.float32", "5, 5, (1,)"]),
    *product("torch.randperm(<n>)", n=["1", "2", "5", "10", "100"]),
    *product("w = torch.empty(<shape>)\nnn.init.<init>\nw", shape=["3, 4", "4, 2, 3, 3"], init=[
        "kaiming_normal_(w)", "kaiming_normal_(w, mode='fan_out', nonlinearity='relu')", "kaiming_uniform_(w)", "kaiming_uniform_(w, a=5 ** 0.5)", "xavier_normal_(w)", "xavier_uniform_(w)", "xavier_uniform_(w, gain=2.)",
        "normal_(w)", "normal_(w, 1., 0.1)", "normal_(w, std=0.01)", "uniform_(w)", "uniform_(w, -1, 1)", "constant_(w, 0.3)", "zeros_(w)", "ones_(w)",
    ]),
    *product("m = <m>\nlist(m.parameters())", m=[
        "nn.Linear(2, 3)", "nn.Linear(10, 4)", "nn.Linear(3, 2, bias=False)", "nn.Conv2d(1, 2, 3)", "nn.Conv2d(3, 4, 3, bias=False)", "nn.Conv2d(4, 4, 1, groups=2)", "nn.Conv2d(2, 8, (1, 3))", "nn.BatchNorm2d(3)",
        "nn.Sequential(nn.Conv2d(3, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU(), nn.Conv2d(4, 2, 1))", "nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))",
    ]),
    *cells("""
        torch.rand(3), torch.randn(3), torch.rand(3)
        # %%
        torch.randn(3), torch.randn(2), torch.randn(1)
        # %%
        torch.randn(1), torch.randn(16), torch.randn(1)
        # %%
        torch.randn(20), torch.randn(5), torch.rand(2)
        # %%
        torch.randint(10, (3,)), torch.rand(2), torch.randperm(4), torch.randn(2)
        # %%
        [torch.rand(1).item() for _ in range(5)]
        # %%
        [torch.rand(()).item() for _ in range(3)], [torch.randn(()).item() for _ in range(3)]
        # %%
        torch.rand(700)[-5:], torch.rand(3)
        # %%
        torch.manual_seed(3)
        a = torch.randn(4)
        torch.manual_seed(3)
        torch.equal(a, torch.randn(4))
        # %%
        torch.manual_seed(-1)
        torch.rand(2)
        # %%
        g = torch.Generator().manual_seed(7)
        torch.rand(2, generator=g), torch.randn(3, generator=g), torch.randperm(4, generator=g), torch.rand(2)
        # %%
        g = torch.Generator()
        g.manual_seed(7)
        torch.randint(0, 5, (4,), generator=g)
        # %%
        torch.manual_seed(5).initial_seed(), torch.initial_seed()
        # %%
        torch.empty(3).uniform_(-2, 2)
        # %%
        torch.empty(3).normal_(5, 2)
        # %%
        torch.zeros(20).normal_()
        # %%
        torch.normal(0., 1., size=(4,))
        # %%
        torch.normal(torch.tensor([0., 10.]), torch.tensor([1., 2.]))
        # %%
        torch.rand_like(torch.zeros(2, 2)), torch.randn_like(torch.zeros(2, 2))
        # %%
        torch.randn(2, 3, requires_grad=True)
        # %%
        torch.rand(2, 3) * 2 - 1
        # %%
        x = torch.randn(1000)
        x.mean(), x.std()
        # %%
        F.dropout(torch.ones(1000), 0.5).unique()
        # %%
        F.dropout(torch.ones(5), 0.5, training=False)
        # %%
        nn.Dropout(0.3).eval()(torch.ones(4))
        # %%
        (nn.Dropout(0.5)(torch.ones(10000)).mean() - 1).abs() < 0.05
        # %%
        torch.relu(torch.randn(2, 8, 4, 4)).mean()
        # %%
        linear = nn.Linear(3, 2)
        linear(torch.randn(4, 3))
        # %%
        conv = nn.Conv2d(3, 4, 3, stride=2, padding=1)
        conv(torch.randn(2, 3, 8, 8))
        # %%
        model = nn.Sequential(nn.Flatten(), nn.Linear(12, 5), nn.ReLU(), nn.Linear(5, 2))
        model(torch.randn(2, 3, 2, 2))
        # %%
        linear = nn.Linear(3, 2)
        first = linear.weight.clone()
        linear.reset_parameters()
        torch.equal(first, linear.weight), linear.weight
        # %%
        def init_weights(m):
            if isinstance(m, nn.Linear):
                nn.init.xavier_uniform_(m.weight)
                nn.init.zeros_(m.bias)
        model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
        model.apply(init_weights)
        list(model.parameters())
        # %%
        nn.init.kaiming_normal_(torch.empty(3))
        # %%
        nn.init.calculate_gain('relu'), nn.init.calculate_gain('tanh'), nn.init.calculate_gain('leaky_relu', 0.2)
        # %%
        torch.bernoulli(torch.tensor([0., 1.]))
    """),
]
