from torchCases.snippets import cells, lines, product

cases = [
    *lines("""
torch.tensor([1, 2, 3])
torch.tensor([1., 2., 3.])
torch.tensor([1, 2.5])
torch.tensor([True, False])
torch.tensor([True, 2])
torch.tensor([[1, 2], [3, 4]])
torch.tensor([[[1.5], [2.5]]])
torch.tensor(3)
torch.tensor(3.5)
torch.tensor(True)
torch.tensor([])
torch.tensor([[], []])
torch.tensor((1, 2, 3))
torch.tensor([(1., 2.), (3., 4.)])
torch.tensor(range(4))
torch.tensor([1, 2], dtype=torch.float32)
torch.tensor([1.9, -2.9], dtype=torch.int64)
torch.tensor([0, 1, 2], dtype=torch.bool)
torch.tensor([0.1], dtype=torch.float64)
torch.tensor([1., 2.], requires_grad=True)
torch.tensor([float('nan'), float('inf'), -float('inf')])
torch.tensor([torch.tensor(1.), torch.tensor(2.)])
torch.tensor([[1, 2], [3]])
torch.tensor(['a'])
torch.tensor('a')
torch.tensor([1, 2], requires_grad=True)
torch.Tensor([1, 2, 3])
torch.Tensor(2, 3).shape
torch.as_tensor([1., 2.])
torch.zeros(2, 3)
torch.zeros((2, 3))
torch.zeros([2, 3])
torch.zeros(torch.Size([2, 1]))
torch.zeros(3, dtype=torch.int64)
torch.zeros(2, dtype=torch.bool)
torch.zeros(())
torch.zeros(0)
torch.zeros(2, 0, 3)
torch.zeros(2, requires_grad=True)
torch.zeros(-1)
torch.ones(2, 2)
torch.ones(1, 2, 1, 2, dtype=torch.float64)
torch.ones(3, dtype=torch.long)
torch.empty(2, 3).shape
torch.full((2, 3), 7)
torch.full((2,), 7.)
torch.full((2, 2), 1.5)
torch.full((2,), True)
torch.full((2,), 3, dtype=torch.float32)
torch.arange(5)
torch.arange(5.)
torch.arange(2, 7)
torch.arange(1, 10, 3)
torch.arange(0, 1, 0.25)
torch.arange(5, dtype=torch.float32)
torch.arange(5, 0, -1)
torch.arange(1, 2.5, 0.5)
torch.arange(0)
torch.arange(5, 0)
torch.linspace(0, 1, 5)
torch.linspace(-1, 1, steps=3)
torch.linspace(3, 10, 1)
torch.linspace(0, 1, 11)
torch.eye(3)
torch.eye(2, 3)
torch.eye(2, dtype=torch.int64)
torch.zeros_like(torch.ones(2, 3))
torch.zeros_like(torch.tensor([1, 2]))
torch.zeros_like(torch.tensor([1, 2]), dtype=torch.float32)
torch.ones_like(torch.zeros(2, 2, dtype=torch.float64))
torch.ones_like(torch.zeros(2), requires_grad=True)
torch.full_like(torch.zeros(2), 0.5)
torch.rand_like(torch.zeros(2, 3)).shape
torch.randn_like(torch.zeros(2, 3)).dtype
torch.ones(2).new_zeros(3)
torch.ones(2).new_ones(2, 2)
torch.ones(2, dtype=torch.int64).new_tensor([1, 2])
torch.ones(2).new_tensor([1, 2])
torch.ones(2).new_full((2,), 3.)
torch.tensor([1.5, -1.5]).long()
torch.tensor([1.5, -1.5]).to(torch.int64)
torch.tensor([1, 2]).float()
torch.tensor([1, 2]).double()
torch.tensor([0., 2.]).bool()
torch.tensor([True, False]).float()
torch.tensor([True, False]).long()
torch.tensor([1., 2.]).to(torch.float64)
torch.tensor([1., 2.]).to('cpu')
torch.tensor([1., 2.]).cpu()
torch.tensor([1, 2]).to(dtype=torch.float32)
torch.tensor([1, 2]).type(torch.float32)
torch.tensor([1, 2]).to(torch.tensor([1.]))
torch.tensor([1, 2]).type_as(torch.tensor([1.]))
torch.tensor(0.1).double()
torch.tensor(0.1).item()
torch.tensor(0.1, dtype=torch.float64).item()
torch.tensor(2).item()
torch.tensor(True).item()
torch.tensor([[3.]]).item()
torch.tensor([1., 2.]).item()
torch.tensor([[1, 2], [3, 4]]).tolist()
torch.tensor(2.5).tolist()
torch.tensor([True]).tolist()
float(torch.tensor(2))
int(torch.tensor(2.9))
bool(torch.tensor(0.))
bool(torch.tensor([1]))
bool(torch.tensor([1, 2]))
bool(torch.tensor([]))
float(torch.tensor([1., 2.]))
len(torch.zeros(4, 2))
len(torch.tensor(1))
list(range(torch.tensor(3)))
[1, 2, 3][torch.tensor(1)]
torch.zeros(2, 3).shape
torch.zeros(2, 3).size()
torch.zeros(2, 3).size(1)
torch.zeros(2, 3).size(-1)
torch.zeros(2, 3).size(2)
torch.zeros(2, 3).shape[0]
torch.zeros(2, 3, 4).shape[1:]
torch.zeros(2, 3, 4).shape[-2:] == (3, 4)
torch.zeros(2, 3).shape == torch.Size([2, 3])
torch.zeros(2, 3).shape + (4,)
torch.zeros(2, 3).shape.numel()
tuple(torch.zeros(2, 3).shape)
list(torch.zeros(2, 3).shape)
str(torch.zeros(2, 3).shape)
torch.zeros(2, 3).dim()
torch.zeros(2, 3).ndim
torch.zeros(2, 3).numel()
torch.zeros(()).numel()
torch.numel(torch.zeros(2, 3))
torch.zeros(2).nelement()
torch.zeros(2).dtype
torch.zeros(2, dtype=torch.double).dtype
torch.tensor([1]).dtype == torch.long
torch.zeros(2).device
str(torch.zeros(2).device)
torch.zeros(2).device == torch.device('cpu')
torch.zeros(2, device='cpu')
torch.zeros(2).is_cuda
torch.cuda.is_available()
torch.zeros(2).is_floating_point()
torch.tensor([1]).is_floating_point()
torch.is_tensor(torch.zeros(1)), torch.is_tensor([1])
torch.float is torch.float32, torch.double is torch.float64, torch.long is torch.int64
torch.float32.is_floating_point
torch.get_default_dtype()
torch.tensor([1., 2.], dtype='float32')
torch.zeros(2.5)
torch.zeros('a')
torch.ones(2).type()
torch.tensor([1, 2, 3], dtype=torch.int64).type()
"""),
    *product("torch.<make>(2, 3, dtype=torch.<dtype>)", make=["zeros", "ones"], dtype=["float32", "float64", "int64", "bool"]),
    *product(
        "torch.tensor(<data>).to(torch.<dtype>)",
        data=["[0, 1, -3]", "[0., 0.7, -3.7]", "[True, False]"],
        dtype=["float32", "float64", "int64", "bool"],
    ),
    *cells("""
        x = torch.tensor([1., 2.])
        y = torch.tensor(x)
        y[0] = 5
        x, y
        # %%
        x = torch.ones(3)
        x.to(torch.float32) is x, x.float() is x, x.double() is x
        # %%
        x = torch.ones(3)
        y = torch.as_tensor(x)
        y is x
        # %%
        device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
        torch.ones(2).to(device)
        # %%
        n, c, h, w = torch.zeros(2, 3, 8, 8).shape
        n, c, h, w
        # %%
        sizes = torch.zeros(2, 3).size()
        isinstance(sizes, tuple), hash(sizes) == hash((2, 3))
    """),
]
