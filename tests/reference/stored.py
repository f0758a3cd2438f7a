"""What scripts that write goldens share: modules filled by their keys, and tensors as base64."""

import base64

import torch

from pattern import pattern


def stored(tensor):
    data = tensor.detach().numpy().astype("<f4").tobytes()
    return {"shape": list(tensor.shape), "data": base64.b64encode(data).decode()}


def fill(module):
    """Gives every tensor of a module the values that its key and shape stand for."""
    with torch.no_grad():
        for key, tensor in module.state_dict().items():
            shape = tuple(tensor.shape)
            if key.endswith("num_batches_tracked"):
                continue
            if len(shape) == 4:
                scale = (24 / (shape[0] * shape[2] * shape[3])) ** 0.5
                tensor.copy_(pattern(key, shape, scale))
            elif len(shape) == 2:
                tensor.copy_(pattern(key, shape, 2 / shape[1] ** 0.5))
            elif key.endswith("running_var"):
                tensor.copy_(pattern(key, shape, 0.5, 1))
            elif key.endswith(("bias", "running_mean")):
                tensor.copy_(pattern(key, shape, 0.4))
            else:
                tensor.copy_(pattern(key, shape, 0.4, 1))
