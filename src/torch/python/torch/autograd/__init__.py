"""torch.autograd."""

import json

import _torch
from torch._bridge import ask, encode, refer


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False):
    retain = create_graph if retain_graph is None else retain_graph
    roots = [tensor._handle for tensor in tensors]
    gradients = [refer(gradient) for gradient in grad_tensors or []]
    ask(_torch.backward, json.dumps(roots), encode(gradients), retain, create_graph)
