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


def unavailable(name):
    return f"{name} isn't available in this page"


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
    builtins.input = refuse("input()")
    sys.breakpointhook = refuse("breakpoint()")
    time.sleep = refuse("time.sleep")
    threading.Thread.start = refuse("threading.Thread")
    asyncio.run = refuse("asyncio.run")
    os.system = os.popen = refuse("os.system")
