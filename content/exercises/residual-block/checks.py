"""Judges a residual block by what it computes, and finds the mistake that computes the same."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from checking import (
    alike,
    check,
    copy_numbers,
    count_parameters,
    expect,
    mistake,
    quickly,
    raised,
    shake_parameters,
    zero_parameters,
)

NAMES = [
    'conv1.weight',
    'bn1.weight', 'bn1.bias', 'bn1.running_mean', 'bn1.running_var',
    'conv2.weight',
    'bn2.weight', 'bn2.bias', 'bn2.running_mean', 'bn2.running_var',
]  # fmt: skip


def positive(*shape):
    """Numbers between 0.1 and 2.1: what arrives from a ReLU, and no zeros."""
    return 2 * torch.rand(*shape) + 0.1


@check('shape', 'The output has the shape of the input')
def _(answer):
    for shape in [[2, 4, 6, 6], [3, 6, 5, 7]]:
        y = answer.ResidualBlock(shape[1])(torch.randn(*shape))
        expect(y).has_shape(shape, f'the output for an input of shape {shape}')


@check('names', 'The layers are called conv1, bn1, conv2 and bn2')
def _(answer):
    block = answer.ResidualBlock(4)
    parameters = ', '.join(name for name, _ in block.named_parameters()) or 'none'
    for name in NAMES:
        expect(name in block.state_dict()).is_true(
            f'The state dictionary has no {name}. The parameters are: {parameters}.'
        )


@check('parameters', 'With 64 channels it has 73,984 parameters')
def _(answer):
    block = quickly(lambda: answer.ResidualBlock(64))
    expect(count_parameters(block)).equals(73_984, 'the number of parameters')


@check(
    'identity',
    'With a branch of zeros, an input without negative values comes out unchanged',
    after=['shape'],
)
def _(answer):
    block = zero_parameters(answer.ResidualBlock(4))
    x = positive(2, 4, 5, 5)
    expect(block(x.clone())).close(x, 'the output', where=('the input', x))


@check('last-relu', 'With a branch of zeros, negative values become 0', after=['identity'])
def _(answer):
    block = zero_parameters(answer.ResidualBlock(4))
    x = torch.randn(2, 4, 5, 5)
    expect(block(x.clone())).close(F.relu(x), 'the output', where=('the input', x))


@check(
    'gradient',
    'With a branch of zeros, the gradient reaches the input unchanged',
    after=['shape'],
)
def _(answer):
    block = zero_parameters(answer.ResidualBlock(4))
    gradient = shortcut_gradient(block, positive(2, 4, 5, 5))
    expect(gradient is not None).is_true('Expected a gradient at the input, found none.')
    expect(gradient).close(torch.ones(2, 4, 5, 5), 'the derivative with respect to the input')


@check('both-ways', 'The branch can lower a value as well as raise it', after=['shape'])
def _(answer):
    block = shake_parameters(answer.ResidualBlock(4))
    x = positive(2, 4, 5, 5)
    difference = block(x.clone()) - x
    expect((difference < -1e-3).sum().item() > 0).is_true(
        'Expected some outputs to be smaller than the inputs in the same places, found none.'
    )
    expect((difference > 1e-3).sum().item() > 0).is_true(
        'Expected some outputs to be larger than the inputs in the same places, found none.'
    )


@check(
    'values',
    'With the same numbers in its layers it computes what the equation says',
    after=['shape', 'names'],
)
def _(answer):
    block = shake_parameters(answer.ResidualBlock(4))
    twin = copy_numbers(block, Twin())
    x = torch.randn(3, 4, 5, 5)
    expect(block(x.clone())).close(right(twin, x), 'the output')
    block.eval()
    twin.eval()
    expect(block(x.clone())).close(right(twin, x), 'the output in evaluation mode')


@check(
    'evaluation',
    'In evaluation mode a picture gets the same output alone as in a batch',
    after=['shape'],
)
def _(answer):
    block = shake_parameters(answer.ResidualBlock(4))
    x = torch.randn(4, 4, 5, 5)
    block(x.clone())
    block.eval()
    together = block(x.clone())
    expect(block(x[:1].clone())).close(together[:1], 'the output for the first picture alone')


@check('input', 'The input is left as it was', after=['shape'])
def _(answer):
    x = torch.randn(2, 4, 5, 5)
    before = x.clone()
    answer.ResidualBlock(4)(x)
    expect(torch.equal(x, before)).is_true(
        'After the call, the input holds other numbers than before.'
    )


def shortcut_gradient(block, x):
    """The gradient of the sum of the outputs with respect to the input, or None."""
    leaf = x.clone()
    leaf.requires_grad_()
    # Times 1, since a block that works in place may not do so on a leaf.
    y = block(leaf * 1)
    if y.requires_grad:
        y.sum().backward()
    return leaf.grad


class Twin(nn.Module):
    """The layers of a block with 4 channels."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(4)


def right(twin, x):
    out = F.relu(twin.bn1(twin.conv1(x)))
    return F.relu(twin.bn2(twin.conv2(out)) + x)


# Known mistakes: which formula, with the answer's own layers, computes the same as the answer?

BRANCHES = [
    ('', 'conv1 bn1 relu conv2 bn2'),
    ('no-middle-relu', 'conv1 bn1 conv2 bn2'),
    ('relu-before-batchnorm', 'conv1 relu bn1 conv2 bn2'),
    ('batchnorm-left-out', 'conv1 relu conv2 bn2'),
    ('batchnorm-left-out', 'conv1 relu conv2 bn1'),
    ('batchnorm-left-out', 'conv1 bn1 relu conv2'),
    ('batchnorm-left-out', 'conv1 relu conv2'),
    ('shared-layer', 'conv1 bn1 relu conv2 bn1'),
    ('shared-layer', 'conv1 bn2 relu conv2 bn2'),
    ('shared-layer', 'conv1 bn1 relu conv1 bn2'),
    ('shared-layer', 'conv2 bn1 relu conv2 bn2'),
    ('shared-layer', 'conv1 bn1 relu conv1 bn1'),
    ('one-convolution', 'conv1 bn1'),
    ('one-convolution', 'conv1 bn1 relu'),
    ('one-convolution', 'conv1 bn1 relu bn2'),
    ('input-to-both-convolutions', 'conv2 bn2'),
]


def relu(value):
    return max(value, 0.0)


# Ways to join a value f of the branch and x of the input.
ENDS = [
    ([], lambda f, x: relu(f + x)),
    (['one-relu-too-many'], lambda f, x: relu(relu(f) + x)),
    (['relu-before-addition'], lambda f, x: relu(f) + x),
    (['relu-before-addition'], lambda f, x: relu(f) + relu(x)),
    (['no-last-relu'], lambda f, x: f + x),
    (['no-skip'], lambda f, x: relu(f)),
    (['no-skip'], lambda f, x: f),
    (['skip-twice'], lambda f, x: relu(f + 2 * x)),
    (['skip-twice'], lambda f, x: relu(f + x) + x),
    (['skip-twice'], lambda f, x: relu(relu(f + x) + x)),
    (['adds-itself'], lambda f, x: relu(f + f)),
    (['not-an-addition'], lambda f, x: relu(f * x)),
    (['not-an-addition'], lambda f, x: relu(f - x)),
    (['not-an-addition'], lambda f, x: relu(x - f)),
    (['changed-identity'], lambda f, x: relu(f + relu(x))),
]

# What is added in place of the input.
IDENTITIES = [
    ('late-identity', 'conv1'),
    ('late-identity', 'conv1 bn1'),
    ('late-identity', 'conv1 bn1 relu'),
    ('changed-identity', 'bn1'),
    ('changed-identity', 'bn2'),
]

# Whole blocks; `add` adds the input.
BLOCKS = [
    ('addition-too-early', 'conv1 bn1 relu conv2 add bn2 relu'),
    ('addition-too-early', 'conv1 bn1 relu add conv2 bn2 relu'),
    ('addition-too-early', 'conv1 bn1 add relu conv2 bn2 relu'),
    ('skip-twice', 'conv1 bn1 add relu conv2 bn2 add relu'),
    ('skip-twice', 'conv1 bn1 relu add conv2 bn2 add relu'),
    ('pre-activation', 'bn1 relu conv1 bn2 relu conv2 add'),
    ('pre-activation', 'bn1 relu conv1 bn2 relu conv2 add relu'),
]


def chain(layers, x, parts):
    """What a chain such as 'conv1 bn1 relu' makes of x; None where a layer is missing or unfit."""
    out = x
    try:
        for name in layers.split():
            if name == 'relu':
                out = F.relu(out)
            elif name == 'add':
                out = out + x
            else:
                out = parts[name](out)
    except Exception:
        return None
    return out


def parts_of(block):
    """The block's convolutions and batch norms by name, else in their order under these names."""
    parts = {}
    for kind, names in [(nn.Conv2d, ['conv1', 'conv2']), (nn.BatchNorm2d, ['bn1', 'bn2'])]:
        found = {name: m for name, m in block.named_modules() if isinstance(m, kind)}
        if not set(names).issubset(found):
            found = dict(zip(names, found.values()))
        parts.update(found)
    return parts


_known = []


def known(answer):
    """The mistakes of the formula that computes what the answer computes."""
    if not _known:
        _known.append(compare(answer))
    return _known[0]


def compare(answer):
    block = shake_parameters(answer.ResidualBlock(4))
    x = torch.randn(3, 4, 5, 5)
    parts = parts_of(block)
    y = sample(block(x.clone()))
    matches = [[id] for id, layers in BLOCKS if agree(sample(chain(layers, x, parts)), y)]
    xs = sample(x)
    others = [(id, sample(chain(layers, x, parts))) for id, layers in IDENTITIES]
    for id, layers in BRANCHES:
        f = sample(chain(layers, x, parts))
        for ids, join in ENDS:
            if agree(map(join, f, xs), y):
                matches.append([id, *ids] if id else ids)
        for of_identity, identity in others:
            if agree(map(lambda f, i: relu(f + i), f, identity), y):
                matches.append([id, of_identity] if id else [of_identity])
    # What has the fewest mistakes is the likeliest explanation.
    return min(matches, key=len, default=[])


def sample(values):
    """Some numbers of a tensor of 3 pictures with 4 maps of 5×5; empty for other tensors."""
    fits = torch.is_tensor(values) and list(values.shape) == [3, 4, 5, 5]
    return values.reshape(-1).tolist()[::7] if fits else []


def agree(found, expected):
    """Whether both have the same numbers, up to rounding; stops at the first that differs."""
    count = 0
    for a, b in zip(found, expected):
        if not abs(a - b) <= 1e-4 * (1 + abs(b)):
            return False
        count += 1
    return count > 0


def convolutions(module):
    return [layer for layer in module.modules() if isinstance(layer, nn.Conv2d)]


def computes(id):
    mistake(id)(lambda answer: id in known(answer))


computes('relu-before-addition')
computes('one-relu-too-many')
computes('no-last-relu')
computes('no-skip')
computes('skip-twice')
computes('adds-itself')
computes('not-an-addition')
computes('late-identity')
computes('changed-identity')
computes('addition-too-early')
computes('no-middle-relu')
computes('relu-before-batchnorm')
computes('batchnorm-left-out')
computes('shared-layer')
computes('one-convolution')
computes('input-to-both-convolutions')
computes('pre-activation')


@mistake('input-written-over')
def _(answer):
    x = torch.randn(2, 4, 5, 5)
    before = x.clone()
    answer.ResidualBlock(4)(x)
    return not torch.equal(x, before)


@mistake('detached-identity')
def _(answer):
    block = zero_parameters(answer.ResidualBlock(4))
    x = positive(2, 4, 5, 5)
    gradient = shortcut_gradient(block, x)
    cut = gradient is None or gradient.abs().sum().item() == 0
    return alike(block(x.clone()), x) and cut


@mistake('batch-statistics-in-evaluation')
def _(answer):
    block = shake_parameters(answer.ResidualBlock(4))
    x = torch.randn(4, 4, 5, 5)
    in_training = block(x.clone())
    block.eval()
    # Layers that PyTorch doesn't know of are not told about evaluation: another mistake.
    if not convolutions(block) or not alike(block(x.clone()), in_training):
        return False
    return not alike(block(x[:1].clone()), in_training[:1])


@mistake('bias-left-on')
def _(answer):
    return any(conv.bias is not None for conv in convolutions(answer.ResidualBlock(4)))


@mistake('no-padding')
def _(answer):
    convs = convolutions(answer.ResidualBlock(4))
    return any(conv.stride in (1, (1, 1)) and smaller(conv) for conv in convs)


@mistake('stride-in-the-branch')
def _(answer):
    convs = convolutions(answer.ResidualBlock(4))
    return any(conv.stride not in (1, (1, 1)) and smaller(conv) for conv in convs)


def smaller(conv):
    return conv(torch.randn(1, 4, 9, 9)).shape[-1] < 9


@mistake('other-kernel')
def _(answer):
    convs = convolutions(answer.ResidualBlock(4))
    return len(convs) == 2 and any(list(conv.weight.shape[2:]) != [3, 3] for conv in convs)


@mistake('concatenates')
def _(answer):
    return list(answer.ResidualBlock(4)(torch.randn(2, 4, 5, 5)).shape) == [2, 8, 5, 5]


@mistake('fixed-channels')
def _(answer):
    block = answer.ResidualBlock(4)
    if raised(lambda: block(torch.randn(2, 4, 5, 5))) is None:
        return False
    return list(answer.ResidualBlock(64)(torch.randn(2, 64, 5, 5)).shape) == [2, 64, 5, 5]


@mistake('layers-not-registered')
def _(answer):
    block = answer.ResidualBlock(4)
    works = torch.is_tensor(block(torch.randn(2, 4, 5, 5)))
    return works and not any(p.dim() == 4 for p in block.parameters())


@mistake('other-names')
def _(answer):
    block = shake_parameters(answer.ResidualBlock(4))
    x = torch.randn(3, 4, 5, 5)
    computes_the_same = alike(block(x.clone()), right(copy_numbers(block, Twin()), x))
    return computes_the_same and not set(NAMES).issubset(block.state_dict())


@mistake('returns-nothing')
def _(answer):
    block = answer.ResidualBlock(4)
    return count_parameters(block) > 0 and block(torch.randn(2, 4, 5, 5)) is None


@mistake('no-super')
def _(answer):
    error = raised(lambda: answer.ResidualBlock(4))
    return isinstance(error, AttributeError) and '__init__() call' in str(error)


@mistake('no-forward')
def _(answer):
    block = answer.ResidualBlock(4)
    error = raised(lambda: block(torch.randn(2, 4, 5, 5)))
    return isinstance(error, NotImplementedError)
