"""What a module does with one input, as data: for the page, which does it again with other numbers."""

import json

import _torch
from torch._bridge import ask
from torch._creation import linspace


def trace(module, shape):
    """@returns a TracedBlock (src/contract/tracedBlock.ts) as JSON"""
    count = 1
    for size in shape:
        count *= size
    input = linspace(-1, 1, count).reshape(shape)
    named = [(name, each, each.requires_grad) for name, each in module.named_parameters()]
    named += [(name, each, False) for name, each in module.named_buffers()]
    ask(
        _torch.startTrace,
        input._handle,
        json.dumps([(name, each._handle, trained) for name, each, trained in named]),
    )
    try:
        output = module(input)
    finally:
        _torch.stopTrace()
    return ask(_torch.traced, output._handle)
