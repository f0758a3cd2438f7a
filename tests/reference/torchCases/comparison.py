from torchCases.snippets import cells, lines, product

cases = [
    *product(
        "<a> <op> <b>",
        a=["torch.tensor([1., 2., 3.])", "torch.tensor([1, 2, 3])"],
        op=["==", "!=", "<", "<=", ">", ">="],
        b=["2", "torch.tensor([3., 2., 1.])"],
    ),
    *product("torch.tensor([True, False, True]) <op> torch.tensor([True, True, False])", op=["==", "&", "|", "^", "!="]),
    *product("torch.<f>(torch.tensor([1., 2.]), torch.tensor([2., 2.]))", f=["eq", "ne", "lt", "le", "gt", "ge"]),
    *product("torch.tensor([1., 2.]).<f>(2)", f=["eq", "ne", "lt", "le", "gt", "ge"]),
    *product("torch.<f>(torch.tensor([1., float('nan'), float('inf')]))", f=["isnan", "isinf", "isfinite"]),
    *lines("""
torch.tensor([[1.], [2.]]) > torch.tensor([1., 3.])
torch.tensor([1., 2.]) == torch.tensor([1., 2., 3.])
torch.tensor([1., 2.]) == None
torch.tensor([1., 2.]) == 'a'
torch.tensor([1.]) < 'a'
2 < torch.tensor([1., 3.])
torch.tensor(float('nan')) == torch.tensor(float('nan'))
torch.equal(torch.ones(2), torch.ones(2))
torch.equal(torch.ones(2), torch.ones(3))
torch.equal(torch.ones(2), torch.zeros(2))
torch.ones(2).equal(torch.ones(2))
torch.allclose(torch.ones(2), torch.ones(2) + 1e-9)
torch.allclose(torch.ones(2), torch.ones(2) + 1e-3)
torch.allclose(torch.ones(2), torch.ones(2) + 1e-3, atol=1e-2)
torch.allclose(torch.tensor([100.]), torch.tensor([101.]), rtol=0.02)
torch.allclose(torch.ones(2), torch.ones(2, dtype=torch.float64))
torch.allclose(torch.ones(2), torch.ones(3))
torch.allclose(torch.tensor([float('nan')]), torch.tensor([float('nan')]))
torch.allclose(torch.tensor([float('nan')]), torch.tensor([float('nan')]), equal_nan=True)
torch.ones(2).allclose(torch.ones(1))
torch.isclose(torch.tensor([1., 2.]), torch.tensor([1., 2.1]))
torch.logical_and(torch.tensor([True, False]), torch.tensor([True, True]))
torch.logical_or(torch.tensor([True, False]), torch.tensor([False, False]))
torch.logical_not(torch.tensor([1., 0.]))
(torch.tensor([1., 2., 3.]) > 1) & (torch.tensor([1., 2., 3.]) < 3)
torch.tensor([1., 2., 3.]) > 1 & torch.tensor([1., 2., 3.]) < 3
torch.tensor([1, 3]) & torch.tensor([2, 2])
(torch.tensor([1., 2.]) == torch.tensor([1., 2.])).all()
(torch.tensor([1., 2.]) == torch.tensor([1., 3.])).any()
(torch.tensor([1., 2.]) > 1).sum()
(torch.tensor([1., 2.]) > 1).float().mean()
(torch.tensor([1., 2.]) > 1).sum().item()
bool((torch.tensor([1., 2.]) > 0).all())
1. in torch.tensor([1., 2.])
5. in torch.tensor([1., 2.])
not torch.tensor(0.)
torch.tensor([0.]) and True
"""),
    *cells("""
        x = torch.tensor([1., 2.])
        if x > 1:
            print('yes')
        # %%
        if torch.tensor(2.) > 1:
            print('yes')
        # %%
        logits = torch.tensor([[2., 1., 0.], [0., 3., 1.], [1., 0., 5.], [9., 0., 1.]])
        labels = torch.tensor([0, 1, 0, 0])
        (logits.argmax(dim=1) == labels).float().mean().item()
        # %%
        x = torch.tensor([1., 2.])
        x == x, x is x, x != x
        # %%
        assert torch.equal(torch.ones(2), torch.zeros(2)), 'they differ'
    """),
]
