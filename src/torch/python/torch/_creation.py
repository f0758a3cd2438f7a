"""Functions that make tensors."""

import builtins
import json
import math
import warnings
from array import array

import _torch
from torch import _dtype
from torch._bridge import ask, call, wrap
from torch._registry import function, method, sizes_of, torch_only


@torch_only
def tensor(data, *, dtype=None, device=None, requires_grad=False):
    _dtype.check_device(device)
    _dtype.check_dtype('tensor', dtype)
    if hasattr(data, '_handle'):
        warnings.warn(
            'To copy construct from a tensor, it is recommended to use sourceTensor.clone().detach() or '
            'sourceTensor.clone().detach().requires_grad_(True), rather than torch.tensor(sourceTensor).',
            stacklevel=2,
        )
        result = data.detach().clone()
        result = result if dtype is None else result.to(dtype)
    else:
        numbers = []
        shape = _shape_of(data)
        _collect(data, shape, 0, numbers)
        name = dtype.name if dtype is not None else _infer(numbers)
        result = _create(numbers, shape, name)
    return _finish(result, requires_grad)


def _create(numbers, shape, name):
    numbers = array('d', numbers)
    if name in ('int64', 'int32', 'uint8'):
        numbers = array('d', map(math.trunc, numbers))
    elif name == 'bool':
        numbers = array('d', map(builtins.bool, numbers))
    return wrap(ask(_torch.create, numbers, json.dumps(shape), name))


def _finish(result, requires_grad):
    if requires_grad:
        if not result.is_floating_point():
            raise RuntimeError(
                'Only Tensors of floating point and complex dtype can require gradients'
            )
        result.requires_grad = True
    return result


def _infer(numbers):
    kinds = {type(number) for number in numbers}
    if kinds == {builtins.bool}:
        return 'bool'
    if kinds and kinds <= {builtins.bool, builtins.int}:
        return 'int64'
    return _dtype.default.name


def _is_sequence(data):
    return isinstance(data, (list, tuple, range)) or (hasattr(data, '_handle') and data.dim() > 0)


def _shape_of(data):
    shape = []
    while _is_sequence(data):
        shape.append(len(data))
        if len(data) == 0:
            break
        data = data[0]
    return shape


def _collect(data, shape, dim, numbers):
    if dim == len(shape):
        numbers.append(_number(data, dim > 0))
        return
    if not _is_sequence(data):
        raise TypeError('not a sequence')
    if len(data) != shape[dim]:
        raise ValueError(f'expected sequence of length {shape[dim]} at dim {dim} (got {len(data)})')
    if dim == len(shape) - 1 and not hasattr(data, '_handle') and all(
        type(item) in (builtins.float, builtins.int, builtins.bool) for item in data
    ):
        numbers.extend(data)
        return
    for item in data:
        _collect(item, shape, dim + 1, numbers)


def _number(item, nested):
    if hasattr(item, '_handle'):
        return item.item()
    if isinstance(item, (builtins.bool, builtins.int, builtins.float)):
        return item
    if isinstance(item, str):
        raise ValueError("too many dimensions 'str'") if nested else TypeError("new(): invalid data type 'str'")
    if _is_sequence(item):
        raise TypeError('only integer tensors of a single element can be converted to an index')
    raise RuntimeError(f'Could not infer dtype of {type(item).__name__}')


@torch_only
def as_tensor(data, dtype=None, device=None):
    if hasattr(data, '_handle'):
        return data if dtype is None else data.to(dtype)
    return tensor(data, dtype=dtype)


def _full(sizes, value, dtype, requires_grad, device=None, name='new_full'):
    _dtype.check_device(device)
    _dtype.check_dtype(name, dtype)
    shape = sizes_of(sizes, name)
    dtype = dtype or _dtype.default
    attributes = {'shape': shape, 'value': builtins.float(value), 'dtype': dtype.name}
    return _finish(call('full', [], attributes), requires_grad)


@torch_only
def zeros(*size, dtype=None, device=None, requires_grad=False):
    return _full(size, 0, dtype, requires_grad, device, 'zeros')


@torch_only
def ones(*size, dtype=None, device=None, requires_grad=False):
    return _full(size, 1, dtype, requires_grad, device, 'ones')


@torch_only
def empty(*size, dtype=None, device=None, requires_grad=False, memory_format=None):
    return _full(size, 0, dtype, requires_grad, device, 'empty')


@torch_only
def full(size, fill_value, *, dtype=None, device=None, requires_grad=False):
    if hasattr(fill_value, '_handle'):
        fill_value = fill_value.item()
    if dtype is None:
        kind = type(fill_value)
        dtype = {builtins.bool: _dtype.bool_, builtins.int: _dtype.int64}.get(kind, _dtype.default)
    return _full([size], fill_value, dtype, requires_grad, device)


@torch_only
def zeros_like(input, *, dtype=None, device=None, requires_grad=False, memory_format=None):
    return _full([input.shape], 0, dtype or input.dtype, requires_grad)


@torch_only
def ones_like(input, *, dtype=None, device=None, requires_grad=False, memory_format=None):
    return _full([input.shape], 1, dtype or input.dtype, requires_grad)


@torch_only
def empty_like(input, *, dtype=None, device=None, requires_grad=False, memory_format=None):
    return _full([input.shape], 0, dtype or input.dtype, requires_grad)


@torch_only
def full_like(input, fill_value, *, dtype=None, device=None, requires_grad=False):
    return _full([input.shape], fill_value, dtype or input.dtype, requires_grad)


@method
def new_zeros(self, *size, dtype=None, device=None, requires_grad=False):
    return _full(size, 0, dtype or self.dtype, requires_grad)


@method
def new_ones(self, *size, dtype=None, device=None, requires_grad=False):
    return _full(size, 1, dtype or self.dtype, requires_grad)


@method
def new_empty(self, *size, dtype=None, device=None, requires_grad=False):
    return _full(size, 0, dtype or self.dtype, requires_grad)


@method
def new_full(self, size, fill_value, *, dtype=None, device=None, requires_grad=False):
    return _full([size], fill_value, dtype or self.dtype, requires_grad)


@method
def new_tensor(self, data, *, dtype=None, device=None, requires_grad=False):
    return tensor(data, dtype=dtype or self.dtype, requires_grad=requires_grad)


@torch_only
def arange(*bounds, start=0, end=None, step=1, dtype=None, device=None, requires_grad=False):
    if len(bounds) == 1:
        end = bounds[0]
    elif len(bounds) == 2:
        start, end = bounds
    elif len(bounds) == 3:
        start, end, step = bounds
    start, end, step = [x.item() if hasattr(x, '_handle') else x for x in (start, end, step)]
    if dtype is None:
        whole = all(isinstance(number, builtins.int) for number in (start, end, step))
        dtype = _dtype.int64 if whole else _dtype.default
    attributes = {'start': start, 'end': end, 'step': step, 'dtype': dtype.name}
    return _finish(call('arange', [], attributes), requires_grad)


@torch_only
def linspace(start, end, steps, *, dtype=None, device=None, requires_grad=False):
    name = (dtype or _dtype.default).name
    attributes = {'start': start, 'end': end, 'steps': steps, 'dtype': name}
    return _finish(call('linspace', [], attributes), requires_grad)


@torch_only
def logspace(start, end, steps, base=10.0, *, dtype=None, device=None, requires_grad=False):
    exponents = linspace(start, end, steps, dtype=_dtype.float64)
    result = call('pow', [builtins.float(base), exponents]).to(dtype or _dtype.default)
    return _finish(result, requires_grad)


@torch_only
def eye(n, m=None, *, dtype=None, device=None, requires_grad=False):
    name = (dtype or _dtype.default).name
    attributes = {'rows': n, 'columns': n if m is None else m, 'dtype': name}
    return _finish(call('eye', [], attributes), requires_grad)


@torch_only
def scalar_tensor(value, *, dtype=None):
    return tensor(value, dtype=dtype or _dtype.default)


@function
def clone(input, *, memory_format=None):
    return call('clone', [input])
