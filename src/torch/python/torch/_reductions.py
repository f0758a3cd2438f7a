"""Operations that make few numbers of many."""


from torch._bridge import call
from torch._dtype import int64
from torch._registry import dims_of, function, functions, methods, torch_only
from torch.return_types import result


_missing = object()


def _expect_dim(name, dim):
    if dim is _missing:
        raise TypeError(
            f'{name}() received an invalid combination of arguments - got (), but expected one of:\n'
            ' * (int dim, torch.dtype dtype)'
        )


def _name(dtype):
    return None if dtype is None else dtype.name


@function
def sum(input, dim=None, keepdim=False, *, dtype=None, axis=None):
    dim = axis if dim is None else dim
    return call('sum', [input], {'dim': dims_of(dim), 'keepdim': keepdim, 'dtype': _name(dtype)})


@function
def mean(input, dim=None, keepdim=False, *, dtype=None, axis=None):
    dim = axis if dim is None else dim
    return call('mean', [input], {'dim': dims_of(dim), 'keepdim': keepdim, 'dtype': _name(dtype)})


@function
def prod(input, dim=None, keepdim=False, *, dtype=None):
    return call('prod', [input], {'dim': dims_of(dim), 'keepdim': keepdim, 'dtype': _name(dtype)})


def _deviation(operation, input, dim, unbiased, keepdim, correction):
    # var(False) says unbiased, var(0) a dimension.
    if isinstance(dim, bool):
        dim, unbiased = None, dim
    if correction is None:
        correction = int(unbiased)
    attributes = {'dim': dims_of(dim), 'keepdim': keepdim, 'correction': correction}
    return call(operation, [input], attributes)


@function
def var(input, dim=None, unbiased=True, keepdim=False, *, correction=None):
    return _deviation('var', input, dim, unbiased, keepdim, correction)


@function
def std(input, dim=None, unbiased=True, keepdim=False, *, correction=None):
    return _deviation('std', input, dim, unbiased, keepdim, correction)


@torch_only
def var_mean(input, dim=None, unbiased=True, keepdim=False, *, correction=None):
    dims = None if isinstance(dim, bool) else dim
    return var(input, dim, unbiased, keepdim, correction=correction), mean(input, dims, keepdim)


@torch_only
def std_mean(input, dim=None, unbiased=True, keepdim=False, *, correction=None):
    dims = None if isinstance(dim, bool) else dim
    return std(input, dim, unbiased, keepdim, correction=correction), mean(input, dims, keepdim)


def _extreme(name, input, dim, keepdim, other):
    pairwise = {'max': 'maximum', 'min': 'minimum'}[name]
    if other is None and hasattr(dim, '_handle'):
        other = dim
    if other is not None:
        return call(pairwise, [input, other])
    if dim is None:
        return call(name, [input])
    return result(name, *call(f'{name}_dim', [input], {'dim': dim, 'keepdim': keepdim}))


@function
def max(input, dim=None, keepdim=False, *, other=None):
    return _extreme('max', input, dim, keepdim, other)


@function
def min(input, dim=None, keepdim=False, *, other=None):
    return _extreme('min', input, dim, keepdim, other)


@function
def amax(input, dim=None, keepdim=False):
    return call('amax', [input], {'dim': dims_of(dim), 'keepdim': keepdim})


@function
def amin(input, dim=None, keepdim=False):
    return call('amin', [input], {'dim': dims_of(dim), 'keepdim': keepdim})


@function
def argmax(input, dim=None, keepdim=False):
    return call('argmax', [input], {'dim': dim, 'keepdim': keepdim})


@function
def argmin(input, dim=None, keepdim=False):
    return call('argmin', [input], {'dim': dim, 'keepdim': keepdim})


@function
def any(input, dim=None, keepdim=False):
    return call('any', [input], {'dim': dims_of(dim), 'keepdim': keepdim})


@function
def all(input, dim=None, keepdim=False):
    return call('all', [input], {'dim': dims_of(dim), 'keepdim': keepdim})


@function
def count_nonzero(input, dim=None):
    return (input != 0).sum(dim)


@function
def norm(input, p='fro', dim=None, keepdim=False, dtype=None):
    if p is None or p == 'fro':
        p = 2
    if dtype is not None:
        input = input.to(dtype)
    return call('norm', [input], {'p': float(p), 'dim': dims_of(dim), 'keepdim': keepdim})


@function
def logsumexp(input, dim, keepdim=False):
    return call('logsumexp', [input], {'dim': dims_of(dim), 'keepdim': keepdim})


@function
def softmax(input, dim=_missing, dtype=None):
    _expect_dim('softmax', dim)
    return call('softmax', [input], {'dim': dim, 'dtype': _name(dtype)})


@function
def log_softmax(input, dim=_missing, dtype=None):
    _expect_dim('log_softmax', dim)
    return call('log_softmax', [input], {'dim': dim, 'dtype': _name(dtype)})


@function
def cumsum(input, dim, *, dtype=None):
    return call('cumsum', [input if dtype is None else input.to(dtype)], {'dim': dim})


@function
def sort(input, dim=-1, descending=False, stable=False):
    values, indices = call('sort', [input], {'dim': dim, 'descending': descending})
    return result('sort', values, indices)


@function
def argsort(input, dim=-1, descending=False):
    return sort(input, dim, descending)[1]


@function
def topk(input, k, dim=-1, largest=True, sorted=True):
    values, indices = call('topk', [input], {'k': k, 'dim': dim, 'largest': largest})
    return result('topk', values, indices)


@function
def kthvalue(input, k, dim=-1, keepdim=False):
    if not 1 <= k <= (input.size(dim) if input.dim() else 1):
        raise RuntimeError('kthvalue(): selected number k out of range for dimension ' + str(dim))
    picked = [each.narrow(dim, k - 1, 1) for each in sort(input, dim)]
    return result('kthvalue', *(picked if keepdim else [each.squeeze(dim) for each in picked]))


@function
def quantile(input, q, dim=None, keepdim=False):
    flat = input.reshape(-1) if dim is None else input.movedim(dim, -1)
    ordered = sort(flat)[0]
    at = q * (ordered.size(-1) - 1)
    low = int(at)
    high = low + 1 if low + 1 < ordered.size(-1) else low
    found = ordered[..., low] + (ordered[..., high] - ordered[..., low]) * (at - low)
    return found.unsqueeze(dim) if keepdim and dim is not None else found


@function
def median(input, dim=None, keepdim=False):
    # The lower of the two in the middle, as PyTorch has it.
    if dim is None:
        flat = input.reshape(-1)
        return sort(flat)[0][(flat.numel() - 1) // 2]
    values, indices = sort(input, dim)
    middle = (input.size(dim) - 1) // 2
    picked = [each.narrow(dim, middle, 1) for each in (values, indices)]
    return result('median', *(picked if keepdim else [each.squeeze(dim) for each in picked]))


@function
def bincount(input, minlength=0):
    import torch

    size = 0 if input.numel() == 0 else int(input.max()) + 1
    counts = torch.zeros(size if size > minlength else minlength, dtype=int64)
    return counts.scatter_add(0, input.to(int64), torch.ones_like(input, dtype=int64))


@function
def unique(input, sorted=True, return_inverse=False, return_counts=False):
    import torch

    values = input.reshape(-1).tolist()
    counts = {}
    for value in torch.sort(input.reshape(-1))[0].tolist():
        counts[value] = counts.get(value, 0) + 1
    found = [torch.tensor(list(counts), dtype=input.dtype)]
    if return_inverse:
        places = {value: place for place, value in enumerate(counts)}
        inverse = torch.tensor([places[value] for value in values], dtype=int64)
        found.append(inverse.reshape(input.shape))
    if return_counts:
        found.append(torch.tensor(list(counts.values()), dtype=int64))
    return found[0] if len(found) == 1 else tuple(found)


@function
def dist(input, other, p=2):
    return norm(input - other, p)


@torch_only
def is_nonzero(input):
    return bool(input)


