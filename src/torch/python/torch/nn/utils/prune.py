"""Pruning: a parameter becomes `name_orig` times the buffer `name_mask`, renewed before each forward."""

import numbers
from collections.abc import Iterable

import torch
from torch._unavailable import unavailable

__getattr__ = unavailable(__name__)


class BasePruningMethod:
    """A rule that makes masks, and the hook that applies them to one tensor of a module."""

    _tensor_name = None
    PRUNING_TYPE = "unstructured"

    def __call__(self, module, inputs):
        setattr(module, self._tensor_name, self.apply_mask(module))

    def compute_mask(self, t, default_mask):
        """The mask for scores `t`, which keeps the zeros of `default_mask`."""
        raise NotImplementedError

    def apply_mask(self, module):
        name = self._tensor_name
        assert name is not None, f"Module {module} has to be pruned"
        orig = getattr(module, name + "_orig")
        return getattr(module, name + "_mask").to(dtype=orig.dtype) * orig

    @classmethod
    def apply(cls, module, name, *args, importance_scores=None, **kwargs):
        method = cls(*args, **kwargs)
        method._tensor_name = name
        before = _hook_of(module, name)
        if before is not None:
            key, old = before
            del module._forward_pre_hooks[key]
            method = PruningContainer(*(old if isinstance(old, PruningContainer) else [old]), method)
        orig = getattr(module, name)
        scores = orig if importance_scores is None else importance_scores
        assert scores.shape == orig.shape, (
            f"importance_scores should have the same shape as parameter {name} of {module}"
        )
        if before is None:
            mask = method.compute_mask(scores, torch.ones_like(orig))
            module.register_parameter(name + "_orig", orig)
            del module._parameters[name]
        else:
            mask = method.compute_mask(scores, getattr(module, name + "_mask").detach().clone())
        module.register_buffer(name + "_mask", mask)
        setattr(module, name, method.apply_mask(module))
        module.register_forward_pre_hook(method)
        return method

    def prune(self, t, default_mask=None, importance_scores=None):
        """A pruned copy of `t`."""
        scores = t if importance_scores is None else importance_scores
        return t * self.compute_mask(scores, torch.ones_like(t) if default_mask is None else default_mask)

    def remove(self, module):
        """Makes the pruned values the parameter's own; pruning itself is not undone."""
        name = self._tensor_name
        weight = self.apply_mask(module)
        if hasattr(module, name):
            delattr(module, name)
        orig = module._parameters.pop(name + "_orig")
        orig.data = weight.data
        del module._buffers[name + "_mask"]
        setattr(module, name, orig)


class PruningContainer(BasePruningMethod):
    """Several prunings of one tensor, each of what the earlier ones left."""

    def __init__(self, *args):
        self._pruning_methods = ()
        for method in args:
            self.add_pruning_method(method)

    def add_pruning_method(self, method):
        if not isinstance(method, BasePruningMethod):
            raise TypeError(f"{type(method)} is not a BasePruningMethod subclass")
        if self._tensor_name is not None and self._tensor_name != method._tensor_name:
            raise ValueError(
                "Can only add pruning methods acting on the parameter named "
                f"'{self._tensor_name}' to PruningContainer {self}. Found '{method._tensor_name}'"
            )
        self._pruning_methods += (method,)
        self._tensor_name = method._tensor_name

    def __len__(self):
        return len(self._pruning_methods)

    def __iter__(self):
        return iter(self._pruning_methods)

    def __getitem__(self, index):
        return self._pruning_methods[index]

    def compute_mask(self, t, default_mask):
        method = self._pruning_methods[-1]
        if method.PRUNING_TYPE == "global":
            return method.compute_mask(t, default_mask)
        mask = default_mask.clone()
        left = mask == 1
        mask[left] = method.compute_mask(t[left], mask[left]).to(mask.dtype)
        return mask


class _Amount(BasePruningMethod):
    """So many entries, or such a part of them, are pruned."""

    def __init__(self, amount):
        if not isinstance(amount, numbers.Real):
            raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
        is_count = isinstance(amount, numbers.Integral)
        if amount < 0 or (not is_count and amount > 1.0):
            raise ValueError(
                f"amount={amount} should either be a float in the range [0, 1] or a "
                "non-negative integer"
            )
        self.amount = amount

    def compute_mask(self, t, default_mask):
        size = t.numel()
        is_count = isinstance(self.amount, numbers.Integral)
        count = self.amount if is_count else round(self.amount * size)
        if count > size:
            raise ValueError(
                f"amount={count} should be smaller than the number of parameters to prune={size}"
            )
        mask = default_mask.clone()
        if count != 0:
            pruned = self._choose(t.detach(), count)
            mask.view(-1)[pruned] = 0
        return mask


class RandomUnstructured(_Amount):
    """Prunes entries at random."""

    def _choose(self, t, count):
        return torch.topk(torch.rand_like(t).view(-1), k=count).indices


class L1Unstructured(_Amount):
    """Prunes the entries with the smallest absolute values."""

    def _choose(self, t, count):
        return torch.topk(torch.abs(t).reshape(-1), k=count, largest=False).indices


class Identity(BasePruningMethod):
    """Prunes nothing, but makes the mask."""

    def compute_mask(self, t, default_mask):
        return default_mask


class CustomFromMask(BasePruningMethod):
    """Prunes where the given mask is 0."""

    PRUNING_TYPE = "global"

    def __init__(self, mask):
        self.mask = mask

    def compute_mask(self, t, default_mask):
        assert default_mask.shape == self.mask.shape
        return default_mask * self.mask.to(dtype=default_mask.dtype)


def _hook_of(module, name):
    for key, hook in module._forward_pre_hooks.items():
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
            return key, hook
    return None


def identity(module, name):
    Identity.apply(module, name)
    return module


def random_unstructured(module, name, amount):
    RandomUnstructured.apply(module, name, amount)
    return module


def l1_unstructured(module, name, amount, importance_scores=None):
    L1Unstructured.apply(module, name, amount, importance_scores=importance_scores)
    return module


def custom_from_mask(module, name, mask):
    CustomFromMask.apply(module, name, mask)
    return module


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Prunes all (module, name) together: some may lose more of their entries than others."""
    if not isinstance(parameters, Iterable):
        raise TypeError("global_unstructured(): parameters is not an Iterable")
    scores = {} if importance_scores is None else importance_scores
    if not isinstance(scores, dict):
        raise TypeError("global_unstructured(): importance_scores must be of type dict")
    parameters = list(parameters)
    values = [getattr(module, name) for module, name in parameters]
    all_scores = torch.cat(
        [
            scores.get((module, name), value).detach().reshape(-1)
            for (module, name), value in zip(parameters, values)
        ]
    )
    all_masks = torch.cat(
        [
            getattr(module, name + "_mask", torch.ones_like(value)).reshape(-1)
            for (module, name), value in zip(parameters, values)
        ]
    )
    method = pruning_method(**kwargs)
    if method.PRUNING_TYPE != "unstructured":
        raise TypeError(
            'Only "unstructured" PRUNING_TYPE supported for the `pruning_method`. '
            f"Found method {pruning_method} of type {method.PRUNING_TYPE}"
        )
    mask = PruningContainer(method).compute_mask(all_scores, all_masks)
    start = 0
    for (module, name), value in zip(parameters, values):
        end = start + value.numel()
        custom_from_mask(module, name, mask=mask[start:end].view_as(value))
        start = end


def remove(module, name):
    found = _hook_of(module, name)
    if found is None:
        raise ValueError(
            f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed"
        )
    key, hook = found
    hook.remove(module)
    del module._forward_pre_hooks[key]
    return module


def is_pruned(module):
    return any(
        isinstance(hook, BasePruningMethod)
        for below in module.modules()
        for hook in below._forward_pre_hooks.values()
    )
