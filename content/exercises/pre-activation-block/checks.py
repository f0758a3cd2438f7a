"""Judges a pre-activation block by what it computes, whatever its layers are called."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from checking import alike, check, count_parameters, expect, mistake, raised, zero_parameters


kept = {}


def once(name, make):
    """What this makes, made once for all checks and mistakes of a report."""
    if name not in kept:
        kept[name] = make()
    return kept[name]


def layers(block):
    """The convolutions and the batch norms of a block with 8 channels, in the order of its calls."""
    called = []
    hooks = [
        module.register_forward_hook(lambda module, inputs, output: called.append(module))
        for module in block.modules()
        if isinstance(module, (nn.Conv2d, nn.BatchNorm2d))
    ]
    try:
        block(torch.randn(2, 8, 6, 6))
    finally:
        for hook in hooks:
            hook.remove()
    # A layer called through .forward is not seen by hooks.
    called = called or list(block.modules())
    convs = [module for module in called if isinstance(module, nn.Conv2d)]
    norms = [module for module in called if isinstance(module, nn.BatchNorm2d)]
    return convs, norms


def unlike(module):
    """Gives scales, offsets and running statistics values that differ from layer to layer."""
    with torch.no_grad():
        for part in module.modules():
            if isinstance(part, nn.BatchNorm2d):
                part.weight.uniform_(0.5, 1.5)
                part.bias.uniform_(-0.5, 0.5)
                if part.running_mean is not None:
                    part.running_mean.uniform_(-0.5, 0.5)
                    part.running_var.uniform_(0.5, 2.0)


def made(answer):
    """A block whose numbers are all different, with its convolutions and batch norms."""
    block = answer.PreActivationBlock(8)
    unlike(block)
    convs, norms = layers(block)
    # Looking at the order of the calls has moved the running statistics.
    unlike(block)
    return block, convs, norms


def branch(order, x, convs, norms, training):
    """What a branch of these operations, such as 'bn relu conv', makes of x."""
    convs, norms = iter(convs), iter(norms)
    for operation in order.split():
        if operation == 'relu':
            x = F.relu(x)
        elif operation == 'conv':
            conv = next(convs)
            x = F.conv2d(x, conv.weight, conv.bias, padding=1)
        else:
            norm = next(norms)
            mean, variance = None, None
            if not training:
                mean, variance = norm.running_mean, norm.running_var
            x = F.batch_norm(x, mean, variance, norm.weight, norm.bias, training, 0.1, norm.eps)
    return x


PRE_ACTIVATION = 'bn relu conv bn relu conv'
POST_ACTIVATION = 'conv bn relu conv bn'


@check('shape', 'The output has the shape of the input')
def _(answer):
    for shape in [(2, 8, 6, 6), (3, 5, 7, 4)]:
        y = answer.PreActivationBlock(shape[1])(torch.randn(*shape))
        expect(y).has_shape(shape, 'the output')


@check('layers', 'Two convolutions and two batch norms do the work', after=['shape'])
def _(answer):
    convs, norms = layers(answer.PreActivationBlock(8))
    expect(len({id(conv) for conv in convs})).equals(2, 'the number of convolutions called')
    expect(len({id(norm) for norm in norms})).equals(2, 'the number of batch norms called')
    expect(len(convs) + len(norms)).equals(4, 'the number of calls')


@check('parameters', 'With 8 channels it has 1,184 parameters', after=['shape'])
def _(answer):
    block = answer.PreActivationBlock(8)
    expect(count_parameters(block)).equals(1184, 'the number of parameters')


@check('input', 'The input is left as it was', after=['shape'])
def _(answer):
    x = torch.randn(2, 8, 6, 6)
    before = x.clone()
    answer.PreActivationBlock(8)(x)
    expect(torch.equal(x, before)).is_true('After the call, x holds other numbers than before.')


@check(
    'identity',
    'With the last convolution at zero the block is the identity, negative values included',
    after=['layers', 'input'],
)
def _(answer):
    block, convs, _ = made(answer)
    zero_parameters(convs[-1])
    x = torch.randn(2, 8, 6, 6)
    y = block(x)
    cut = torch.equal(y, F.relu(x))
    expect(not cut).is_true('Negative values of the input came out as 0.')
    difference = (y - x).abs().max().item()
    expect(torch.equal(y, x)).is_true(
        f'The output differs from the input by up to {difference:.2f}.'
    )


@check(
    'order',
    'The branch is batch norm, ReLU, convolution, and the same again',
    after=['layers', 'input'],
)
def _(answer):
    block, convs, norms = made(answer)
    x = torch.randn(2, 8, 6, 6)
    expected = branch(PRE_ACTIVATION, x, convs, norms, True)
    found = block(x) - x
    difference = (found - expected).abs().max().item()
    expect(difference < 1e-4).is_true(
        f'What the block adds to x differs from that by up to {difference:.2f}.'
    )


@check(
    'evaluation', 'In evaluation mode the batch norms use their running statistics', after=['order']
)
def _(answer):
    block, convs, norms = made(answer)
    block.eval()
    x = torch.randn(2, 8, 6, 6)
    kept = all(norm.running_mean is not None for norm in norms)
    expect(kept).is_true('A batch norm keeps no running statistics.')
    expected = x + branch(PRE_ACTIVATION, x, convs, norms, False)
    expect(alike(block(x), expected)).is_true('The output is not what they lead to.')


@check(
    'gradient',
    'With the last convolution at zero the gradient passes unchanged',
    after=['layers', 'input'],
)
def _(answer):
    block, convs, _ = made(answer)
    zero_parameters(convs[-1])
    x = torch.randn(2, 8, 6, 6, requires_grad=True)
    upstream = torch.randn(2, 8, 6, 6)
    block(x).backward(upstream)
    expect(x.grad is not None).is_true('No gradient reaches the input.')
    difference = (x.grad - upstream).abs().max().item()
    expect(difference < 1e-5).is_true(
        f'The gradients with respect to x and to the output differ by up to {difference:.2f}.'
    )


@check('branch-gradient', 'A gradient passes through the branch, too', after=['order'])
def _(answer):
    block, convs, norms = made(answer)
    x = torch.randn(2, 8, 6, 6)
    upstream = torch.randn(2, 8, 6, 6)
    found, expected = x.clone().requires_grad_(), x.clone().requires_grad_()
    block(found).backward(upstream)
    (expected + branch(PRE_ACTIVATION, expected, convs, norms, True)).backward(upstream)
    expect(found.grad).close(expected.grad, 'the gradient with respect to x', within=1e-3)


@check('learns', 'A gradient reaches every parameter', after=['layers', 'input'])
def _(answer):
    block, _, _ = made(answer)
    y = block(torch.randn(2, 8, 6, 6))
    (y * torch.randn(*y.shape)).sum().backward()
    for name, parameter in block.named_parameters():
        reached = parameter.grad is not None and parameter.grad.abs().max().item() > 0
        expect(reached).is_true(f'{name} gets no gradient, so it can never learn.')


def behaves(answer, formula):
    """Whether the block computes this of its input and its own layers."""

    def ask():
        block, convs, norms = made(answer)
        x = torch.randn(2, 8, 6, 6)
        return x, convs, norms, block(x.clone()).detach()

    x, convs, norms, y = once('sample', ask)
    with torch.no_grad():
        return alike(y, formula(x, convs, norms))


def computes(order, after=None, shortcut=lambda x, norms: x):
    """Whether the block is this branch, added to this shortcut, followed by this."""

    def formula(x, convs, norms):
        y = shortcut(x, norms) + branch(order, x, convs, norms, True)
        return y if after is None else after(y)

    return lambda answer: behaves(answer, formula)


mistake('original-block')(computes(POST_ACTIVATION, after=F.relu))
mistake('only-the-last-relu-removed')(computes(POST_ACTIVATION))
mistake('relu-after-addition')(computes(PRE_ACTIVATION, after=F.relu))
mistake('relu-before-batch-norm')(computes('relu bn conv relu bn conv'))


@mistake('shortcut-not-clean')
def _(answer):
    def normalised(x, norms):
        return branch('bn', x, [], norms, True)

    def activated(x, norms):
        return F.relu(normalised(x, norms))

    shortcuts = [normalised, activated, lambda x, norms: F.relu(x)]
    return any(computes(PRE_ACTIVATION, shortcut=each)(answer) for each in shortcuts)


@mistake('no-shortcut')
def _(answer):
    orders = [PRE_ACTIVATION, POST_ACTIVATION, POST_ACTIVATION + ' relu']
    return any(
        behaves(answer, lambda x, convs, norms, order=order: branch(order, x, convs, norms, True))
        for order in orders
    )


@mistake('x-overwritten')
def _(answer):
    def doubled(x, convs, norms):
        return 2 * branch(PRE_ACTIVATION, x, convs, norms, True)

    return behaves(answer, doubled)


@mistake('first-half-unused')
def _(answer):
    def second_half(x, convs, norms):
        return x + branch('bn relu conv', x, convs[1:], norms[1:], True)

    return behaves(answer, second_half)


@mistake('relu-missing')
def _(answer):
    orders = ['bn relu conv bn conv', 'bn conv bn relu conv', 'bn conv bn conv']
    return any(computes(order)(answer) for order in orders)


@mistake('activation-after-weights')
def _(answer):
    orders = ['conv relu bn conv relu bn', 'conv bn relu conv bn relu']
    return any(computes(order)(answer) for order in orders)


@mistake('writes-over-the-input')
def _(answer):
    x = torch.randn(2, 8, 6, 6)
    before = x.clone()
    answer.PreActivationBlock(8)(x)
    return not torch.equal(x, before)


def own_layers(answer):
    return once('called', lambda: layers(answer.PreActivationBlock(8)))


@mistake('one-layer-used-twice')
def _(answer):
    convs, norms = own_layers(answer)
    return any(len(calls) == 2 and calls[0] is calls[1] for calls in (convs, norms))


@mistake('convolution-with-bias')
def _(answer):
    convs, _ = own_layers(answer)
    return any(conv.bias is not None for conv in convs)


@mistake('no-padding')
def _(answer):
    block = answer.PreActivationBlock(8)
    convs = [module for module in block.modules() if isinstance(module, nn.Conv2d)]
    return any(
        tuple(conv.stride) == (1, 1) and conv(torch.randn(1, conv.in_channels, 6, 6)).shape[-1] < 6
        for conv in convs
    )


@mistake('layers-not-registered')
def _(answer):
    block = answer.PreActivationBlock(8)
    hidden = [value for value in vars(block).values() if isinstance(value, (list, tuple, dict))]
    kept = [each.values() if isinstance(each, dict) else each for each in hidden]
    registered = list(block.modules())
    return any(
        isinstance(layer, nn.Module) and not any(layer is module for module in registered)
        for layers in kept
        for layer in layers
    )


@mistake('shortcut-detached')
def _(answer):
    block, convs, _ = made(answer)
    zero_parameters(convs[-1])
    x = torch.randn(2, 8, 6, 6, requires_grad=True)
    y = block(x)
    if not alike(y, x):
        return False
    # A block under no_grad returns something that has no gradient at all.
    if y.requires_grad:
        y.backward(torch.ones(*y.shape))
    return x.grad is None or x.grad.abs().max().item() == 0


@mistake('not-simply-added')
def _(answer):
    def joined(how):
        return lambda x, convs, norms: how(x, branch(PRE_ACTIVATION, x, convs, norms, True))

    ways = [
        lambda x, f: x - f,
        lambda x, f: x * f,
        lambda x, f: (x + f) / 2,
        lambda x, f: 2 * x + f,
        lambda x, f: torch.cat([x, f], dim=1),
    ]
    return any(behaves(answer, joined(way)) for way in ways)


@mistake('another-activation')
def _(answer):
    def leaky(x, convs, norms):
        for conv, norm in zip(convs, norms):
            x = F.leaky_relu(branch('bn', x, [], [norm], True), slope)
            x = branch('conv', x, [conv], [], True)
        return x

    found = False
    for slope in (0.01, 0.1, 0.2):
        found = found or behaves(answer, lambda x, *layers: x + leaky(x, *layers))
    return found


def own_convs(answer):
    block = answer.PreActivationBlock(8)
    return [module for module in block.modules() if isinstance(module, nn.Conv2d)]


@mistake('kernel-size')
def _(answer):
    convs = own_convs(answer)
    return len(convs) == 2 and any(tuple(conv.kernel_size) != (3, 3) for conv in convs)


@mistake('stride')
def _(answer):
    return any(tuple(conv.stride) != (1, 1) for conv in own_convs(answer))


@mistake('fixed-channels')
def _(answer):
    convs = own_convs(answer)
    return len(convs) > 0 and all(conv.in_channels != 8 for conv in convs)


@mistake('projection')
def _(answer):
    convs, _ = own_layers(answer)
    return len(convs) == 3 and [conv.weight.shape[-1] for conv in convs].count(1) == 1


@mistake('no-running-statistics')
def _(answer):
    _, norms = own_layers(answer)
    return any(norm.running_mean is None for norm in norms)


@mistake('batch-norm-missing')
def _(answer):
    convs, norms = own_layers(answer)
    return len(convs) == 2 and len(norms) == 1


@mistake('batch-norm-after-addition')
def _(answer):
    def normalised(x, convs, norms):
        return branch('bn', x + branch(PRE_ACTIVATION, x, convs, norms, True), [], norms[2:], True)

    _, norms = own_layers(answer)
    return len(norms) == 3 and behaves(answer, normalised)


@mistake('super-missing')
def _(answer):
    error = raised(lambda: answer.PreActivationBlock(8))
    return isinstance(error, AttributeError) and 'Module.__init__()' in str(error)


@mistake('branch-detached')
def _(answer):
    if not computes(PRE_ACTIVATION)(answer):
        return False
    block, _, _ = made(answer)
    x = torch.randn(2, 8, 6, 6, requires_grad=True)
    upstream = torch.randn(2, 8, 6, 6)
    block(x).backward(upstream)
    return alike(x.grad, upstream)
