"""Helpers around modules."""

from torch._unavailable import unavailable
from torch.nn.utils import prune
from torch.nn.utils.clip_grad import clip_grad_norm_, clip_grad_value_
from torch.nn.utils.convert_parameters import parameters_to_vector, vector_to_parameters

__getattr__ = unavailable(__name__)
