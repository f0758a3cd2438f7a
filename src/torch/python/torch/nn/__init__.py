"""Layers, losses and what they are made of."""

from torch._unavailable import unavailable
from torch.nn.parameter import Parameter
from torch.nn.modules import *
from torch.nn.modules import Module
from torch.nn import functional, init, modules, parameter, utils

__getattr__ = unavailable(__name__)
