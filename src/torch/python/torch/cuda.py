"""torch.cuda: there is no graphics card here."""


def is_available():
    return False


def device_count():
    return 0
