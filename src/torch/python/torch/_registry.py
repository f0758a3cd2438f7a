"""Which functions are torch's, and which are methods of Tensor."""

import functools

from torch._bridge import call, call_

functions = {}
methods = {}


def function(define):
    """torch.name(input, …) and input.name(…)."""
    functions[define.__name__] = define
    methods[define.__name__] = define
    return define


def torch_only(define):
    functions[define.__name__] = define
    return define


def method(define):
    """input.name(…); a function of another name beside torch.name begins with an underscore."""
    methods[define.__name__.lstrip('_')] = define
    return define


def in_place(describe):
    """
    torch.name(input, …), input.name(…) and input.name_(…), of a function that says which operation of the
    table, on which inputs, with which attributes.
    """
    name = describe.__name__

    functions[name] = _caller(describe, name, call, 1)
    methods[name] = _caller(describe, name, call, 0)
    functions[f'{name}_'] = _caller(describe, f'{name}_', call_, 1)
    methods[f'{name}_'] = _caller(describe, f'{name}_', call_, 0)
    return functions[name]


def _caller(describe, name, call, first):
    """@param first: the position of the first argument in the words of errors: self has none"""

    @functools.wraps(describe)
    def run(*arguments, **options):
        operation, inputs, *attributes = describe(*arguments, **options)
        for index, value in enumerate(inputs):
            if hasattr(value, '_handle') or (index + first > 1 or first == 0) and _is_number(value):
                continue
            parameter = describe.__code__.co_varnames[index]
            kind = type(value).__name__
            raise TypeError(
                f"{name}(): argument '{parameter}' (position {index + first}) must be Tensor, not {kind}"
            )
        return call(operation, inputs, *attributes)

    run.__name__ = run.__qualname__ = name
    return run


def _is_number(value):
    return value is None or isinstance(value, (int, float))


def dims_of(dim):
    """A dimension, several or None as the list or None that operations take."""
    if dim is None:
        return None
    return [dim] if isinstance(dim, int) else list(dim)


def sizes_of(sizes, function='view', argument='size', kind='SymInts'):
    """view(2, 3), view((2, 3)) and view(torch.Size([2, 3])) alike; what isn't whole is refused."""
    if len(sizes) == 1 and not _is_whole(sizes[0]):
        sizes = sizes[0]
        if not isinstance(sizes, (tuple, list, range)):
            raise TypeError(
                f"{function}(): argument '{argument}' (position 1) must be tuple of {kind}, "
                f"not {type(sizes).__name__}"
            )
    for position, size in enumerate(sizes, 1):
        if not _is_whole(size):
            raise TypeError(
                f"{function}(): argument '{argument}' must be tuple of {kind}, "
                f"but found element of type {type(size).__name__} at pos {position}"
            )
    return [int(size) for size in sizes]


def _is_whole(size):
    return isinstance(size, int) or hasattr(size, '_handle')
