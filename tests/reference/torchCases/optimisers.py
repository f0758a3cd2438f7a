from torchCases.snippets import cells, product

sgd = """
w = torch.tensor([1., -2.], requires_grad=True)
optimizer = torch.optim.SGD([w], <with>)
for _ in range(4):
    optimizer.zero_grad()
    loss = ((w - torch.tensor([3., 1.])) ** 2).sum()
    loss.backward()
    optimizer.step()
w, loss
"""

schedule = """
w = nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = torch.optim.lr_scheduler.<scheduler>
rates = []
for epoch in range(8):
    rates.append(optimizer.param_groups[0]['lr'])
    optimizer.step()
    scheduler.step()
rates, scheduler.get_last_lr()
"""

cases = [
    *product(sgd, **{"with": [
        "lr=0.1", "lr=0.1, momentum=0.9", "lr=0.1, weight_decay=0.01", "lr=0.05, momentum=0.9, weight_decay=5e-4", "lr=0.05, momentum=0.9, nesterov=True", "lr=0.1, momentum=0.9, dampening=0.1", "0.01", "lr=0.1, maximize=True", "lr=0.0", "lr=1.0",
        "lr=-1", "lr=0.1, momentum=-0.1", "lr=0.1, weight_decay=-1", "lr=0.1, nesterov=True", "", "lr='a'", "momentum=0.9", "lr=0.1, beta=1",
    ]}),
    *product(sgd.replace("SGD", "<optimizer>"), optimizer=["Adam", "AdamW"], **{"with": ["lr=0.1", "lr=0.1, weight_decay=0.1"]}),
    *product(schedule, scheduler=[
        "StepLR(optimizer, step_size=3)", "StepLR(optimizer, 2, gamma=0.5)", "MultiStepLR(optimizer, milestones=[2, 5])", "MultiStepLR(optimizer, [1, 3], gamma=0.5)", "CosineAnnealingLR(optimizer, T_max=8)", "CosineAnnealingLR(optimizer, 4, eta_min=0.01)", "ExponentialLR(optimizer, gamma=0.9)", "LambdaLR(optimizer, lambda epoch: 1 / (epoch + 1))", "LinearLR(optimizer, start_factor=0.5, total_iters=4)",
    ]),
    *cells("""
        net = fill(nn.Linear(2, 1))
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        x, y = wave(4, 2), wave(4, 1)
        losses = []
        for step in range(5):
            loss = F.mse_loss(net(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        losses
        # %%
        net = fill(nn.Sequential(nn.Conv2d(1, 2, 3, padding=1, bias=False), nn.BatchNorm2d(2), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(2, 3)))
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
        x, y = wave(6, 1, 5, 5), torch.tensor([0, 1, 2, 0, 1, 2])
        losses = []
        for step in range(5):
            optimizer.zero_grad()
            loss = F.cross_entropy(net(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        net.eval()
        losses, net(x), net[1].running_var
        # %%
        net = nn.Linear(2, 1)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        net(wave(1, 2)).sum().backward()
        optimizer.zero_grad()
        net.weight.grad
        # %%
        net = nn.Linear(2, 1)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        net(wave(1, 2)).sum().backward()
        optimizer.zero_grad(set_to_none=True)
        net.weight.grad
        # %%
        net = fill(nn.Linear(2, 1))
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        before = net.weight.clone()
        optimizer.step()
        torch.equal(before, net.weight)
        # %%
        a, b = nn.Parameter(torch.ones(1)), nn.Parameter(torch.ones(1))
        optimizer = torch.optim.SGD([{'params': [a]}, {'params': [b], 'lr': 1.}], lr=0.1)
        (a + b).sum().backward()
        optimizer.step()
        a, b
        # %%
        net = nn.Linear(2, 1)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
        len(optimizer.param_groups), optimizer.param_groups[0]['lr'], optimizer.param_groups[0]['momentum'], len(optimizer.param_groups[0]['params'])
        # %%
        w = nn.Parameter(torch.ones(1))
        optimizer = torch.optim.SGD([w], lr=0.1)
        for group in optimizer.param_groups:
            group['lr'] = 0.5
        w.sum().backward()
        optimizer.step()
        w
        # %%
        torch.optim.SGD([], lr=0.1)
        # %%
        torch.optim.SGD(nn.Parameter(torch.ones(1)), lr=0.1)
        # %%
        torch.optim.SGD([torch.ones(2, requires_grad=True) * 2], lr=0.1)
        # %%
        torch.optim.SGD(['a'], lr=0.1)
        # %%
        torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1)
        # %%
        w = nn.Parameter(torch.ones(1))
        optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
        w.sum().backward()
        optimizer.step()
        optimizer.state[w]['momentum_buffer']
        # %%
        w = nn.Parameter(torch.ones(1))
        optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
        w.sum().backward()
        optimizer.step()
        optimizer.state_dict()
        # %%
        w = torch.tensor([1.], requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=0.1)
        def closure():
            optimizer.zero_grad()
            loss = (w ** 2).sum()
            loss.backward()
            return loss
        optimizer.step(closure), w
        # %%
        w = torch.tensor([1.], requires_grad=True)
        frozen = torch.tensor([1.], requires_grad=False)
        optimizer = torch.optim.SGD([w, frozen], lr=0.1)
        (w * frozen).sum().backward()
        optimizer.step()
        w, frozen
        # %%
        from torch.optim import SGD
        from torch.optim.lr_scheduler import MultiStepLR
        optimizer = SGD([nn.Parameter(torch.ones(1))], lr=0.1)
        scheduler = MultiStepLR(optimizer, milestones=[1])
        optimizer.step()
        scheduler.step()
        scheduler.get_last_lr()
        # %%
        w = torch.tensor([3., 4.], requires_grad=True)
        (w * torch.tensor([3., 4.])).sum().backward()
        norm = nn.utils.clip_grad_norm_([w], 1.)
        norm, w.grad
        # %%
        w = torch.tensor([5., -3.], requires_grad=True)
        (w * w).sum().backward()
        nn.utils.clip_grad_value_([w], 2.)
        w.grad
        # %%
        net = fill(nn.Linear(2, 2))
        nn.utils.parameters_to_vector(net.parameters())
        # %%
        net = fill(nn.Linear(2, 1))
        x = wave(4, 2)
        for step in range(3):
            loss = net(x).pow(2).mean()
            net.zero_grad()
            loss.backward()
            with torch.no_grad():
                for p in net.parameters():
                    p -= 0.1 * p.grad
        net.weight, net.bias
        # %%
        net = fill(nn.Linear(2, 2))
        mask = (net.weight.abs() > 0.3).float()
        with torch.no_grad():
            net.weight.mul_(mask)
        net.weight, int(mask.sum()), (net.weight == 0).float().mean()
        # %%
        weights = torch.cat([p.detach().abs().flatten() for p in fill(nn.Linear(4, 3)).parameters()])
        k = int(0.2 * weights.numel())
        threshold = weights.sort().values[k]
        threshold, (weights > threshold).sum()
        # %%
        fill(nn.Linear(4, 3)).weight.abs().flatten().kthvalue(3).values
    """),
]
