"""Of programs that come before another, those that define what it needs."""

import ast
import symtable


def needed(offered, code):
    """The programs, in order, without which names of `code` would not be defined; of two that define one, the later."""
    try:
        wanted, _ = names_of(code)
    except (SyntaxError, ValueError):
        return []
    kept = []
    for program in reversed(offered):
        used, defined = names_of(program)
        if defined & wanted:
            kept.insert(0, program)
            wanted = (wanted - defined) | used
    return kept


def names_of(code):
    """The names that a program takes from outside, and those that it defines."""
    used, defined = set(), set()
    for statement in ast.parse(code).body:
        table = symtable.symtable(ast.unparse(statement), "listing", "exec")
        own = {symbol.get_name() for symbol in table.get_symbols() if binds(symbol)}
        taken = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()}
        taken |= globals_of(table)
        # An assignment such as x = x + 1 takes the x from before; a function that calls itself doesn't.
        repeats = isinstance(statement, (ast.Assign, ast.AugAssign))
        used |= (taken if repeats else taken - own) - defined
        defined |= own
    return used, defined


def binds(symbol):
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()


def globals_of(table):
    """Names that the functions and classes within a table take from the module."""
    names = set()
    for child in table.get_children():
        names |= {symbol.get_name() for symbol in child.get_symbols() if symbol.is_global()}
        names |= globals_of(child)
    return names
