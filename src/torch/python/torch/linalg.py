"""torch.linalg, as far as this page has it."""

from torch._unavailable import unavailable
from torch._reductions import norm as _norm


def norm(A, ord=None, dim=None, keepdim=False, *, dtype=None):
    return _norm(A, 2 if ord is None else ord, dim, keepdim, dtype)


def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None):
    return _norm(x, ord, dim, keepdim, dtype)


__getattr__ = unavailable(__name__)
