"""Calls from Python to the tensors in JavaScript."""

import json
import math
import weakref

import _torch
from pyodide.ffi import JsException

_kinds = {
    kind.__name__: kind
    for kind in (RuntimeError, ValueError, TypeError, IndexError, NotImplementedError, MemoryError)
}
# The Python object of each handle: x.grad is the same object while one is in use.
_objects = {}


def translate(error):
    """The exception that PyTorch would raise."""
    kind = _kinds.get(getattr(error, 'kind', None), RuntimeError)
    return kind(error.message)


def ask(function, *arguments):
    """Calls a function of the bridge; its errors become Python's."""
    try:
        return function(*arguments)
    except JsException as error:
        failure = translate(error)
    raise failure


def call(operation, inputs, attributes=None):
    """Does an operation of the table on tensors, numbers and None; returns a tensor or a tuple of them."""
    result = ask(_torch.call, operation, encode([refer(x) for x in inputs]), encode(attributes or {}))
    if isinstance(result, int):
        return wrap(result)
    return tuple(wrap(handle) for handle in json.loads(result))


def call_(operation, inputs, attributes=None):
    """Does an operation in place, on the first of the tensors; returns that one."""
    ask(_torch.callInPlace, operation, encode([refer(x) for x in inputs]), encode(attributes or {}))
    return inputs[0]


def refer(x):
    """What the bridge knows a tensor or number by."""
    if x is None:
        return None
    handle = getattr(x, '_handle', None)
    if handle is not None:
        return handle
    if isinstance(x, bool):
        return ['bool', int(x)]
    if isinstance(x, int):
        return ['int', x]
    if isinstance(x, float):
        return ['float', x]
    raise TypeError(f'a Tensor or a number was expected, but got {type(x).__name__}')


def encode(value):
    try:
        return json.dumps(value, allow_nan=False)
    except ValueError:
        return json.dumps(_plain(value))


def _plain(value):
    # JSON knows no infinity.
    if isinstance(value, float) and not math.isfinite(value):
        return {'float': str(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def wrap(handle):
    """The Python object of a handle."""
    known = _objects.get(handle)
    tensor = known() if known is not None else None
    if tensor is None:
        from torch._tensor import Tensor

        tensor = object.__new__(Tensor)
        adopt(tensor, handle)
    return tensor


def adopt(tensor, handle):
    """Makes an object the one of a handle, which is given back when the object dies."""
    tensor._handle = handle
    _objects[handle] = weakref.ref(tensor)


def release(handle):
    if _objects.pop(handle, None) is not None:
        _torch.release(handle)
