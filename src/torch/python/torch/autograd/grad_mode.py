"""Whether operations are recorded for backward()."""

import functools
import inspect

import _torch


class _Mode:
    """A context and a decorator."""

    mode = True

    def __enter__(self):
        self._before = _torch.isGradEnabled()
        _torch.setGradEnabled(self.mode)

    def __exit__(self, *exception):
        _torch.setGradEnabled(self._before)

    def __call__(self, function):
        if inspect.isgeneratorfunction(function):

            @functools.wraps(function)
            def generate(*arguments, **options):
                generator = function(*arguments, **options)
                while True:
                    with type(self)():
                        try:
                            value = next(generator)
                        except StopIteration as stop:
                            return stop.value
                    yield value

            return generate

        @functools.wraps(function)
        def run(*arguments, **options):
            with self._again():
                return function(*arguments, **options)

        return run

    def _again(self):
        return type(self)()


class no_grad(_Mode):
    mode = False


class enable_grad(_Mode):
    mode = True


class inference_mode(_Mode):
    def __init__(self, mode=True):
        self.mode = not mode

    def _again(self):
        return inference_mode(not self.mode)


class set_grad_enabled(_Mode):
    def __init__(self, mode):
        self.mode = bool(mode)
        self._before = _torch.isGradEnabled()
        # It works as a plain call too, from now on.
        _torch.setGradEnabled(self.mode)

    def __enter__(self):
        _torch.setGradEnabled(self.mode)

    def _again(self):
        return set_grad_enabled(self.mode)


def is_grad_enabled():
    return _torch.isGradEnabled()
