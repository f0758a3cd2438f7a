# These lines go before each of the cells.
import torch
import torch.nn as nn
import torch.nn.functional as F

# %% each layer by itself -> per-layer
def magnitude_masks(model, fraction):
    masks = {}
    for name, p in model.named_parameters():
        if p.dim() > 1:
            sizes = p.detach().abs().flatten().sort().values
            k = round(fraction * len(sizes))
            masks[name] = (p.detach().abs() >= (sizes[k] if k < len(sizes) else float("inf"))).float()
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

# %% each layer by itself, with topk -> per-layer
def magnitude_masks(model, fraction):
    masks = {}
    for name, p in model.named_parameters():
        if p.dim() > 1:
            keep = p.numel() - int(fraction * p.numel())
            least = p.detach().abs().flatten().topk(keep).values[-1]
            masks[name] = (p.detach().abs() >= least).float()
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

# %% 0 and 1 exchanged -> largest-removed
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.zeros_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return {n: (w <= threshold).float() for n, w in weights.items()}

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

# %% the largest are removed -> largest-removed
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    k = round(fraction * sizes.numel())
    if k == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.topk(k).values[-1]
    return {n: (w < threshold).float() for n, w in weights.items()}

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

# %% the fraction is kept -> keeps-the-fraction
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = sizes.numel() - round(fraction * sizes.numel())
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

# %% 1 − fraction -> keeps-the-fraction
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round((1 - fraction) * sizes.numel())
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

# %% without abs -> sign-not-ignored
def magnitude_masks(model, fraction):
    weights = {n: p.detach() for n, p in model.named_parameters() if p.dim() > 1}
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

# %% abs for the threshold only -> sign-not-ignored
def magnitude_masks(model, fraction):
    weights = {n: p.detach() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.abs().flatten() for w in weights.values()])
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

# %% all parameters -> prunes-more-than-weights
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters()}
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

# %% everything called weight -> prunes-more-than-weights
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if n.endswith("weight")}
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

# %% biases, too -> prunes-more-than-weights
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if "bn" not in n}
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

# %% the convolutions only -> layer-left-out
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() == 4}
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

# %% a fraction of 0 removes all -> fraction-zero
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
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

# %% a fraction of 0 removes one -> fraction-zero
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    threshold = sizes.sort().values[max(removed - 1, 0)]
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

# %% a share of the largest size -> wrong-count
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    largest = max(w.max().item() for w in weights.values())
    return {n: (w >= fraction * largest).float() for n, w in weights.items()}

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

# %% at random -> random-masks
def magnitude_masks(model, fraction):
    return {n: (torch.rand(p.shape) >= fraction).float() for n, p in model.named_parameters() if p.dim() > 1}

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

# %% a list instead of a dictionary -> masks-without-names
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return [(w > threshold).float() for w in weights.values()]

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

# %% the masked weights instead of masks -> not-masks
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return {n: w * (w > threshold).float() for n, w in weights.items()}

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

# %% masks by the modules’ names -> masks-without-names
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return {n.replace(".weight", ""): (w > threshold).float() for n, w in weights.items()}

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

# %% the model is pruned on the way -> masks-change-the-model
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    masks = {n: (w > threshold).float() for n, w in weights.items()}
    apply_masks(model, masks)
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

# %% abs_ on the weights themselves -> masks-change-the-model
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs_() for n, p in model.named_parameters() if p.dim() > 1}
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

# %% new parameters -> parameters-replaced
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sizes.numel())
    if removed == 0:
        return {n: torch.ones_like(w) for n, w in weights.items()}
    threshold = sizes.sort().values[removed - 1]
    return {n: (w > threshold).float() for n, w in weights.items()}

def apply_masks(model, masks):
    for name, p in list(model.named_parameters()):
        if name in masks:
            module, last = model, name.split(".")
            for part in last[:-1]:
                module = getattr(module, part)
            setattr(module, last[-1], nn.Parameter(p.detach() * masks[name]))

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% new tensors that go nowhere -> apply-does-nothing
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
            p = p * masks[name]

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% no no_grad -> no-grad-missing
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
            p.mul_(masks[name])

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% all that has no mask becomes 0 -> rest-not-left-alone
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
        for name, p in model.named_parameters():
            p.mul_(masks[name] if name in masks else 0)

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% rewinding does not rewind -> keeps-trained-values
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
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% masks first, then the first values -> rewinds-without-masks
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
    apply_masks(model, masks)
    model.load_state_dict(initial)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% the masks are forgotten -> rewinds-without-masks
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

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% new random values -> new-random-weights
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
    for module in model.modules():
        if hasattr(module, "reset_parameters"):
            module.reset_parameters()
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% new normal values -> new-random-weights
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
    for p in model.parameters():
        if p.dim() > 1:
            nn.init.kaiming_normal_(p)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% only masked tensors are rewound -> rewinds-weights-only
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
    with torch.no_grad():
        for name, p in model.named_parameters():
            if name in masks:
                p.copy_(initial[name] * masks[name])

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% parameters are rewound, running averages not -> rewinds-weights-only
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
    with torch.no_grad():
        for name, p in model.named_parameters():
            p.copy_(initial[name])
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% strict=False and the weights alone -> rewinds-weights-only
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
    weights = {n: t * masks[n] for n, t in initial.items() if n in masks}
    model.load_state_dict(weights, strict=False)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% the saved state is masked in place -> initial-overwritten
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
    for name, mask in masks.items():
        initial[name].mul_(mask)
    model.load_state_dict(initial)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% the saved tensors become the parameters -> initial-overwritten
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
    for name, p in model.named_parameters():
        p.data = initial[name]
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% the saved state is given other tensors -> initial-overwritten
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
    for name in masks:
        initial[name] = initial[name] * masks[name]
    model.load_state_dict(initial)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% only the gradient is masked -> gradient-masked-only
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
    for name, p in model.named_parameters():
        if name in masks:
            p.grad *= masks[name]
    optimizer.step()

# %% only the gradient is masked, by index -> gradient-masked-only
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
    for name, p in model.named_parameters():
        if name in masks:
            p.grad[masks[name] == 0] = 0
    optimizer.step()

# %% the optimiser’s step and no mask -> masked-weights-return
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

# %% masks before the step -> masked-weights-return
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
    apply_masks(model, masks)
    optimizer.step()

# %% masks without a step -> no-step
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
    apply_masks(model, masks)

# %% the gradient is deleted before the step -> no-step
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
    model.zero_grad(set_to_none=True)
    optimizer.step()
    apply_masks(model, masks)

# %% two steps -> -
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
    optimizer.step()
    apply_masks(model, masks)

# %% nothing is defined -> -
pass

# %% divided by the mean size of each layer -> -
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() / p.detach().abs().mean() for n, p in model.named_parameters() if p.dim() > 1}
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

# %% a fraction of all parameters, taken from the weights -> wrong-count
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    sizes = torch.cat([w.flatten() for w in weights.values()])
    removed = round(fraction * sum(p.numel() for p in model.parameters()))
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

# %% whole layers -> -
def magnitude_masks(model, fraction):
    weights = {n: p.detach().abs() for n, p in model.named_parameters() if p.dim() > 1}
    order = sorted(weights, key=lambda n: weights[n].mean().item())
    gone = order[: round(fraction * len(order))]
    return {n: torch.zeros_like(w) if n in gone else torch.ones_like(w) for n, w in weights.items()}

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

# %% rewinds a copy and returns it -> rewind-does-nothing
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

import copy

def rewind(model, initial, masks):
    other = copy.deepcopy(model)
    other.load_state_dict(initial)
    apply_masks(other, masks)
    return other

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% rewinding under a condition that never holds -> rewind-does-nothing
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
    for name, p in model.named_parameters():
        if p in masks:
            p.data.copy_(initial[name])

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% the kept weights become 0 -> kept-become-zero
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
                parameter.mul_(1 - masks[name])

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% only convolutions are masked -> -
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
            if name in masks and parameter.dim() == 4:
                parameter.mul_(masks[name])

def rewind(model, initial, masks):
    model.load_state_dict(initial)
    apply_masks(model, masks)

def masked_step(model, optimizer, masks):
    optimizer.step()
    apply_masks(model, masks)

# %% backward again in the step -> -
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
    loss.backward()
    optimizer.step()
    apply_masks(model, masks)
