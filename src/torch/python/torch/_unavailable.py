"""What a module says of names that this page doesn't have."""

import sys
from dis import opmap

_IMPORT_FROM = opmap["IMPORT_FROM"]


def unavailable(module):
    """A module's `__getattr__`: names what is missing, in `from … import …` too."""

    def __getattr__(name):
        message = f"{module}.{name} isn't available in this page"
        frame = sys._getframe(1)
        code, at = frame.f_code.co_code, frame.f_lasti
        # An AttributeError would be turned into "cannot import name".
        if at >= 0 and code[at] == _IMPORT_FROM and not name.startswith("__"):
            raise ImportError(message, name=module)
        # Without the name, or Python would suggest one that looks like it.
        raise AttributeError(message, name=None, obj=None)

    return __getattr__
