"""Judges a ReLU and a batch norm by their numbers, and finds the formula that leads to them.

PyTorch's own BatchNorm2d says what is right.
"""

import itertools

import torch
import torch.nn as nn
import torch.nn.functional as F
from checking import alike, check, count_parameters, expect, mistake, raised, shake_parameters

NAMES = ['weight', 'bias', 'running_mean', 'running_var']
EPSILON = 1e-5


def four():
    """The numbers 1, 3, 5 and 7 as four pictures with one channel and one place."""
    return torch.tensor([1.0, 3.0, 5.0, 7.0]).view(4, 1, 1, 1)


def maps():
    """Maps with 3 channels, whose means and deviations differ; no two axes have one length."""
    deviations = torch.tensor([0.5, 1.0, 2.0]).view(1, 3, 1, 1)
    means = torch.tensor([1.0, -2.0, 0.5]).view(1, 3, 1, 1)
    return torch.randn(2, 3, 4, 5) * deviations + means


def made(answer):
    """A batch norm of the reader's and PyTorch's own, for 3 channels and with the same numbers.

    They differ from channel to channel; the running variances are positive.
    """
    layer = shake_parameters(answer.MyBatchNorm2d(3))
    with torch.no_grad():
        layer.running_mean.copy_(torch.tensor([0.5, -1.0, 2.0]))
        layer.running_var.copy_(torch.tensor([0.25, 1.0, 4.0]))
    twin = nn.BatchNorm2d(3)
    with torch.no_grad():
        for name in NAMES:
            getattr(twin, name).copy_(getattr(layer, name))
    return layer, twin


def by_hand(call):
    """Calls a function while PyTorch's own ReLU and batch norm refuse to work."""

    def refuse(*arguments, **options):
        raise Forbidden()

    kept = [(module, name, getattr(module, name, None)) for module, name in BUILT_IN]
    for module, name, function in kept:
        if function is not None:
            setattr(module, name, refuse)
    try:
        return call()
    finally:
        for module, name, function in kept:
            if function is not None:
                setattr(module, name, function)


class Forbidden(Exception):
    pass


BUILT_IN = [
    (F, 'relu'), (F, 'relu_'), (torch, 'relu'), (torch, 'relu_'),
    (F, 'batch_norm'), (torch, 'batch_norm'), (F, 'instance_norm'), (F, 'layer_norm'),
]  # fmt: skip


def expect_by_hand(call):
    refused = isinstance(raised(lambda: by_hand(call)), Forbidden)
    expect(not refused).is_true("Expected no help from PyTorch's own layer, found a call of it.")


@check('relu', 'MyReLU sets negative values to 0 and leaves the others')
def _(answer):
    x = torch.tensor([[-2.0, -0.5], [0.0, 3.0]])
    expect(answer.MyReLU()(x.clone())).close(
        torch.tensor([[0.0, 0.0], [0.0, 3.0]]), 'the output for [[-2, -0.5], [0, 3]]'
    )
    x = torch.randn(2, 3, 4, 5)
    expect(answer.MyReLU()(x.clone())).close(F.relu(x), 'the output', where=('the input', x))
    expect_by_hand(lambda: answer.MyReLU()(x.clone()))


@check(
    'relu-gradient',
    'The gradient of MyReLU is 1 where the input is positive, else 0',
    after=['relu'],
)
def _(answer):
    x = torch.tensor([-2.0, -0.5, 0.5, 3.0], requires_grad=True)
    y = answer.MyReLU()(x * 1)
    expect(y.requires_grad).is_true('Expected a gradient at the input, found none.')
    y.sum().backward()
    expect(x.grad).close(torch.tensor([0.0, 0.0, 1.0, 1.0]), 'the derivative at [-2, -0.5, 0.5, 3]')


@check('relu-input', 'MyReLU leaves its input as it was', after=['relu'])
def _(answer):
    expect(keeps(answer.MyReLU(), torch.randn(4, 5))).is_true(
        'After the call, the input holds other numbers than before.'
    )


def keeps(module, x):
    before = x.clone()
    module(x)
    return torch.equal(x, before)


@check('names', 'The parameters are weight and bias, the buffers running_mean and running_var')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    parameters = [name for name, _ in layer.named_parameters()]
    buffers = [name for name, _ in layer.named_buffers() if name != 'num_batches_tracked']
    expect(sorted(parameters)).equals(['bias', 'weight'], 'the names of the parameters')
    expect(sorted(buffers)).equals(['running_mean', 'running_var'], 'the names of the buffers')
    for name, tensor in layer.state_dict().items():
        if name in NAMES:
            expect(tensor).has_shape([3], name)


@check(
    'start',
    'Scale and running variance start at 1, offset and running mean at 0',
    after=['names'],
)
def _(answer):
    numbers = answer.MyBatchNorm2d(3).state_dict()
    for name, start in [('weight', 1), ('bias', 0), ('running_mean', 0), ('running_var', 1)]:
        expect(numbers[name]).close(torch.zeros(3) + start, name)


@check('parameters', 'With 64 channels it has 128 parameters')
def _(answer):
    layer = answer.MyBatchNorm2d(64)
    expect(count_parameters(layer)).equals(128, 'the number of parameters')


@check(
    'four-numbers',
    'With scale 2 and offset 10, it turns 1, 3, 5, 7 into 7.32, 9.11, 10.89, 12.68',
    after=['names'],
)
def _(answer):
    layer = answer.MyBatchNorm2d(1)
    with torch.no_grad():
        layer.weight.fill_(2.0)
        layer.bias.fill_(10.0)
    expect(layer(four())).has_shape([4, 1, 1, 1], 'the output')
    expect(layer(four()).reshape(-1)).close(
        torch.tensor([7.31672, 9.10557, 10.89443, 12.68328]), 'the output for 1, 3, 5 and 7'
    )


@check(
    'training',
    'In training mode each channel is normalised over pictures and places',
    after=['names'],
)
def _(answer):
    layer, twin = made(answer)
    x = maps()
    expect(layer(x.clone())).close(twin(x), 'the output')
    expect_by_hand(lambda: layer(x.clone()))


@check('epsilon', 'Under the root 0.00001 is added to the variance', after=['training'])
def _(answer):
    layer, twin = made(answer)
    x = 0.002 * maps()
    expect(layer(x.clone())).close(twin(x), 'the output for an input of small variance')


@check(
    'running-mean',
    'Each training step moves the running mean a tenth of the way',
    after=['names'],
)
def _(answer):
    layer = answer.MyBatchNorm2d(1)
    layer(four())
    expect(layer.running_mean).close([0.4], 'running_mean after one step with 1, 3, 5 and 7')
    for _ in range(9):
        layer(four())
    expect(layer.running_mean).close([2.605286], 'running_mean after ten steps')


@check('running-variance', 'The running variance moves to the unbiased variance', after=['names'])
def _(answer):
    layer = answer.MyBatchNorm2d(1)
    layer(four())
    expect(layer.running_var).close([1.566667], 'running_var after one step with 1, 3, 5 and 7')
    for _ in range(9):
        layer(four())
    expect(layer.running_var).close([4.690822], 'running_var after ten steps')
    layer, twin = made(answer)
    x = maps()
    layer(x.clone())
    twin(x)
    expect(layer.running_var).close(twin.running_var, 'running_var after a batch of [2, 3, 4, 5]')


@check('evaluation', 'In evaluation mode it uses the running averages', after=['names'])
def _(answer):
    layer, twin = made(answer)
    layer.eval()
    twin.eval()
    x = maps()
    y = layer(x.clone())
    expect(y).close(twin(x), 'the output')
    expect(layer(x[:1].clone())).close(y[:1], 'the output for the first picture alone')


@check('evaluation-still', 'Evaluation leaves the running averages alone', after=['names'])
def _(answer):
    layer, twin = made(answer)
    layer.eval()
    layer(maps())
    expect(layer.running_mean).close(twin.running_mean, 'running_mean after evaluation')
    expect(layer.running_var).close(twin.running_var, 'running_var after evaluation')


@check('gradient', "The gradients agree with those of PyTorch's layer", after=['training'])
def _(answer):
    layer, twin = made(answer)
    x = maps()
    upstream = torch.randn(2, 3, 4, 5)
    found = input_gradient(layer, x, upstream)
    expect(found is not None).is_true('Expected a gradient at the input, found none.')
    expect(found).close(input_gradient(twin, x, upstream), 'the gradient at the input')
    for name in ['weight', 'bias']:
        gradient = getattr(layer, name).grad
        expect(gradient is not None).is_true(f'Expected a gradient at {name}, found none.')
        expect(gradient).close(getattr(twin, name).grad, f'the gradient at {name}')


def input_gradient(layer, x, upstream):
    """The gradient at the input for one at the output; None where none arrives."""
    leaf = x.clone()
    leaf.requires_grad_()
    # Times 1, since a layer that works in place may not do so on a leaf.
    y = layer(leaf * 1)
    if y.requires_grad:
        (y * upstream).sum().backward()
    return leaf.grad


@check('no-graph', 'The running averages carry no gradient', after=['names'])
def _(answer):
    layer, _ = made(answer)
    x = maps()
    x.requires_grad_()
    layer(x * 1)
    for name in ['running_mean', 'running_var']:
        expect(not getattr(layer, name).requires_grad).is_true(
            f'Expected {name} to be plain numbers, found that it remembers how they were computed.'
        )


@check('input', 'MyBatchNorm2d leaves its input as it was', after=['names'])
def _(answer):
    layer, _ = made(answer)
    expect(keeps(layer, maps())).is_true(
        'After the call, the input holds other numbers than before.'
    )


# Known mistakes of the ReLU: which function has the same values?


def relu_like(answer, function):
    x = torch.randn(3, 4)
    return alike(answer.MyReLU()(x.clone()), function(x))


mistake('relu-absolute')(lambda answer: relu_like(answer, torch.abs))
mistake('relu-step')(lambda answer: relu_like(answer, lambda x: (x > 0).float()))
mistake('relu-does-nothing')(lambda answer: relu_like(answer, lambda x: x))
mistake('relu-capped')(lambda answer: relu_like(answer, lambda x: F.relu(x).clamp(max=1)))


@mistake('relu-keeps-the-negative')
def _(answer):
    return relu_like(answer, lambda x: -F.relu(-x)) or relu_like(answer, lambda x: F.relu(-x))


@mistake('relu-leaky')
def _(answer):
    x = torch.tensor([-2.0, -1.0, 1.0, 2.0])
    y = answer.MyReLU()(x.clone())
    straight = alike(y[2:], x[2:]) and alike(y[:1], 2 * y[1:2])
    return straight and -0.9 < y[1].item() < -0.001


@mistake('relu-changes-the-shape')
def _(answer):
    y = answer.MyReLU()(torch.randn(3, 4))
    return y is not None and (not torch.is_tensor(y) or list(y.shape) != [3, 4])


@mistake('relu-asks-a-tensor')
def _(answer):
    error = raised(lambda: answer.MyReLU()(torch.randn(3, 4)))
    return isinstance(error, RuntimeError) and 'Boolean value' in str(error)


@mistake('relu-without-gradient')
def _(answer):
    x = torch.randn(3, 4, requires_grad=True)
    y = answer.MyReLU()(x * 1)
    return alike(y, F.relu(x)) and not y.requires_grad


@mistake('input-written-over')
def _(answer):
    x = torch.randn(3, 4)
    # A ReLU that changes nothing at all leaves its input alone.
    relu_writes = not keeps(answer.MyReLU(), x)
    return relu_writes or not keeps(made(answer)[0], maps())


@mistake('uses-the-layer')
def _(answer):
    def calls():
        answer.MyReLU()(torch.randn(3, 4))
        answer.MyBatchNorm2d(3)(maps())

    return isinstance(raised(lambda: by_hand(calls)), Forbidden)


# Known mistakes of the batch norm: which formula leads to the same numbers?

AXES = [
    ([], (0, 2, 3)),
    (['statistics-of-each-picture'], (2, 3)),
    (['statistics-of-each-picture'], (1, 2, 3)),
    (['statistics-of-each-place'], (0,)),
    (['statistics-of-each-place'], (1,)),
    (['statistics-of-each-place'], (0, 1)),
    (['statistics-of-all-channels'], (0, 1, 2, 3)),
    (['some-axes-left-out'], (0, 2)),
    (['some-axes-left-out'], (0, 3)),
]

VARIANCES = [([], False), (['unbiased-in-the-formula'], True)]

CENTRES = [
    ([], lambda x, mean: x - mean),
    (['mean-not-subtracted'], lambda x, mean: x),
    (['mean-not-subtracted'], lambda x, mean: x + mean),
]

DIVISORS = [
    ([], lambda variance: (variance + EPSILON).sqrt()),
    (['epsilon-outside-the-root'], lambda variance: variance.sqrt() + EPSILON),
    (['epsilon-left-out'], lambda variance: variance.sqrt()),
    (['root-left-out'], lambda variance: variance + EPSILON),
    (['root-left-out', 'epsilon-left-out'], lambda variance: variance),
]

AFFINE = [
    ([], lambda z, scale, offset: scale * z + offset),
    (['scale-or-offset-left-out'], lambda z, scale, offset: z + offset),
    (['scale-or-offset-left-out'], lambda z, scale, offset: scale * z),
    (['scale-or-offset-left-out'], lambda z, scale, offset: z),
    (['offset-scaled-too'], lambda z, scale, offset: scale * (z + offset)),
    (['scale-and-offset-swapped'], lambda z, scale, offset: offset * z + scale),
]

_known = []


def known(answer):
    """The mistakes of the formula that computes what the answer computes in training mode."""
    if not _known:
        _known.append(compare(answer))
    return _known[0]


def compare(answer):
    layer, _ = made(answer)
    # The second input tells where the epsilon is.
    inputs = [maps(), 0.002 * maps()]
    outputs = [layer(x.clone()) for x in inputs]
    scale, offset = layer.weight.view(1, 3, 1, 1), layer.bias.view(1, 3, 1, 1)

    def value(x, axes, unbiased, centre, divisor, affine):
        z = centre(x, x.mean(axes, keepdim=True))
        variance = x.var(axes, unbiased=unbiased, keepdim=True)
        return affine(z / divisor(variance), scale, offset)

    formulas = []
    for parts in itertools.product(AXES, VARIANCES, CENTRES, DIVISORS, AFFINE):
        ids = [id for part in parts for id in part[0]]
        if len(ids) <= 2:
            formulas.append((ids, [part[1] for part in parts]))
    # What has the fewest mistakes is the likeliest explanation.
    for ids, parts in sorted(formulas, key=lambda formula: len(formula[0])):
        if all(alike(y, value(x, *parts)) for x, y in zip(inputs, outputs)):
            return ids
    return []


def computes(id):
    mistake(id)(lambda answer: id in known(answer))


computes('statistics-of-each-picture')
computes('statistics-of-each-place')
computes('statistics-of-all-channels')
computes('some-axes-left-out')
computes('mean-not-subtracted')
computes('epsilon-outside-the-root')
computes('epsilon-left-out')
computes('root-left-out')
computes('scale-or-offset-left-out')
computes('offset-scaled-too')
computes('scale-and-offset-swapped')
computes('unbiased-in-the-formula')


def after_one_step(answer):
    """(running mean, running variance) after one step with 1, 3, 5 and 7, from 0 and 1."""
    layer = answer.MyBatchNorm2d(1)
    with torch.no_grad():
        layer.running_mean.copy_(torch.tensor([0.0]))
        layer.running_var.copy_(torch.tensor([1.0]))
    layer(four())
    return layer.running_mean.item(), layer.running_var.item()


def near(a, *values):
    return any(abs(a - value) < 1e-4 for value in values)


# Of the batch: the mean is 4, the variance 5, or 20/3 if it is the unbiased one.
UNBIASED = 20 / 3


@mistake('momentum-reversed')
def _(answer):
    mean, variance = after_one_step(answer)
    return near(mean, 3.6) or near(variance, 0.1 + 0.9 * 5, 0.1 + 0.9 * UNBIASED)


@mistake('averages-overwritten')
def _(answer):
    mean, variance = after_one_step(answer)
    return near(mean, 4) or near(variance, 5, UNBIASED)


@mistake('averages-never-updated')
def _(answer):
    mean, variance = after_one_step(answer)
    # Where the modes are swapped they are updated in the other one.
    return (near(mean, 0) or near(variance, 1)) and not moves_in_evaluation(answer)


@mistake('averages-only-grow')
def _(answer):
    mean, variance = after_one_step(answer)
    return near(variance, 1 + 0.1 * 5, 1 + 0.1 * UNBIASED)


@mistake('biased-running-variance')
def _(answer):
    _, variance = after_one_step(answer)
    return near(variance, 0.9 + 0.1 * 5, 0.1 + 0.9 * 5, 5)


@mistake('deviation-for-variance')
def _(answer):
    _, variance = after_one_step(answer)
    return near(variance, 0.9 + 0.1 * 5**0.5, 0.9 + 0.1 * UNBIASED**0.5)


@mistake('values-counted-wrongly')
def _(answer):
    layer, _ = made(answer)
    x = maps()
    before = layer.running_var.clone()
    layer(x.clone())
    biased = x.var((0, 2, 3), unbiased=False)
    # Of 40 values in a channel, someone counts the pictures, places, rows or all values instead.
    return any(
        alike(layer.running_var, 0.9 * before + 0.1 * biased * m / (m - 1))
        for m in [2, 20, 8, 10, 120]
    )


def in_both_modes(answer):
    """(whether evaluation uses the batch's statistics, whether training uses the averages)."""
    layer, twin = made(answer)
    x = maps()
    training = layer(x.clone())
    layer.load_state_dict(twin.state_dict(), strict=False)
    layer.eval()
    evaluation, alone = layer(x.clone()), layer(x[:1].clone())
    twin.eval()
    by_averages = twin(x)
    twin.train()
    twin(x)
    twin.eval()
    by_new_averages = twin(x)
    batch_decides = not alike(evaluation[:1], alone)
    return batch_decides, alike(training, by_averages) or alike(training, by_new_averages)


@mistake('modes-swapped')
def _(answer):
    return in_both_modes(answer) == (True, True)


@mistake('batch-statistics-in-evaluation')
def _(answer):
    return in_both_modes(answer) == (True, False) and not moves_in_evaluation(answer)


@mistake('averages-in-training')
def _(answer):
    return in_both_modes(answer) == (False, True)


@mistake('averages-updated-in-evaluation')
def _(answer):
    return moves_in_evaluation(answer) and in_both_modes(answer) != (True, True)


def moves_in_evaluation(answer):
    layer, twin = made(answer)
    layer.eval()
    layer(maps())
    return not (
        alike(layer.running_mean, twin.running_mean) and alike(layer.running_var, twin.running_var)
    )


def names_of(tensors):
    return [name for name, _ in tensors]


@mistake('averages-are-parameters')
def _(answer):
    return 'running_mean' in names_of(answer.MyBatchNorm2d(3).named_parameters())


@mistake('averages-not-registered')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    return torch.is_tensor(layer.running_mean) and 'running_mean' not in layer.state_dict()


@mistake('scale-not-a-parameter')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    parameters = names_of(layer.named_parameters())
    return any(
        torch.is_tensor(getattr(layer, name)) and name not in parameters
        for name in ['weight', 'bias']
    )


@mistake('other-names')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    names = names_of(layer.named_parameters()) + names_of(layer.named_buffers())
    return len(names) == 4 and sorted(names) != sorted(NAMES) and not any(
        hasattr(layer, name) and name not in names for name in NAMES
    )


@mistake('wrong-start')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    ones, zeros = torch.ones(3), torch.zeros(3)
    starts = [(layer.weight, ones), (layer.bias, zeros)]
    starts += [(layer.running_mean, zeros), (layer.running_var, ones)]
    return any(list(found.shape) == [3] and not alike(found, start) for found, start in starts)


@mistake('averages-keep-the-graph')
def _(answer):
    layer, _ = made(answer)
    x = maps()
    x.requires_grad_()
    layer(x * 1)
    kept = layer.running_mean.requires_grad or layer.running_var.requires_grad
    return kept and not any('running' in name for name in names_of(layer.named_parameters()))


@mistake('statistics-detached')
def _(answer):
    layer, twin = made(answer)
    x = maps()
    upstream = torch.randn(2, 3, 4, 5)
    if not alike(layer(x.clone()), twin(x)):
        return False
    return not alike(input_gradient(layer, x, upstream), input_gradient(twin, x, upstream))


@mistake('channels-on-the-last-axis')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    fits = raised(lambda: layer(torch.randn(2, 3, 5, 3))) is None
    return fits and isinstance(raised(lambda: layer(torch.randn(2, 3, 3, 5))), RuntimeError)


@mistake('fixed-channels')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    works = answer.MyBatchNorm2d(64)(torch.randn(2, 64, 4, 5)) is not None
    return works and isinstance(raised(lambda: layer(maps())), RuntimeError)


@mistake('returns-nothing')
def _(answer):
    layer = answer.MyBatchNorm2d(3)
    # Not of the starter, which has no parameters yet.
    return count_parameters(layer) > 0 and (
        layer(maps()) is None or answer.MyReLU()(torch.zeros(2)) is None
    )


@mistake('no-super')
def _(answer):
    error = raised(lambda: answer.MyBatchNorm2d(3))
    return isinstance(error, AttributeError) and '__init__() call' in str(error)


@mistake('no-forward')
def _(answer):
    relu = raised(lambda: answer.MyReLU()(torch.zeros(2)))
    norm = raised(lambda: answer.MyBatchNorm2d(3)(maps()))
    return isinstance(relu, NotImplementedError) or isinstance(norm, NotImplementedError)
