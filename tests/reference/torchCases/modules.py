from torchCases.snippets import cells, product

net = """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(2)
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(8, 3))
        self.scale = nn.Parameter(torch.ones(1))
        self.register_buffer('offset', torch.zeros(1))

    def forward(self, x):
        return self.head(F.relu(self.bn(self.conv(x)))) * self.scale + self.offset

net = Net()
"""

cases = [
    *product(net + "<f>", f=[
        "[name for name, _ in net.named_parameters()]", "list(net.state_dict())", "list(net.state_dict().keys())", "[name for name, _ in net.named_modules()]", "[name for name, _ in net.named_children()]", "[name for name, _ in net.named_buffers()]", "len(list(net.parameters()))", "len(list(net.modules()))", "len(list(net.children()))", "len(list(net.buffers()))",
        "sum(p.numel() for p in net.parameters())", "sum(p.numel() for p in net.parameters() if p.requires_grad)", "[tuple(p.shape) for p in net.parameters()]", "{k: tuple(v.shape) for k, v in net.state_dict().items()}", "print(net)", "net", "str(net.head)", "net.training, net.eval().training, net.bn.training, net.train().bn.training", "net.train(False).head[1].training", "net.eval() is net, net.train() is net",
        "net(wave(2, 1, 2, 2)).shape", "net(wave(2, 1, 2, 2)).requires_grad", "net(wave(2, 1, 2, 2)).mean().backward()\n[n for n, p in net.named_parameters() if p.grad is not None]", "net.zero_grad()\nnet.conv.weight.grad", "net(wave(2, 1, 2, 2)).sum().backward()\nnet.zero_grad()\nnet.conv.weight.grad", "net(wave(2, 1, 2, 2)).sum().backward()\nnet.zero_grad(set_to_none=True)\nnet.conv.weight.grad",
        "net(wave(2, 1, 3, 3))", "net(wave(2, 3, 2, 2))", "net()", "net(wave(1, 1, 2, 2), 2)", "net.missing", "net.conv = None\nlist(net.state_dict())", "net.conv = 3", "net.scale = torch.ones(1)", "net.scale = nn.Parameter(torch.zeros(2))\nnet.scale", "del net.bn\nlist(net.state_dict())", "net.offset = torch.ones(1)\nlist(net._buffers)", "net.extra = nn.Linear(1, 1)\nlist(net.state_dict())[-2:]", "'scale' in net._parameters, 'conv' in net._modules",
        "net.requires_grad_(False)\n[p.requires_grad for p in net.parameters()]", "for p in net.conv.parameters():\n    p.requires_grad = False\n[p.requires_grad for p in net.parameters()]", "net.to('cpu') is net", "net.float() is net", "net.double().conv.weight.dtype", "net.apply(lambda m: print(type(m).__name__)) is net", "net.get_submodule('head.1')", "net.get_parameter('head.1.weight').shape", "net.head[1].weight.shape", "isinstance(net.head[1], nn.Linear)", "net.bn.state_dict().keys()", "net.forward(wave(2, 1, 2, 2)).shape", "net.__class__.__name__, net._get_name()", "dir(net)[-1] is not None", "hasattr(net, 'conv'), hasattr(net, 'x')", "getattr(net, 'bn').num_features",
        "net.load_state_dict(net.state_dict())", "print(net.load_state_dict(net.state_dict()))", "type(net.state_dict()).__name__", "net.state_dict()['scale'].requires_grad", "net.state_dict()['conv.weight'].data_ptr() == net.conv.weight.data_ptr()", "net.state_dict(prefix='net.').keys()",
    ]),
    *product(net + "state = net.state_dict()\n<f>", f=[
        "del state['scale']\nnet.load_state_dict(state)", "state['more'] = torch.ones(1)\nnet.load_state_dict(state)", "del state['scale']\nstate['more'] = torch.ones(1)\nnet.load_state_dict(state)", "del state['scale']\nstate['more'] = torch.ones(1)\nnet.load_state_dict(state, strict=False)", "state['scale'] = torch.ones(2)\nnet.load_state_dict(state)", "state['scale'] = torch.ones(2)\nnet.load_state_dict(state, strict=False)",
        "del state['bn.weight'], state['bn.bias']\nnet.load_state_dict(state)", "net.load_state_dict({})", "net.load_state_dict({}, strict=False)", "net.load_state_dict([])", "state['scale'] = torch.tensor([5.])\nnet.load_state_dict(state)\nnet.scale", "state['scale'] += 1\nnet.scale", "state['scale'] = torch.tensor([5.], dtype=torch.float64)\nnet.load_state_dict(state)\nnet.scale", "result = net.load_state_dict({}, strict=False)\nlen(result.missing_keys), result.unexpected_keys",
        "state = {k: v + 1 for k, v in state.items() if v.is_floating_point()}\nnet.load_state_dict(state, strict=False)\nnet.offset, net.bn.running_mean", "other = Net()\nother.load_state_dict(state)\nnet.eval(), other.eval()\ntorch.equal(net(wave(1, 1, 2, 2)), other(wave(1, 1, 2, 2)))", "state['conv.weight'] = torch.ones(2, 1, 3)\nstate['head.1.bias'] = torch.ones(4)\nnet.load_state_dict(state)", "state['scale'] = [1.]\nnet.load_state_dict(state)",
    ]),
    *product("print(<m>)", m=[
        "nn.Conv2d(3, 64, 3)", "nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3, bias=False)", "nn.Conv2d(4, 4, 3, groups=2)", "nn.Conv2d(4, 4, 3, padding='same')", "nn.Conv2d(4, 4, (1, 3), dilation=2)", "nn.BatchNorm2d(64)", "nn.BatchNorm2d(3, eps=1e-3, momentum=0.01)", "nn.BatchNorm2d(3, affine=False, track_running_stats=False)", "nn.BatchNorm1d(4)", "nn.Linear(512, 1000)", "nn.Linear(2, 2, bias=False)", "nn.ReLU()", "nn.ReLU(inplace=True)", "nn.MaxPool2d(3, stride=2, padding=1)", "nn.MaxPool2d(2)", "nn.AvgPool2d(2)", "nn.AdaptiveAvgPool2d((1, 1))", "nn.AdaptiveAvgPool2d(1)", "nn.Identity()", "nn.Flatten()", "nn.Dropout(0.5)", "nn.Sequential()", "nn.Sequential(nn.ReLU())", "nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.ReLU(), nn.Identity()))", "nn.ModuleList([nn.ReLU(), nn.Identity()])", "nn.ModuleDict({'a': nn.ReLU()})", "nn.CrossEntropyLoss()", "nn.MSELoss()", "nn.Softmax(dim=1)", "nn.Sigmoid()", "nn.Tanh()", "nn.LeakyReLU(0.1)", "nn.LayerNorm(4)", "nn.Module()",
    ]),
    *product("seq = nn.Sequential(nn.Conv2d(1, 2, 1), nn.ReLU(), nn.Conv2d(2, 1, 1))\n<f>", f=[
        "len(seq)", "seq[0]", "seq[-1]", "seq[:2]", "seq[5]", "[type(m).__name__ for m in seq]", "list(seq.state_dict())", "seq(wave(1, 1, 2, 2)).shape", "seq[1] = nn.Tanh()\nseq", "seq.append(nn.ReLU())\nlen(seq)", "seq.add_module('last', nn.Identity())\nseq", "del seq[0]\nlist(seq.state_dict())", "seq.last", "isinstance(seq, nn.Module)", "seq[1:][0]", "seq(1, 2)", "list(dict(seq.named_children()))",
    ]),
    *cells("""
        class Block(nn.Module):
            def __init__(self):
                self.conv = nn.Conv2d(1, 1, 3)
        Block()
        # %%
        class Block(nn.Module):
            def __init__(self):
                self.weight = nn.Parameter(torch.ones(1))
        Block()
        # %%
        class Block(nn.Module):
            def __init__(self):
                self.channels = 3
                super().__init__()
        Block().channels
        # %%
        class Block(nn.Module):
            def __init__(self):
                super().__init__()
        Block()(wave(1))
        # %%
        class Block(nn.Module):
            pass
        Block()(wave(1))
        # %%
        class Block(nn.Module):
            def forward(self, x):
                return x * 2
        Block()(torch.tensor([1., 2.]))
        # %%
        class Block(nn.Module):
            def __init__(self):
                super(Block, self).__init__()
                self.fc = nn.Linear(2, 1)
            def forward(self, x):
                return self.fc(x)
        list(Block().state_dict()), Block()
        # %%
        class Block(nn.Module):
            def __init__(self, channels):
                super().__init__()
        Block()
        # %%
        class Layers(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = [nn.Linear(2, 2) for _ in range(3)]
        len(list(Layers().parameters())), Layers()
        # %%
        class Layers(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = nn.ModuleList(nn.Linear(2, 2) for _ in range(3))
            def forward(self, x):
                for layer in self.layers:
                    x = x + layer(x)
                return x
        net = Layers()
        len(list(net.parameters())), list(net.state_dict()), fill(net)(wave(1, 2)), net
        # %%
        class Blocks(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = nn.ModuleDict({'a': nn.Linear(1, 1), 'b': nn.ReLU()})
        list(Blocks().state_dict()), list(Blocks().layers), Blocks().layers['b']
        # %%
        layers = nn.ModuleList([nn.ReLU()])
        layers.append(nn.Identity())
        layers.extend([nn.Tanh()])
        len(layers), layers[1], layers[-1], [type(m).__name__ for m in layers[:2]]
        # %%
        nn.ModuleList([nn.ReLU()])(wave(1))
        # %%
        from collections import OrderedDict
        seq = nn.Sequential(OrderedDict([('conv', nn.Conv2d(1, 1, 1)), ('relu', nn.ReLU())]))
        list(seq.state_dict()), seq.conv.weight.shape, seq
        # %%
        nn.Sequential([nn.ReLU(), nn.Tanh()])
        # %%
        nn.Sequential(nn.ReLU(), None)
        # %%
        nn.Sequential(nn.ReLU(), F.relu)
        # %%
        seq = nn.Sequential(nn.Linear(2, 3), nn.Linear(2, 3))
        seq(wave(1, 2))
        # %%
        shared = nn.Linear(2, 2)
        net = nn.Sequential(shared, shared)
        len(list(net.parameters())), list(net.state_dict()), len(list(net.modules())), len(list(net.children()))
        # %%
        m = nn.Module()
        m.register_buffer('mean', torch.zeros(2), persistent=False)
        m.register_buffer('var', None)
        list(m.state_dict()), [n for n, _ in m.named_buffers()]
        # %%
        m = nn.Module()
        m.register_parameter('w', nn.Parameter(torch.ones(1)))
        m.register_parameter('b', None)
        list(m.state_dict()), m.b
        # %%
        m = nn.Module()
        m.add_module('inner', nn.ReLU())
        m.register_module('other', nn.Tanh())
        m
        # %%
        m = nn.Module()
        m.register_parameter('w', torch.ones(1))
        # %%
        m = nn.Module()
        m.register_buffer('w', 3)
        # %%
        m = nn.Module()
        m.add_module('a.b', nn.ReLU())
        # %%
        layer = nn.Linear(2, 2)
        layer.weight = torch.ones(2, 2)
        # %%
        layer = nn.Linear(2, 2)
        layer.weight.data = torch.ones(2, 2)
        layer.weight.data.fill_(3)
        layer.weight
        # %%
        layer = nn.Linear(2, 2)
        with torch.no_grad():
            layer.weight.copy_(torch.eye(2))
            layer.bias.zero_()
        layer(torch.tensor([[1., 2.]]))
        # %%
        layer = fill(nn.Linear(2, 2))
        seen = []
        handle = layer.register_forward_hook(lambda module, inputs, output: seen.append((len(inputs), output.shape)))
        layer(wave(1, 2))
        handle.remove()
        layer(wave(3, 2))
        seen
        # %%
        layer = fill(nn.Linear(2, 2))
        layer.register_forward_hook(lambda module, inputs, output: output * 0)
        layer(wave(1, 2))
        # %%
        layer = fill(nn.Linear(2, 2))
        layer.register_forward_pre_hook(lambda module, inputs: (inputs[0] * 0,))
        layer(wave(1, 2))
        # %%
        layer = fill(nn.Linear(2, 2))
        grads = []
        layer.register_full_backward_hook(lambda module, grad_input, grad_output: grads.append((grad_input, grad_output)))
        layer(wave(1, 2).requires_grad_()).sum().backward()
        grads
        # %%
        net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
        shapes = {}
        for name, module in net.named_modules():
            if not list(module.children()):
                module.register_forward_hook(lambda m, i, o, name=name: shapes.update({name: tuple(o.shape)}))
        net(wave(4, 2))
        shapes
        # %%
        import copy
        a = fill(nn.Linear(2, 2))
        b = copy.deepcopy(a)
        with torch.no_grad():
            b.weight.zero_()
        a.weight, b.weight
        # %%
        class Residual(nn.Module):
            def __init__(self, inner):
                super().__init__()
                self.inner = inner
            def forward(self, x):
                return x + self.inner(x)
        fill(nn.Sequential(*[Residual(nn.Linear(2, 2)) for _ in range(3)]))(wave(1, 2))
        # %%
        class Scaled(nn.Linear):
            def forward(self, x):
                return super().forward(x) * 2
        fill(Scaled(2, 2))(wave(1, 2)), Scaled(2, 2)
        # %%
        class Named(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(1, 1)
            def extra_repr(self):
                return 'depth=3'
        Named()
        # %%
        class Only(nn.Module):
            def extra_repr(self):
                return 'a=1, b=2'
        Only()
        # %%
        class Norm(nn.Module):
            def __init__(self, n):
                super().__init__()
                self.weight = nn.Parameter(torch.ones(n))
                self.bias = nn.Parameter(torch.zeros(n))
                self.register_buffer('running_mean', torch.zeros(n))
            def forward(self, x):
                if self.training:
                    mean = x.mean((0, 2, 3))
                    self.running_mean = 0.9 * self.running_mean + 0.1 * mean.detach()
                else:
                    mean = self.running_mean
                return (x - mean[None, :, None, None]) * self.weight.view(1, -1, 1, 1) + self.bias.view(1, -1, 1, 1)
        norm = Norm(2)
        norm(wave(2, 2, 2, 2))
        norm.eval()
        norm(wave(2, 2, 2, 2)), list(norm.state_dict()), norm.running_mean
        # %%
        net = nn.Sequential(nn.BatchNorm2d(1), nn.Dropout(0.5))
        net.eval()
        [m.training for m in net.modules()]
        # %%
        p = nn.Parameter(torch.ones(2))
        p.requires_grad, isinstance(p, torch.Tensor), isinstance(p, nn.Parameter), isinstance(p * 2, nn.Parameter), p.is_leaf, type(p.data).__name__
        # %%
        nn.Parameter(torch.tensor([1, 2]))
        # %%
        nn.Parameter(torch.tensor([1, 2]), requires_grad=False)
        # %%
        nn.Identity()(wave(2)), nn.Identity(3, a=4)
        # %%
        net = fill(nn.Linear(2, 2))
        state = {k: v.clone() for k, v in net.state_dict().items()}
        fresh = nn.Linear(2, 2)
        for (name, parameter), value in zip(fresh.named_parameters(), state.values()):
            parameter.data.copy_(value)
        torch.equal(fresh(wave(1, 2)), net(wave(1, 2)))
        # %%
        reference = fill(nn.Sequential(nn.Conv2d(1, 2, 1, bias=False), nn.BatchNorm2d(2)))
        class Mine(nn.Module):
            def __init__(self):
                super().__init__()
                self.shortcut = nn.Sequential(nn.Conv2d(1, 2, 1, bias=False), nn.BatchNorm2d(2))
            def forward(self, x):
                return self.shortcut(x)
        mine = Mine()
        renamed = {f'shortcut.{key}': value for key, value in reference.state_dict().items()}
        print(mine.load_state_dict(renamed))
        torch.equal(mine(wave(2, 1, 2, 2)), reference(wave(2, 1, 2, 2)))
        # %%
        reference = nn.Sequential(nn.Conv2d(1, 2, 1, bias=False), nn.BatchNorm2d(2))
        class Mine(nn.Module):
            def __init__(self):
                super().__init__()
                self.shortcut = nn.Sequential(nn.Conv2d(1, 2, 1, bias=False), nn.BatchNorm2d(2))
        Mine().load_state_dict(reference.state_dict())
    """),
]
