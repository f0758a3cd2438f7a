"""Optimisers and schedules of their learning rates."""

from torch._unavailable import unavailable
from torch.optim import lr_scheduler
from torch.optim.adam import Adam, AdamW
from torch.optim.optimizer import Optimizer
from torch.optim.sgd import SGD

__getattr__ = unavailable(__name__)
