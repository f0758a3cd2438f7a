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


# Looked up once: every look-up makes another proxy.
_call = _torch.call
_call_in_place = _torch.callInPlace
_release = _torch.release


def call(operation, inputs, attributes=None):
    """Does an operation of the table on tensors, numbers and None; returns a tensor or a tuple of them."""
    texts = _refer_all(operation, inputs), encode(attributes) if attributes else '{}'
    try:
        result = _call(operation, *texts)
    except JsException as error:
        failure = translate(error)
    else:
        if type(result) is int:
            return wrap(result)
        return tuple(wrap(handle) for handle in json.loads(result))
    raise failure


def call_(operation, inputs, attributes=None):
    """Does an operation in place, on the first of the tensors; returns that one."""
    ask(_call_in_place, operation, _refer_all(operation, inputs), encode(attributes) if attributes else '{}')
    return inputs[0]


def _refer_all(operation, inputs):
    try:
        return f"[{','.join([_refer(x) for x in inputs])}]"
    except TypeError:
        for position, x in enumerate(inputs):
            if not (x is None or hasattr(x, '_handle') or isinstance(x, (int, float))):
                break
    parameter = 'input' if position == 0 else 'other'
    raise TypeError(
        f"{operation}(): argument '{parameter}' (position {position + 1}) must be Tensor, not {type(x).__name__}"
    )


def _refer(x):
    # As JSON, written by hand: this runs for every operation.
    handle = getattr(x, '_handle', None)
    return encode(refer(x)) if handle is None else str(handle)


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


_encode = json.JSONEncoder(allow_nan=False).encode


def encode(value):
    try:
        return _encode(value)
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


# The class of what `wrap` makes: Tensor, once it is there.
_kind = object


def make_objects_of(kind):
    global _kind
    _kind = kind


def wrap(handle):
    """The Python object of a handle."""
    known = _objects.get(handle)
    tensor = None if known is None else known()
    if tensor is None:
        tensor = object.__new__(_kind)
        tensor._handle = handle
        _objects[handle] = weakref.ref(tensor)
    return tensor


def adopt(tensor, handle):
    """Makes an object the one of a handle, which is given back when the object dies."""
    tensor._handle = handle
    _objects[handle] = weakref.ref(tensor)


def release(handle):
    if _objects.pop(handle, None) is not None:
        _release(handle)
