"""Helpers: torch.utils.data."""

from torch._unavailable import unavailable
from torch.utils import data, hooks

__getattr__ = unavailable(__name__)
