"""torch.dtype, torch.device and torch.Size."""


class dtype:
    def __init__(self, name, is_floating_point):
        self.name = name
        self.is_floating_point = is_floating_point
        self.is_complex = False

    def __repr__(self):
        return f'torch.{self.name}'

    def __reduce__(self):
        return f'torch.{self.name}'


float32 = dtype('float32', True)
float64 = dtype('float64', True)
int64 = dtype('int64', False)
int32 = dtype('int32', False)
uint8 = dtype('uint8', False)
bool_ = dtype('bool', False)

dtypes = {each.name: each for each in (float32, float64, int64, int32, uint8, bool_)}

# The only layout of memory here.
strided = type('layout', (), {'__repr__': lambda self: 'torch.strided'})()

# What floats are kept as where nothing else is said.
default = float32


class device:
    def __init__(self, type, index=None):
        if isinstance(type, device):
            type = type.type
        kind, _, number = str(type).partition(':')
        if kind not in ('cpu', 'cuda', 'mps', 'meta'):
            raise RuntimeError(f"Expected one of cpu, cuda, mps, meta device type at start of device string: {kind}")
        self.type = kind
        self.index = int(number) if number else index

    def __repr__(self):
        index = '' if self.index is None else f', index={self.index}'
        return f"device(type='{self.type}'{index})"

    def __str__(self):
        return self.type if self.index is None else f'{self.type}:{self.index}'

    def __eq__(self, other):
        return isinstance(other, device) and other.type == self.type

    def __hash__(self):
        return hash(self.type)


class Size(tuple):
    def __repr__(self):
        return f'torch.Size([{", ".join(map(str, self))}])'

    def __getitem__(self, index):
        item = super().__getitem__(index)
        return Size(item) if isinstance(index, slice) else item

    def __add__(self, other):
        return Size(super().__add__(tuple(other)))

    def numel(self):
        count = 1
        for size in self:
            count *= size
        return count


def check_device(given):
    """Refuses other devices than the CPU."""
    if given is None or device(given).type == 'cpu':
        return
    if device(given).type == 'cuda':
        raise AssertionError('Torch not compiled with CUDA enabled')
    raise RuntimeError(f"the device '{given}' isn't available in this page")


def check_dtype(function, given):
    if given is not None and not isinstance(given, dtype):
        kind = type(given).__name__
        raise TypeError(f"{function}(): argument 'dtype' must be torch.dtype, not {kind}")


class finfo:
    """The limits of a float dtype."""

    def __init__(self, type=None):
        kind = type or default
        self.bits = 64 if kind is float64 else 32
        self.eps = 2.0**-52 if kind is float64 else 2.0**-23
        self.max = 1.7976931348623157e308 if kind is float64 else (2 - 2.0**-23) * 2.0**127
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0**-1022 if kind is float64 else 2.0**-126


def get_default_dtype():
    return default


def set_default_dtype(d):
    global default
    default = d
