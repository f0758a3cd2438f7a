"""Operations on shapes, and on the order and number of tensors."""

import _torch
from torch._bridge import ask, call
from torch._registry import function, functions, method, sizes_of, torch_only


@method
def view(self, *shape):
    if len(shape) == 1 and hasattr(shape[0], 'is_floating_point') and not hasattr(shape[0], '_handle'):
        raise NotImplementedError("Tensor.view(dtype) isn't available in this page")
    return call('view', [self], {'shape': sizes_of(shape)})


@method
def view_as(self, other):
    return self.view(other.shape)


@method
def reshape_as(self, other):
    return reshape(self, other.shape)


@torch_only
def reshape(input, shape):
    return call('reshape', [input], {'shape': sizes_of([shape], 'reshape', 'shape')})


@method
def _reshape(self, *shape):
    return call('reshape', [self], {'shape': sizes_of(shape, 'reshape', 'shape')})


@function
def flatten(input, start_dim=0, end_dim=-1):
    shape = list(input.shape)
    if not shape:
        return input.reshape(1)
    start = _wrap(start_dim, len(shape))
    end = _wrap(end_dim, len(shape))
    if start > end:
        raise RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim')
    if start == end:
        return input
    count = 1
    for size in shape[start : end + 1]:
        count *= size
    return input.reshape(shape[:start] + [count] + shape[end + 1 :])


@function
def unflatten(input, dim, sizes):
    dim = _wrap(dim, input.dim())
    shape = list(input.shape)
    return input.view(shape[:dim] + list(sizes) + shape[dim + 1 :])


def _wrap(dim, dims):
    span = dims if dims > 0 else 1
    if not -span <= dim < span:
        raise IndexError(
            f'Dimension out of range (expected to be in range of [{-span}, {span - 1}], but got {dim})'
        )
    return dim + span if dim < 0 else dim


@function
def squeeze(input, dim=None):
    return call('squeeze', [input], {'dim': dim})


@function
def unsqueeze(input, dim):
    return call('unsqueeze', [input], {'dim': dim})


@torch_only
def permute(input, dims):
    return call('permute', [input], {'dims': list(dims)})


@method
def _permute(self, *dims):
    return call('permute', [self], {'dims': sizes_of(dims, 'permute', 'dims')})


@function
def transpose(input, dim0, dim1):
    return call('transpose', [input], {'dim0': dim0, 'dim1': dim1})


@function
def swapaxes(input, axis0, axis1):
    return transpose(input, axis0, axis1)


@function
def movedim(input, source, destination):
    sources = [source] if isinstance(source, int) else list(source)
    destinations = [destination] if isinstance(destination, int) else list(destination)
    sources = [_wrap(dim, input.dim()) for dim in sources]
    destinations = [_wrap(dim, input.dim()) for dim in destinations]
    rest = [dim for dim in range(input.dim()) if dim not in sources]
    order = [
        sources[destinations.index(dim)] if dim in destinations else rest.pop(0)
        for dim in range(input.dim())
    ]
    return input.permute(order)


@function
def t(input):
    return call('t', [input])


@method
def expand(self, *sizes):
    return call('expand', [self], {'shape': sizes_of(sizes, 'expand')})


@method
def expand_as(self, other):
    return self.expand(other.shape)


@function
def broadcast_to(input, size):
    return input.expand(size)


@method
def repeat(self, *sizes):
    return call('repeat', [self], {'repeats': sizes_of(sizes, 'repeat', 'repeats')})


@torch_only
def tile(input, dims):
    return input.repeat([1] * (input.dim() - len(dims)) + list(dims))


@function
def repeat_interleave(input, repeats, dim=None):
    if dim is None:
        input, dim = input.reshape(-1), 0
    dim = _wrap(dim, input.dim())
    wide = input.unsqueeze(dim + 1)
    shape = list(wide.shape)
    shape[dim + 1] = repeats
    return wide.expand(shape).flatten(dim, dim + 1)


@torch_only
def cat(tensors, dim=0, *, axis=None):
    return call('cat', list(_tensors('cat', tensors)), {'dim': dim if axis is None else axis})


functions['concat'] = functions['concatenate'] = cat


@torch_only
def stack(tensors, dim=0):
    return call('stack', list(_tensors('stack', tensors)), {'dim': dim})


def _tensors(name, tensors):
    if hasattr(tensors, '_handle'):
        raise TypeError(f"{name}(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor")
    for position, tensor in enumerate(tensors):
        if not hasattr(tensor, '_handle'):
            kind = type(tensor).__name__
            raise TypeError(f'expected Tensor as element {position} in argument 0, but got {kind}')
    return tensors


@function
def split(tensor, split_size_or_sections, dim=0):
    size = tensor.size(dim)
    if isinstance(split_size_or_sections, int):
        each = split_size_or_sections
        if each <= 0:
            raise RuntimeError(f'split expects split_size be non-negative, but got split_size={each}')
        sizes = [min(each, size - start) for start in range(0, size, each)] or [0]
    else:
        sizes = list(split_size_or_sections)
        if sum(sizes) != size:
            raise RuntimeError(
                f'split_with_sizes expects split_sizes to sum exactly to {size} (input tensor\'s size at '
                f'dimension {dim}), but got split_sizes={sizes}'
            )
    pieces = call('split', [tensor], {'sizes': sizes, 'dim': dim})
    return pieces if isinstance(pieces, tuple) else (pieces,)


@function
def chunk(input, chunks, dim=0):
    if chunks <= 0:
        raise RuntimeError(f'chunk expects `chunks` to be greater than 0, got: {chunks}')
    size = input.size(dim)
    return split(input, max((size + chunks - 1) // chunks, 1), dim)


@function
def unbind(input, dim=0):
    pieces = call('unbind', [input], {'dim': dim})
    return pieces if isinstance(pieces, tuple) else (pieces,)


@function
def narrow(input, dim, start, length):
    size = input.size(dim)
    if length < 0:
        raise RuntimeError('narrow(): length must be non-negative.')
    start = start + size if start < 0 else start
    if start > size or start + length > size:
        raise RuntimeError(f'start ({start}) + length ({length}) exceeds dimension size ({size}).')
    return call('slice', [input], {'dim': dim, 'start': start, 'end': start + length, 'step': 1})


@function
def select(input, dim, index):
    return call('select', [input], {'dim': dim, 'index': index})


@torch_only
def flip(input, dims):
    return call('flip', [input], {'dims': sizes_of([dims] if not isinstance(dims, int) else [dims])})


@method
def _flip(self, *dims):
    return call('flip', [self], {'dims': sizes_of(dims)})


@function
def roll(input, shifts, dims=None):
    if dims is None:
        return roll(input.reshape(-1), shifts, 0).reshape(input.shape)
    pair = [[each] if isinstance(each, int) else list(each) for each in (shifts, dims)]
    return call('roll', [input], {'shifts': pair[0], 'dims': pair[1]})


@function
def tril(input, diagonal=0):
    return call('tril', [input], {'diagonal': diagonal})


@function
def triu(input, diagonal=0):
    return call('triu', [input], {'diagonal': diagonal})


@function
def diagonal(input, offset=0, dim1=0, dim2=1):
    return call('diagonal', [input], {'offset': offset, 'dim1': dim1, 'dim2': dim2})


@function
def diag(input, diagonal=0):
    if input.dim() == 2:
        return globals()['diagonal'](input, diagonal)
    from torch._creation import zeros

    size = input.numel() + abs(diagonal)
    square = zeros(size, size, dtype=input.dtype)
    globals()['diagonal'](square, diagonal).copy_(input)
    return square


@function
def ravel(input):
    return input.reshape(-1)


@function
def trace(input):
    return globals()['diagonal'](input).sum()


@torch_only
def hstack(tensors):
    wide = [tensor.reshape(1) if tensor.dim() == 0 else tensor for tensor in tensors]
    return cat(wide, 0 if wide[0].dim() == 1 else 1)


@torch_only
def vstack(tensors):
    return cat([tensor.reshape(1, -1) if tensor.dim() < 2 else tensor for tensor in tensors])


@torch_only
def broadcast_shapes(*shapes):
    from torch._creation import zeros

    total = zeros(())
    for shape in shapes:
        total = total + zeros(()).expand(shape)
    return total.shape


@torch_only
def broadcast_tensors(*tensors):
    shape = broadcast_shapes(*(tensor.shape for tensor in tensors))
    return tuple(tensor.expand(shape) for tensor in tensors)


@torch_only
def meshgrid(*tensors, indexing='ij'):
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tensors[0]
    shape = [tensor.numel() for tensor in tensors]
    if indexing == 'xy':
        return tuple(grid.transpose(0, 1) for grid in meshgrid(*tensors[1::-1]))[::-1]
    grids = []
    for dim, tensor in enumerate(tensors):
        around = [1] * len(shape)
        around[dim] = -1
        grids.append(tensor.view(around).expand(shape))
    return tuple(grids)


@method
def unsqueeze_(self, dim):
    return _reshaped_in_place(self, unsqueeze(self, dim))


@method
def squeeze_(self, dim=None):
    return _reshaped_in_place(self, squeeze(self, dim))


@method
def t_(self):
    return _reshaped_in_place(self, t(self))


@method
def transpose_(self, dim0, dim1):
    return _reshaped_in_place(self, transpose(self, dim0, dim1))


def _reshaped_in_place(self, view):
    ask(_torch.becomeView, self._handle, view._handle)
    self.__dict__.pop('_shape', None)
    return self
