"""Helpers: torch.utils.data."""

from torch._unavailable import unavailable

__getattr__ = unavailable(__name__)
