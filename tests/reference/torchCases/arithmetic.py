from torchCases.snippets import cells, lines, product

tensors = ["torch.tensor([1.5, -2.])", "torch.tensor([0.5, 4.], dtype=torch.float64)", "torch.tensor([3, -7])", "torch.tensor([True, True])"]
numbers = ["2", "0.5", "True"]

cases = [
    *product("<a> <op> <b>", a=tensors, op=["+", "-", "*", "/"], b=tensors),
    *product("<a> <op> <b>", a=tensors, op=["+", "*", "/"], b=numbers),
    *product("<b> <op> <a>", a=tensors[:3], op=["-", "/"], b=["2", "0.5"]),
    *product("<a> ** <b>", a=tensors[:3], b=["2", "3", "0.5", "torch.tensor([2, 3])"]),
    *product("<a> <op> <b>", a=tensors[:3], op=["//", "%"], b=["2", "-2", "1.5"]),
    *lines("""
2 ** torch.tensor([1., 2.])
2 ** torch.tensor([1, 2])
torch.tensor([1, 2]) ** -1
torch.tensor([1, 2]) / 0
torch.tensor([1., -1., 0.]) / 0
torch.tensor([1, 2]) // 0
torch.tensor([1.]) + torch.tensor(1, dtype=torch.float64)
torch.tensor([1]) + torch.tensor(1.)
torch.tensor([1]) * torch.tensor(True)
torch.tensor(1.) + torch.tensor(1, dtype=torch.float64)
torch.tensor(1) + torch.tensor(1.5)
torch.tensor([1], dtype=torch.float64) + 0.1
torch.tensor([0.1]) + torch.tensor([0.2])
torch.tensor([1 / 3])
torch.tensor([16777216.]) + 1
torch.tensor([3e38]) * 10
torch.tensor([9007199254740991]) + 0
-torch.tensor([1., -2.])
-torch.tensor([True])
+torch.tensor([1., -2.])
abs(torch.tensor([1., -2.]))
~torch.tensor([True, False])
torch.tensor([1.]) + 'a'
'a' + torch.tensor([1.])
torch.tensor([1.]) + None
torch.tensor([1.]) + [1.]
torch.tensor([1.]) @ 2
torch.add(torch.tensor([1., 2.]), torch.tensor([3., 4.]))
torch.add(torch.tensor([1., 2.]), torch.tensor([3., 4.]), alpha=10)
torch.add(torch.tensor([1., 2.]), 5)
torch.tensor([1., 2.]).add(1)
torch.sub(torch.tensor([1., 2.]), torch.tensor([3., 5.]))
torch.tensor([1., 2.]).sub(torch.tensor([3., 5.]), alpha=2)
torch.mul(torch.tensor([1., 2.]), 3)
torch.tensor([1., 2.]).mul(torch.tensor([3., 5.]))
torch.div(torch.tensor([7., -7.]), 2)
torch.div(torch.tensor([7., -7.]), 2, rounding_mode='floor')
torch.div(torch.tensor([7, -7]), 2, rounding_mode='trunc')
torch.tensor([1., 2.]).div(4)
torch.pow(torch.tensor([1., 2.]), 3)
torch.tensor([4., 9.]).pow(0.5)
torch.remainder(torch.tensor([5., -5.]), 3)
torch.maximum(torch.tensor([1., 5.]), torch.tensor([3., 2.]))
torch.minimum(torch.tensor([1., 5.]), torch.tensor([3., 2.]))
torch.max(torch.tensor([1., 5.]), torch.tensor([3., 2.]))
torch.min(torch.tensor([1., 5.]), torch.tensor([3., 2.]))
torch.maximum(torch.tensor([1., 5.]), torch.tensor(0.))
torch.clamp(torch.tensor([-2., 0.5, 3.]), 0, 1)
torch.clamp(torch.tensor([-2., 0.5, 3.]), min=0)
torch.tensor([-2., 0.5, 3.]).clamp(max=1.)
torch.tensor([-2, 5]).clamp(min=0)
torch.tensor([-2., 5.]).clamp_min(0)
torch.tensor([-2., 5.]).clip(0, 1)
torch.tensor([-2., 5.]).clamp()
torch.where(torch.tensor([True, False]), torch.tensor([1., 2.]), torch.tensor([3., 4.]))
torch.where(torch.tensor([True, False]), torch.tensor([1., 2.]), torch.tensor(0.))
torch.where(torch.tensor([1., -1.]) > 0, 1., 0.)
torch.where(torch.tensor([[True], [False]]), torch.tensor([1., 2.]), torch.tensor([[5.], [6.]]))
torch.sqrt(torch.tensor([-1., 4.]))
torch.log(torch.tensor([0., -1., 1.]))
torch.tensor([4]).sqrt()
torch.exp(torch.tensor([1, 2]))
torch.tensor([2.5, 3.5, -0.5, -2.5]).round()
torch.tensor([1., 2.]).dot(torch.tensor([3., 4.]))
torch.dot(torch.tensor([1., 2.]), torch.tensor([3., 4., 5.]))
torch.outer(torch.tensor([1., 2.]), torch.tensor([3., 4., 5.]))
torch.mm(torch.ones(2, 3), torch.ones(3, 2))
torch.mm(torch.ones(2, 3), torch.ones(2, 3))
torch.bmm(wave(2, 2, 3), wave(2, 3, 2))
torch.tensor([1, 2]) @ torch.tensor([3, 4])
torch.tensor([1., 2.]) @ torch.tensor([3, 4])
torch.ones(2, 3) @ torch.ones(2)
torch.ones(2, 3) @ torch.ones(4, 2)
torch.ones(2, 2, 3) @ torch.ones(3, 3, 2)
torch.matmul(wave(2, 3), wave(3, 4))
wave(2, 3).matmul(wave(3))
wave(2, 3).mm(wave(3, 2))
torch.sum(wave(2, 3) * wave(2, 3))
sum([torch.tensor(1.), torch.tensor(2.)])
max(torch.tensor(1.), torch.tensor(2.))
torch.tensor([1., 2.]).square()
3 - torch.arange(3)
1 / torch.tensor([2., 4.])
torch.tensor(7) % 3
torch.tensor([1., 2.]).exp().log()
"""),
    *product(
        "torch.<f>(torch.tensor([-1.5, -0.25, 0., 0.5, 2.]))",
        f=["abs", "neg", "exp", "sin", "cos", "tanh", "sigmoid", "relu", "sign", "floor", "ceil", "round", "square"],
    ),
    *product("torch.tensor([0.25, 1., 2., 9.]).<f>()", f=["sqrt", "rsqrt", "log", "reciprocal", "tanh", "sigmoid", "relu", "exp", "abs", "neg", "trunc"]),
    *product("torch.<f>(torch.tensor([1., 2.], dtype=torch.float64))", f=["exp", "log", "sqrt", "tanh", "sigmoid"]),
    *product(
        "wave(<a>) <op> wave(<b>)",
        a=["2, 3", "2, 1, 3", "1"],
        op=["+", "*"],
        b=["3", "2, 1", "4, 1, 3", "2, 4"],
    ),
    *product("(wave(<a>) - wave(<b>)).shape", a=["2, 3, 4, 4", "1, 3, 1, 1"], b=["4, 4", "3, 1, 1", "2, 3, 4, 1", "2, 1, 1, 1"]),
    *product("wave(<a>) @ wave(<b>)", a=["3", "2, 3", "2, 2, 3"], b=["3", "3, 4", "2, 3, 2"]),
    *cells("""
        x = wave(2, 3)
        (x - x.mean(0)) / x.std(0)
        # %%
        x = wave(2, 3, 2, 2)
        mean = x.mean(dim=(0, 2, 3), keepdim=True)
        var = x.var(dim=(0, 2, 3), unbiased=False, keepdim=True)
        (x - mean) / torch.sqrt(var + 1e-5)
        # %%
        gamma, beta = torch.tensor([1., 2., 3.]), torch.tensor([0.5, 0., -0.5])
        gamma[None, :, None, None] * wave(2, 3, 2, 2) + beta.view(1, -1, 1, 1)
        # %%
        x = wave(2, 64, 28, 28)
        y = wave(2, 64, 56, 56)
        x + y
        # %%
        wave(2, 64, 28, 28) + wave(2, 128, 28, 28)
        # %%
        torch.ones(2, 3) * torch.ones(2, 4)
        # %%
        torch.ones(3) + torch.ones(4)
    """),
]
