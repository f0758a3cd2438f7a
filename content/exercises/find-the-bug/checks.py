"""Judges whether a block's shortcut passes on everything, and its branch is what it was."""

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
    shake_parameters,
    zero_parameters,
)


kept = {}


def once(name, make):
    """What this makes, made once for all checks and mistakes of a report."""
    if name not in kept:
        kept[name] = make()
    return kept[name]


MEANT = 'relu conv1 bn1 relu conv2 bn2'


class Reference(nn.Module):
    """The block as it was meant, and others with the same layers."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(4)

    def branch(self, x, order=MEANT, activation=F.relu):
        for operation in order.split():
            x = activation(x) if operation == 'relu' else getattr(self, operation)(x)
        return x

    def forward(self, x):
        return x + self.branch(x)


def maps():
    return torch.randn(2, 4, 6, 6)


def shaken(answer):
    return shake_parameters(answer.Block(4))


MODES = ('training', 'evaluation')


def changes_its_input(block):
    x = maps()
    before = x.clone()
    block(x)
    return not torch.equal(x, before)


def lost_by(block):
    """How many of 288 values come out changed when the branch outputs 0."""
    x = maps()
    before = x.clone()
    return ((block(x) - before).abs() > 1e-6).sum().item()


def overwrites(answer):
    """Whether a call changes the caller's x, in either mode."""

    def ask():
        block = shaken(answer)
        return any(changes_its_input(block.train(mode == 'training')) for mode in MODES)

    return once('overwrites', ask)


def loses(answer):
    """Whether values of the input are lost on the shortcut, in either mode."""

    def ask():
        block = zero_parameters(answer.Block(4))
        return any(lost_by(block.train(mode == 'training')) > 0 for mode in MODES)

    return once('loses', ask)


@check('shape', 'The output has the shape of the input')
def _(answer):
    expect(answer.Block(4)(maps())).has_shape([2, 4, 6, 6], 'the output')


@check('parameters', 'With 4 channels it still has 304 parameters', after=['shape'])
def _(answer):
    expect(count_parameters(answer.Block(4))).equals(304, 'the number of parameters of Block(4)')


@check('input', 'It leaves the caller’s x as it was', after=['shape'])
def _(answer):
    block = shaken(answer)
    for mode in MODES:
        block.train(mode == 'training')
        expect(not changes_its_input(block)).is_true(
            f'After a call in {mode} mode, x holds other numbers than before.'
        )


@check('shortcut', 'With all parameters at 0 it passes on all of its input, negative values too', after=['shape'])
def _(answer):
    block = zero_parameters(answer.Block(4))
    for mode in MODES:
        lost = lost_by(block.train(mode == 'training'))
        expect(lost == 0).is_true(
            f'With every parameter at 0, {lost:,} of 288 values came out changed in {mode} mode.'
        )


@check('gradient', 'With all parameters at 0 it passes on all of the gradient', after=['shape', 'input'])
def _(answer):
    block = zero_parameters(answer.Block(4))
    x = maps().requires_grad_()
    upstream = maps()
    block(x).backward(upstream)
    expect(x.grad is not None).is_true('No gradient reaches the input.')
    expect(x.grad).close(upstream, 'the gradient with respect to x')


@check('branch', 'What it adds is still ReLU, convolution, batch norm, twice', after=['parameters', 'input'])
def _(answer):
    block = shaken(answer)
    meant = copy_numbers(block, Reference())
    for training in (True, False):
        x = maps()
        found = block.train(training)(x) - x
        difference = (found - meant.train(training).branch(x)).abs().max().item()
        expect(difference < 1e-4).is_true(
            'What the block adds to x is not ReLU, convolution, batch norm, twice: '
            f'it differs by up to {difference:.2f}.'
        )


@check('branch-gradient', 'A gradient passes through what it adds, too', after=['branch'])
def _(answer):
    block = shaken(answer)
    meant = copy_numbers(block, Reference())
    x, upstream = maps(), maps()
    gradients = []
    for each in (block, meant):
        leaf = x.clone().requires_grad_()
        each(leaf).backward(upstream)
        gradients.append(leaf.grad)
    expect(gradients[0]).close(gradients[1], 'the gradient with respect to x', within=1e-3)


@check(
    'copies',
    'Three blocks learn to copy their input in 40 steps',
    # A block that loses values cannot learn it, and trying takes a while.
    after=['parameters', 'shortcut', 'gradient'],
)
def _(answer):
    model = nn.Sequential(answer.Block(4), answer.Block(4), answer.Block(4))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    losses = []
    for _ in range(40):
        inputs = torch.randn(4, 4, 6, 6)
        targets = inputs.clone()
        loss = ((model(inputs) - targets) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    last = sum(losses[-10:]) / 10
    expect(last < 0.15).is_true(f'The mean loss of the last ten steps is still {last:.2f}.')


def behaves_like(answer, order, shortcut=lambda x: x, ending=lambda y: y, activation=F.relu):
    """Whether the block is this branch, this shortcut and this after the addition."""

    def ask():
        block = shaken(answer)
        reference = copy_numbers(block, Reference())
        x = maps()
        return reference, x, block(x.clone()).detach()

    reference, x, y = once('sample', ask)
    with torch.no_grad():
        return alike(y, ending(shortcut(x) + reference.branch(x, order, activation)))


@mistake('still-in-place')
def _(answer):
    return overwrites(answer) and loses(answer)


@mistake('input-still-overwritten')
def _(answer):
    return overwrites(answer) and not loses(answer)


@mistake('shortcut-rectified')
def _(answer):
    return not overwrites(answer) and behaves_like(answer, MEANT, shortcut=F.relu)


@mistake('relu-after-addition')
def _(answer):
    return behaves_like(answer, MEANT, ending=F.relu)


@mistake('no-shortcut')
def _(answer):
    return behaves_like(answer, MEANT, shortcut=lambda x: 0)


@mistake('relu-removed')
def _(answer):
    orders = ['conv1 bn1 relu conv2 bn2', 'relu conv1 bn1 conv2 bn2', 'conv1 bn1 conv2 bn2']
    return any(behaves_like(answer, order) for order in orders)


@mistake('another-block')
def _(answer):
    orders = [
        'bn1 relu conv1 bn2 relu conv2',
        'conv1 bn1 relu conv2 bn2 relu',
        'relu bn1 conv1 relu bn2 conv2',
    ]
    original = behaves_like(answer, 'conv1 bn1 relu conv2 bn2', ending=F.relu)
    return original or any(behaves_like(answer, order) for order in orders)


@mistake('shortcut-detached')
def _(answer):
    block = zero_parameters(answer.Block(4))
    x = maps().requires_grad_()
    y = block(x)
    y.backward(maps())
    return alike(y, x) and (x.grad is None or x.grad.abs().max().item() == 0)


@mistake('branch-detached')
def _(answer):
    if overwrites(answer) or loses(answer) or not behaves_like(answer, MEANT):
        return False
    block = shaken(answer)
    x = maps().requires_grad_()
    upstream = maps()
    block(x).backward(upstream)
    return alike(x.grad, upstream)


@mistake('another-activation')
def _(answer):
    others = [torch.abs, torch.sigmoid, torch.tanh]
    others += [lambda x, slope=slope: F.leaky_relu(x, slope) for slope in (0.01, 0.1, 0.2)]
    both = any(behaves_like(answer, MEANT, activation=other) for other in others)
    return both or any(first_behaves_like(answer, other) for other in others)


def first_behaves_like(answer, activation):
    """Whether the first activation is another, and the second is a ReLU."""
    calls = []

    def first_is_other(x):
        calls.append(x)
        return activation(x) if len(calls) == 1 else F.relu(x)

    return behaves_like(answer, MEANT, activation=first_is_other)


@mistake('shortcut-scaled')
def _(answer):
    factors = (0.1, 0.5, 2)
    return any(
        behaves_like(answer, MEANT, shortcut=lambda x, factor=factor: factor * x)
        for factor in factors
    )


@mistake('layer-on-shortcut')
def _(answer):
    more = count_parameters(answer.Block(4)) > 304
    return more and not changes_its_input(shaken(answer)) and loses(answer)


@mistake('batch-norms-removed')
def _(answer):
    return count_parameters(answer.Block(4)) == 288 and not overwrites(answer)


@mistake('branch-removed')
def _(answer):
    block = shaken(answer)
    x = maps()
    return torch.equal(block(x.clone()), x)
