"""PyTorch for this page: tensors and gradients as in PyTorch 1.13, computed in JavaScript."""

from torch import _algebra, _arithmetic, _creation, _random, _reductions, _registry, _shapes, _types
from torch import autograd, cuda, linalg
from torch.autograd import functional as _functional
from torch._dtype import (
    Size,
    bool_,
    device,
    dtype,
    finfo,
    float32,
    float64,
    get_default_dtype,
    int32,
    int64,
    set_default_dtype,
    strided,
    uint8,
)
from torch._printing import set_printoptions
from torch._tensor import Tensor, add_methods
from torch.autograd.grad_mode import (
    enable_grad,
    inference_mode,
    is_grad_enabled,
    no_grad,
    set_grad_enabled,
)

__version__ = '1.13.0'

add_methods()
for _kind in (Tensor, Size, device, dtype, finfo):
    _kind.__module__ = 'torch'
globals().update(_registry.functions)

bool = bool_
float = float32
double = float64
long = int64
int = int32
FloatTensor = _types.FloatTensor
DoubleTensor = _types.DoubleTensor
LongTensor = _types.LongTensor
IntTensor = _types.IntTensor
ByteTensor = _types.ByteTensor
BoolTensor = _types.BoolTensor
inf = _creation.math.inf
nan = _creation.math.nan
pi = _creation.math.pi
e = _creation.math.e


def is_tensor(value):
    return isinstance(value, Tensor)


def is_floating_point(input):
    return input.is_floating_point()


def numel(input):
    return input.numel()


def typename(value):
    """The name of a value's type, or of a class or function itself."""
    if is_tensor(value):
        return value.type()
    module = getattr(value, '__module__', 'builtins')
    name = getattr(value, '__qualname__', type(value).__name__)
    return name if module == 'builtins' else f'{module}.{name}'


# These are made of what is above.
from torch import nn, optim, random, utils
from torch._random import Generator, default_generator
from torch._unavailable import unavailable

__getattr__ = unavailable(__name__)
