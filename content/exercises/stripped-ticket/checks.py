"""Judges pruning, rewinding and masked training on a network of 200 weights."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from checking import check, expect, mistake, raised

WEIGHTS = {'conv1.weight': 36, 'conv2.weight': 144, 'fc.weight': 20}
TOTAL = 200


kept = {}


def once(name, make):
    """What this makes, made once for all checks and mistakes of a report."""
    if name not in kept:
        kept[name] = make()
    return kept[name]


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(4)
        self.fc = nn.Linear(4, 5)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = F.relu(self.bn2(self.conv2(x)))
        return self.fc(x.mean(dim=3).mean(dim=2))


def small():
    """A network as after some training: no batch norm or bias has its first value."""
    model = Small()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.randn(*parameter.shape))
        for norm in (model.bn1, model.bn2):
            norm.running_mean.copy_(torch.randn(4))
            norm.running_var.copy_(torch.rand(4) + 0.5)
    return model


def state(model):
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def flat(tensors):
    return [value for tensor in tensors for value in tensor.reshape(-1).tolist()]


def masks_of(answer, model, fraction):
    masks = answer.magnitude_masks(model, fraction)
    expect(masks is not None).is_true('magnitude_masks returns nothing.')
    expect(isinstance(masks, dict)).is_true(
        f'Expected magnitude_masks to return a dictionary, found a {type(masks).__name__}.'
    )
    missing = [name for name in WEIGHTS if name not in masks]
    expect(not missing).is_true(f'There is no mask for {(missing or [""])[0]}.')
    return masks


def kept_of(masks):
    """Whether each of the 200 weights is kept, in their order."""
    return [value != 0 for value in flat([masks[name] * 1 for name in WEIGHTS])]


def weights_of(model):
    parameters = dict(model.named_parameters())
    return flat([parameters[name].detach() for name in WEIGHTS])


def split(answer, fraction):
    """(the weights that are removed, those that are kept), with the values they had before."""
    model = small()
    weights = weights_of(model)
    pairs = list(zip(weights, kept_of(masks_of(answer, model, fraction))))
    return [w for w, kept in pairs if not kept], [w for w, kept in pairs if kept]


def removed(answer, fraction):
    return TOTAL - sum(kept_of(masks_of(answer, small(), fraction)))


def own_masks():
    """Masks at random, so that what follows is judged apart from how masks are made."""
    sizes = {name: parameter.shape for name, parameter in Small().named_parameters()}
    return {name: (torch.rand(*sizes[name]) > 0.6).float() for name in WEIGHTS}


def rest_of(model_state):
    return {name: tensor for name, tensor in model_state.items() if name not in WEIGHTS}


def changed(before, after):
    """The names whose numbers are others."""
    return [name for name in before if not torch.equal(before[name], after[name])]


@check('masks', 'Each weight of a convolution or linear layer has its mask, and nothing else')
def _(answer):
    model = small()
    masks = masks_of(answer, model, 0.5)
    parameters = dict(model.named_parameters())
    for name, mask in masks.items():
        expect(name in parameters).is_true(f'No parameter is called {name}.')
        expect(mask).has_shape(parameters[name].shape, f'the mask of {name}')
        values = set(flat([mask * 1]))
        expect(values <= {0, 1}).is_true(f'The mask of {name} holds numbers other than 0 and 1.')
        touched = name not in WEIGHTS and 0 in values
        expect(not touched).is_true(f'{name} is pruned, too, although it is no weight.')


@check('fraction', 'As many weights are removed as were asked for', after=['masks'])
def _(answer):
    for fraction in (0.25, 0.5, 0.9):
        found = removed(answer, fraction)
        # Rounded up or down, or the last one kept: all of these are fine.
        expect(abs(found - fraction * TOTAL) <= 1).is_true(
            f'Of 200 weights, a fraction of {fraction} is {round(fraction * TOTAL)}; '
            f'{found} were removed.'
        )


@check('none', 'A fraction of 0 removes nothing', after=['masks'])
def _(answer):
    expect(removed(answer, 0.0)).equals(0, 'the number of weights removed')


@check('magnitude', 'Within a layer, those closest to 0 are removed', after=['masks', 'fraction'])
def _(answer):
    model = small()
    masks = masks_of(answer, model, 0.5)
    for name in WEIGHTS:
        sizes = dict(model.named_parameters())[name].detach().abs().reshape(-1).tolist()
        kept = [value != 0 for value in flat([masks[name] * 1])]
        out = [size for size, keep in zip(sizes, kept) if not keep]
        left = [size for size, keep in zip(sizes, kept) if keep]
        right = not out or not left or max(out) <= min(left)
        expect(right).is_true(
            f'In {name} a weight of size {max(out or [0]):.2f} is removed, '
            f'and one of size {min(left or [0]):.2f} is kept.'
        )


def uneven():
    """Weights whose size differs from layer to layer: all of conv1 are the smallest."""
    model = small()
    with torch.no_grad():
        model.conv1.weight.mul_(0.001)
        model.fc.weight.mul_(1000)
    return model


@check('global', 'Weights of all layers compete with each other', after=['magnitude'])
def _(answer):
    masks = masks_of(answer, uneven(), 36 / TOTAL)
    out = TOTAL - sum(kept_of(masks))
    of_conv1 = 36 - int(sum(flat([masks['conv1.weight'] * 1])))
    expect(of_conv1 >= 35 and out <= 37).is_true(
        'Where the 36 weights of one layer are the smallest of all 200 and 36 are to be removed, '
        f'only {of_conv1} of them were.'
    )


@check('looks', 'Making masks leaves the model as it was', after=['masks'])
def _(answer):
    model = small()
    before = state(model)
    masks = masks_of(answer, model, 0.5)
    wrong = changed(before, model.state_dict())
    expect(not wrong).is_true(f'magnitude_masks changed {(wrong or [""])[0]}.')
    kept = kept_of(masks)
    with torch.no_grad():
        model.conv2.weight.zero_()
    expect(kept_of(masks) == kept).is_true('When the weights change later, the masks change, too.')


@check('apply', 'Masked weights become 0, all else stays')
def _(answer):
    model, masks = small(), own_masks()
    before, parameters = state(model), list(model.parameters())
    answer.apply_masks(model, masks)
    after = model.state_dict()
    for name, mask in masks.items():
        expect(torch.equal(after[name] * (1 - mask), torch.zeros(*mask.shape))).is_true(
            f'Some masked weights of {name} are not 0.'
        )
        expect(torch.equal(after[name] * mask, before[name] * mask)).is_true(
            f'Some weights of {name} that are to be kept have changed.'
        )
    wrong = changed(rest_of(before), rest_of(after))
    expect(not wrong).is_true(f'{(wrong or [""])[0]} has changed, too.')
    same = all(a is b for a, b in zip(parameters, model.parameters()))
    trainable = all(p.requires_grad and p.is_leaf for p in model.parameters())
    expect(same and trainable).is_true(
        'The model’s parameters have been replaced, so an optimiser made earlier would miss them.'
    )


def rewound(answer):
    """A model after training and rewinding, its first and trained state, the masks, `initial`."""
    return once('rewound', lambda: rewind_once(answer))


def rewind_once(answer):
    model, masks = small(), own_masks()
    first = state(model)
    initial = {name: tensor.clone() for name, tensor in first.items()}
    with torch.no_grad():
        for tensor in list(model.parameters()) + [model.bn1.running_mean, model.bn2.running_var]:
            tensor.add_(1 + torch.rand(*tensor.shape))
    trained = state(model)
    answer.rewind(model, initial, masks)
    return model, first, trained, masks, initial


@check('rewind', 'Kept weights have their first values again, masked ones are 0')
def _(answer):
    model, first, _, masks, _ = rewound(answer)
    for name, mask in masks.items():
        found = dict(model.named_parameters())[name].detach()
        expect(found * (1 - mask)).close(0 * mask, f'the masked weights of {name}')
        expect(found * mask).close(first[name] * mask, f'the kept weights of {name}')


@check('rewind-rest', 'Batch norms and biases are back at their beginning', after=['rewind'])
def _(answer):
    model, first, _, _, _ = rewound(answer)
    wrong = changed(rest_of(first), model.state_dict())
    expect(not wrong).is_true(f'{(wrong or [""])[0]} still has its trained values.')


@check('initial', 'Rewinding leaves the saved state as it was', after=['rewind'])
def _(answer):
    model, first, _, _, initial = rewind_once(answer)
    wrong = changed(first, initial)
    expect(not wrong).is_true(f'initial["{(wrong or [""])[0]}"] has changed.')
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(1)
    wrong = changed(first, initial)
    expect(not wrong).is_true(
        f'When the model is trained again, initial["{(wrong or [""])[0]}"] changes with it.'
    )


def trained(step, masks):
    """The model after two plain steps, the masks, and two steps of this kind.

    The plain steps leave every weight with some momentum, masked ones among them.
    """
    torch.manual_seed(1)
    model = small()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=0.1)
    for i in range(4):
        torch.manual_seed(i)
        loss = F.cross_entropy(model(torch.randn(4, 1, 5, 5)), torch.tensor([0, 1, 2, 3]))
        optimizer.zero_grad()
        loss.backward()
        if i < 2:
            optimizer.step()
        else:
            step(model, optimizer, masks)
        if i == 1:
            mask_weights(model, masks)
    return model.state_dict()


def mask_weights(model, masks):
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name in masks:
                parameter.mul_(masks[name])


def right_step(model, optimizer, masks):
    optimizer.step()
    mask_weights(model, masks)


def no_step(model, optimizer, masks):
    pass


def plain_step(model, optimizer, masks):
    optimizer.step()


def gradient_step(model, optimizer, masks):
    """Masks the gradient only, which momentum gets round."""
    for name, parameter in model.named_parameters():
        if name in masks:
            parameter.grad.mul_(masks[name])
    optimizer.step()


def masked_before_step(model, optimizer, masks):
    mask_weights(model, masks)
    optimizer.step()


def trained_by(answer):
    """The masks, the model as the reader's steps train it, and as right ones do."""

    def ask():
        masks = own_masks()
        return masks, trained(answer.masked_step, masks), trained(right_step, masks)

    return once('trained', ask)


def same_training(answer, step):
    masks, found, right = trained_by(answer)
    if alike_states(found, right):
        return False
    return alike_states(found, trained(step, masks))


def alike_states(a, b):
    return all(torch.allclose(a[name], b[name], atol=1e-5) for name in a)


@check('step', 'After a step, masked weights are still 0')
def _(answer):
    masks, after, _ = trained_by(answer)
    back = sum((after[name] * (1 - mask) != 0).sum().item() for name, mask in masks.items())
    of = sum((mask == 0).sum().item() for mask in masks.values())
    expect(back == 0).is_true(
        f'After two steps with momentum, {back} of {of} masked weights are not 0.'
    )


@check('trains', 'Everything else takes the optimiser’s step')
def _(answer):
    masks, found, expected = trained_by(answer)
    for name in expected:
        mask = masks.get(name, 1)
        expect(found[name] * mask).close(expected[name] * mask, f'{name} after two steps')


@mistake('per-layer')
def _(answer):
    model = uneven()
    masks = masks_of(answer, model, 0.5)
    for name, size in WEIGHTS.items():
        weights = dict(model.named_parameters())[name].detach().abs().reshape(-1).tolist()
        kept = [weight for weight, keep in zip(weights, flat([masks[name] * 1])) if keep]
        half = sorted(weights)[-len(kept) :]
        if abs(len(kept) - size / 2) > 1 or sorted(kept) != half:
            return False
    return True


@mistake('largest-removed')
def _(answer):
    out, kept = split(answer, 0.5)
    return len(out) > 50 and len(kept) > 50 and min(map(abs, out)) >= max(map(abs, kept))


@mistake('keeps-the-fraction')
def _(answer):
    out, kept = split(answer, 0.9)
    smallest = max(map(abs, out), default=0) <= min(map(abs, kept), default=0)
    return smallest and abs(len(out) - 0.1 * TOTAL) <= 1


@mistake('sign-not-ignored')
def _(answer):
    out, kept = split(answer, 0.5)
    return len(out) > 50 and len(kept) > 50 and max(out) <= min(kept)


def prunes_more_than_weights(answer):
    masks = masks_of(answer, small(), 0.5)
    return any(name not in WEIGHTS and 0 in flat([mask * 1]) for name, mask in masks.items())


mistake('prunes-more-than-weights')(prunes_more_than_weights)


@mistake('wrong-count')
def _(answer):
    if prunes_more_than_weights(answer):
        return False
    wrong = 0
    for fraction in (0.5, 0.9):
        out, kept = split(answer, fraction)
        smallest = max(map(abs, out), default=0) <= min(map(abs, kept), default=0)
        if not smallest or abs(len(out) - (1 - fraction) * TOTAL) <= 1:
            return False
        wrong += abs(len(out) - fraction * TOTAL) > 1
    return wrong > 0


@mistake('random-masks')
def _(answer):
    model = small()
    return kept_of(masks_of(answer, model, 0.5)) != kept_of(masks_of(answer, model, 0.5))


@mistake('masks-without-names')
def _(answer):
    masks = answer.magnitude_masks(small(), 0.5)
    nameless = isinstance(masks, (list, tuple))
    return nameless or isinstance(masks, dict) and not any(name in masks for name in WEIGHTS)


@mistake('layer-left-out')
def _(answer):
    masks = answer.magnitude_masks(small(), 0.5)
    there = [name in masks for name in WEIGHTS]
    return isinstance(masks, dict) and any(there) and not all(there)


@mistake('not-masks')
def _(answer):
    masks = masks_of(answer, small(), 0.5)
    return any(value not in (0, 1) for value in flat([masks[name] * 1 for name in WEIGHTS]))


@mistake('fraction-zero')
def _(answer):
    usual = abs(removed(answer, 0.9) - 0.9 * TOTAL) <= 1
    return usual and removed(answer, 0.0) > 0


@mistake('masks-change-the-model')
def _(answer):
    model = small()
    before = state(model)
    masks_of(answer, model, 0.5)
    return bool(changed(before, model.state_dict()))


def applies_nothing(answer):
    model, masks = small(), own_masks()
    before = state(model)
    answer.apply_masks(model, masks)
    return not changed(before, model.state_dict())


def applied(answer, values_of):
    """Whether apply_masks makes this of each weight and its mask."""
    model, masks = small(), own_masks()
    before = state(model)
    answer.apply_masks(model, masks)
    after = model.state_dict()
    return all(torch.equal(after[name], values_of(before[name], masks[name])) for name in masks)


def applies_rightly(answer):
    return applied(answer, lambda weight, mask: weight * mask)


@mistake('apply-does-nothing')
def _(answer):
    # A starter that has not been touched does nothing either.
    return bool(masks_of(answer, small(), 0.5)) and applies_nothing(answer)


@mistake('kept-become-zero')
def _(answer):
    return applied(answer, lambda weight, mask: weight * (1 - mask))


@mistake('rest-not-left-alone')
def _(answer):
    model = small()
    before = state(model)
    answer.apply_masks(model, own_masks())
    return bool(changed(rest_of(before), model.state_dict()))


@mistake('no-grad-missing')
def _(answer):
    error = raised(lambda: answer.apply_masks(small(), own_masks()))
    return isinstance(error, RuntimeError) and 'leaf' in str(error)


@mistake('parameters-replaced')
def _(answer):
    model = small()
    before = list(model.parameters())
    answer.apply_masks(model, own_masks())
    return any(a is not b for a, b in zip(before, model.parameters()))


def after_rewind(answer, values_of):
    """Whether each weight has the value that this makes of (first, trained, mask)."""
    model, first, trained, masks, _ = rewound(answer)
    found = dict(model.named_parameters())
    return all(
        torch.allclose(found[name].detach(), values_of(first[name], trained[name], mask))
        for name, mask in masks.items()
    )


@mistake('keeps-trained-values')
def _(answer):
    return after_rewind(answer, lambda first, trained, mask: trained * mask)


@mistake('rewind-does-nothing')
def _(answer):
    model, _, trained, _, _ = rewound(answer)
    begun = bool(masks_of(answer, small(), 0.5))
    return begun and not changed(trained, model.state_dict())


@mistake('rewinds-without-masks')
def _(answer):
    found = after_rewind(answer, lambda first, trained, mask: first)
    return found and not applies_nothing(answer)


@mistake('new-random-weights')
def _(answer):
    if not applies_rightly(answer):
        return False
    model, first, trained, masks, _ = rewound(answer)
    found = dict(model.named_parameters())
    kept = [
        (found[name].detach() * mask, first[name] * mask, trained[name] * mask)
        for name, mask in masks.items()
    ]
    return all(
        not torch.allclose(new, a, atol=1e-2)
        and not torch.allclose(new, b, atol=1e-2)
        and new.abs().max().item() > 0
        for new, a, b in kept
    )


@mistake('rewinds-weights-only')
def _(answer):
    model, first, trained, _, _ = rewound(answer)
    left = changed(rest_of(first), model.state_dict())
    kept = all(torch.equal(model.state_dict()[name], trained[name]) for name in left)
    right = after_rewind(answer, lambda first, trained, mask: first * mask)
    return right and bool(left) and kept


@mistake('initial-overwritten')
def _(answer):
    model, first, _, _, initial = rewind_once(answer)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(1)
    return bool(changed(first, initial))


@mistake('gradient-masked-only')
def _(answer):
    return same_training(answer, gradient_step)


@mistake('masked-weights-return')
def _(answer):
    returns = any(same_training(answer, step) for step in (plain_step, masked_before_step))
    return returns and not applies_nothing(answer)


@mistake('no-step')
def _(answer):
    masks, found, _ = trained_by(answer)
    before = trained(no_step, masks)
    names = [name for name, _ in Small().named_parameters()]
    begun = bool(masks_of(answer, small(), 0.5))
    return begun and all(torch.equal(before[name], found[name]) for name in names)
