"""What layers do, as functions."""

import warnings
from functools import wraps
from inspect import signature
from math import prod

import torch
from torch._bridge import call
from torch._unavailable import unavailable
from torch.nn.modules.utils import pair

__getattr__ = unavailable(__name__)



def _expect_tensors(function, **named):
    """Refuses what is no tensor, in the words of PyTorch's parser of arguments."""
    for position, (name, value) in enumerate(named.items(), 1):
        if not isinstance(value, torch.Tensor):
            raise TypeError(
                f"{function}(): argument '{name}' (position {position}) must be Tensor, "
                f"not {type(value).__name__}"
            )


# Convolution and linear maps


def _sizes(name, value, dims=2):
    """One integer for both dimensions, or one for each."""
    sizes = [value] * dims if isinstance(value, int) else list(value)
    if len(sizes) == 1:
        sizes = sizes * dims
    if len(sizes) != dims:
        raise RuntimeError(
            f"expected {name} to be a single integer value or a list of {dims} values to match "
            f"the convolution dimensions, but got {name}={sizes}"
        )
    return sizes


def _of_kinds(*kinds, **named_kinds):
    """Refuses arguments of other kinds, listing what was given, as PyTorch does."""

    def decorate(function):
        @wraps(function)
        def checked(*args, **kwargs):
            given = [*zip(args, kinds), *((kwargs[name], named_kinds[name]) for name in kwargs if name in named_kinds)]
            if not all(kind(value) for value, kind in given):
                names = [type(value).__name__ for value in args]
                names += [f"{name}={type(value).__name__}" for name, value in kwargs.items()]
                raise TypeError(
                    f"{function.__name__}() received an invalid combination of arguments - got "
                    f"({', '.join(names)}), but expected one of:\n * "
                    f"{function.__name__}{signature(function)}\n"
                )
            return function(*args, **kwargs)

        return checked

    return decorate


def _is_tensor(value):
    return isinstance(value, torch.Tensor)


def _is_tensor_or_none(value):
    return value is None or isinstance(value, torch.Tensor)


def _is_size(value):
    sizes = value if isinstance(value, (tuple, list)) else (value,)
    return isinstance(value, str) or all(isinstance(size, int) for size in sizes)


_convolution = {
    "input": _is_tensor,
    "weight": _is_tensor,
    "bias": _is_tensor_or_none,
    "stride": _is_size,
    "padding": _is_size,
    "dilation": _is_size,
}


@_of_kinds(*_convolution.values(), **_convolution)
def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    if weight.dim() != 4:
        dims = weight.dim() - 2
        raise RuntimeError(
            f"expected stride to be a single integer value or a list of {dims} values to match the "
            f"convolution dimensions, but got stride={_sizes('stride', stride)}"
        )
    if input.dim() not in (3, 4):
        raise RuntimeError(
            "Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: "
            f"{list(input.shape)}"
        )
    if input.dim() == 3:
        return conv2d(
            input.unsqueeze(0), weight, bias, stride, padding, dilation, groups
        ).squeeze(0)
    dilation = _sizes("dilation", dilation)
    if padding == "valid":
        padding = 0
    elif padding == "same":
        if any(size != 1 for size in _sizes("stride", stride)):
            raise RuntimeError("padding='same' is not supported for strided convolutions")
        totals = [step * (size - 1) for step, size in zip(dilation, weight.shape[2:])]
        padding = [total // 2 for total in totals]
        if any(total % 2 for total in totals):
            # One more at the far side.
            (rows, columns) = (total % 2 for total in totals)
            input = pad(input, (0, columns, 0, rows))
    elif isinstance(padding, str):
        raise RuntimeError("Invalid padding string: '" + padding + "'")
    attributes = {
        "stride": _sizes("stride", stride),
        "padding": _sizes("padding", padding),
        "dilation": dilation,
        "groups": groups,
    }
    return call("conv2d", [input, weight, bias], attributes)


def linear(input, weight, bias=None):
    _expect_tensors("linear", input=input, weight=weight)
    return call("linear", [input, weight, bias])


def embedding(input, weight, padding_idx=None):
    if input.dtype not in (torch.int64, torch.int32):
        raise RuntimeError(
            "Expected tensor for argument #1 'indices' to have one of the following scalar types: "
            f"Long, Int; but got {input.type()} instead (while checking arguments for embedding)"
        )
    size = weight.shape[0]
    if input.numel() and (int(input.max()) >= size or int(input.min()) < 0):
        raise IndexError("index out of range in self")
    rows = weight[input]
    if padding_idx is None:
        return rows
    # The row of the padding has no gradient.
    is_padding = (input == padding_idx % size).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)


def one_hot(tensor, num_classes=-1):
    if tensor.dtype != torch.int64:
        raise RuntimeError("one_hot is only applicable to index tensor.")
    if tensor.numel() == 0:
        if num_classes <= 0:
            raise RuntimeError("Can not infer total number of classes from empty tensor.")
    else:
        if int(tensor.min()) < 0:
            raise RuntimeError("Class values must be non-negative.")
        if num_classes == -1:
            num_classes = int(tensor.max()) + 1
        elif int(tensor.max()) >= num_classes:
            raise RuntimeError("Class values must be smaller than num_classes.")
    return (tensor.unsqueeze(-1) == torch.arange(num_classes)).long()


# Activation functions


def relu(input, inplace=False):
    _expect_tensors("relu", input=input)
    return input.relu_() if inplace else input.relu()


def relu_(input):
    return input.relu_()


def _maybe_in_place(input, result, inplace):
    return input.copy_(result) if inplace else result


def relu6(input, inplace=False):
    return _maybe_in_place(input, input.clamp(0, 6), inplace)


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    return _maybe_in_place(input, input.clamp(min_val, max_val), inplace)


def leaky_relu(input, negative_slope=0.01, inplace=False):
    result = torch.where(input > 0, input, input * negative_slope)
    return _maybe_in_place(input, result, inplace)


def elu(input, alpha=1.0, inplace=False):
    below = alpha * (torch.exp(input.clamp(max=0)) - 1)
    return _maybe_in_place(input, torch.where(input > 0, input, below), inplace)


def silu(input, inplace=False):
    return _maybe_in_place(input, input * input.sigmoid(), inplace)


def gelu(input, approximate="none"):
    if approximate == "tanh":
        inner = 0.7978845608028654 * (input + 0.044715 * input**3)
        return 0.5 * input * (1 + inner.tanh())
    if approximate != "none":
        raise RuntimeError("approximate argument must be either none or tanh.")
    return 0.5 * input * (1 + torch.erf(input * 0.7071067811865476))


def softplus(input, beta=1, threshold=20):
    scaled = input * beta
    return torch.where(scaled > threshold, input, torch.log1p(scaled.clamp(max=threshold).exp()) / beta)


def sigmoid(input):
    return input.sigmoid()


def tanh(input):
    return input.tanh()


def _softmax_dim(name, dims):
    warnings.warn(
        f"Implicit dimension choice for {name} has been deprecated. Change the call to include "
        "dim=X as an argument.",
        stacklevel=3,
    )
    return 0 if dims in (0, 1, 3) else 1


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    if dim is None:
        dim = _softmax_dim("softmax", input.dim())
    return (input if dtype is None else input.to(dtype)).softmax(dim)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    if dim is None:
        dim = _softmax_dim("log_softmax", input.dim())
    return (input if dtype is None else input.to(dtype)).log_softmax(dim)


def logsigmoid(input):
    return -softplus(-input)


# Dropout


def _check_probability(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")


def _drop(input, noise, p, inplace):
    noise = noise.mul_(0) if p == 1 else noise.bernoulli_(1 - p).div_(1 - p)
    return input.mul_(noise) if inplace else input * noise


def dropout(input, p=0.5, training=True, inplace=False):
    _check_probability(p)
    if not training or p == 0 or input.numel() == 0:
        return input
    return _drop(input, torch.ones_like(input), p, inplace)


def dropout2d(input, p=0.5, training=True, inplace=False):
    _check_probability(p)
    if not training or p == 0 or input.numel() == 0:
        return input
    shape = (*input.shape[:2], *[1] * (input.dim() - 2))
    return _drop(input, torch.ones(shape, dtype=input.dtype), p, inplace)


# Normalisation


def batch_norm(
    input,
    running_mean,
    running_var,
    weight=None,
    bias=None,
    training=False,
    momentum=0.1,
    eps=1e-5,
):
    _expect_tensors("batch_norm", input=input)
    if training:
        size = input.shape
        if size[0] * prod(size[2:]) == 1:
            raise ValueError(
                f"Expected more than 1 value per channel when training, got input size {size}"
            )
    attributes = {"training": bool(training), "momentum": float(momentum), "eps": float(eps)}
    return call("batch_norm", [input, weight, bias, running_mean, running_var], attributes)


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    shape = list(normalized_shape)
    if list(input.shape[-len(shape) :]) != shape:
        sizes = ", ".join(["*", *map(str, shape)])
        raise RuntimeError(
            f"Given normalized_shape={shape}, expected input with shape [{sizes}], "
            f"but got input of size{list(input.shape)}"
        )
    for name, tensor in (("weight", weight), ("bias", bias)):
        if tensor is not None and list(tensor.shape) != shape:
            raise RuntimeError(
                f"Expected {name} to be of same shape as normalized_shape, but got {name} of shape "
                f"{list(tensor.shape)} and normalized_shape = {shape}"
            )
    result = _standardised(input, tuple(range(-len(shape), 0)), eps)
    if weight is not None:
        result = result * weight
    return result if bias is None else result + bias


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    batch, channels, *places = input.shape
    if channels % num_groups != 0:
        raise RuntimeError(
            "Expected number of channels in input to be divisible by num_groups, but got input of "
            f"shape {list(input.shape)} and num_groups={num_groups}"
        )
    groups = input.reshape(batch, num_groups, -1)
    result = _standardised(groups, (-1,), eps).reshape(input.shape)
    shape = (channels, *[1] * len(places))
    if weight is not None:
        result = result * weight.reshape(shape)
    return result if bias is None else result + bias.reshape(shape)


def _standardised(input, dims, eps):
    mean = input.mean(dims, keepdim=True)
    variance = input.var(dims, unbiased=False, keepdim=True)
    return (input - mean) * (variance + eps).rsqrt()


def normalize(input, p=2.0, dim=1, eps=1e-12):
    """Divided by its norm along a dimension."""
    norm = input.norm(p, dim, keepdim=True)
    return input / norm.clamp(min=eps).expand_as(input)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    product = (x1 * x2).sum(dim)
    norms = x1.norm(2, dim).clamp(min=eps) * x2.norm(2, dim).clamp(min=eps)
    return product / norms


# Pooling and padding


def _pooled(input, pool):
    """Pools [N, C, height, width] or [C, height, width]."""
    if input.dim() not in (3, 4) or 0 in input.shape[1:]:
        raise RuntimeError("non-empty 3D or 4D (batch mode) tensor expected for input")
    if input.dim() == 4:
        return pool(input)
    result = pool(input.unsqueeze(0))
    if isinstance(result, tuple):
        return tuple(each.squeeze(0) for each in result)
    return result.squeeze(0)


def _pool_attributes(kernel_size, stride, padding, dilation, ceil_mode):
    return {
        "kernel": pair(kernel_size),
        "stride": pair(kernel_size if stride is None or stride == [] else stride),
        "padding": pair(padding),
        "dilation": pair(dilation),
        "ceilMode": ceil_mode,
    }


def max_pool2d(
    input,
    kernel_size,
    stride=None,
    padding=0,
    dilation=1,
    ceil_mode=False,
    return_indices=False,
):
    _expect_tensors("max_pool2d", input=input)
    attributes = _pool_attributes(kernel_size, stride, padding, dilation, ceil_mode)
    result = _pooled(input, lambda x: call("max_pool2d", [x], attributes))
    return result if return_indices else result[0]


def avg_pool2d(
    input,
    kernel_size,
    stride=None,
    padding=0,
    ceil_mode=False,
    count_include_pad=True,
    divisor_override=None,
):
    _expect_tensors("avg_pool2d", input=input)
    if input.dim() < 3:
        dims = input.dim()
        raise IndexError(
            "Dimension out of range (expected to be in range of "
            f"[{-dims}, {dims - 1}], but got -3)"
        )
    attributes = _pool_attributes(kernel_size, stride, padding, 1, ceil_mode)
    attributes["countIncludePad"] = count_include_pad
    if divisor_override is not None:
        attributes["divisor"] = divisor_override
    return _pooled(input, lambda x: call("avg_pool2d", [x], attributes))


def _adaptive_size(name, input, output_size):
    size = [output_size] * 2 if output_size is None or isinstance(output_size, int) else list(output_size)
    if len(size) != 2:
        raise RuntimeError(f"{name}: output_size must be 2")
    return [given if want is None else want for want, given in zip(size, input.shape[-2:])]


def adaptive_avg_pool2d(input, output_size):
    _expect_tensors("adaptive_avg_pool2d", input=input)
    size = _adaptive_size("adaptive_avg_pool2d", input, output_size)
    if size == [1, 1] and input.dim() not in (3, 4):
        return input.mean((-1, -2), keepdim=True)
    if not input.is_floating_point():
        return input.mean((-1, -2), keepdim=True)
    return _pooled(input, lambda x: call("adaptive_avg_pool2d", [x], {"size": size}))


def adaptive_max_pool2d(input, output_size, return_indices=False):
    size = _adaptive_size("adaptive_max_pool2d", input, output_size)
    result = _pooled(input, lambda x: call("adaptive_max_pool2d", [x], {"size": size}))
    return result if return_indices else result[0]


def pad(input, pad, mode="constant", value=None):
    """A border of `pad` = (left, right, top, bottom, …), the last dimension first."""
    if not isinstance(pad, (tuple, list)):
        raise TypeError(
            f"pad(): argument 'pad' (position 2) must be tuple of ints, not {type(pad).__name__}"
        )
    sizes = [int(size) for size in pad]
    if len(sizes) % 2 != 0:
        raise RuntimeError("Padding length must be divisible by 2")
    if len(sizes) // 2 > input.dim():
        raise RuntimeError("Padding length too large")
    if mode == "constant":
        return call("pad", [input], {"pad": sizes, "value": float(value or 0)})
    places = {"reflect": _reflected, "replicate": _replicated, "circular": _wrapped}.get(mode)
    if places is None:
        raise NotImplementedError(f"Unrecognised padding mode {mode}")
    if len(sizes) // 2 not in (input.dim() - 1, input.dim() - 2):
        raise NotImplementedError(
            "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now"
        )
    for i in range(0, len(sizes), 2):
        dim = input.dim() - 1 - i // 2
        size = input.shape[dim]
        before, after = sizes[i : i + 2]
        if mode == "reflect" and max(before, after) >= size:
            raise RuntimeError(
                f"Argument #{4 + i}: Padding size should be less than the corresponding input "
                f"dimension, but got: padding ({before}, {after}) at dimension {dim} of input "
                f"{input.dim()}"
            )
        if mode == "circular" and max(before, after) > size:
            raise RuntimeError("Padding value causes wrapping around more than once.")
        indices = [places(j, size) for j in range(-before, size + after)]
        input = input.index_select(dim, torch.tensor(indices, dtype=torch.int64))
    return input


def _reflected(i, size):
    return -i if i < 0 else 2 * (size - 1) - i if i >= size else i


def _replicated(i, size):
    return min(max(i, 0), size - 1)


def _wrapped(i, size):
    return i % size


# Losses


def _reduced(loss, reduction):
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"{reduction} is not a valid value for reduction")


def _warn_of_sizes(input, target, name):
    if input.shape != target.shape:
        warnings.warn(
            f"Using a target size ({target.size()}) that is different to the input size "
            f"({input.size()}). This will likely lead to incorrect results due to broadcasting. "
            "Please ensure they have the same size.",
            stacklevel=3,
        )


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    _expect_tensors("mse_loss", input=input, target=target)
    _warn_of_sizes(input, target, "mse_loss")
    return call("mse_loss", [input, target], {"reduction": reduction})


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    _warn_of_sizes(input, target, "l1_loss")
    return _reduced((input - target).abs(), reduction)


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    _warn_of_sizes(input, target, "smooth_l1_loss")
    away = (input - target).abs()
    near = 0.5 * away * away / beta if beta > 0 else away
    return _reduced(torch.where(away < beta, near, away - 0.5 * beta), reduction)


def nll_loss(
    input,
    target,
    weight=None,
    size_average=None,
    ignore_index=-100,
    reduce=None,
    reduction="mean",
):
    attributes = {"reduction": reduction, "ignoreIndex": ignore_index}
    return call("nll_loss", [input, target, weight], attributes)


def cross_entropy(
    input,
    target,
    weight=None,
    size_average=None,
    ignore_index=-100,
    reduce=None,
    reduction="mean",
    label_smoothing=0.0,
):
    _expect_tensors("cross_entropy_loss", input=input, target=target)
    if not 0.0 <= label_smoothing <= 1.0:
        raise RuntimeError(
            f"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing}"
        )
    dim = 0 if input.dim() == 1 else 1
    if target.is_floating_point() and target.shape == input.shape:
        return _soft_cross_entropy(input, target, weight, dim, reduction, label_smoothing)
    attributes = {"reduction": reduction, "ignoreIndex": ignore_index}
    exact = call("cross_entropy", [input, target, weight], attributes)
    if label_smoothing == 0:
        return exact
    logs = input.log_softmax(dim)
    if weight is not None:
        logs = logs * _along(weight, dim, input.dim())
    ignored = target == ignore_index
    even = (-logs.sum(dim)).masked_fill(ignored, 0.0)
    if reduction == "mean":
        if weight is None:
            count = (~ignored).sum()
        else:
            count = weight[target.masked_fill(ignored, 0)].masked_fill(ignored, 0.0).sum()
        even = even.sum() / count
    else:
        even = _reduced(even, reduction)
    return (1 - label_smoothing) * exact + label_smoothing / input.shape[dim] * even


def _soft_cross_entropy(input, target, weight, dim, reduction, label_smoothing):
    classes = input.shape[dim]
    if label_smoothing > 0:
        target = target * (1 - label_smoothing) + label_smoothing / classes
    products = input.log_softmax(dim) * target
    if weight is not None:
        products = products * _along(weight, dim, input.dim())
    if reduction == "mean":
        return -products.sum() / (input.numel() // classes)
    return _reduced(-products.sum(dim), reduction)


def _along(weight, dim, dims):
    return weight.reshape([-1 if i == dim else 1 for i in range(dims)])


def binary_cross_entropy(
    input, target, weight=None, size_average=None, reduce=None, reduction="mean"
):
    if target.shape != input.shape:
        raise ValueError(
            f"Using a target size ({target.size()}) that is different to the input size "
            f"({input.size()}) is deprecated. Please ensure they have the same size."
        )
    loss = -(
        target * input.log().clamp(min=-100) + (1 - target) * (1 - input).log().clamp(min=-100)
    )
    return _reduced(loss if weight is None else loss * weight, reduction)


def binary_cross_entropy_with_logits(
    input,
    target,
    weight=None,
    size_average=None,
    reduce=None,
    reduction="mean",
    pos_weight=None,
):
    if target.shape != input.shape:
        raise ValueError(
            f"Target size ({target.size()}) must be the same as input size ({input.size()})"
        )
    softened = torch.log1p(torch.exp(-input.abs())) + (-input).clamp(min=0)
    factor = 1 if pos_weight is None else 1 + (pos_weight - 1) * target
    loss = (1 - target) * input + factor * softened
    return _reduced(loss if weight is None else loss * weight, reduction)
