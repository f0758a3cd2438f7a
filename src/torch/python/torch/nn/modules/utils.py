"""Small helpers that layers share."""

from collections.abc import Iterable


def pair(value):
    """3 → (3, 3); what is a pair already stays one."""
    return tuple(value) if isinstance(value, Iterable) else (value, value)
