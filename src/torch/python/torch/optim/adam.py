"""Adam and AdamW."""

import math

import torch
from torch.optim.optimizer import Optimizer, with_closure


class Adam(Optimizer):
    """Steps scaled by running means of the gradient and of its square (Kingma and Ba 2015)."""

    _decays_weights_apart = False

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0):
        if not 0.0 <= lr:
            raise ValueError(f"Invalid learning rate: {lr}")
        if not 0.0 <= eps:
            raise ValueError(f"Invalid epsilon value: {eps}")
        for i, beta in enumerate(betas):
            if not 0.0 <= beta < 1.0:
                raise ValueError(f"Invalid beta parameter at index {i}: {beta}")
        if not 0.0 <= weight_decay:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        defaults = {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay}
        super().__init__(params, defaults)

    @with_closure
    def step(self):
        for group in self.param_groups:
            for param in group["params"]:
                if param.grad is not None:
                    self._update(param, group)

    def _update(self, param, group):
        state = self.state[param]
        if not state:
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(param)
            state["exp_avg_sq"] = torch.zeros_like(param)
        state["step"].add_(1)
        step = state["step"].item()
        gradient, decay = param.grad, group["weight_decay"]
        if decay != 0 and self._decays_weights_apart:
            param.mul_(1 - group["lr"] * decay)
        elif decay != 0:
            gradient = gradient.add(param, alpha=decay)
        beta1, beta2 = group["betas"]
        mean = state["exp_avg"].mul_(beta1).add_(gradient, alpha=1 - beta1)
        square = state["exp_avg_sq"].mul_(beta2).add_(gradient * gradient, alpha=1 - beta2)
        scale = square.sqrt() / math.sqrt(1 - beta2**step) + group["eps"]
        param.add_(mean / scale, alpha=-group["lr"] / (1 - beta1**step))


class AdamW(Adam):
    """Adam whose weight decay stays out of the gradient (Loshchilov and Hutter 2019)."""

    _decays_weights_apart = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2):
        super().__init__(params, lr, betas, eps, weight_decay)
