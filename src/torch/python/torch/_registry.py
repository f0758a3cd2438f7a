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

    @functools.wraps(describe)
    def define(*arguments, **options):
        _expect_tensor(name, arguments, options)
        return call(*describe(*arguments, **options))

    @functools.wraps(describe)
    def define_(*arguments, **options):
        return call_(*describe(*arguments, **options))

    define_.__name__ = define_.__qualname__ = f'{name}_'
    functions[name] = define
    methods[name] = define
    methods[f'{name}_'] = define_
    functions[f'{name}_'] = define_
    return define


def _expect_tensor(name, arguments, options):
    if arguments and not hasattr(arguments[0], '_handle'):
        kind = type(arguments[0]).__name__
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {kind}")


def dims_of(dim):
    """A dimension, several or None as the list or None that operations take."""
    if dim is None:
        return None
    return [dim] if isinstance(dim, int) else list(dim)


def sizes_of(sizes):
    """view(2, 3), view((2, 3)) and view(torch.Size([2, 3])) alike."""
    if len(sizes) == 1 and not isinstance(sizes[0], int) and not hasattr(sizes[0], '_handle'):
        sizes = sizes[0]
    return [int(size) for size in sizes]
