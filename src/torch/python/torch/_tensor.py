"""torch.Tensor."""

import builtins
import difflib
import json
from array import array

import _torch
from torch import _dtype, _indexing
from torch._bridge import adopt, ask, call, call_, make_objects_of, release, wrap
from torch._dtype import Size, device, dtypes
from torch._registry import methods
from torch._unavailable import say_unavailable


_shape, _dtype_name, _requires_grad = _torch.shape, _torch.dtype, _torch.requiresGrad


class _TensorType(type):
    """Names that only PyTorch itself has are said to be missing here."""

    def __getattr__(cls, name):
        if name.startswith('_'):
            raise AttributeError(name)
        raise AttributeError(f"Tensor.{name} isn't available in this page")


class Tensor(metaclass=_TensorType):
    def __new__(cls, *data, dtype=None, device=None):
        _dtype.check_device(device)
        if len(data) == 1 and hasattr(data[0], '_handle'):
            source = data[0].detach()
        elif len(data) == 1 and isinstance(data[0], (list, tuple)) and not isinstance(data[0], Size):
            source = _creation.tensor(data[0], dtype=_dtype.float32)
        else:
            source = _creation.empty(*data or [0])
        return cls._make_subclass(cls, source) if cls is not Tensor else source

    @staticmethod
    def _make_subclass(cls, data, requires_grad=False):
        """The same memory as an object of a subclass, such as Parameter."""
        tensor = object.__new__(cls)
        adopt(tensor, _torch.detach(data._handle))
        if requires_grad:
            tensor.requires_grad = True
        return tensor

    def __del__(self):
        handle = self.__dict__.get('_handle')
        if handle is not None:
            release(handle)

    def __getattr__(self, name):
        if name.startswith('__') or name == '_handle':
            raise AttributeError(name)
        # More likely mistyped than missed.
        if difflib.get_close_matches(name, dir(Tensor), 1, 0.8):
            raise AttributeError(f"'Tensor' object has no attribute '{name}'", name=name, obj=self)
        # No name, or Python would suggest another.
        raise AttributeError(say_unavailable(f"Tensor.{name}"), name='')

    # What it is

    @property
    def shape(self):
        shape = self.__dict__.get('_shape')
        if shape is None:
            shape = self._shape = Size(json.loads(_shape(self._handle)))
        return shape

    def size(self, dim=None):
        if dim is None:
            return self.shape
        if not -self.dim() <= dim < max(self.dim(), 1) or not self.shape:
            span = max(self.dim(), 1)
            if not self.shape:
                raise IndexError(f'Dimension specified as {dim} but tensor has no dimensions')
            raise IndexError(
                f'Dimension out of range (expected to be in range of [{-span}, {span - 1}], but got {dim})'
            )
        return self.shape[dim]

    def dim(self):
        return len(self.shape)

    ndimension = dim

    @property
    def ndim(self):
        return len(self.shape)

    def numel(self):
        return self.shape.numel()

    nelement = numel

    @property
    def dtype(self):
        return dtypes[_dtype_name(self._handle)]

    def is_floating_point(self):
        return self.dtype.is_floating_point

    def is_complex(self):
        return False

    def element_size(self):
        return _torch.bytes(self.dtype.name)

    @property
    def device(self):
        return device('cpu')

    @property
    def is_cuda(self):
        return False

    @property
    def layout(self):
        return _dtype.strided

    def stride(self, dim=None):
        strides = tuple(json.loads(_torch.strides(self._handle)))
        return strides if dim is None else strides[dim]

    def storage_offset(self):
        return _torch.offset(self._handle)

    def data_ptr(self):
        """The same for tensors that begin at the same place of the same memory."""
        return _torch.address(self._handle)

    def is_contiguous(self, memory_format=None):
        return _torch.isContiguous(self._handle)

    def contiguous(self, memory_format=None):
        return self if self.is_contiguous() else call('clone', [self], {'contiguous': True})

    # Autograd

    @property
    def requires_grad(self):
        return _requires_grad(self._handle)

    @requires_grad.setter
    def requires_grad(self, on):
        ask(_torch.setRequiresGrad, self._handle, builtins.bool(on))

    def requires_grad_(self, requires_grad=True):
        self.requires_grad = requires_grad
        return self

    @property
    def is_leaf(self):
        return _torch.isLeaf(self._handle)

    @property
    def grad_fn(self):
        from torch.autograd.graph import node_of

        return node_of(_torch.gradNode(self._handle))

    def _grad_fn_name(self):
        return _torch.gradFn(self._handle)

    @property
    def grad(self):
        handle = _torch.grad(self._handle)
        return wrap(handle) if handle else None

    @grad.setter
    def grad(self, value):
        if value is None:
            _torch.setGrad(self._handle, 0)
            return
        if not isinstance(value, Tensor):
            raise TypeError(
                f"assigned grad expected to be a Tensor or None but got grad of type {type(value).__name__}"
            )
        if value.shape != self.shape:
            raise RuntimeError('assigned grad has data of a different size')
        _torch.setGrad(self._handle, value._handle)

    @grad.deleter
    def grad(self):
        _torch.setGrad(self._handle, 0)

    @property
    def data(self):
        return wrap(_torch.untracked(self._handle))

    @data.setter
    def data(self, value):
        ask(_torch.setData, self._handle, value._handle)
        self.__dict__.pop('_shape', None)

    @property
    def _version(self):
        return _torch.version(self._handle)

    def detach(self):
        return wrap(_torch.detach(self._handle))

    def detach_(self):
        ask(_torch.detachInPlace, self._handle)
        return self

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        from torch.autograd import backward

        backward(self, gradient, retain_graph, create_graph, inputs=inputs)

    def retain_grad(self):
        ask(_torch.retainGrad, self._handle)

    @property
    def retains_grad(self):
        return _torch.retainsGrad(self._handle)

    def register_hook(self, hook):
        from torch.autograd.graph import add_hook

        return add_hook(self, hook)

    # To numbers and other dtypes

    def tolist(self):
        numbers = array('d')
        numbers.frombytes(_torch.values(self._handle).to_bytes())
        convert = {'bool': builtins.bool, 'float32': None, 'float64': None}.get(self.dtype.name, builtins.int)
        values = list(numbers) if convert is None else [convert(number) for number in numbers]
        shape = self.shape
        if not shape:
            return values[0]
        if not values:
            return _empty_list(shape)
        for size in reversed(shape[1:]):
            values = [values[i : i + size] for i in range(0, len(values), size)]
        return values

    def item(self):
        if self.numel() != 1:
            raise ValueError('only one element tensors can be converted to Python scalars')
        number = _torch.item(self._handle)
        name = self.dtype.name
        if name == 'bool':
            return builtins.bool(number)
        return builtins.float(number) if name in ('float32', 'float64') else builtins.int(number)

    def __bool__(self):
        count = self.numel()
        if count == 1:
            return builtins.bool(self.item())
        what = 'no values' if count == 0 else 'more than one value'
        raise RuntimeError(f'Boolean value of Tensor with {what} is ambiguous')

    def __float__(self):
        return builtins.float(self.item())

    def __int__(self):
        return builtins.int(self.item())

    def __index__(self):
        if self.dtype.is_floating_point or self.numel() != 1:
            raise TypeError('only integer tensors of a single element can be converted to an index')
        return builtins.int(self.item())

    def __format__(self, spec):
        if self.dim() == 0 and type(self) is Tensor:
            return format(self.item(), spec)
        return object.__format__(self, spec)

    def to(self, *targets, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None):
        for target in targets:
            if isinstance(target, Tensor):
                dtype = target.dtype
            elif isinstance(target, _dtype.dtype):
                dtype = target
            elif not isinstance(target, builtins.bool):
                device = target
        _dtype.check_device(device)
        if not copy and (dtype is None or dtype is self.dtype):
            return self
        return call('to', [self], {'dtype': (dtype or self.dtype).name})

    def type(self, dtype=None):
        if dtype is None:
            return f'torch.{_torch.typeName(self.dtype.name)}'
        if isinstance(dtype, str):
            names = {_torch.typeName(name): each for name, each in dtypes.items()}
            dtype = names[dtype.removeprefix('torch.')]
        return self.to(dtype)

    def type_as(self, other):
        return self.to(other.dtype)

    def float(self):
        return self.to(_dtype.float32)

    def double(self):
        return self.to(_dtype.float64)

    def long(self):
        return self.to(_dtype.int64)

    def int(self):
        return self.to(_dtype.int32)

    def bool(self):
        return self.to(_dtype.bool_)

    def byte(self):
        return self.to(_dtype.uint8)

    def cpu(self):
        return self

    def cuda(self, device=None):
        raise AssertionError('Torch not compiled with CUDA enabled')

    # Shapes

    @property
    def T(self):
        return call('permute', [self], {'dims': list(range(self.dim()))[::-1]})

    @property
    def mT(self):
        return self.transpose(-2, -1)

    # Operators

    def __add__(self, other):
        return _operate('add', self, other)

    __radd__ = __add__

    def __sub__(self, other):
        return _operate('sub', self, other)

    def __rsub__(self, other):
        return _operate('rsub', self, other)

    def __mul__(self, other):
        return _operate('mul', self, other)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return _operate('div', self, other)

    def __rtruediv__(self, other):
        return self.reciprocal() * other

    def __floordiv__(self, other):
        return self.floor_divide(other)

    def __rfloordiv__(self, other):
        return call('div', [other, self], {'rounding_mode': 'floor'})

    def __mod__(self, other):
        return _operate('remainder', self, other)

    def __rmod__(self, other):
        return call('remainder', [other, self])

    def __pow__(self, exponent):
        return _operate('pow', self, exponent)

    def __rpow__(self, base):
        return call('pow', [base, self])

    def __matmul__(self, other):
        if not isinstance(other, Tensor):
            return NotImplemented
        return call('matmul', [self, other])

    def __neg__(self):
        return call('neg', [self])

    def __pos__(self):
        return self

    def __abs__(self):
        return call('abs', [self])

    def __invert__(self):
        return self.bitwise_not()

    def __eq__(self, other):
        return _operate('eq', self, other)

    def __ne__(self, other):
        return _operate('ne', self, other)

    def __lt__(self, other):
        return _operate('lt', self, other)

    def __le__(self, other):
        return _operate('le', self, other)

    def __gt__(self, other):
        return _operate('gt', self, other)

    def __ge__(self, other):
        return _operate('ge', self, other)

    def __and__(self, other):
        return _operate('bitwise_and', self, other)

    def __or__(self, other):
        return _operate('bitwise_or', self, other)

    def __xor__(self, other):
        return _operate('bitwise_xor', self, other)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def __iadd__(self, other):
        return _operate_('add', self, other)

    def __isub__(self, other):
        return _operate_('sub', self, other)

    def __imul__(self, other):
        return _operate_('mul', self, other)

    def __itruediv__(self, other):
        return _operate_('div', self, other)

    def __ifloordiv__(self, other):
        return self.floor_divide_(other)

    def __ipow__(self, other):
        return _operate_('pow', self, other)

    def __imod__(self, other):
        return _operate_('remainder', self, other)

    def __iand__(self, other):
        return _operate_('bitwise_and', self, other)

    def __ior__(self, other):
        return _operate_('bitwise_or', self, other)

    def __ixor__(self, other):
        return _operate_('bitwise_xor', self, other)

    # As a container

    def __hash__(self):
        return id(self)

    def __len__(self):
        if not self.shape:
            raise TypeError('len() of a 0-d tensor')
        return self.shape[0]

    def __iter__(self):
        if not self.shape:
            raise TypeError('iteration over a 0-d tensor')
        return iter(self.unbind(0))

    def __contains__(self, value):
        if isinstance(value, (Tensor, builtins.int, builtins.float)):
            return builtins.bool((self == value).any())
        raise RuntimeError(
            f'Tensor.__contains__ only supports Tensor or scalar, but you passed in a {type(value)}.'
        )

    def __getitem__(self, index):
        return _indexing.get(self, index)

    def __setitem__(self, index, value):
        _indexing.put(self, index, value)

    def __delitem__(self, index):
        raise TypeError('Tensor does not support deleting items')

    def __deepcopy__(self, memo):
        if id(self) in memo:
            return memo[id(self)]
        if not self.is_leaf:
            raise RuntimeError(
                'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol '
                'at the moment'
            )
        copy = Tensor._make_subclass(type(self), self.detach().clone(), self.requires_grad)
        if self.grad is not None:
            copy.grad = self.grad.detach().clone()
        memo[id(self)] = copy
        return copy

    def __repr__(self):
        from torch._printing import tensor_repr

        return tensor_repr(self)


def _operate(operation, self, other, attributes=None):
    if isinstance(other, (Tensor, builtins.int, builtins.float)):
        return call(operation, [self, other], attributes)
    return NotImplemented


def _operate_(operation, self, other, attributes=None):
    if isinstance(other, (Tensor, builtins.int, builtins.float)):
        return call_(operation, [self, other], attributes)
    return NotImplemented


def _empty_list(shape):
    return [_empty_list(shape[1:]) for _ in range(shape[0])] if shape else None


make_objects_of(Tensor)

from torch import _creation  # noqa: E402


def add_methods():
    """Gives Tensor the methods of all modules that were loaded."""
    for name, define in methods.items():
        setattr(Tensor, name, define)
