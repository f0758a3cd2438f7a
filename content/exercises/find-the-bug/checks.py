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


class Reference(nn.Module):
    """The block as it was meant, or with another branch; shortcut and ending can be wrong, too."""

    def __init__(self, order, shortcut=lambda x: x, ending=lambda y: y, activation=F.relu):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 4, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(4)
        self.order = order
        self.shortcut = shortcut
        self.ending = ending
        self.activation = activation

    def branch(self, x):
        for operation in self.order.split():
            x = self.activation(x) if operation == 'relu' else getattr(self, operation)(x)
        return x

    def forward(self, x):
        return self.ending(self.shortcut(x) + self.branch(x))


MEANT = 'relu conv1 bn1 relu conv2 bn2'


def maps():
    return torch.randn(4, 4, 8, 8)


def shaken(answer):
    return shake_parameters(answer.Block(4))


MODES = ('training', 'evaluation')


def changes_its_input(block):
    x = maps()
    before = x.clone()
    block(x)
    return not torch.equal(x, before)


def lost_by(block):
    """How many of 1,024 values come out changed when the branch outputs 0."""
    x = maps()
    before = x.clone()
    return ((block(x) - before).abs() > 1e-6).sum().item()


def overwrites(answer):
    """Whether a call changes the caller's x, in either mode."""
    block = shaken(answer)
    return any(changes_its_input(block.train(mode == 'training')) for mode in MODES)


def loses(answer):
    """Whether values of the input are lost on the shortcut, in either mode."""
    block = zero_parameters(answer.Block(4))
    return any(lost_by(block.train(mode == 'training')) > 0 for mode in MODES)


@check('shape', 'The output has the shape of the input')
def _(answer):
    expect(answer.Block(4)(maps())).has_shape([4, 4, 8, 8], 'the output')


@check('parameters', 'The block learns what it learnt before, and nothing more', after=['shape'])
def _(answer):
    expect(count_parameters(answer.Block(4))).equals(304, 'the number of parameters of Block(4)')


@check('input', 'The block leaves its input as it was', after=['shape'])
def _(answer):
    block = shaken(answer)
    for mode in MODES:
        block.train(mode == 'training')
        expect(not changes_its_input(block)).is_true(
            f'After a call in {mode} mode, x holds other numbers than before.'
        )


@check('shortcut', 'A silent branch leaves all of the input, negative values too', after=['shape'])
def _(answer):
    block = zero_parameters(answer.Block(4))
    for mode in MODES:
        lost = lost_by(block.train(mode == 'training'))
        expect(lost == 0).is_true(
            f'With every parameter at 0, {lost:,} of 1,024 values came out changed in {mode} mode.'
        )


@check('gradient', 'A silent branch leaves all of the gradient', after=['shape', 'input'])
def _(answer):
    block = zero_parameters(answer.Block(4))
    x = maps().requires_grad_()
    upstream = maps()
    block(x).backward(upstream)
    expect(x.grad is not None).is_true('No gradient reaches the input.')
    expect(x.grad).close(upstream, 'the gradient with respect to x')


@check('branch', 'The branch still computes what it was meant to', after=['parameters', 'input'])
def _(answer):
    block = shaken(answer)
    meant = copy_numbers(block, Reference(MEANT))
    for training in (True, False):
        x = maps()
        found = block.train(training)(x) - x
        difference = (found - meant.train(training).branch(x)).abs().max().item()
        expect(difference < 1e-4).is_true(
            'What the block adds to x is not ReLU, convolution, batch norm, twice: '
            f'it differs by up to {difference:.2f}.'
        )


@check('branch-gradient', 'A gradient passes through the branch, too', after=['branch'])
def _(answer):
    block = shaken(answer)
    meant = copy_numbers(block, Reference(MEANT))
    x, upstream = maps(), maps()
    gradients = []
    for each in (block, meant):
        leaf = x.clone().requires_grad_()
        each(leaf).backward(upstream)
        gradients.append(leaf.grad)
    expect(gradients[0]).close(gradients[1], 'the gradient with respect to x', within=1e-3)


@check('copies', 'Three blocks learn to copy their input in 60 steps', after=['shape'])
def _(answer):
    model = nn.Sequential(answer.Block(4), answer.Block(4), answer.Block(4))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    losses = []
    for _ in range(60):
        inputs = torch.randn(8, 4, 8, 8)
        targets = inputs.clone()
        loss = ((model(inputs) - targets) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    last = sum(losses[-10:]) / 10
    expect(last < 0.1).is_true(
        f'The mean loss of the last ten steps is {last:.2f}; it can fall below 0.01.'
    )


def behaves_like(answer, order, **rest):
    block = shaken(answer)
    reference = copy_numbers(block, Reference(order, **rest))
    x = maps()
    expected = reference(x)
    return alike(block(x), expected)


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
