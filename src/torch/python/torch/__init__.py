"""PyTorch for this page: tensors and gradients as in PyTorch 1.13, computed in JavaScript."""

from torch._creation import tensor
from torch._dtype import Size, bool_, device, dtype, float32, float64, int32, int64, uint8
from torch._tensor import Tensor
from torch import autograd

bool = bool_
float = float32
double = float64
long = int64
int = int32


def __getattr__(name):
    raise AttributeError(f"torch.{name} isn't available in this page")
