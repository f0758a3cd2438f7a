"""torch.FloatTensor and the like: makers of tensors of one dtype, and their types for isinstance."""

from torch import _creation, _dtype
from torch._tensor import Tensor


class _OfDtype(type):
    def __instancecheck__(cls, value):
        return isinstance(value, Tensor) and value.dtype is cls.dtype

    def __call__(cls, *data):
        if len(data) == 1 and isinstance(data[0], (list, tuple)):
            return _creation.tensor(data[0], dtype=cls.dtype)
        return _creation.empty(*data or [0], dtype=cls.dtype)


class FloatTensor(metaclass=_OfDtype):
    dtype = _dtype.float32


class DoubleTensor(metaclass=_OfDtype):
    dtype = _dtype.float64


class LongTensor(metaclass=_OfDtype):
    dtype = _dtype.int64


class IntTensor(metaclass=_OfDtype):
    dtype = _dtype.int32


class ByteTensor(metaclass=_OfDtype):
    dtype = _dtype.uint8


class BoolTensor(metaclass=_OfDtype):
    dtype = _dtype.bool_
