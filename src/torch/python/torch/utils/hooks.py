"""Hooks of modules and the handles that remove them."""

from itertools import count

import torch

_numbers = count()


class RemovableHandle:
    """Adds a hook to a dictionary of hooks; `remove()` takes it out again."""

    def __init__(self, hooks, hook):
        self.id = next(_numbers)
        self._hooks = hooks
        hooks[self.id] = hook

    def remove(self):
        self._hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()


class BackwardHook:
    """One call of a module whose backward hooks wait for the gradients of its output and input."""

    def __init__(self, module, hooks):
        self.module = module
        self.hooks = hooks
        self.inputs = 0
        self.watched = ()
        self.grad_input = {}
        self.grad_output = None

    def watch_input(self, input):
        self.inputs = len(input)
        if not torch.is_grad_enabled():
            return input
        self.watched = tuple(
            i for i, x in enumerate(input) if isinstance(x, torch.Tensor) and x.requires_grad
        )
        return tuple(self._watch(x, i, self._input_arrived) if i in self.watched else x
                     for i, x in enumerate(input))

    def watch_output(self, output):
        if not torch.is_grad_enabled():
            return output
        outputs = output if isinstance(output, tuple) else (output,)
        self.grad_output = [None] * len(outputs)
        watched = tuple(
            self._watch(y, i, self._output_arrived)
            if isinstance(y, torch.Tensor) and y.requires_grad
            else y
            for i, y in enumerate(outputs)
        )
        return watched if isinstance(output, tuple) else watched[0]

    @staticmethod
    def _watch(tensor, i, arrived):
        alias = tensor.view_as(tensor)
        alias.register_hook(lambda gradient: arrived(i, gradient))
        return alias

    def _output_arrived(self, i, gradient):
        self.grad_output[i] = gradient
        if not self.watched:
            self._run((None,) * self.inputs)

    def _input_arrived(self, i, gradient):
        self.grad_input[i] = gradient
        if len(self.grad_input) < len(self.watched):
            return None
        grad_input = tuple(self.grad_input.get(i) for i in range(self.inputs))
        self.grad_input = {}
        changed = self._run(grad_input)
        return changed[i]

    def _run(self, grad_input):
        grad_output = tuple(self.grad_output)
        self.grad_output = [None] * len(grad_output)
        for hook in self.hooks:
            changed = hook(self.module, grad_input, grad_output)
            if changed is None:
                continue
            changed = changed if isinstance(changed, tuple) else (changed,)
            if len(changed) != len(grad_input):
                raise RuntimeError(
                    "Backward hook returned an invalid number of grad_input, "
                    f"got {len(changed)}, but expected {len(grad_input)}"
                )
            grad_input = changed
        return grad_input
