from torchCases.snippets import cells, lines, product

cases = [
    *product("torch.arange(24).<f>(<shape>)", f=["view", "reshape"], shape=["2, 12", "2, -1", "(2, 3, 4)", "-1, 2, 3", "-1", "5, 5", "-1, -1", "-1, 7", "[4, 6]"]),
    *product("wave(2, 3, 4).transpose(<dims>)", dims=["0, 1", "1, 2", "-1, -2", "0, 5"]),
    *product("wave(2, 3, 4).permute(<dims>)", dims=["2, 0, 1", "(0, 2, 1)", "0, -1, 1", "0, 1", "0, 0, 1"]),
    *product("wave(1, 3, 1, 2).squeeze(<dim>)", dim=["", "0", "1", "2", "-2", "7"]),
    *product("wave(2, 3).unsqueeze(<dim>)", dim=["0", "1", "2", "-1", "-3", "4"]),
    *product("wave(2, 3, 2, 2).flatten(<dims>)", dims=["", "1", "start_dim=2", "0, 1", "1, -1"]),
    *product("wave(1, 3).expand(<shape>)", shape=["2, 3", "2, -1", "4, 2, 3", "2, 4"]),
    *product("wave(2, 3).repeat(<times>)", times=["2, 1", "1, 2", "2, 1, 1", "2"]),
    *product("torch.arange(7).split(<size>)", size=["3", "[2, 5]", "[2, 4]"]),
    *product("torch.arange(7).chunk(<n>)", n=["2", "3", "10"]),
    *product("torch.cat([wave(2, 3), wave(2, 3)], <dim>)", dim=["0", "dim=1", "-1", "2"]),
    *product("torch.stack([wave(2, 3), wave(2, 3)], <dim>)", dim=["0", "dim=1", "-1", "3"]),
    *product("F.pad(wave(1, 2, 2, 3), <pad>)", pad=["(1, 1)", "(1, 0, 0, 2)", "(0, 0, 0, 0, 0, 2)", "(0, 0, 0, 0, 1, 1)", "(1, 1, 1, 1), value=5.", "(-1, 0)", "[1, 2, 3, 4]", "(1,)"]),
    *product("wave(3, 4).<f>", f=["t()", "T", "flip(0)", "flip(0, 1)", "roll(1)", "roll(1, 0)", "contiguous()", "diag()", "tril()", "triu()"]),
    *product("wave(2, 3, 4).permute(2, 0, 1).<f>", f=["stride()", "is_contiguous()", "contiguous().stride()", "shape", "storage_offset()", "reshape(-1)", "flatten()", "view(-1)", "view(24)", "clone().stride()", "numel()"]),
    *lines("""
wave(2, 3).view(3, 2).view(6)
wave(2, 3).stride()
wave(2, 3, 4, 5).stride()
wave(2, 3).t().is_contiguous()
wave(2, 3)[:, 1].stride()
wave(2, 3)[:, ::2].stride()
wave(2, 3).expand(4, 2, 3).stride()
wave(2, 3).t().view(6)
wave(2, 3).t().view(3, 2)
wave(2, 4)[:, ::2].view(4)
wave(2, 4)[:, :2].view(2, 2, 1)
wave(2, 3).t().reshape(6)
wave(2, 3).t().contiguous().view(6)
wave(2, 3, 4).T.shape
wave(3).t()
wave(2, 3, 4).t()
wave(2, 3, 2, 2).view(2, -1).shape
wave(2, 512, 1, 1).view(2, -1).shape
wave(2, 512, 1, 1).squeeze().shape
torch.flatten(wave(2, 3, 2, 2), 1).shape
torch.flatten(torch.tensor(1.))
torch.reshape(wave(2, 3), (3, 2))
torch.transpose(wave(2, 3), 0, 1)
torch.permute(wave(2, 3, 4), (2, 0, 1)).shape
torch.squeeze(wave(1, 2)).shape
torch.unsqueeze(wave(2), 0).shape
wave(2, 3).view(torch.Size([3, 2])).shape
wave(2, 3).view_as(wave(3, 2)).shape
wave(2, 3).reshape_as(wave(6)).shape
wave(3).expand_as(wave(2, 3))
wave(2, 3).unbind()
wave(2, 3).unbind(1)
torch.unbind(wave(2, 3), dim=0)
list(wave(2, 3))
[row.sum() for row in wave(3, 2)]
list(torch.tensor(1.))
torch.cat((wave(2, 3), wave(1, 3)))
torch.cat([wave(2, 3), wave(2, 1)])
torch.cat([wave(2), wave(2, 2)])
torch.cat([torch.tensor([1]), torch.tensor([1.5])])
torch.cat([])
torch.stack([wave(2), wave(3)])
torch.stack([torch.tensor(1.), torch.tensor(2.)])
torch.stack([])
torch.broadcast_to(wave(3), (2, 3))
wave(3).repeat_interleave(2)
torch.narrow(wave(4, 3), 0, 1, 2)
wave(4, 3).narrow(1, 0, 2)
wave(4, 3).select(1, 2)
torch.split(wave(4, 2), 2)
torch.chunk(wave(4, 2), 2, dim=1)
torch.diag(wave(3))
torch.tril(torch.ones(3, 3))
torch.triu(torch.ones(3, 3), diagonal=1)
F.pad(wave(1, 64, 4, 4)[:, :, ::2, ::2], (0, 0, 0, 0, 0, 64)).shape
F.one_hot(torch.tensor([0, 2, 1]))
F.one_hot(torch.tensor([0, 2]), num_classes=4)
torch.numel(wave(2, 3).t())
wave(2, 3).shape[0] * wave(2, 3).size(1)
wave(2, 3, 4, 4).mean((2, 3)).shape
wave(2, 3, 4)[..., None].shape
"""),
    *cells("""
        x = torch.zeros(2, 3)
        y = x.view(6)
        y[0] = 7
        x
        # %%
        x = torch.zeros(2, 3)
        x.t()[0, 1] = 5
        x
        # %%
        x = torch.zeros(2, 3)
        x.reshape(6)[1] = 5
        x
        # %%
        x = torch.zeros(2, 3)
        x.t().reshape(6)[1] = 5
        x
        # %%
        x = torch.zeros(2, 3)
        x[0].add_(1)
        x
        # %%
        x = torch.zeros(2, 3)
        row = x[1]
        x[1, 2] = 4
        row
        # %%
        x = torch.zeros(2, 3)
        x[:, 1:].fill_(2)
        x
        # %%
        x = torch.zeros(2, 3)
        x[:, ::2] += 1
        x
        # %%
        x = torch.zeros(4)
        y = x.clone()
        y += 1
        x, y
        # %%
        x = torch.zeros(4)
        y = x.detach()
        y += 1
        x
        # %%
        x = torch.zeros(4)
        y = x
        y += 1
        x
        # %%
        x = torch.zeros(4)
        y = x
        y = y + 1
        x
        # %%
        x = torch.zeros(2, 3)
        x.permute(1, 0)[2] = torch.tensor([1., 2.])
        x
        # %%
        x = torch.zeros(1, 3)
        x.squeeze(0)[1] = 3
        x.unsqueeze(0)[0, 0, 2] = 4
        x
        # %%
        x = torch.zeros(3)
        x.expand(2, 3)[0, 0]
        # %%
        x = torch.zeros(3)
        y = x.expand(2, 3)
        y[0, 0] = 1
        x
        # %%
        x = torch.zeros(3)
        y = x.expand(2, 3)
        y += 1
        # %%
        a, b = torch.zeros(4).split(2)
        a += 1
        a, b
        # %%
        x = torch.zeros(4)
        a, b = x.chunk(2)
        b.fill_(3)
        x
        # %%
        x = torch.zeros(2, 2)
        for row in x:
            row += 1
        x
        # %%
        x = torch.zeros(2, 3)
        y = x.flatten()
        y[0] = 1
        x
        # %%
        x = torch.zeros(2, 3)
        y = x[torch.tensor([0, 1])]
        y[0] = 1
        x
        # %%
        x = torch.arange(6).view(2, 3)
        x.data_ptr() == x.view(3, 2).data_ptr(), x.data_ptr() == x.clone().data_ptr()
        # %%
        x = torch.arange(6.).view(2, 3)
        y = x.contiguous()
        y is x
        # %%
        x = torch.arange(6.).view(2, 3).t()
        y = x.contiguous()
        y[0, 0] = 9
        x
        # %%
        x = torch.zeros(3)
        torch.cat([x, x])[0] = 5
        x
        # %%
        x = torch.zeros(2, 2)
        x.diagonal().fill_(1)
        x
        # %%
        x = torch.zeros(2, 2)
        x.data += 3
        x
    """),
]
