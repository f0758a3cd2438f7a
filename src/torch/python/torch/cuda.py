"""torch.cuda: there is no graphics card here."""

from torch._unavailable import unavailable


def is_available():
    return False


def device_count():
    return 0


__getattr__ = unavailable(__name__)
