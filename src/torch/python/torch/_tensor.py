"""torch.Tensor."""

import json
from array import array

import _torch
from torch._bridge import ask, call, call_, release, wrap
from torch._dtype import Size, device, dtypes


class Tensor:
    def __del__(self):
        handle = getattr(self, '_handle', None)
        if handle is not None:
            release(handle)

    @property
    def shape(self):
        return Size(json.loads(_torch.shape(self._handle)))

    @property
    def dtype(self):
        return dtypes[_torch.dtype(self._handle)]

    @property
    def device(self):
        return device('cpu')

    @property
    def requires_grad(self):
        return _torch.requiresGrad(self._handle)

    @requires_grad.setter
    def requires_grad(self, on):
        ask(_torch.setRequiresGrad, self._handle, bool(on))

    @property
    def is_leaf(self):
        return _torch.isLeaf(self._handle)

    @property
    def grad(self):
        handle = _torch.grad(self._handle)
        return wrap(handle) if handle else None

    @grad.setter
    def grad(self, value):
        _torch.setGrad(self._handle, 0 if value is None else value._handle)

    @property
    def _version(self):
        return _torch.version(self._handle)

    def backward(self, gradient=None, retain_graph=None, create_graph=False):
        from torch.autograd import backward

        backward([self], [gradient], retain_graph, create_graph)

    def detach(self):
        return wrap(_torch.detach(self._handle))

    def tolist(self):
        numbers = array('d')
        numbers.frombytes(_torch.values(self._handle).to_bytes())
        convert = {'bool': bool, 'float32': float, 'float64': float}.get(self.dtype.name, int)
        values = [convert(number) for number in numbers]
        shape = self.shape
        if not shape:
            return values[0]
        for size in reversed(shape[1:]):
            values = [values[i : i + size] for i in range(0, len(values), size)] if size else []
        return values

    def __add__(self, other):
        return call('add', [self, other])

    def __mul__(self, other):
        return call('mul', [self, other])

    __radd__ = __add__
    __rmul__ = __mul__

    def add_(self, other):
        return call_('add', [self, other])

    def __repr__(self):
        return f'tensor({self.tolist()})'
