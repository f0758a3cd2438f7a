# These lines go before each of the cells.
import torch
import torch.nn as nn
import torch.nn.functional as F

# %% sort, and a threshold
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return {n: (w > threshold).float() for n, w in weights.items()}

def apply_masks(model, masks):
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name in masks:
                parameter.mul_(masks[name])

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% topk, and bool masks
def magnitude_masks(model, fraction):
    layers = [(n, m) for n, m in model.named_modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    everything = torch.cat([m.weight.detach().abs().reshape(-1) for _, m in layers])
    keep = everything.numel() - int(fraction * everything.numel())
    smallest_kept = torch.topk(everything, keep).values.min()
    return {f"{n}.weight": m.weight.detach().abs() >= smallest_kept for n, m in layers}

def apply_masks(model, masks):
    for name, p in model.named_parameters():
        if name in masks:
            p.data[~masks[name].bool()] = 0

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% a sorted list
def magnitude_masks(model, fraction):
    sizes = []
    for name, p in model.named_parameters():
        if "conv" in name or "fc.weight" in name:
            sizes += [abs(v) for v in p.reshape(-1).tolist()]
    sizes.sort()
    first_kept = int(fraction * len(sizes))
    threshold = sizes[first_kept] if first_kept < len(sizes) else float("inf")
    masks = {}
    for name, p in model.named_parameters():
        if "conv" in name or "fc.weight" in name:
            masks[name] = (p.abs() >= threshold).float().detach()
    return masks

def apply_masks(model, masks):
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name in masks:
                parameter.mul_(masks[name])

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% masked_fill_, and the state dictionary masked before it is loaded
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return {n: (w > threshold).float() for n, w in weights.items()}

def apply_masks(model, masks):
    parameters = dict(model.named_parameters())
    with torch.no_grad():
        for name, mask in masks.items():
            parameters[name].masked_fill_(mask == 0, 0.0)

def rewind(model, initial, masks):
    state = {
        name: tensor * masks[name] if name in masks else tensor
        for name, tensor in initial.items()
    }
    model.load_state_dict(state)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% copy_ by name
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return {n: (w > threshold).float() for n, w in weights.items()}

def apply_masks(model, masks):
    for name, p in model.named_parameters():
        if name in masks:
            p.data.copy_(torch.where(masks[name] > 0, p.data, torch.zeros_like(p.data)))

def rewind(model, initial, masks):
    own = model.state_dict()
    for name, tensor in initial.items():
        own[name].copy_(tensor)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% masks of ones for batch norms, the gradient masked as well
def magnitude_masks(model, fraction):
    prunable = [n for n, p in model.named_parameters() if len(p.shape) >= 2]
    parameters = dict(model.named_parameters())
    sizes, _ = torch.sort(torch.cat([parameters[n].detach().abs().view(-1) for n in prunable]))
    k = int(round(fraction * len(sizes)))
    threshold = sizes[k - 1].item() if k > 0 else -1.0
    masks = {}
    for n, p in parameters.items():
        masks[n] = torch.ones_like(p) if n not in prunable else (p.detach().abs() > threshold) * 1.0
    return masks

def apply_masks(model, masks):
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name in masks:
                parameter.mul_(masks[name])

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    for name, p in model.named_parameters():
        if name in masks and p.grad is not None:
            p.grad = p.grad * masks[name]
    optimizer.step()
    apply_masks(model, masks)

# %% squares, .data, and a dictionary of modules
def magnitude_masks(model, fraction):
    layers = {name: m for name, m in model.named_modules() if hasattr(m, "weight") and m.weight.dim() > 1}
    squares = torch.cat([(m.weight.detach() ** 2).reshape(-1) for m in layers.values()])
    ordered = squares.sort(descending=True)[0]
    kept = len(ordered) - round(fraction * len(ordered))
    masks = {}
    for name, m in layers.items():
        if kept == 0:
            masks[name + ".weight"] = torch.zeros(m.weight.shape)
        else:
            masks[name + ".weight"] = ((m.weight.detach() ** 2) >= ordered[kept - 1]).float()
    return masks

def apply_masks(model, masks):
    for name, p in model.named_parameters():
        if name in masks:
            p.data = p.data * masks[name]

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)
