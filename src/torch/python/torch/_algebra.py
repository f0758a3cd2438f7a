"""Products of matrices and vectors, and numbers picked by index."""

from torch._bridge import call, call_
from torch._registry import function, in_place, method, torch_only


@function
def matmul(input, other):
    return call('matmul', [input, other])


@function
def mm(input, mat2):
    return call('mm', [input, mat2])


@function
def bmm(input, mat2):
    return call('bmm', [input, mat2])


@function
def mv(input, vec):
    return call('mv', [input, vec])


@function
def dot(input, tensor):
    return call('dot', [input, tensor])


@function
def addmm(input, mat1, mat2, *, beta=1, alpha=1):
    return call('addmm', [input, mat1, mat2], {'beta': beta, 'alpha': alpha})


@function
def outer(input, vec2):
    return input.unsqueeze(1) * vec2


@function
def gather(input, dim, index):
    return call('gather', [input, index], {'dim': dim})


@in_place
def scatter_add(input, dim, index, src):
    return 'scatter_add', [input, index, src], {'dim': dim}


@in_place
def scatter(input, dim, index, src=None, *, value=None):
    return 'scatter', [input, index, value if src is None else src], {'dim': dim}


@function
def index_select(input, dim, index):
    dims = [None] * (dim if dim >= 0 else dim + input.dim())
    return call('index', [input, *dims, index])


@function
def masked_select(input, mask):
    shape = (mask.logical_not() == input.isnan()).shape
    return call('index', [input.expand(shape), mask.expand(shape)])


@function
def take(input, index):
    return call('index', [input.reshape(-1), index])


@function
def nonzero(input, *, as_tuple=False):
    indices = call('nonzero', [input])
    return indices.unbind(1) if as_tuple else indices


@torch_only
def argwhere(input):
    return call('nonzero', [input])


@method
def index_put_(self, indices, values, accumulate=False):
    return call_('index_put', [self, values, *indices], {'accumulate': accumulate})


@method
def copy_(self, src, non_blocking=False):
    return call_('copy', [self, src])


@method
def zero_(self):
    return call_('fill', [self, 0], {'zero': True})


@method
def fill_(self, value):
    return call_('fill', [self, value])


@method
def fill_diagonal_(self, value):
    for k in range(min(self.shape)):
        self[k, k] = value
    return self
