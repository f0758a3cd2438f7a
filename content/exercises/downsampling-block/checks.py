"""Judges a downsampling block by what it computes, and finds the mistake that computes the same.

The layers of the branch have names; what is on the shortcut is found by its shapes.
"""

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


def made(answer):
    """A block from 4 to 6 channels with random numbers in all its layers."""
    return shake_parameters(answer.DownsamplingBlock(4, 6))


def picture():
    """An input whose height and width differ, and are even."""
    return torch.randn(3, 4, 6, 8)


def expect_shape(block, before, after):
    y = block(torch.randn(*before))
    expect(y).has_shape(after, f'the output for an input of shape {before}')


@check('shape', 'It halves height and width, and changes the number of channels')
def _(answer):
    expect_shape(answer.DownsamplingBlock(4, 6), [2, 4, 8, 8], [2, 6, 4, 4])
    expect_shape(answer.DownsamplingBlock(4, 4), [2, 4, 6, 8], [2, 4, 3, 4])


@check('odd', 'It works for maps of odd size', after=['shape'])
def _(answer):
    expect_shape(answer.DownsamplingBlock(4, 6), [2, 4, 7, 5], [2, 6, 4, 3])


@check('stride', 'It works with other strides')
def _(answer):
    expect_shape(answer.DownsamplingBlock(4, 6, stride=1), [2, 4, 7, 6], [2, 6, 7, 6])
    expect_shape(answer.DownsamplingBlock(4, 6, 3), [2, 4, 7, 6], [2, 6, 3, 2])


@check('names', 'The layers of the branch are called conv1, bn1, conv2 and bn2')
def _(answer):
    block = answer.DownsamplingBlock(4, 6)
    parameters = ', '.join(name for name, _ in block.named_parameters()) or 'none'
    for name in NAMES:
        expect(name in block.state_dict()).is_true(
            f'The state dictionary has no {name}. The parameters are: {parameters}.'
        )


@check('parameters', 'From 64 to 128 channels it has 230,144 parameters, 8,448 in the shortcut')
def _(answer):
    block = quickly(lambda: answer.DownsamplingBlock(64, 128))
    expect(count_parameters(block)).equals(230_144, 'the number of parameters')
    shortcut = [p.numel() for name, p in block.named_parameters() if name not in NAMES]
    if len(shortcut) <= 3:
        expect(sum(shortcut)).equals(8_448, 'the number of parameters in the shortcut')


@check(
    'first-convolution',
    'In the branch only the first convolution has the stride and changes the channels',
    after=['names'],
)
def _(answer):
    block = answer.DownsamplingBlock(4, 6)
    out = block.conv1(torch.randn(2, 4, 6, 8))
    expect(out).has_shape([2, 6, 3, 4], 'the result of conv1 for an input of shape [2, 4, 6, 8]')
    expect(block.conv2(out)).has_shape([2, 6, 3, 4], 'the result of conv2 after it')


@check(
    'projection',
    'With a branch of zeros it is the ReLU of the projected input',
    after=['shape', 'names'],
)
def _(answer):
    block = made(answer)
    zero_parameters(block.bn2)
    twin = copy_numbers(block, Twin())
    x = picture()
    projected = twin.shortcut(x).detach()
    expect(block(x.clone())).close(
        F.relu(projected), 'the output', where=('the projected input', projected)
    )


@check(
    'gradient',
    'With a branch of zeros, a gradient reaches the input and the projection',
    after=['shape', 'names'],
)
def _(answer):
    block = made(answer)
    zero_parameters(block.bn2)
    gradient = input_gradient(block, picture())
    expect(gradient is not None).is_true('Expected a gradient at the input, found none.')
    expect(gradient.abs().sum().item() > 0).is_true(
        'Expected a gradient at the input, found zeros everywhere.'
    )
    for name, p in block.named_parameters():
        if name not in NAMES and p.dim() == 4:
            expect(p.grad is not None and p.grad.abs().sum().item() > 0).is_true(
                f'Expected a gradient at {name}, found none.'
            )


@check(
    'values',
    'With the same numbers in its layers it computes what the equation says',
    after=['shape', 'names'],
)
def _(answer):
    block = made(answer)
    twin = copy_numbers(block, Twin())
    x = picture()
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
    block = made(answer)
    x = picture()
    block(x.clone())
    block.eval()
    together = block(x.clone())
    expect(block(x[:1].clone())).close(together[:1], 'the output for the first picture alone')


@check('input', 'The input is left as it was', after=['shape'])
def _(answer):
    x = picture()
    before = x.clone()
    answer.DownsamplingBlock(4, 6)(x)
    expect(torch.equal(x, before)).is_true(
        'After the call, the input holds other numbers than before.'
    )


def input_gradient(block, x):
    """The gradient of a random sum of the outputs with respect to the input, or None."""
    leaf = x.clone()
    leaf.requires_grad_()
    # Times 1, since a block that works in place may not do so on a leaf.
    y = block(leaf * 1)
    if y.requires_grad:
        (y * torch.randn(*y.shape)).sum().backward()
    return leaf.grad


class Twin(nn.Module):
    """The layers of a block from 4 to 6 channels."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 6, kernel_size=3, stride=2, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(6)
        self.conv2 = nn.Conv2d(6, 6, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(6)
        self.shortcut = nn.Sequential(
            nn.Conv2d(4, 6, kernel_size=1, stride=2, bias=False), nn.BatchNorm2d(6)
        )


def right(twin, x):
    out = F.relu(twin.bn1(twin.conv1(x)))
    return F.relu(twin.bn2(twin.conv2(out)) + twin.shortcut(x))


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
    ('one-convolution', 'conv1 bn1'),
    ('one-convolution', 'conv1 bn1 relu'),
    ('one-convolution', 'conv1 bn1 relu bn2'),
]

# What takes the place of the shortcut; `narrow` keeps every second place, `mean` and `max` pool.
SHORTCUTS = [
    ('', 'project bn3'),
    ('projection-without-batchnorm', 'project'),
    ('shared-layer', 'project bn1'),
    ('shared-layer', 'project bn2'),
    ('relu-on-shortcut', 'project bn3 relu'),
    ('relu-on-shortcut', 'relu project bn3'),
    ('relu-on-shortcut', 'project relu'),
    ('padded-shortcut', 'narrow pad'),
    ('pooled-shortcut', 'mean project bn3'),
    ('pooled-shortcut', 'mean project'),
    ('pooled-shortcut', 'max project bn3'),
    ('pooled-shortcut', 'max project'),
    ('pooled-shortcut', 'project bn3 mean'),
    ('pooled-shortcut', 'mean pad'),
    ('pooled-shortcut', 'max pad'),
]


def relu(value):
    return max(value, 0.0)


# Ways to join a value f of the branch and s of the shortcut.
ENDS = [
    ([], lambda f, s: relu(f + s)),
    (['one-relu-too-many'], lambda f, s: relu(relu(f) + s)),
    (['relu-before-addition'], lambda f, s: relu(f) + s),
    (['no-last-relu'], lambda f, s: f + s),
    (['no-branch'], lambda f, s: relu(s)),
    (['skip-twice'], lambda f, s: relu(f + 2 * s)),
    (['skip-twice'], lambda f, s: relu(f + s) + s),
    (['not-an-addition'], lambda f, s: relu(f * s)),
    (['not-an-addition'], lambda f, s: relu(f - s)),
    (['not-an-addition'], lambda f, s: relu(s - f)),
]

# Ends without a shortcut.
BRANCH_ALONE = [
    (['no-skip'], relu),
    (['no-skip'], lambda f: f),
    (['adds-itself'], lambda f: relu(f + f)),
]


def average(x):
    """Means of squares of 2×2 values."""
    rows = x[:, :, ::2] + x[:, :, 1::2]
    return (rows[:, :, :, ::2] + rows[:, :, :, 1::2]) / 4


OPERATIONS = {
    'relu': lambda x: F.relu(x),
    'narrow': lambda x: x[:, :, ::2, ::2],
    'pad': lambda x: torch.cat([x, torch.zeros(x.shape[0], 2, x.shape[2], x.shape[3])], 1),
    'mean': average,
    'max': lambda x: F.max_pool2d(x, 2),
}


def chain(layers, x, parts):
    """What a chain such as 'conv1 bn1 relu' makes of x; None where a layer is missing or unfit."""
    try:
        for name in layers.split():
            x = OPERATIONS[name](x) if name in OPERATIONS else parts[name](x)
    except Exception:
        return None
    return x


def parts_of(block):
    """The block's convolutions and batch norms by name, else in their order under these names."""
    parts = {}
    for kind, names, last in [
        (nn.Conv2d, ['conv1', 'conv2'], 'project'),
        (nn.BatchNorm2d, ['bn1', 'bn2'], 'bn3'),
    ]:
        found = [(name, m) for name, m in block.named_modules() if isinstance(m, kind)]
        of_branch = [(name, m) for name, m in found if '.' not in name and not small(m)]
        parts.update(zip(names, [m for _, m in of_branch]))
        parts.update((name, m) for name, m in of_branch if name in names)
        others = [m for _, m in found if all(m is not part for part in parts.values())]
        if others:
            parts[last] = others[-1]
    return parts


def small(layer):
    """Whether a layer is a convolution with a 1×1 kernel."""
    return list(layer.weight.shape[2:]) == [1, 1]


_known = []


def known(answer):
    """The mistakes of the formula that computes what the answer computes."""
    if not _known:
        _known.append(compare(answer))
    return _known[0]


def compare(answer):
    block = made(answer)
    x = picture()
    parts = parts_of(block)
    y = sample(block(x.clone()))
    shortcuts = [(id, sample(chain(layers, x, parts))) for id, layers in SHORTCUTS]
    matches = []
    for of_branch, layers in BRANCHES:
        f = sample(chain(layers, x, parts))
        for ids, join in BRANCH_ALONE:
            if agree(map(join, f), y):
                matches.append([of_branch, *ids])
        for of_shortcut, s in shortcuts:
            for ids, join in ENDS:
                if agree(map(join, f, s), y):
                    matches.append([of_branch, of_shortcut, *ids])
    matches = [[id for id in ids if id] for ids in matches]
    # What has the fewest mistakes is the likeliest explanation.
    return min(matches, key=len, default=[])


def sample(values):
    """Some numbers of a tensor of 3 pictures with 6 maps of 3×4; empty for other tensors."""
    fits = torch.is_tensor(values) and list(values.shape) == [3, 6, 3, 4]
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
computes('no-branch')
computes('skip-twice')
computes('adds-itself')
computes('not-an-addition')
computes('no-middle-relu')
computes('relu-before-batchnorm')
computes('batchnorm-left-out')
computes('shared-layer')
computes('one-convolution')
computes('projection-without-batchnorm')
computes('relu-on-shortcut')
computes('padded-shortcut')
computes('pooled-shortcut')


def fails(answer, *arguments):
    """Whether a block made with these arguments raises an exception for an input of even size."""
    block = answer.DownsamplingBlock(*arguments)
    return raised(lambda: block(torch.randn(2, arguments[0], 6, 8))) is not None


def kernels(block, size):
    return [conv for conv in convolutions(block) if list(conv.weight.shape[2:]) == [size, size]]


def steps(conv):
    """How many times lower the maps become: 1 or 2."""
    return 1 if conv(torch.randn(1, conv.weight.shape[1], 16, 16)).shape[2] > 9 else 2


@mistake('identity-not-projected')
def _(answer):
    block = zero_parameters(answer.DownsamplingBlock(4, 4, 1))
    x = torch.randn(2, 4, 6, 8)
    return fails(answer, 4, 6, 2) and alike(block(x.clone()), F.relu(x))


@mistake('projection-without-stride')
def _(answer):
    project = kernels(answer.DownsamplingBlock(4, 6), 1)
    branch = kernels(answer.DownsamplingBlock(4, 6), 3)
    return (
        fails(answer, 4, 6, 2)
        and any(steps(conv) == 1 for conv in project)
        and [steps(conv) for conv in branch] == [2, 1]
    )


@mistake('stride-on-second')
def _(answer):
    return [steps(conv) for conv in kernels(answer.DownsamplingBlock(4, 6), 3)] == [1, 2]


@mistake('stride-on-both')
def _(answer):
    return [steps(conv) for conv in kernels(answer.DownsamplingBlock(4, 6), 3)] == [2, 2]


@mistake('no-stride-in-the-branch')
def _(answer):
    # Of a block that is told its stride: a wrong default is another mistake.
    return [steps(conv) for conv in kernels(answer.DownsamplingBlock(4, 6, 2), 3)] == [1, 1]


@mistake('fixed-stride')
def _(answer):
    block = answer.DownsamplingBlock(4, 6, 1)
    convs = convolutions(block)
    return not fails(answer, 4, 6, 2) and any(steps(conv) == 2 for conv in convs)


@mistake('default-stride')
def _(answer):
    x = torch.randn(2, 4, 6, 8)
    given = answer.DownsamplingBlock(4, 6, 2)(x.clone())
    try:
        default = answer.DownsamplingBlock(4, 6)(x.clone())
    except TypeError:
        return True
    return given.shape[2] == 3 and default.shape[2] == 6


@mistake('projection-kernel')
def _(answer):
    block = answer.DownsamplingBlock(4, 6)
    return len(convolutions(block)) == 3 and len(kernels(block, 1)) == 0


@mistake('projection-padded')
def _(answer):
    project = kernels(answer.DownsamplingBlock(4, 6), 1)
    return any(conv(torch.randn(1, 4, 1, 1)).shape[2] > 1 for conv in project)


@mistake('no-padding')
def _(answer):
    branch = kernels(answer.DownsamplingBlock(4, 6), 3)
    return any(conv.padding in (0, (0, 0)) for conv in branch)


@mistake('channels-in-the-wrong-place')
def _(answer):
    block = answer.DownsamplingBlock(4, 6)
    shapes = [list(conv.weight.shape[:2]) for conv in kernels(block, 3)]
    if shapes == [[4, 6], [4, 4]]:
        # The two arguments have changed places.
        return False
    norms = [layer for layer in block.modules() if isinstance(layer, nn.BatchNorm2d)]
    return (len(shapes) == 2 and shapes != [[6, 4], [6, 6]]) or any(
        norm.num_features == 4 for norm in norms
    )


@mistake('arguments-swapped')
def _(answer):
    shapes = [list(conv.weight.shape[:2]) for conv in kernels(answer.DownsamplingBlock(4, 6), 3)]
    return shapes == [[4, 6], [4, 4]]


@mistake('bias-left-on')
def _(answer):
    convs = convolutions(answer.DownsamplingBlock(4, 6))
    return any(conv.bias is not None for conv in convs)


@mistake('input-written-over')
def _(answer):
    x = picture()
    before = x.clone()
    answer.DownsamplingBlock(4, 6)(x)
    return not torch.equal(x, before)


@mistake('detached-shortcut')
def _(answer):
    block = made(answer)
    zero_parameters(block.bn2)
    gradient = input_gradient(block, picture())
    cut = gradient is None or gradient.abs().sum().item() == 0
    # Where there is no shortcut at all there is nothing to detach.
    return cut and block(picture()).abs().sum().item() > 0


@mistake('batch-statistics-in-evaluation')
def _(answer):
    block = made(answer)
    block(picture())
    block.eval()
    x = picture()
    together = block(x.clone())
    if not alike(together, block(x.clone())) or hidden(block):
        # Layers that PyTorch doesn't know of, or new ones at every call: another mistake.
        return False
    return not alike(block(x[:1].clone()), together[:1])


def hidden(block):
    """Whether the block keeps layers where PyTorch doesn't look."""
    return any(
        isinstance(layer, nn.Module)
        for value in vars(block).values()
        if isinstance(value, (list, tuple))
        for layer in value
    )


@mistake('layers-not-registered')
def _(answer):
    block = answer.DownsamplingBlock(4, 6).eval()
    x = picture()
    y = block(x.clone())
    new_at_every_call = torch.is_tensor(y) and not alike(y, block(x.clone()))
    return hidden(block) or (new_at_every_call and len(convolutions(block)) < 3)


@mistake('other-names')
def _(answer):
    block = made(answer)
    x = picture()
    computes_the_same = alike(block(x.clone()), right(copy_numbers(block, Twin()), x))
    return computes_the_same and not set(NAMES).issubset(block.state_dict())


@mistake('returns-nothing')
def _(answer):
    block = answer.DownsamplingBlock(4, 6)
    return count_parameters(block) > 0 and block(picture()) is None


@mistake('no-super')
def _(answer):
    error = raised(lambda: answer.DownsamplingBlock(4, 6))
    return isinstance(error, AttributeError) and '__init__() call' in str(error)


@mistake('no-forward')
def _(answer):
    block = answer.DownsamplingBlock(4, 6)
    return isinstance(raised(lambda: block(picture())), NotImplementedError)
