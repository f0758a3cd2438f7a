"""Random numbers: from a seed come the very numbers of PyTorch on a processor."""

import _torch
import torch
from torch import _dtype
from torch._bridge import ask, call, call_
from torch._registry import function, method, sizes_of, torch_only


@torch_only
def manual_seed(seed):
    seed = int(seed)
    if not -(2**63) <= seed < 2**64:
        raise RuntimeError("Overflow when unpacking long")
    ask(_torch.seed, str(seed))
    return default_generator


@torch_only
def initial_seed():
    return int(_torch.initialSeed())


@torch_only
def seed():
    """Seeds from the clock."""
    import time

    chosen = time.time_ns() % 2**63
    manual_seed(chosen)
    return chosen


class Generator:
    """A stream of random numbers of its own; give it as `generator=`."""

    def __init__(self, device="cpu"):
        self.device = _dtype.device(device)
        self._state = None
        self.manual_seed(67280421310721)

    def manual_seed(self, seed):
        with _Stream(self):
            manual_seed(seed)
        return self

    def initial_seed(self):
        with _Stream(self):
            return initial_seed()

    def __repr__(self):
        return f"<torch._C.Generator object at {hex(id(self))}>"


class _Stream:
    """Draws from a generator, or from the one of `torch.manual_seed` where there is none."""

    def __init__(self, generator):
        self.generator = None if isinstance(generator, _DefaultGenerator) else generator

    def __enter__(self):
        if self.generator is not None:
            self.before = _torch.saveRandom()
            if self.generator._state is not None:
                _torch.restoreRandom(self.generator._state)

    def __exit__(self, *_):
        if self.generator is not None:
            self.generator._state = _torch.saveRandom()
            _torch.restoreRandom(self.before)


class _DefaultGenerator(Generator):
    def __init__(self):
        self.device = _dtype.device("cpu")

    def manual_seed(self, seed):
        return manual_seed(seed)

    def initial_seed(self):
        return initial_seed()


default_generator = _DefaultGenerator()


def draw_seed(generator=None):
    """A seed for another generator: what torch.empty((), dtype=torch.int64).random_() draws."""
    with _Stream(generator):
        return int(_torch.drawSeed())


@torch_only
def get_rng_state():
    """The state, to be given to `set_rng_state`."""
    return torch.tensor(list(_torch.saveRandom().encode()), dtype=_dtype.uint8)


@torch_only
def set_rng_state(new_state):
    ask(_torch.restoreRandom, bytes(new_state.tolist()).decode())


class fork_rng:
    """What is drawn inside leaves the numbers after it as they would have been."""

    def __init__(self, devices=None, enabled=True):
        self.enabled = enabled

    def __enter__(self):
        self.before = _torch.saveRandom()

    def __exit__(self, *_):
        if self.enabled:
            _torch.restoreRandom(self.before)


@method
def uniform_(self, from_=0, to=1, *, generator=None):
    with _Stream(generator):
        return call_("uniform", [self], {"from": float(from_), "to": float(to)})


@method
def normal_(self, mean=0, std=1, *, generator=None):
    with _Stream(generator):
        return call_("normal", [self], {"mean": float(mean), "std": float(std)})


@method
def random_(self, from_=None, to=None, *, generator=None):
    """Integers in [from, to); random_(to) are those from 0."""
    if to is None:
        from_, to = 0, _greatest[self.dtype] + 1 if from_ is None else from_
    with _Stream(generator):
        return call_("random", [self], {"from": int(from_), "to": int(to)})


@method
def bernoulli_(self, p=0.5, *, generator=None):
    with _Stream(generator):
        if isinstance(p, torch.Tensor):
            return self.copy_(call("bernoulli_of", [p.expand(self.shape)]))
        return call_("bernoulli", [self], {"p": float(p)})


# What random_() without bounds draws at most: what the dtype holds exactly.
_greatest = {
    _dtype.float32: 2**24,
    _dtype.float64: 2**53,
    _dtype.int64: 2**63 - 1,
    _dtype.int32: 2**31 - 1,
    _dtype.uint8: 255,
    _dtype.bool_: 1,
}


def _empty(function, size, dtype, out=None):
    if out is not None:
        raise NotImplementedError("out= isn't available in this page")
    return torch.empty(sizes_of(size, function, kind="ints"), dtype=dtype)


@torch_only
def rand(*size, generator=None, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    result = _empty("rand", size, dtype, out)
    return result.uniform_(generator=generator).requires_grad_(requires_grad)


@torch_only
def randn(*size, generator=None, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    result = _empty("randn", size, dtype, out)
    return result.normal_(generator=generator).requires_grad_(requires_grad)


@torch_only
def randint(*args, generator=None, dtype=None, device=None, requires_grad=False, **named):
    """randint(high, size) or randint(low, high, size): integers in [low, high)."""
    names = ("low", "high", "size") if len(args) + len(named) == 3 else ("high", "size")
    given = {**dict(zip([name for name in names if name not in named], args)), **named}
    if set(given) != set(names):
        kinds = [type(value).__name__ for value in args]
        kinds += [f"{name}={type(value).__name__}" for name, value in named.items()]
        raise TypeError(
            "randint() received an invalid combination of arguments - got "
            f"({', '.join(kinds)}), but expected one of:\n"
            " * (int high, tuple of ints size)\n * (int low, int high, tuple of ints size)\n"
        )
    low, high, size = given.get("low", 0), given["high"], given["size"]
    if not isinstance(size, (tuple, list)):
        raise TypeError(
            f"randint(): argument 'size' (position {names.index('size') + 1}) must be tuple of ints, "
            f"not {type(size).__name__}"
        )
    if low >= high:
        raise RuntimeError(
            f"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}"
        )
    result = _empty("randint", (size,), _dtype.int64 if dtype is None else dtype)
    return result.random_(low, high, generator=generator).requires_grad_(requires_grad)


@torch_only
def randperm(n, *, generator=None, dtype=None, device=None):
    if n < 0:
        raise RuntimeError(f"Trying to create tensor with negative dimension {n}: [{n}]")
    with _Stream(generator):
        result = call("randperm", [], {"n": int(n)})
    return result if dtype is None else result.to(dtype)


@torch_only
def rand_like(input, *, dtype=None, device=None, requires_grad=False, memory_format=None):
    return rand(input.shape, dtype=dtype or input.dtype, requires_grad=requires_grad)


@torch_only
def randn_like(input, *, dtype=None, device=None, requires_grad=False, memory_format=None):
    return randn(input.shape, dtype=dtype or input.dtype, requires_grad=requires_grad)


@torch_only
def randint_like(input, low, high=None, *, dtype=None, device=None, requires_grad=False):
    low, high = (0, low) if high is None else (low, high)
    dtype = dtype or input.dtype
    return randint(low, high, input.shape, dtype=dtype, requires_grad=requires_grad)


@torch_only
def normal(mean, std=1.0, size=None, *, generator=None, out=None, dtype=None):
    if size is not None:
        result = _empty("normal", (size,), dtype, out)
        return result.normal_(mean, std, generator=generator)
    shape = (torch.as_tensor(mean) + torch.as_tensor(std)).shape
    drawn = torch.empty(shape).normal_(generator=generator)
    return drawn.mul(std).add(mean)


@function
def bernoulli(input, p=None, *, generator=None, out=None):
    """Ones with the input's probabilities, or all with p."""
    if p is not None:
        return torch.empty_like(input).bernoulli_(p, generator=generator)
    with torch.no_grad(), _Stream(generator):
        return call("bernoulli_of", [input])
