"""torch.autograd."""

import json

import _torch
from torch import _bridge
from torch._bridge import ask, encode, refer
from torch._unavailable import unavailable
from torch.autograd import graph
from torch.autograd.function import Function
from torch.autograd.grad_mode import enable_grad, no_grad, set_grad_enabled

__all__ = ['Function', 'backward', 'enable_grad', 'grad', 'graph', 'no_grad', 'set_grad_enabled']


class set_detect_anomaly:
    """Accepted, and of no effect: errors of gradients name their operation anyway."""

    def __init__(self, mode, check_nan=True):
        self.mode = mode

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


def detect_anomaly(check_nan=True):
    return set_detect_anomaly(True)


def _listed(tensors):
    return [tensors] if hasattr(tensors, '_handle') else list(tensors)


def _gradients(roots, given):
    if given is None:
        return [None] * len(roots)
    return _listed(given)


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, inputs=None):
    roots = _listed(tensors)
    retain = create_graph if retain_graph is None else retain_graph
    given = _gradients(roots, grad_tensors)
    if inputs is not None:
        leaves = _listed(inputs)
        for leaf, gradient in zip(leaves, grad(roots, leaves, given, retain, create_graph, allow_unused=True)):
            if gradient is not None:
                leaf.grad = gradient if leaf.grad is None else leaf.grad + gradient
        return
    ask(
        _torch.backward,
        json.dumps([root._handle for root in roots]),
        encode([refer(gradient) for gradient in given]),
        bool(retain),
        bool(create_graph),
    )


def grad(
    outputs,
    inputs,
    grad_outputs=None,
    retain_graph=None,
    create_graph=False,
    only_inputs=True,
    allow_unused=False,
):
    roots = _listed(outputs)
    leaves = _listed(inputs)
    retain = create_graph if retain_graph is None else retain_graph
    found = ask(
        _torch.gradients,
        json.dumps([root._handle for root in roots]),
        json.dumps([leaf._handle for leaf in leaves]),
        encode([refer(gradient) for gradient in _gradients(roots, grad_outputs)]),
        bool(retain),
        bool(create_graph),
        bool(allow_unused),
    )
    return tuple(_bridge.wrap(handle) if handle else None for handle in json.loads(found))


__getattr__ = unavailable(__name__)
