"""torch.autograd.functional, as far as this page has it."""

import torch
from torch._unavailable import unavailable


def jacobian(func, inputs, create_graph=False):
    """Every output's derivative by every input: a row of gradients for each output."""
    several = isinstance(inputs, tuple)
    points = tuple(each.detach().requires_grad_() for each in (inputs if several else (inputs,)))
    with torch.enable_grad():
        output = func(*points)
        rows = [
            torch.autograd.grad(value, points, retain_graph=True, create_graph=create_graph, allow_unused=True)
            for value in output.reshape(-1)
        ]
        found = []
        for k, point in enumerate(points):
            gradients = [torch.zeros_like(point) if row[k] is None else row[k] for row in rows]
            found.append(torch.stack(gradients).reshape(*output.shape, *point.shape))
    return tuple(found) if several else found[0]


__getattr__ = unavailable(__name__)
