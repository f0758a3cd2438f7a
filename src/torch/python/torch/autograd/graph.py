"""The graph that backward() walks, as grad_fn shows it."""

import json

import _torch
from pyodide.ffi import create_proxy
from torch._bridge import ask, wrap


class Node:
    def __init__(self, handle):
        self._node = handle

    def __del__(self):
        _torch.releaseNode(self._node)

    def name(self):
        return type(self).__name__

    @property
    def next_functions(self):
        return tuple(
            (node_of(node), index) for node, index in json.loads(_torch.nextNodes(self._node))
        )

    @property
    def variable(self):
        handle = _torch.leafOf(self._node)
        if not handle:
            raise AttributeError('variable')
        return wrap(handle)


_types = {}


def node_of(handle):
    """The Python object of a node; None for the handle 0."""
    if not handle:
        return None
    name = _torch.nodeName(handle)
    kind = _types.get(name)
    if kind is None:
        kind = _types[name] = type(name, (Node,), {'__module__': 'builtins'})
        kind.__repr__ = lambda self: f'<{type(self).__name__} object at {hex(id(self))}>'
    return kind(handle)


class RemovableHandle:
    def __init__(self, remove):
        self._remove = remove

    def remove(self):
        if self._remove is not None:
            self._remove()
            self._remove = None

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove()


def add_hook(tensor, hook):
    """Calls `hook` with the tensor's gradient; what it returns, if anything, replaces it."""

    def run(handle):
        changed = hook(wrap(handle))
        return 0 if changed is None else _kept(changed)

    results = []

    def _kept(changed):
        # The bridge looks the handle up after this call.
        results[:] = [changed]
        return changed._handle

    if not tensor.requires_grad:
        raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
    proxy = create_proxy(run)
    remove = ask(_torch.addHook, tensor._handle, proxy)
    proxy.destroy()
    return RemovableHandle(remove)
