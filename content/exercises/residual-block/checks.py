"""Judges a residual block by what it computes, and finds the mistake that computes the same."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from checking import (
    Unmet,
    alike,
    check,
    copy_numbers,
    count_parameters,
    expect,
    mistake,
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
    for shape in [[2, 64, 8, 8], [3, 6, 5, 7]]:
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
    block = answer.ResidualBlock(64)
    expect(count_parameters(block)).equals(73_984, 'the number of parameters')


@check(
    'identity',
    'With a branch of zeros, an input without negative values comes out unchanged',
    after=['shape'],
)
def _(answer):
    block = zero_parameters(answer.ResidualBlock(4))
    x = positive(2, 4, 5, 5)
    expect(block(x.clone())).close(x, 'the output')


@check('last-relu', 'With a branch of zeros, negative values become 0', after=['shape'])
def _(answer):
    block = zero_parameters(answer.ResidualBlock(4))
    x = torch.randn(2, 4, 5, 5)
    expect(block(x.clone())).close(F.relu(x), 'the output')


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


def shortcut_gradient(block, x):
    """The gradient of the sum of the outputs with respect to the input, or None."""
    leaf = x.clone()
    leaf.requires_grad_()
    # Times 1, since a block that works in place may not do so on a leaf.
    y = block(leaf * 1)
    if y.requires_grad:
        y.sum().backward()
    return leaf.grad


# Known mistakes: which block, made of the same layers, computes the same?


class Twin(nn.Module):
    """The layers of a block with 4 channels; without: names to leave out; shared: one layer for two."""

    def __init__(self, without=(), shared=(), bias=False):
        super().__init__()
        if 'conv' in shared:
            self.conv1 = self.conv2 = convolution(bias)
        if 'bn' in shared:
            self.bn1 = self.bn2 = nn.BatchNorm2d(4)
        for name in ['conv1', 'bn1', 'conv2', 'bn2']:
            if name not in without and name[:-1] not in shared:
                layer = convolution(bias) if name.startswith('conv') else nn.BatchNorm2d(4)
                setattr(self, name, layer)


def convolution(bias):
    return nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=bias)


def usual(m, x):
    v = F.relu(m.bn1(m.conv1(x)))
    return m.bn2(m.conv2(v))


def right(m, x):
    return F.relu(usual(m, x) + x)


# Branches, with the layers that they leave out or share.
BRANCHES = [
    ('', usual, {}),
    ('no-middle-relu', lambda m, x: m.bn2(m.conv2(m.bn1(m.conv1(x)))), {}),
    ('relu-before-batchnorm', lambda m, x: m.bn2(m.conv2(m.bn1(F.relu(m.conv1(x))))), {}),
    ('batchnorm-left-out', lambda m, x: m.bn2(m.conv2(F.relu(m.conv1(x)))), {'without': ['bn1']}),
    ('batchnorm-left-out', lambda m, x: m.conv2(F.relu(m.bn1(m.conv1(x)))), {'without': ['bn2']}),
    (
        'batchnorm-left-out',
        lambda m, x: m.conv2(F.relu(m.conv1(x))),
        {'without': ['bn1', 'bn2']},
    ),
    ('shared-layer', usual, {'shared': ['bn']}),
    ('shared-layer', usual, {'shared': ['conv']}),
    ('shared-layer', usual, {'shared': ['bn', 'conv']}),
    ('one-convolution', lambda m, x: m.bn1(m.conv1(x)), {'without': ['conv2', 'bn2']}),
    (
        'one-convolution',
        lambda m, x: m.bn2(F.relu(m.bn1(m.conv1(x)))),
        {'without': ['conv2']},
    ),
    ('input-to-both-convolutions', lambda m, x: m.bn2(m.conv2(x)), {'without': ['conv1', 'bn1']}),
]

# Ways to join the branch's output f and the input x.
ENDS = [
    ([], lambda f, x, m: F.relu(f + x)),
    (['relu-before-addition'], lambda f, x, m: F.relu(F.relu(f) + x)),
    (['relu-before-addition'], lambda f, x, m: F.relu(f) + x),
    (['no-last-relu'], lambda f, x, m: f + x),
    (['no-skip'], lambda f, x, m: F.relu(f)),
    (['no-skip', 'no-last-relu'], lambda f, x, m: f),
    (['skip-twice'], lambda f, x, m: F.relu(f + 2 * x)),
    (['skip-twice'], lambda f, x, m: F.relu(f + x) + x),
    (['skip-twice'], lambda f, x, m: F.relu(F.relu(f + x) + x)),
    (['adds-itself'], lambda f, x, m: F.relu(f + f)),
    (['not-an-addition'], lambda f, x, m: F.relu(f * x)),
    (['not-an-addition'], lambda f, x, m: F.relu(f - x)),
    (['not-an-addition'], lambda f, x, m: F.relu(x - f)),
    (['late-identity'], lambda f, x, m: F.relu(f + m.conv1(x))),
    (['late-identity'], lambda f, x, m: F.relu(f + m.bn1(m.conv1(x)))),
    (['late-identity'], lambda f, x, m: F.relu(f + F.relu(m.bn1(m.conv1(x))))),
    (['changed-identity'], lambda f, x, m: F.relu(f + F.relu(x))),
    (['changed-identity'], lambda f, x, m: F.relu(f + m.bn1(x))),
    (['changed-identity'], lambda f, x, m: F.relu(f + m.bn2(x))),
]

# Blocks whose skip connection or whose order is another one altogether.
BLOCKS = [
    (
        ['addition-too-early'],
        lambda m, x: F.relu(m.bn2(m.conv2(F.relu(m.bn1(m.conv1(x)))) + x)),
    ),
    (
        ['addition-too-early'],
        lambda m, x: F.relu(m.bn2(m.conv2(F.relu(m.bn1(m.conv1(x)) + x)))),
    ),
    (
        ['addition-too-early'],
        lambda m, x: F.relu(m.bn2(m.conv2(F.relu(m.bn1(m.conv1(x))) + x))),
    ),
    (
        ['skip-twice'],
        lambda m, x: F.relu(m.bn2(m.conv2(F.relu(m.bn1(m.conv1(x)) + x))) + x),
    ),
    (
        ['skip-twice'],
        lambda m, x: F.relu(m.bn2(m.conv2(F.relu(m.bn1(m.conv1(x))) + x)) + x),
    ),
    (
        ['pre-activation'],
        lambda m, x: m.conv2(F.relu(m.bn2(m.conv1(F.relu(m.bn1(x)))))) + x,
    ),
    (
        ['pre-activation'],
        lambda m, x: F.relu(m.conv2(F.relu(m.bn2(m.conv1(F.relu(m.bn1(x)))))) + x),
    ),
]

_known = []


def known(answer):
    """The mistakes of the block made of these parts that computes what the answer computes."""
    if not _known:
        _known.append(compare(answer))
    return _known[0]


def compare(answer):
    block = shake_parameters(answer.ResidualBlock(4))
    bias = any(conv.bias is not None for conv in convolutions(block))
    x = torch.randn(3, 4, 5, 5)
    y = block(x.clone())
    # What has one mistake comes first: it is the likelier explanation.
    one_mistake = []
    several = []
    for name, branch, layers in BRANCHES:
        try:
            twin = copy_numbers(block, Twin(bias=bias, **layers))
        except Unmet:
            # The answer has no such layers.
            continue
        f = branch(twin, x)
        for ends, join in ENDS:
            found = [name, *ends] if name else ends
            try:
                y_twin = join(f, x, twin)
            except AttributeError:
                # This one needs a layer that the branch leaves out.
                continue
            (several if len(found) > 1 else one_mistake).append((found, y_twin))
        if not name:
            one_mistake += [(found, whole(twin, x)) for found, whole in BLOCKS]
    for found, value in one_mistake + several:
        if alike(y, value):
            return found
    return []


def convolutions(module):
    return [layer for layer in module.modules() if isinstance(layer, nn.Conv2d)]


def computes(id):
    mistake(id)(lambda answer: id in known(answer))


computes('relu-before-addition')
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
    return convolutions(block) and alike(block(x.clone()), in_training) and not alike(block(x[:1].clone()), in_training[:1])


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
    works = list(answer.ResidualBlock(64)(torch.randn(2, 64, 5, 5)).shape) == [2, 64, 5, 5]
    return works and raised(lambda: block(torch.randn(2, 4, 5, 5))) is not None


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
