"""Stochastic gradient descent."""

import torch
from torch.optim.optimizer import Optimizer, required, with_closure


class SGD(Optimizer):
    """b ← momentum · b + (1 − dampening) · (∇ + weight_decay · w), w ← w − lr · b"""

    def __init__(
        self,
        params,
        lr=required,
        momentum=0,
        dampening=0,
        weight_decay=0,
        nesterov=False,
        *,
        maximize=False,
        foreach=None,
        differentiable=False,
    ):
        if lr is not required and lr < 0.0:
            raise ValueError(f"Invalid learning rate: {lr}")
        if momentum < 0.0:
            raise ValueError(f"Invalid momentum value: {momentum}")
        if weight_decay < 0.0:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        defaults = {
            "lr": lr,
            "momentum": momentum,
            "dampening": dampening,
            "weight_decay": weight_decay,
            "nesterov": nesterov,
            "maximize": maximize,
            "foreach": foreach,
            "differentiable": differentiable,
        }
        super().__init__(params, defaults)

    @with_closure
    def step(self):
        for group in self.param_groups:
            for param in group["params"]:
                if param.grad is not None:
                    self._update(param, group)

    def _update(self, param, group):
        gradient = -param.grad if group["maximize"] else param.grad
        if group["weight_decay"] != 0:
            gradient = gradient.add(param, alpha=group["weight_decay"])
        momentum = group["momentum"]
        state = self.state[param]
        if momentum == 0:
            state["momentum_buffer"] = None
        else:
            buffer = state.get("momentum_buffer")
            if buffer is None:
                buffer = gradient.clone().detach()
            else:
                buffer.mul_(momentum).add_(gradient, alpha=1 - group["dampening"])
            state["momentum_buffer"] = buffer
            gradient = gradient.add(buffer, alpha=momentum) if group["nesterov"] else buffer
        param.add_(gradient, alpha=-group["lr"])
