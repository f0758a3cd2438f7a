"""Runs readers' programs, one after the other, each in a namespace of its own.

What a program prints is emitted; what came of it is returned as JSON: an event of src/contract/python.ts.
"""

import ast
import io
import json
import linecache
import signal
import sys
import traceback
import types

from needs import needed
from pristine import remember

# The reader's program in tracebacks, and the listings that ran before it.
OWN = "main.py"
EARLIER = "earlier listing"
# Of exceptions that come without one.
MESSAGES = {"MemoryError": "the program asked for more memory than this page gives it"}


class TimeLimit(BaseException):
    """Not an Exception: a program that catches all errors does not catch this one."""


TimeLimit.__module__ = "builtins"


class Output(io.TextIOBase):
    """What a program prints goes to the page."""

    encoding = "utf-8"

    def __init__(self, stream, emit):
        self.stream = stream
        self.emit = emit

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.emit(self.stream, text)
        return len(text)


def create_runner(emit, running, checking):
    """The function that answers commands.

    emit(stream, text) hears what is printed, running() that the reader's own code begins, and each
    check of it: each may take as long as the limit says. `checking` is the text of content/exercises/checking.py.

    The checks run in a module that is made after the reader's code has run, and torch and the builtins are put back
    before them, so code that replaces their functions does not pass for that. This keeps honest readers from fooling
    themselves. It is no lock: code that is determined to forge a report can reach this function through Python's own
    objects, such as the frames of a traceback, and would deceive nobody but its writer.
    """
    outputs = {"stdout": Output("stdout", emit), "stderr": Output("stderr", emit)}
    compiled_checking = compile(checking, "checking.py", "exec", dont_inherit=True)
    restore = remember()
    main = sys.modules["__main__"]

    def perform(request):
        restore()
        command = json.loads(request)
        seconds = command["timeLimitMs"] / 1000

        def stop(_number, _frame):
            raise TimeLimit(f"the program was stopped after {seconds:g} seconds of computing")

        signal.signal(signal.SIGINT, stop)
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        try:
            sys.stdout = sys.stderr = io.StringIO()
            earlier = needed(command.get("offered", []), command["code"])
            for number, program in enumerate([*earlier, *command.get("before", [])]):
                execute(program, f"{EARLIER} {number + 1}", module)
            sys.stdout, sys.stderr = outputs["stdout"], outputs["stderr"]
            known = dict(vars(module))
            running()
            try:
                value = execute(command["code"], OWN, module)
            except (Exception, TimeLimit) as error:
                restore()
                is_judged = command["type"] == "check" and has_definitions(command["code"], module)
                if isinstance(error, MemoryError) or not is_judged:
                    raise
                # Only the lines that try out what was written fail, or take too long: the checks say more of it than
                # the exception. They have time of their own.
                running()
                failed = {"type": "failed", "error": explain(error)}
                return json.dumps({**failed, "report": check(command["checks"], module)})
            finally:
                restore()
            if command["type"] == "check":
                return json.dumps({"type": "checked", "report": check(command["checks"], module)})
            if command["type"] == "trace":
                block = trace(command["className"], command["input"], module)
                return json.dumps({"type": "traced", "block": block})
            names = defined(command["code"], module, known)
            shown = {} if value is None else {"value": value}
            return json.dumps({"type": "finished", "defined": names, **shown})
        except BaseException as error:
            if isinstance(error, SystemExit) and not error.code:
                return json.dumps({"type": "finished", "defined": []})
            return json.dumps({"type": "failed", "error": explain(error)})
        finally:
            sys.modules["__main__"] = main
            linecache.clearcache()

    def check(checks, module):
        checking = types.ModuleType("checking")
        sys.modules["checking"] = checking
        exec(compiled_checking, vars(checking))
        return json.loads(checking.report(checks, vars(module), running))

    def trace(class_name, shape, module):
        from torch._trace import trace

        if not hasattr(module, class_name):
            raise NameError(f"name '{class_name}' is not defined")
        return json.loads(trace(getattr(module, class_name)(shape[1]), shape))

    return perform


def execute(code, filename, module):
    """Runs a program; returns the repr of its last expression where there is one that isn't None."""
    linecache.cache[filename] = (len(code), None, code.splitlines(True), filename)
    tree = ast.parse(code, filename)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, filename, "exec", dont_inherit=True), vars(module))
    if last is None:
        return None
    expression = compile(ast.Expression(last.value), filename, "eval", dont_inherit=True)
    value = eval(expression, vars(module))
    return None if value is None else repr(value)


def has_definitions(code, module):
    """Whether a program has got past all of its classes and functions, of which it has at least one."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return False
    names = [node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]
    return bool(names) and all(name in vars(module) for name in names)


def defined(code, module, known):
    """The names that a program defined: those that it imported, or that begin with an underscore, left out."""
    imports = [node for node in ast.parse(code).body if isinstance(node, (ast.Import, ast.ImportFrom))]
    imported = {(name.asname or name.name).split(".")[0] for node in imports for name in node.names}
    return [
        name
        for name, value in vars(module).items()
        if not name.startswith("_")
        and name not in imported
        and not (name in known and known[name] is value)
        and not isinstance(value, types.ModuleType)
    ]


def explain(error):
    """A PythonError (src/contract/python.ts): of the traceback, only frames of the reader's programs."""
    shown = traceback.TracebackException.from_exception(error, compact=True)
    frames = keep_own_frames(shown)
    kind = type(error).__name__
    explained = {
        "kind": "MemoryLimit" if isinstance(error, MemoryError) else kind,
        "message": message_of(error) or MESSAGES.get(kind, ""),
        "traceback": "".join(shown.format()),
    }
    lines = [frame.lineno for frame in frames if frame.filename == OWN]
    if lines:
        explained["line"] = lines[-1]
    if isinstance(error, SyntaxError) and error.filename == OWN:
        explained["message"] = error.msg + of_notebooks(error.text)
        explained["line"] = error.lineno
        explained["column"] = error.offset
    return explained


def of_notebooks(line):
    """What to say of a line that Python can't read, where it is one of a notebook's commands."""
    asked = (line or "").strip().strip("?")
    if asked.replace(".", "").isidentifier() and "?" in line:
        return f": the question mark is a notebook's; write help({asked})"
    if not (line or "").lstrip().startswith(("%", "!")):
        return ""
    return ": lines that begin with % or ! are commands of notebooks, not of Python"


def message_of(error):
    try:
        return str(error)
    except Exception:
        # Its class is the reader's, too.
        return ""


def keep_own_frames(shown):
    """Drops the frames of modules, from what caused an error as well; returns those that are left of the error itself."""
    for other in (shown.__cause__, shown.__context__, *(shown.exceptions or [])):
        if other is not None:
            keep_own_frames(other)
    kept = [
        frame
        for frame in shown.stack
        if frame.filename == OWN or frame.filename.startswith(EARLIER)
    ]
    shown.stack[:] = kept
    return kept
