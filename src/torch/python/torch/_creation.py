"""Functions that make tensors."""

import json
from array import array

import _torch
from torch._bridge import ask, wrap


def tensor(data, dtype=None, device=None, requires_grad=False):
    numbers, shape = _flatten(data)
    name = dtype.name if dtype is not None else _infer(numbers)
    result = wrap(ask(_torch.create, array('d', numbers), json.dumps(shape), name))
    if requires_grad:
        result.requires_grad = True
    return result


def _infer(numbers):
    if numbers and all(isinstance(number, bool) for number in numbers):
        return 'bool'
    if numbers and all(isinstance(number, int) for number in numbers):
        return 'int64'
    return 'float32'


def _flatten(data):
    if not isinstance(data, (list, tuple)):
        return [data], []
    numbers = []
    shape = []
    for item in data:
        flat, shape = _flatten(item)
        numbers += flat
    return numbers, [len(data), *shape]
