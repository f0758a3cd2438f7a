"""x[index], for reading and for assignment."""

import builtins

from torch._bridge import call, call_
from torch._creation import tensor as new_tensor

_FAR = 2**53


def get(x, index):
    if isinstance(index, builtins.slice):
        return _slice(x, 0, index, keep_whole=True)
    if index is Ellipsis:
        return call('alias', [x])
    view, tensors = _basic(x, index)
    if tensors:
        return call('index', [view, *tensors])
    return call('alias', [x]) if view is x else view


def put(x, index, value):
    if not hasattr(value, '_handle') and not isinstance(value, (int, float)):
        raise TypeError(f"can't assign a {type(value).__name__} to a {x.type()}")
    view, tensors = _basic(x, index)
    if tensors:
        if not hasattr(value, '_handle'):
            value = new_tensor(value, dtype=x.dtype)
        elif value.dtype != x.dtype and value.dim() > 0:
            names = [_scalar_name(each) for each in (x, value)]
            raise RuntimeError(
                f'Index put requires the source and destination dtypes match, got {names[0]} for the '
                f'destination and {names[1]} for the source.'
            )
        call_('index_put', [view, value, *tensors])
        return
    if not hasattr(value, '_handle'):
        call_('fill', [view, value])
        return
    # Leading dimensions of size 1 are ignored.
    while value.dim() > view.dim() and value.shape[0] == 1:
        value = value.squeeze(0)
    call_('copy', [view, value.expand(view.shape)])


def _scalar_name(x):
    return {
        'float32': 'Float',
        'float64': 'Double',
        'int64': 'Long',
        'int32': 'Int',
        'uint8': 'Byte',
        'bool': 'Bool',
    }[x.dtype.name]


def _basic(x, index):
    """The view that integers, slices, None and Ellipsis give, and the tensors for its dimensions."""
    items = list(index) if isinstance(index, tuple) else [index]
    items = [_item(item) for item in items]
    used = builtins.sum(_dims_used(item) for item in items)
    if x.dim() == 0 and used > 0 and isinstance(items[0], (int, builtins.slice)):
        if isinstance(items[0], builtins.slice):
            raise IndexError('slice() cannot be applied to a 0-dim tensor.')
        raise IndexError(
            'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to '
            'convert a 0-dim tensor to a number'
        )
    if used > x.dim():
        raise IndexError(f'too many indices for tensor of dimension {x.dim()}')
    view = x
    dim = 0
    tensors = {}
    place = 0
    for item in items:
        if item is Ellipsis:
            dim += x.dim() - used
            place += x.dim() - used
        elif item is None:
            view = view.unsqueeze(dim)
            dim += 1
        elif isinstance(item, bool):
            view = view.unsqueeze(dim)
            tensors[dim] = new_tensor([item])
            dim += 1
        elif isinstance(item, int):
            view = _select(view, dim, item, place)
        elif isinstance(item, builtins.slice):
            view = _slice(view, dim, item)
            dim += 1
        else:
            tensors[dim] = item
            dim += _dims_used(item)
        place += _dims_used(item)
    if not tensors:
        return view, []
    places = []
    at = 0
    for dim in sorted(tensors):
        places += [None] * (dim - at)
        places.append(tensors[dim])
        at = dim + _dims_used(tensors[dim])
    return view, places


def _item(item):
    if item is None or item is Ellipsis or isinstance(item, (int, builtins.slice)):
        return item
    if hasattr(item, '_handle'):
        name = item.dtype.name
        if name in ('float32', 'float64'):
            raise IndexError('tensors used as indices must be long, byte or bool tensors')
        if item.dim() == 0:
            return item.item()
        return item if name in ('bool', 'uint8', 'int64') else item.long()
    if isinstance(item, (list, tuple, range)):
        return new_tensor(list(item)) if len(item) else new_tensor([]).long()
    if hasattr(item, '__index__'):
        return item.__index__()
    if isinstance(item, str):
        raise TypeError("new(): invalid data type 'str'")
    raise IndexError(
        f'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices '
        f'(got {type(item).__name__})'
    )


def _dims_used(item):
    if item is None or item is Ellipsis or isinstance(item, bool):
        return 0
    if hasattr(item, '_handle') and item.dtype.name in ('bool', 'uint8'):
        return item.dim()
    return 1


def _select(view, dim, index, place):
    size = view.shape[dim]
    if not -size <= index < size:
        raise IndexError(f'index {index} is out of bounds for dimension {place} with size {size}')
    return call('select', [view], {'dim': dim, 'index': index})


def _slice(x, dim, item, keep_whole=False):
    step = 1 if item.step is None else int(item.step)
    if step <= 0:
        raise ValueError('step must be greater than zero')
    start = 0 if item.start is None else int(item.start)
    end = _FAR if item.stop is None else int(item.stop)
    if x.dim() == 0:
        raise IndexError('slice() cannot be applied to a 0-dim tensor.')
    if start == 0 and end >= x.shape[dim] and step == 1 and not keep_whole:
        return x
    return call('slice', [x], {'dim': dim, 'start': start, 'end': end, 'step': step})
