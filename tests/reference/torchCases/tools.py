"""Hooks, pruning, data sets, and the rarer layers and functions."""

from torchCases.snippets import cells, lines

cases = [
    *cells("""
        net = fill(nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)))
        seen = []
        handle = net[0].register_forward_hook(lambda m, i, o: seen.append((type(m).__name__, i[0].shape, o.shape)))
        net(wave(2, 3))
        handle.remove()
        net(wave(2, 3))
        seen
        # %%
        net = fill(nn.Sequential(nn.Linear(3, 4), nn.ReLU()))
        net.register_forward_pre_hook(lambda m, i: (i[0] * 2,))
        net(wave(2, 3))
        # %%
        net = fill(nn.Sequential(nn.Linear(3, 4), nn.ReLU()))
        net[1].register_forward_hook(lambda m, i, o: o + 1)
        net(wave(2, 3))
        # %%
        net = fill(nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)))
        seen = []
        net[2].register_full_backward_hook(lambda m, gi, go: seen.append((gi, go)))
        x = wave(2, 3).requires_grad_()
        net(x).square().sum().backward()
        seen, x.grad
        # %%
        net = fill(nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)))
        seen = []
        net[0].register_full_backward_hook(lambda m, gi, go: seen.append((gi, go)))
        net(wave(2, 3)).square().sum().backward()
        seen
        # %%
        layer = fill(nn.Linear(3, 2))
        layer.register_full_backward_hook(lambda m, gi, go: (gi[0] * 10,))
        x = wave(2, 3).requires_grad_()
        layer(x).sum().backward()
        x.grad
        # %%
        net = fill(nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)))
        seen = []
        for m in net:
            m.register_full_backward_hook(lambda m, gi, go: seen.append((type(m).__name__, gi, go)))
        x = wave(2, 3).requires_grad_()
        y = net(x).square().sum()
        y.backward(retain_graph=True)
        y.backward()
        seen, x.grad
        # %%
        class Two(nn.Module):
            def forward(self, a, b):
                return a * b, a + b
        seen = []
        m = Two()
        m.register_full_backward_hook(lambda m, gi, go: seen.append((gi, go)))
        a, b = wave(2).requires_grad_(), wave(2).add(1).requires_grad_()
        p, q = m(a, b)
        (p.sum() + 2 * q.sum()).backward()
        seen, a.grad, b.grad
        # %%
        import torch.nn.utils.prune as prune
        m = fill(nn.Linear(4, 3))
        prune.l1_unstructured(m, 'weight', amount=0.5)
        m.weight, m.weight_mask, [n for n, _ in m.named_parameters()], [n for n, _ in m.named_buffers()], prune.is_pruned(m)
        # %%
        import torch.nn.utils.prune as prune
        m = fill(nn.Linear(4, 3))
        prune.l1_unstructured(m, 'weight', amount=3)
        prune.remove(m, 'weight')
        m.weight, [n for n, _ in m.named_parameters()], list(m.state_dict()), prune.is_pruned(m)
        # %%
        import torch.nn.utils.prune as prune
        m = fill(nn.Linear(4, 3))
        prune.l1_unstructured(m, 'weight', amount=0.25)
        prune.l1_unstructured(m, 'weight', amount=0.5)
        m.weight_mask.sum(), m.weight
        # %%
        import torch.nn.utils.prune as prune
        torch.manual_seed(3)
        a, b = nn.Linear(4, 3), nn.Linear(3, 2)
        prune.global_unstructured([(a, 'weight'), (b, 'weight')], pruning_method=prune.L1Unstructured, amount=0.3)
        a.weight_mask, b.weight_mask
        # %%
        import torch.nn.utils.prune as prune
        m = fill(nn.Linear(4, 3))
        prune.random_unstructured(m, 'weight', amount=0.5)
        m.weight_mask
        # %%
        import torch.nn.utils.prune as prune
        prune.l1_unstructured(nn.Linear(4, 3), 'weight', amount=1.5)
        # %%
        import torch.nn.utils.prune as prune
        prune.remove(nn.Linear(4, 3), 'weight')
        # %%
        import torch.nn.utils.prune as prune
        m = fill(nn.Linear(4, 3))
        prune.l1_unstructured(m, 'weight', amount=0.5)
        m(wave(2, 4)).sum().backward()
        m.weight_orig.grad
        # %%
        import torch.nn.utils.prune as prune
        m = nn.Linear(4, 3)
        prune.custom_from_mask(m, 'weight', torch.ones(3, 4))
        m, list(m.state_dict())
        # %%
        from torch.utils.data import DataLoader, TensorDataset
        data = TensorDataset(torch.arange(10), torch.arange(10) * 2)
        [(a.tolist(), b.tolist()) for a, b in DataLoader(data, batch_size=3, shuffle=True)]
        # %%
        from torch.utils.data import DataLoader, TensorDataset
        data = TensorDataset(torch.arange(10))
        [a.tolist() for a, in DataLoader(data, batch_size=4, drop_last=True)], len(DataLoader(data, batch_size=4)), len(data), data[3]
        # %%
        from torch.utils.data import random_split
        a, b = random_split(range(10), [7, 3])
        c, d = random_split(range(10), [7, 3], generator=torch.Generator().manual_seed(1))
        list(a), list(b), list(c)
        # %%
        from torch.utils.data import DataLoader, Dataset
        class Squares(Dataset):
            def __len__(self):
                return 5
            def __getitem__(self, i):
                return {'x': torch.ones(2) * i, 'y': i * i}
        list(DataLoader(Squares(), batch_size=2))
        # %%
        table = fill(nn.Embedding(5, 3))
        y = table(torch.tensor([[1, 2], [4, 1]]))
        y.sum().backward()
        y, table.weight.grad, table
        # %%
        table = fill(nn.Embedding(5, 3, padding_idx=1))
        table(torch.tensor([1, 2])).sum().backward()
        table.weight.grad
        # %%
        x = wave(1, 2, 3, 3).requires_grad_()
        y = F.pad(x, (1, 1, 1, 1), mode='reflect')
        (y * wave(*y.shape)).sum().backward()
        y, x.grad
        # %%
        layer = fill(nn.GroupNorm(2, 4))
        x = wave(2, 4, 3, 3).requires_grad_()
        y = layer(x)
        (y * wave(*y.shape).square()).sum().backward()
        y, x.grad, layer.weight.grad, layer
        # %%
        layer = fill(nn.LayerNorm([3, 2]))
        x = wave(2, 3, 2).requires_grad_()
        y = layer(x)
        (y * wave(*y.shape).square()).sum().backward()
        y, x.grad, layer
        # %%
        x = wave(5).requires_grad_()
        (F.elu(x) + F.silu(x) + F.softplus(x) + F.leaky_relu(x) + F.gelu(x)).sum().backward()
        x.grad
        # %%
        x = wave(1, 2, 5, 5).requires_grad_()
        w = wave(3, 2, 3, 3).requires_grad_()
        g, = torch.autograd.grad(F.conv2d(x, w, padding=1).square().sum(), x, create_graph=True)
        g.square().sum().backward()
        x.grad, w.grad
        # %%
        x = wave(1, 1, 4, 4).requires_grad_()
        g, = torch.autograd.grad((F.max_pool2d(x, 2) ** 3).sum(), x, create_graph=True)
        g.square().sum().backward()
        x.grad
        # %%
        x = wave(1, 1, 4, 4).requires_grad_()
        g, = torch.autograd.grad((F.avg_pool2d(x, 2) ** 3).sum(), x, create_graph=True)
        g.square().sum().backward()
        x.grad
        # %%
        w = wave(4, 3).requires_grad_()
        x = wave(2, 3).requires_grad_()
        g, = torch.autograd.grad((F.linear(x, w) ** 3).sum(), x, create_graph=True)
        g.square().sum().backward()
        w.grad
        # %%
        import copy
        net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2))
        other = copy.deepcopy(net)
        with torch.no_grad():
            other[0].weight.add_(1)
        torch.equal(other[0].weight, net[0].weight + 1), other[0].weight is net[0].weight, type(other[0].weight).__name__
        # %%
        modules = nn.ModuleList([nn.Linear(2, 2)])
        modules.append(nn.ReLU())
        modules.insert(0, nn.Tanh())
        modules += [nn.Sigmoid()]
        len(modules), modules, list(modules.state_dict()), modules[1:]
        # %%
        seq = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
        seq.add_module('x', nn.Tanh())
        seq.append(nn.Sigmoid())
        seq[-1], len(seq), seq[:2], [type(m).__name__ for m in seq + nn.Sequential(nn.ReLU())]
        # %%
        seq = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
        del seq[0]
        seq, list(seq.named_children())
        # %%
        m = nn.Module()
        m.register_buffer('b', torch.ones(2), persistent=False)
        list(m.state_dict()), [n for n, _ in m.named_buffers()], m.b
        # %%
        w = torch.ones(2, requires_grad=True)
        optimizer = torch.optim.SGD([{'params': [w], 'lr': 0.5}], lr=0.1, momentum=0.9)
        (w * w).sum().backward()
        optimizer.step()
        optimizer.state_dict()
        # %%
        net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-3, nesterov=True)
        x, y = torch.randn(8, 1, 6, 6), torch.randint(0, 2, (8,))
        losses = []
        for _ in range(5):
            optimizer.zero_grad()
            loss = F.cross_entropy(net(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        losses, net[1].running_var, net[1].num_batches_tracked
        # %%
        net = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Dropout(0.5), nn.Linear(8, 1))
        optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
        x, y = torch.randn(16, 4), torch.randn(16, 1)
        losses = []
        for _ in range(5):
            optimizer.zero_grad()
            loss = F.mse_loss(net(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        losses
        # %%
        s = torch.get_rng_state()
        a = torch.rand(2)
        torch.set_rng_state(s)
        torch.equal(a, torch.rand(2))
    """),
    *lines("""
F.one_hot(torch.tensor([[0, 2], [1, 1]]), 4)
F.one_hot(torch.tensor([1, 2]), 2)
nn.Embedding(5, 3)(torch.tensor([7]))
nn.Embedding(5, 3, padding_idx=0).weight
F.pad(wave(2, 3), (1, 2)), F.pad(wave(2, 3), (1, 0, 0, 1), value=9.), F.pad(wave(2, 3), (-1, 0))
F.pad(wave(1, 2, 3, 3), (1, 1, 1, 1), mode='replicate'), F.pad(wave(1, 2, 3, 3), (1, 1, 1, 1), mode='circular')
F.pad(wave(1, 2, 3, 3), (3, 1, 1, 1), mode='reflect')
F.pad(wave(2, 3), (1, 1), mode='foo')
F.pad(wave(2, 3), (1,))
F.pad(wave(2, 3), (1, 1, 1, 1, 1, 1))
nn.Conv2d(2, 3, 3, padding=1, padding_mode='reflect')
fill(nn.Conv2d(2, 3, 3, padding=1, padding_mode='reflect'))(wave(1, 2, 4, 4))
nn.GroupNorm(3, 4)
F.layer_norm(wave(2, 3), (4,))
nn.Dropout(2)
nn.Dropout(0.3), nn.Dropout2d(0.1, inplace=True), nn.Softmax(dim=1), nn.GELU(), nn.LeakyReLU(0.2), nn.AvgPool2d(2), nn.AdaptiveMaxPool2d(2), nn.ELU(), nn.SiLU(), nn.Unflatten(1, (2, 3)), nn.ReLU6(), nn.ZeroPad2d(1)
F.dropout(torch.ones(10), 0.5), F.dropout(torch.ones(4, 4), 0.2), F.dropout2d(torch.ones(2, 3, 2, 2), 0.5)
F.elu(wave(5)), F.silu(wave(5)), F.softplus(wave(5)), F.relu6(wave(5) * 10), F.leaky_relu(wave(5), 0.1), F.gelu(wave(5), approximate='tanh'), F.hardtanh(wave(5) * 3), F.logsigmoid(wave(5))
F.cross_entropy(wave(4, 3), torch.tensor([0, -100, 2, 1])), F.cross_entropy(wave(4, 3), torch.tensor([0, 1, 2, 1]), weight=torch.tensor([1., 2., .5]), label_smoothing=.1)
F.cross_entropy(wave(2, 3), wave(2, 3).abs(), weight=torch.tensor([1., 2., .5]), label_smoothing=.1), F.cross_entropy(wave(2, 3), wave(2, 3).abs(), reduction='none')
F.adaptive_max_pool2d(wave(1, 2, 5, 5), 2), F.max_pool2d(wave(1, 1, 4, 4), 2, return_indices=True), F.max_pool2d(wave(2, 4, 4), 2), F.adaptive_avg_pool2d(wave(3, 4, 5), (2, None))
F.avg_pool2d(wave(1, 1, 5, 5), 2, ceil_mode=True), F.avg_pool2d(wave(1, 1, 5, 5), 3, 2, 1, ceil_mode=True, count_include_pad=False), F.avg_pool2d(wave(1, 1, 4, 4), 2, divisor_override=3)
F.max_pool2d(wave(1, 1, 6, 6), 2, dilation=2), F.max_pool2d(wave(1, 1, 5, 5), 3, 2, 1, ceil_mode=True)
F.adaptive_avg_pool2d(wave(2, 3), 1)
F.max_pool2d(wave(2, 3), 2)
F.normalize(wave(2, 3)), F.cosine_similarity(wave(2, 3), wave(2, 3) + 1)
nn.ModuleDict({'a': nn.ReLU(), 'b': nn.Linear(2, 2)})
nn.Sequential(nn.Linear(2, 2)).get_submodule('5')
nn.Linear(2, 2).to(torch.int64)
nn.Linear(2., 3)
nn.Conv2d(3, 2, 3.)
nn.init.kaiming_normal_(torch.empty(3, 4), mode='foo')
nn.init.eye_(torch.empty(2, 3)), nn.init.dirac_(torch.empty(3, 2, 3, 3)).sum((2, 3))
F.conv2d(wave(1, 2, 5, 5), wave(3, 2, 3, 3), stride=(2, 1), padding=(1, 0), dilation=(1, 2))
F.conv2d(wave(1, 2, 5, 5), wave(3, 2, 3, 3), stride=0)
F.conv2d(wave(1, 2, 5, 5), wave(3, 2, 3, 3), padding=-1)
F.conv2d(wave(1, 2, 5, 5), wave(3, 2, 3, 3), stride=(1, 2, 3))
F.conv2d(wave(1, 2, 5, 5), wave(3, 2, 3, 3), stride=1.5)
F.conv2d(wave(0, 2, 5, 5), wave(3, 2, 3, 3)).shape
F.batch_norm(wave(2, 4), None, None)
nn.BatchNorm2d(3)(wave(2, 3, 2, 2).double())
nn.Sequential(nn.Linear(2, 2), 3)
torch.utils.data.DataLoader(range(5), batch_size=2).batch_size
nn.Linear(2, 2).weight.add_(1)
torch.randint(3)
torch.empty(3).normal_(0, -1)
torch.empty(3).uniform_(3, 1)
torch.zeros(3, dtype=torch.long).random_(5)
"""),
]
