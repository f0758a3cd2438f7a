"""Operations whose gradient the reader writes."""

import json

import _torch
from pyodide.ffi import create_proxy
from torch._bridge import ask, wrap
from torch.autograd.grad_mode import no_grad


class FunctionCtx:
    """What forward() leaves for backward()."""

    _saved = ()
    needs_input_grad = ()

    def save_for_backward(self, *tensors):
        self._saved = tensors

    @property
    def saved_tensors(self):
        return self._saved

    def mark_non_differentiable(self, *tensors):
        self._without_gradient = tensors

    def set_materialize_grads(self, value):
        pass


class Function:
    """Subclasses have static methods forward(ctx, …) and backward(ctx, …), and are called by `apply`."""

    @staticmethod
    def forward(ctx, *arguments, **options):
        raise NotImplementedError('You must implement the forward function for custom autograd.Function.')

    @staticmethod
    def backward(ctx, *gradients):
        raise NotImplementedError(
            'You must implement either the backward or vjp method for your custom autograd.Function to use it '
            'with backward mode AD.'
        )

    def __init__(self, *arguments, **options):
        raise RuntimeError(
            f'{type(self)} should not be instantiated. Methods on autograd functions are all static, so you '
            'should invoke them on the class itself.'
        )

    @classmethod
    def apply(cls, *arguments):
        ctx = FunctionCtx()
        inputs = [argument for argument in arguments if hasattr(argument, '_handle')]
        ctx.needs_input_grad = tuple(getattr(each, 'requires_grad', False) for each in arguments)
        with no_grad():
            results = cls.forward(ctx, *arguments)
        if not _torch.isGradEnabled() or not any(ctx.needs_input_grad):
            return results
        several = isinstance(results, tuple)
        outputs = [
            # An input that is returned as it is becomes a result of its own.
            each.detach() if any(each is other for other in inputs) else each
            for each in (results if several else (results,))
        ]

        def backward(handles):
            gradients = [wrap(handle) for handle in json.loads(handles)]
            found = cls.backward(ctx, *gradients)
            found = found if isinstance(found, tuple) else (found,)
            extra = [each for each in found[len(arguments) :] if each is not None]
            if len(found) < len(arguments) or extra:
                raise RuntimeError(
                    f'function {cls.__name__}Backward returned an incorrect number of gradients '
                    f'(expected {len(arguments)}, got {len(found)})'
                )
            # They must live until the bridge has looked them up.
            ctx._found = [
                gradient for gradient, argument in zip(found, arguments) if hasattr(argument, '_handle')
            ]
            return json.dumps([0 if each is None else each._handle for each in ctx._found])

        proxy = create_proxy(backward)
        lists = [json.dumps([each._handle for each in tensors]) for tensors in (inputs, outputs)]
        ask(_torch.attachFunction, f'{cls.__name__}Backward', *lists, proxy)
        proxy.destroy()
        return tuple(outputs) if several else outputs[0]
