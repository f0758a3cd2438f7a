"""Operations on each number by itself, or on pairs of numbers."""

import builtins

import _torch
from torch._bridge import call, call_
from torch.autograd.grad_mode import is_grad_enabled
from torch._registry import function, functions, in_place, method, methods, torch_only


def _unary(name):
    def describe(input):
        return name, [input]

    describe.__name__ = describe.__qualname__ = name
    in_place(describe)


for _name in (
    'exp expm1 log log2 log10 log1p sqrt rsqrt reciprocal sigmoid tanh erf neg abs sign floor ceil trunc round '
    'sin cos relu logical_not bitwise_not'
).split():
    _unary(_name)

for _alias, _original in (('negative', 'neg'), ('absolute', 'abs')):
    functions[_alias] = methods[_alias] = functions[_original]


@function
def isnan(input):
    return call('isnan', [input])


@function
def isfinite(input):
    return call('isfinite', [input])


@function
def isinf(input):
    return call('isinf', [input])


@in_place
def square(input):
    return 'pow', [input, 2]


@in_place
def add(input, other, *, alpha=1):
    return 'add', [input, other], {'alpha': alpha}


@in_place
def sub(input, other, *, alpha=1):
    return 'sub', [input, other], {'alpha': alpha}


@in_place
def mul(input, other):
    return 'mul', [input, other]


@in_place
def div(input, other, *, rounding_mode=None):
    if rounding_mode not in (None, 'trunc', 'floor'):
        raise RuntimeError(
            "div expected rounding_mode to be one of None, 'trunc', or 'floor' "
            f"but found '{rounding_mode}'"
        )
    return 'div', [input, other], {'rounding_mode': rounding_mode}


@in_place
def floor_divide(input, other):
    if is_grad_enabled() and any(getattr(each, 'requires_grad', False) for each in (input, other)):
        raise RuntimeError('derivative for aten::floor_divide is not implemented')
    return 'div', [input, other], {'rounding_mode': 'floor'}


@in_place
def remainder(input, other):
    return 'remainder', [input, other]


@in_place
def fmod(input, other):
    return 'fmod', [input, other]


for _alias, _original in (('subtract', 'sub'), ('multiply', 'mul'), ('divide', 'div'), ('true_divide', 'div')):
    functions[_alias] = methods[_alias] = functions[_original]


@torch_only
def rsub(input, other, *, alpha=1):
    return call('rsub', [input, other], {'alpha': alpha})


@torch_only
def pow(input, exponent):
    return call('pow', [input, exponent])


@method
def pow_(self, exponent):
    return call_('pow', [self, exponent])


methods['pow'] = pow


@function
def maximum(input, other):
    return call('maximum', [input, other])


@function
def minimum(input, other):
    return call('minimum', [input, other])


@in_place
def clamp(input, min=None, max=None):
    return 'clamp', [input, min, max]


@in_place
def clamp_min(input, min):
    return 'clamp', [input, min, None]


@in_place
def clamp_max(input, max):
    return 'clamp', [input, None, max]


functions['clip'] = methods['clip'] = functions['clamp']
methods['clip_'] = methods['clamp_']


@in_place
def masked_fill(input, mask, value):
    return 'masked_fill', [input, mask, value]


@in_place
def addcmul(input, tensor1, tensor2, *, value=1):
    return 'add', [input, tensor1 * tensor2], {'alpha': value}


@in_place
def addcdiv(input, tensor1, tensor2, *, value=1):
    return 'add', [input, tensor1 / tensor2], {'alpha': value}


@in_place
def lerp(input, end, weight):
    return 'add', [input, (end - input) * weight]


@torch_only
def where(condition, input=None, other=None):
    if input is None and other is None:
        return call('nonzero', [condition]).unbind(1)
    return call('where', [condition, input, other])


@method
def _where(self, condition, other):
    return call('where', [condition, self, other])


def _comparison(name):
    def describe(input, other):
        return name, [input, other]

    describe.__name__ = describe.__qualname__ = name
    in_place(describe)


for _name in 'eq ne lt le gt ge logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor'.split():
    _comparison(_name)

for _alias, _original in (
    ('greater', 'gt'),
    ('greater_equal', 'ge'),
    ('less', 'lt'),
    ('less_equal', 'le'),
    ('not_equal', 'ne'),
):
    functions[_alias] = methods[_alias] = functions[_original]


@function
def equal(input, other):
    if input.shape != other.shape:
        return False
    if input.dtype is not other.dtype:
        return builtins.bool((input == other).all())
    return _torch.areEqual(input._handle, other._handle)


@function
def isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    if input.dtype != other.dtype:
        names = [_scalar_names[each.dtype.name] for each in (input, other)]
        raise RuntimeError(f'{names[0]} did not match {names[1]}')
    close = input == other
    if equal_nan and input.dtype.is_floating_point:
        close = close | (input.isnan() & other.isnan())
    if rtol == 0 and atol == 0:
        return close
    difference = (input - other).abs()
    allowed = atol + (rtol * other).abs()
    return close | (difference.isfinite() & (difference <= allowed))


_scalar_names = {
    'float32': 'Float',
    'float64': 'Double',
    'int64': 'Long',
    'int32': 'Int',
    'uint8': 'Byte',
    'bool': 'Bool',
}


@function
def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    return builtins.bool(isclose(input, other, rtol, atol, equal_nan).all())
