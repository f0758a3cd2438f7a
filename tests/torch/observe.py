"""Runs a snippet and says what it gave, in the same words under real PyTorch and under src/torch.

`observe(code)` is a dictionary for JSON with those of:
    value     what the last expression gave (see `describe`)
    out       what was printed
    error     [class, message] of the exception that ended it; messages with their white space normalised
Two functions are there for the snippets: `wave(*shape)`, numbers between -1 and 1 that no generator of random
numbers is needed for, and `fill(module)`, which gives a module's parameters such numbers.
"""

import ast
import contextlib
import io
import math
import re
import warnings

import torch

# Of a tensor with more, these many are kept, evenly spaced, and two sums of all.
KEPT = 48


def wave(*shape):
    n = math.prod(shape)
    return torch.arange(n).mul(37).remainder(101).float().div(50).sub(1).reshape(shape)


def fill(module):
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(wave(*parameter.shape) * 0.5 + 0.25)
    return module


def number(value):
    """A float for JSON: with nine digits, and names for what JSON has no words for."""
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return float(f"{value:.9g}")


def flat(values):
    if not isinstance(values, list):
        return [values]
    return [one for inner in values for one in flat(inner)]


def describe_tensor(tensor):
    values = flat(tensor.detach().tolist())
    if tensor.dtype == torch.bool:
        values = [int(value) for value in values]
    dtype = str(tensor.dtype).removeprefix("torch.")
    seen = {"shape": [int(size) for size in tensor.shape], "dtype": dtype}
    if tensor.requires_grad:
        seen["requires_grad"] = True
    if len(values) > 2 * KEPT:
        finite = [value for value in values if math.isfinite(value)]
        seen["sums"] = [number(math.fsum(finite)), number(math.fsum(map(abs, finite)))]
        values = [values[i * len(values) // KEPT] for i in range(KEPT)]
    seen["values"] = [number(v) if isinstance(v, float) else v for v in values]
    return seen


def describe(value):
    """What a value is, for JSON: exact types, so that 1, 1.0 and True differ."""
    if isinstance(value, torch.Tensor):
        return describe_tensor(value)
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"int": value}
    if isinstance(value, float):
        return {"float": number(value)}
    if isinstance(value, torch.Size):
        return {"size": [int(size) for size in value]}
    if isinstance(value, list):
        return [describe(one) for one in value]
    if isinstance(value, tuple):
        return {"tuple": [describe(one) for one in value]}
    if isinstance(value, dict):
        return {"dict": [[describe(key), describe(one)] for key, one in value.items()]}
    return {"repr": re.sub(r" at 0x[0-9a-f]+", "", repr(value))}


def describe_error(error):
    message = str(error)
    if isinstance(error, TypeError):
        # PyTorch goes on with a list of every overload.
        message = message.split("\n")[0]
        # Python adds a guess since 3.13.
        message = re.sub(r"\. Did you mean .*", "", message)
    return [type(error).__name__, " ".join(message.split())]


def split_last(code):
    """The statements of a snippet, and the expression that it ends in, if it does."""
    tree = ast.parse(code)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    return compile(tree, "<snippet>", "exec"), last and compile(last, "<snippet>", "eval")


def observe(code):
    torch.manual_seed(0)
    torch.set_grad_enabled(True)
    namespace = {"__name__": "__main__", "torch": torch, "wave": wave, "fill": fill}
    exec("import torch.nn as nn\nimport torch.nn.functional as F", namespace)
    printed = io.StringIO()
    seen = {}
    try:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            statements, last = split_last(code)
            exec(statements, namespace)
            if last:
                seen["value"] = describe(eval(last, namespace))
    except Exception as error:
        seen["error"] = describe_error(error)
    if printed.getvalue():
        seen["out"] = printed.getvalue()
    return seen
