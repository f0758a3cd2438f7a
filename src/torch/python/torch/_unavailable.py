"""What a module says of names that this page doesn't have."""

import sys
from dis import opmap

# What to reach for in their place.
_INSTEAD = {
    "torch.einsum": "matmul, permute and sum do the same",
    "Tensor.numpy": "Tensor.tolist() has its numbers",
}

_IMPORT_FROM = opmap["IMPORT_FROM"]


def say_unavailable(path):
    instead = _INSTEAD.get(path)
    return f"{path} isn't available in this page" + (f"; {instead}" if instead else "")


def unavailable(module):
    """A module's `__getattr__`: names what is missing, in `from … import …` too."""

    def __getattr__(name):
        message = say_unavailable(f"{module}.{name}")
        frame = sys._getframe(1)
        code, at = frame.f_code.co_code, frame.f_lasti
        # An AttributeError would be turned into "cannot import name".
        if at >= 0 and code[at] == _IMPORT_FROM and not name.startswith("__"):
            raise ImportError(message, name=module)
        # Without the name, or Python would suggest one that looks like it.
        raise AttributeError(message, name=None, obj=None)

    return __getattr__
