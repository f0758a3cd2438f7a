from torchCases.snippets import cells, lines, product

backward = """
x = <x>.requires_grad_()
layer = fill(<layer>)
y = layer(x)
(y * wave(*y.shape).square()).sum().backward()
y, x.grad, [p.grad for p in layer.parameters()]
"""

convolutions = [
    "nn.Conv2d(4, 2, 3)", "nn.Conv2d(4, 2, 3, padding=1)", "nn.Conv2d(4, 2, 3, stride=2, padding=1)", "nn.Conv2d(4, 2, 3, padding=1, bias=False)", "nn.Conv2d(4, 6, 1)", "nn.Conv2d(4, 6, 1, stride=2, bias=False)",
    "nn.Conv2d(4, 4, 3, groups=2)", "nn.Conv2d(4, 4, 3, padding=1, groups=4, bias=False)", "nn.Conv2d(4, 8, 3, stride=2, groups=4)", "nn.Conv2d(4, 2, (1, 3))", "nn.Conv2d(4, 2, (3, 1), padding=(1, 0), stride=(1, 2))", "nn.Conv2d(4, 2, 5, padding=2)",
    "nn.Conv2d(4, 2, 5, stride=3, padding=3)", "nn.Conv2d(4, 2, 3, dilation=2, padding=2)", "nn.Conv2d(4, 2, 2, stride=2)", "nn.Conv2d(4, 2, 3, padding='same')", "nn.Conv2d(4, 2, 3, padding='valid')", "nn.Conv2d(4, 2, kernel_size=(6, 6))", "nn.Conv2d(4, 2, 4, padding='same', bias=False)",
]

cases = [
    *product(backward, x=["wave(2, 4, 6, 6)"], layer=convolutions),
    *product(backward, x=["wave(1, 3, 7, 5)"], layer=["nn.Conv2d(3, 4, 7, stride=2, padding=3, bias=False)", "nn.Conv2d(3, 2, 3, stride=2)", "nn.Conv2d(3, 2, 1)"]),
    *product(backward, x=["wave(3, 5)"], layer=["nn.Linear(5, 2)", "nn.Linear(5, 4, bias=False)", "nn.ReLU()", "nn.Tanh()", "nn.Sigmoid()", "nn.Softmax(dim=1)", "nn.LogSoftmax(dim=1)", "nn.Identity()", "nn.LeakyReLU()", "nn.ReLU(inplace=False)", "nn.Sequential(nn.Linear(5, 3), nn.ReLU(), nn.Linear(3, 2))"]),
    *product(backward, x=["wave(2, 3, 6, 6)"], layer=[
        "nn.MaxPool2d(2)", "nn.MaxPool2d(3, stride=2, padding=1)", "nn.MaxPool2d(kernel_size=3, stride=1)", "nn.MaxPool2d(2, ceil_mode=True)", "nn.MaxPool2d((2, 3))", "nn.AvgPool2d(2)", "nn.AvgPool2d(3, stride=2, padding=1)", "nn.AvgPool2d(2, stride=1)", "nn.AvgPool2d(3, 2, 1, count_include_pad=False)",
        "nn.AdaptiveAvgPool2d((1, 1))", "nn.AdaptiveAvgPool2d(1)", "nn.AdaptiveAvgPool2d(2)", "nn.AdaptiveAvgPool2d((3, 2))", "nn.Flatten()", "nn.Flatten(2)", "nn.BatchNorm2d(3)", "nn.BatchNorm2d(3).eval()", "nn.BatchNorm2d(3, affine=False)", "nn.BatchNorm2d(3, track_running_stats=False)", "nn.BatchNorm2d(3, eps=0.1)", "nn.Dropout(0.5).eval()",
    ]),
    *product(backward, x=["wave(1, 3, 5, 7)"], layer=["nn.MaxPool2d(3, stride=2, padding=1)", "nn.MaxPool2d(2)", "nn.AdaptiveAvgPool2d(2)", "nn.AdaptiveAvgPool2d((1, 1))", "nn.AvgPool2d(2)", "nn.BatchNorm2d(3)"]),
    *product(backward, x=["wave(6, 3)"], layer=["nn.BatchNorm1d(3)", "nn.BatchNorm1d(3).eval()", "nn.LayerNorm(3)"]),
    *product(
        "bn = fill(nn.BatchNorm2d(2, <with>))\nfor i in range(3):\n    y = bn(wave(4, 2, 3, 3) * (i + 1) + i)\ny, bn.running_mean, bn.running_var, bn.num_batches_tracked",
        **{"with": ["eps=1e-5", "momentum=0.5", "momentum=None", "eps=0.01, momentum=0.2"]},
    ),
    *lines("""
F.conv2d(wave(1, 2, 4, 4), wave(3, 2, 3, 3))
F.conv2d(wave(1, 2, 4, 4), wave(3, 2, 3, 3), wave(3), stride=2, padding=1)
F.conv2d(wave(1, 2, 4, 4), wave(3, 2, 3, 3), padding=(0, 1))
F.conv2d(wave(1, 4, 4, 4), wave(4, 2, 3, 3), groups=2)
F.conv2d(wave(2, 4, 4), wave(3, 2, 3, 3))
F.conv2d(wave(1, 1, 3, 3).double(), torch.ones(1, 1, 2, 2).double())
F.linear(wave(2, 3), wave(4, 3))
F.linear(wave(2, 3), wave(4, 3), wave(4))
F.linear(wave(3), wave(4, 3))
F.linear(wave(2, 5, 3), wave(4, 3)).shape
F.max_pool2d(wave(1, 1, 4, 4), 2)
F.max_pool2d(wave(1, 1, 4, 4), kernel_size=3, stride=2, padding=1)
F.max_pool2d(-torch.ones(1, 1, 2, 2), 3, stride=1, padding=1)
F.avg_pool2d(wave(1, 1, 4, 4), 2)
F.adaptive_avg_pool2d(wave(2, 3, 4, 4), 1)
F.adaptive_avg_pool2d(wave(2, 3, 4, 4), (1, 1)).shape
F.relu(wave(2, 3))
F.batch_norm(wave(2, 3, 2, 2), torch.zeros(3), torch.ones(3))
F.batch_norm(wave(2, 3, 2, 2), torch.zeros(3), torch.ones(3), training=True)
F.batch_norm(wave(2, 3, 2, 2), None, None, training=True)
F.batch_norm(wave(2, 3, 2, 2), torch.tensor([0.1, 0., -0.1]), torch.tensor([1., 2., 0.5]), torch.ones(3), torch.zeros(3), eps=0.1)
F.dropout(wave(2, 3), 0.5, False)
F.layer_norm(wave(2, 3), (3,))
F.normalize(wave(2, 3), dim=1)
nn.Conv2d(2, 3, 3).weight.shape
nn.Conv2d(4, 6, (3, 5), groups=2).weight.shape
nn.Conv2d(2, 3, 3).bias.shape
nn.Conv2d(2, 3, 3, bias=False).bias
nn.Linear(3, 2).weight.shape, nn.Linear(3, 2).bias.shape
nn.Conv2d(3, 8, 3, stride=2, padding=1)(wave(1, 3, 32, 32)).shape
nn.Conv2d(3, 64, 7, stride=2, padding=3)(wave(1, 3, 64, 64)).shape
nn.MaxPool2d(3, 2, 1)(wave(1, 2, 15, 15)).shape
nn.Conv2d(3, 2, 3)(wave(1, 4, 8, 8))
nn.Conv2d(3, 2, 3)(wave(3, 8))
nn.Conv2d(3, 2, 3)(wave(3, 8, 8)).shape
nn.Conv2d(3, 2, 5)(wave(1, 3, 4, 4))
nn.Conv2d(3, 2, 3)(wave(1, 3, 8, 8).double())
nn.Conv2d(3, 2, 3)(torch.ones(1, 3, 8, 8, dtype=torch.int64))
nn.Conv2d(3, 2, 3, groups=2)
nn.Conv2d(4, 3, 3, groups=2)
nn.Conv2d(3, 2)
nn.Conv2d(3, 2, 3, paddin=1)
nn.Conv2d(3, 2, 3, stride=2, padding='same')
nn.Conv2d(3, 2, 3)([1, 2])
nn.Linear(3, 2)(wave(2, 4))
nn.Linear(3, 2)(wave(2, 3, 3, 3)).shape
nn.Linear(12, 2)(wave(2, 3, 2, 2))
nn.Linear(3, 2)(torch.tensor([1, 2, 3]))
nn.Linear(3, 2)(wave(3).double())
nn.Linear(3)
nn.BatchNorm2d(3)(wave(2, 4, 3, 3))
nn.BatchNorm2d(3)(wave(2, 3))
nn.BatchNorm2d(3)(wave(1, 3, 1, 1))
nn.BatchNorm2d(3).eval()(wave(1, 3, 1, 1)).shape
nn.BatchNorm1d(3)(wave(1, 3))
nn.MaxPool2d(2)(wave(1, 2, 1, 1))
nn.MaxPool2d(2, padding=2)(wave(1, 2, 4, 4))
nn.ReLU()(3)
nn.ReLU(wave(2, 3)).inplace.shape
nn.BatchNorm2d(3).weight, nn.BatchNorm2d(3).bias
nn.BatchNorm2d(3).running_mean, nn.BatchNorm2d(3).running_var, nn.BatchNorm2d(3).num_batches_tracked
nn.BatchNorm2d(3, affine=False).weight
nn.BatchNorm2d(3).eps, nn.BatchNorm2d(3).momentum, nn.BatchNorm2d(3).num_features
nn.Conv2d(3, 2, 3).kernel_size, nn.Conv2d(3, 2, 3).stride, nn.Conv2d(3, 2, 3, padding=1).padding, nn.Conv2d(3, 2, 3).in_channels, nn.Conv2d(3, 2, 3).groups
nn.Linear(3, 2).in_features, nn.Linear(3, 2).out_features
nn.MaxPool2d(3, 2, 1).kernel_size, nn.MaxPool2d(3).stride
"""),
    *cells("""
        bn = nn.BatchNorm2d(2)
        x = wave(4, 2, 3, 3)
        y = bn(x)
        y.mean((0, 2, 3)).abs() < 1e-6, y.var((0, 2, 3), unbiased=False)
        # %%
        bn = nn.BatchNorm2d(2)
        bn(wave(4, 2, 3, 3))
        bn.eval()
        bn(wave(1, 2, 2, 2))
        # %%
        bn = nn.BatchNorm2d(2).eval()
        bn(wave(4, 2, 3, 3))
        bn.running_mean, bn.num_batches_tracked
        # %%
        bn = nn.BatchNorm2d(2)
        with torch.no_grad():
            bn(wave(4, 2, 3, 3))
        bn.running_mean, bn.running_var
        # %%
        bn = nn.BatchNorm2d(2)
        bn(wave(4, 2, 3, 3))
        bn.reset_running_stats()
        bn.running_mean, bn.running_var, bn.num_batches_tracked
        # %%
        bn = nn.BatchNorm2d(2)
        nn.init.zeros_(bn.weight)
        bn(wave(4, 2, 3, 3))
        # %%
        mean, var = torch.zeros(2), torch.ones(2)
        F.batch_norm(wave(4, 2, 3, 3), mean, var, training=True, momentum=0.1)
        mean, var
        # %%
        conv = nn.Conv2d(1, 1, 3, padding=1, bias=False)
        with torch.no_grad():
            conv.weight.zero_()
            conv.weight[0, 0, 1, 1] = 1
        x = wave(1, 1, 4, 4)
        torch.equal(conv(x), x)
        # %%
        pool = nn.MaxPool2d(2)
        x = torch.tensor([[[[1., 1.], [1., 1.]]]], requires_grad=True)
        pool(x).sum().backward()
        x.grad
        # %%
        x = wave(2, 3, 6, 6).requires_grad_()
        conv = fill(nn.Conv2d(3, 2, 3, padding=1, bias=False))
        bn = fill(nn.BatchNorm2d(2))
        y = F.relu(bn(conv(x)))
        y.mean().backward()
        x.grad, conv.weight.grad, bn.weight.grad, bn.bias.grad
        # %%
        w = wave(2, 3, 3, 3).requires_grad_()
        for stride in (1, 2):
            F.conv2d(wave(1, 3, 5, 5), w, stride=stride).sum().backward()
        w.grad
        # %%
        x = wave(1, 3, 5, 5).permute(0, 1, 3, 2)
        F.conv2d(x, wave(2, 3, 3, 3))
        # %%
        x = wave(2, 3, 8, 8)[:, :, ::2, ::2]
        F.conv2d(x, wave(2, 3, 3, 3), padding=1)
        # %%
        F.conv2d(wave(1, 2, 4, 4), wave(3, 2, 3, 3), torch.ones(2))
        # %%
        nn.Conv2d(3, 2, 3).double()(wave(1, 3, 4, 4).double()).dtype
        # %%
        nn.Linear(2, 2).double().weight.dtype
    """),
]
