"""Closes what a program would find closed anyhow: each way out of the page says so in one sentence.

The frame's policy and the worker's missing functions keep programs in, not this module.
"""

import builtins
import sys

CLOSED = {
    # The page.
    *("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "micropip", "webbrowser", "antigravity"),
    # The network.
    *("socket", "_socket", "ssl", "urllib.request", "http.client", "http.server", "ftplib", "smtplib"),
    *("imaplib", "poplib", "xmlrpc", "socketserver", "requests", "urllib3", "httpx", "aiohttp"),
    # Other processes, and memory itself.
    *("subprocess", "multiprocessing", "ctypes", "_ctypes"),
    # Nobody can answer its questions.
    "pdb",
}


# What to reach for in their place.
INSTEAD = {
    "numpy": "torch has tensors, and Tensor.tolist() turns one into numbers",
    "matplotlib": "print the numbers",
    "PIL": "page.picture('cat') is a photograph as a tensor",
    "torchsummary": "print(model) lists its layers",
    "torchinfo": "print(model) lists its layers",
}


def unavailable(name):
    instead = INSTEAD.get(name.split(".")[0])
    return f"{name} isn't available in this page" + (f"; {instead}" if instead else "")


class ClosedFinder:
    """First of all finders: refuses the closed modules."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        parts = name.split(".")
        if any(".".join(parts[: end + 1]) in CLOSED for end in range(len(parts))):
            raise ModuleNotFoundError(unavailable(name), name=name)
        return None


class LastFinder:
    """After all other finders: what none has found is not in this page."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        raise ModuleNotFoundError(unavailable(name), name=name)


def refuse(what):
    def refused(*_arguments, **_names):
        raise RuntimeError(unavailable(what))

    return refused


def help(*things):
    """Prints how each is called and what it does; Python's own needs a module that is too large for this page."""
    import inspect
    import textwrap

    for thing in things:
        shown = thing if hasattr(thing, "__qualname__") else type(thing)
        if inspect.ismethod(thing):
            path = f"{path_of(type(thing.__self__))}.{shown.__name__}"
        else:
            path = path_of(shown)
        try:
            called = str(inspect.signature(shown))
        except (TypeError, ValueError):
            called = ""
        print(textwrap.fill(path + called, 72, subsequent_indent="    "))
        if described := inspect.getdoc(shown):
            print(f"\n{described}")
        if path.split(".")[0] in ("torch", "torchvision"):
            print("\nPyTorch's documentation, at docs.pytorch.org, says more.")
    if not things:
        print("help(nn.Conv2d), for one, prints how it is called and what it does.")


def path_of(thing):
    """As programs write it: torch.nn.Conv2d, though it is kept in torch.nn.modules.conv."""
    module = (thing.__module__ or "").partition(".modules")[0].partition("._")[0]
    return thing.__qualname__ if module in ("", "builtins", "__main__") else f"{module}.{thing.__qualname__}"


def close_doors():
    """Called once, after all that the page needs has been imported."""
    import asyncio
    import os
    import threading
    import time

    import torch  # noqa: F401  Later it could not import what it calls the page with.

    for name in list(sys.modules):
        parts = name.split(".")
        if any(".".join(parts[: end + 1]) in CLOSED for end in range(len(parts))):
            del sys.modules[name]
    sys.meta_path.insert(0, ClosedFinder)
    sys.meta_path.append(LastFinder)
    builtins.help = help
    builtins.input = refuse("input()")
    sys.breakpointhook = refuse("breakpoint()")
    time.sleep = refuse("time.sleep")
    threading.Thread.start = refuse("threading.Thread")
    asyncio.run = refuse("asyncio.run")
    os.system = os.popen = refuse("os.system")
