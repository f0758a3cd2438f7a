"""Puts back what a program changed in the builtins, and in torch and its classes."""

import builtins
import sys

# Bound here, since it is builtins that may have been changed.
delattr, getattr, setattr, vars = delattr, getattr, setattr, vars


def remember():
    """Keeps what these modules and their classes hold now; returns the function that puts it back."""
    modules = [
        module
        for name, module in sys.modules.items()
        if name.split(".")[0] in ("torch", "torchvision") and hasattr(module, "__dict__")
    ]
    classes = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__.split(".")[0] in ("torch", "torchvision")
    }
    kept = [(holder, dict(vars(holder))) for holder in [builtins, *modules, *classes]]
    names = {name: module for name, module in sys.modules.items() if module in modules}

    def restore():
        sys.modules.update(names)
        for holder, values in kept:
            put_back(holder, values)

    return restore


def put_back(holder, values):
    now = vars(holder)
    for name in [name for name in now if name not in values]:
        if not name.startswith("__"):
            delattr(holder, name)
    for name, value in values.items():
        if now.get(name) is not value:
            setattr(holder, name, value)
