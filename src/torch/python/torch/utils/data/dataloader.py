"""Batches of a data set, in order or shuffled."""

import torch
from torch._random import draw_seed


class DataLoader:
    """Iterating draws the examples once, `batch_size` at a time."""

    def __init__(
        self,
        dataset,
        batch_size=1,
        shuffle=False,
        num_workers=0,
        collate_fn=None,
        drop_last=False,
        generator=None,
    ):
        if num_workers < 0:
            raise ValueError(
                "num_workers option should be non-negative; use num_workers=0 to disable "
                "multiprocessing."
            )
        self.dataset = dataset
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.drop_last = drop_last
        self.generator = generator
        self.collate_fn = default_collate if collate_fn is None else collate_fn

    def __len__(self):
        size = len(self.dataset)
        return size // self.batch_size if self.drop_last else -(-size // self.batch_size)

    def __iter__(self):
        # PyTorch draws a seed for its workers before anything else.
        draw_seed(self.generator)
        order = self._order()
        for batch in range(len(self)):
            numbers = order[batch * self.batch_size : (batch + 1) * self.batch_size]
            yield self.collate_fn([self.dataset[i] for i in numbers])

    def _order(self):
        size = len(self.dataset)
        if not self.shuffle:
            return list(range(size))
        generator = self.generator
        if generator is None:
            # The sampler shuffles with a generator of its own.
            generator = torch.Generator().manual_seed(draw_seed())
        return torch.randperm(size, generator=generator).tolist()


def default_collate(batch):
    """Stacks tensors; numbers become tensors; tuples, lists and dictionaries are gone through."""
    first = batch[0]
    if isinstance(first, torch.Tensor):
        return torch.stack(batch)
    if isinstance(first, float):
        return torch.tensor(batch, dtype=torch.float64)
    if isinstance(first, int):
        return torch.tensor(batch)
    if isinstance(first, dict):
        return {key: default_collate([example[key] for example in batch]) for key in first}
    if isinstance(first, (tuple, list)):
        return [default_collate(list(parts)) for parts in zip(*batch)]
    return batch
