"""Numbers that follow from a name, the same as pattern.ts gives: goldens need not store them."""

import numpy as np
import torch


def mix(h):
    """MurmurHash3's 32-bit finaliser."""
    h = (h ^ (h >> 16)) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> 13)) * np.uint32(0xC2B2AE35)
    return h ^ (h >> 16)


def pattern(name, shape, scale=1.0, centre=0.0):
    """Numbers spread evenly over centre ± scale / 2, as float32, that follow from `name`."""
    salt = 0x811C9DC5  # FNV-1a
    for byte in name.encode():
        salt = ((salt ^ byte) * 0x01000193) & 0xFFFFFFFF
    index = np.arange(int(np.prod(shape)), dtype=np.uint32)
    unit = mix(mix(index + np.uint32(salt))) / 2.0**32 - 0.5
    values = (centre + scale * unit).astype(np.float32).astype(np.float64)
    return torch.from_numpy(values.reshape(shape))
