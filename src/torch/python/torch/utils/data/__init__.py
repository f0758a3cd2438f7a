"""Data sets and the batches that are drawn from them."""

from torch._unavailable import unavailable
from torch.utils.data.dataloader import DataLoader
from torch.utils.data.dataset import Dataset, Subset, TensorDataset, random_split

__getattr__ = unavailable(__name__)
