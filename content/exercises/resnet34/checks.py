"""Judges a ResNet-34 by its parameters, and by what each part makes of one batch of small pictures.

The network has 21,797,672 numbers, so it is built once, and without PyTorch's slow first weights.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F
from checking import alike, check, count_parameters, expect, mistake, quickly, raised

STAGES = ['layer1', 'layer2', 'layer3', 'layer4']
BLOCKS = [3, 4, 6, 3]
CHANNELS = [64, 128, 256, 512]
# A batch of two pictures of 48×16 pixels: height and width differ to the end.
PICTURES = (2, 3, 48, 16)
# Of the maps that leave the stages.
SIZES = [(12, 4), (6, 2), (3, 1), (2, 1)]


def fill(network):
    """Gives all numbers values: small tensors random ones, large ones, for speed, one for all."""
    torch.manual_seed(1)
    with torch.no_grad():
        for name, p in network.named_parameters():
            if p.dim() > 1:
                inputs = p.numel() // p.shape[0]
                if p.dim() == 4 and p.shape[1] > 3:
                    p.fill_(1 / inputs)
                else:
                    p.copy_(torch.randn(p.shape) / inputs**0.5)
            elif name.endswith('bias'):
                p.copy_(torch.randn(p.shape) - 0.5)
            else:
                p.copy_(torch.rand(p.shape) + 0.5)
        for name, buffer in network.named_buffers():
            if name.endswith('running_mean'):
                buffer.copy_(torch.randn(buffer.shape) * 0.1)
            elif name.endswith('running_var'):
                buffer.copy_(torch.rand(buffer.shape) + 0.5)
    return network.eval()


_built = []


def network(answer):
    """The answer's network for 1,000 classes, built once."""
    if not _built:
        _built.append(fill(quickly(lambda: answer.ResNet34())))
    return _built[0]


class Pass:
    """What happened in one forward pass: which parts were called, with what, and what came out."""

    def __init__(self, network):
        torch.manual_seed(2)
        self.x = torch.randn(*PICTURES)
        self.calls, self.inputs, self.outputs = [], {}, {}
        hooks = []
        for name, part in network.named_children():
            hooks.append(part.register_forward_pre_hook(self.before(name)))
            hooks.append(part.register_forward_hook(self.after(name)))
        self.error = raised(lambda: setattr(self, 'y', network(self.x.clone())))
        for hook in hooks:
            hook.remove()

    def before(self, name):
        def hook(part, inputs):
            self.calls.append(name)
            self.inputs[name] = inputs[0]

        return hook

    def after(self, name):
        def hook(part, inputs, output):
            self.outputs[name] = output

        return hook


_passed = []


def forward(answer):
    """The pass of one batch through the answer's network; raises what the network raises."""
    found = attempt(answer)
    if found.error is not None:
        raise found.error
    return found


def attempt(answer):
    if not _passed:
        _passed.append(Pass(network(answer)))
    return _passed[0]


@check('names', 'Its parts are called conv1, bn1, layer1 to layer4 and fc')
def _(answer):
    names = list(network(answer).state_dict())
    parts = sorted({name.split('.')[0] for name in names})
    for name in ['conv1.weight', 'bn1.weight', 'fc.weight', *[f'{s}.0.conv1.weight' for s in STAGES]]:
        expect(name in names).is_true(
            f'The state dictionary has no {name}. The parts with numbers are: '
            f'{", ".join(parts) or "none"}.'
        )


@check('blocks', 'The four stages have 3, 4, 6 and 3 blocks', after=['names'])
def _(answer):
    expect(blocks_of(answer)).equals(BLOCKS, 'the numbers of blocks')


def blocks_of(answer):
    return [len(list(getattr(network(answer), stage))) for stage in STAGES]


@check('parameters', 'It has 21,797,672 parameters')
def _(answer):
    expect(count_parameters(network(answer))).equals(21_797_672, 'the number of parameters')


@check('output', 'It returns 1,000 scores for each picture')
def _(answer):
    expect(forward(answer).y).has_shape([2, 1000], f'the output for an input of shape {list(PICTURES)}')


@check('classes', 'The number of classes can be chosen')
def _(answer):
    few = quickly(lambda: answer.ResNet34(num_classes=10))
    # The difference is the linear layer's: 512 weights and an offset for each class.
    expect(count_parameters(few)).equals(21_289_802, 'the number of parameters for 10 classes')


@check('stem', 'The stem makes 64 maps of a quarter of the height and width', after=['names'])
def _(answer):
    found = attempt(answer)
    expect('layer1' in found.inputs).is_true(f'layer1 is never reached. {reason(found)}')
    expect(found.inputs['layer1']).has_shape([2, 64, 12, 4], 'the input of layer1')


def reason(found):
    return '' if found.error is None else f'{type(found.error).__name__}: {found.error}'


@check('stages', 'Stages 2, 3 and 4 halve the maps and double their number', after=['stem'])
def _(answer):
    found = attempt(answer)
    for stage, channels, size in zip(STAGES, CHANNELS, SIZES):
        expect(stage in found.outputs).is_true(f'{stage} returns nothing. {reason(found)}')
        expect(found.outputs[stage]).has_shape(
            [2, channels, *size], f'the output of {stage}'
        )


@check('projections', 'Only the first blocks of stages 2, 3 and 4 project', after=['names'])
def _(answer):
    found = [
        [projections(block) for block in getattr(network(answer), stage)] for stage in STAGES
    ]
    for stage, counts, expected in zip(STAGES, found, [0, 1, 1, 1]):
        expect(sum(counts)).equals(expected, f'the number of projections in {stage}')
        expect(counts[0]).equals(expected, f'the number of projections in the first block of {stage}')


def projections(module):
    return len(convolutions(module, 1))


def convolutions(module, size):
    return [
        layer
        for layer in module.modules()
        if isinstance(layer, nn.Conv2d) and layer.weight.shape[-1] == size
    ]


@check('values', 'Stem, stages and head compute what they should', after=['blocks', 'stages'])
def _(answer):
    found = forward(answer)
    parts = network(answer)
    x = F.max_pool2d(F.relu(parts.bn1(parts.conv1(found.x))), 3, stride=2, padding=1)
    expect(found.inputs['layer1']).close(x, 'what arrives at layer1')
    for i, stage in enumerate(STAGES[1:]):
        arrived = found.inputs[stage]
        expect(arrived).close(found.outputs[STAGES[i]], f'what arrives at {stage}')
    means = found.outputs['layer4'].mean((2, 3))
    expect(found.inputs['fc']).close(means, 'what arrives at fc')
    expect(found.y).close(parts.fc(means), 'the output')


@check('shortcuts', 'The blocks add their shortcuts', after=['values'])
def _(answer):
    parts = network(answer)
    x = torch.rand(1, 64, 4, 4)
    # A block of each kind; those with more channels are slow.
    for name, block in [('layer1.0', parts.layer1[0]), ('layer2.0', parts.layer2[0])]:
        expect(block(x.clone())).close(residual(block, x), f'the output of {name}')


def residual(block, x):
    """What a block with these layers should compute."""
    branch = ['conv1', 'bn1', 'conv2', 'bn2']
    identity = x
    for name, layer in block.named_children():
        holds_numbers = len(list(layer.parameters())) > 0
        if name not in branch and holds_numbers:
            identity = layer(identity)
    out = F.relu(block.bn1(block.conv1(x)))
    return F.relu(block.bn2(block.conv2(out)) + identity)


@check('own-numbers', 'Each block has its own parameters', after=['blocks'])
def _(answer):
    tensors = [
        id(p) for stage in STAGES for block in getattr(network(answer), stage) for p in block.parameters()
    ]
    expect(len(set(tensors))).equals(len(tensors), 'the number of different parameter tensors')


@check('gradient', 'A gradient can pass from the output to the first convolution', after=['output'])
def _(answer):
    found = forward(answer)
    for name in [*STAGES, 'fc']:
        arrived = found.inputs.get(name)
        expect(arrived is None or arrived.requires_grad).is_true(
            f'Expected what arrives at {name} to have a gradient, found that it has none.'
        )
    expect(found.y.requires_grad).is_true('Expected the output to have a gradient, found none.')


# Known mistakes of the stem: which chain of layers makes the input of layer1?

OPERATIONS = {
    'relu': lambda x: F.relu(x),
    'pool': lambda x: F.max_pool2d(x, 3, stride=2, padding=1),
    'pool2': lambda x: F.max_pool2d(x, 2),
    'mean2': lambda x: (
        x[:, :, ::2, ::2] + x[:, :, 1::2, ::2] + x[:, :, ::2, 1::2] + x[:, :, 1::2, 1::2]
    ) / 4,
}  # fmt: skip

STEMS = [
    ('max-pooling-missing', 'conv1 bn1 relu'),
    ('max-pooling-missing', 'conv1 bn1'),
    ('stem-relu-missing', 'conv1 bn1 pool'),
    ('stem-relu-missing', 'conv1 bn1'),
    ('stem-batch-norm-missing', 'conv1 relu pool'),
    ('stem-batch-norm-missing', 'conv1 pool'),
    ('stem-relu-missing', 'conv1 pool'),
    ('stem-relu-before-batch-norm', 'conv1 relu bn1 pool'),
    ('other-pooling', 'conv1 bn1 relu pool2'),
    ('other-pooling', 'conv1 bn1 relu mean2'),
]


def arrives(answer, layers):
    """Whether this chain makes what arrives at layer1."""
    found = attempt(answer)
    parts = dict(network(answer).named_children())
    x = found.x
    for name in layers.split():
        x = OPERATIONS[name](x) if name in OPERATIONS else parts[name](x)
    return alike(found.inputs['layer1'], x)


def stem_mistake(id):
    chains = [layers for other, layers in STEMS if other == id]
    right = 'conv1 bn1 relu pool'
    mistake(id)(
        lambda answer: not arrives(answer, right)
        and any(arrives(answer, layers) for layers in chains)
    )


for name in dict.fromkeys(name for name, _ in STEMS):
    stem_mistake(name)


@mistake('stem-kernel')
def _(answer):
    return list(network(answer).conv1.weight.shape[1:]) != [3, 7, 7]


def stem_shape(answer):
    """The shape after conv1, for a kernel of 7×7."""
    conv = network(answer).conv1
    return list(conv(torch.randn(*PICTURES)).shape) if conv.weight.shape[-1] == 7 else None


@mistake('stem-stride')
def _(answer):
    return stem_shape(answer) in [[2, 64, 48, 16], [2, 64, 42, 10]]


@mistake('stem-padding')
def _(answer):
    return stem_shape(answer) in [[2, 64, 21, 5], [2, 64, 42, 10], [2, 64, 22, 6], [2, 64, 23, 7]]


@mistake('stem-bias')
def _(answer):
    return network(answer).conv1.bias is not None


# Known mistakes of the stages.


@mistake('resnet-18')
def _(answer):
    return blocks_of(answer) == [2, 2, 2, 2]


@mistake('one-block-too-many')
def _(answer):
    return blocks_of(answer) == [count + 1 for count in BLOCKS]


@mistake('one-block-too-few')
def _(answer):
    return blocks_of(answer) == [count - 1 for count in BLOCKS]


@mistake('other-numbers-of-blocks')
def _(answer):
    found = blocks_of(answer)
    others = [[2, 2, 2, 2], BLOCKS, *[[count + n for count in BLOCKS] for n in [-1, 1]]]
    return found not in others and all(
        isinstance(getattr(network(answer), stage), nn.Sequential) for stage in STAGES
    )


def shrinking(answer):
    """How many times lower the maps leave each stage than they enter it, if more than one row does."""
    found = attempt(answer)
    rows = {
        stage: (found.inputs[stage].shape[2], found.outputs[stage].shape[2])
        for stage in STAGES
        if stage in found.outputs
    }
    return {stage: entered / left for stage, (entered, left) in rows.items() if entered > 1}


@mistake('stride-missing')
def _(answer):
    factors = shrinking(answer)
    return any(factors.get(stage) == 1 for stage in STAGES[1:])


@mistake('stride-in-stage-1')
def _(answer):
    return shrinking(answer).get('layer1') == 2


@mistake('stride-in-every-block')
def _(answer):
    return any(factor > 2.5 for factor in shrinking(answer).values())


@mistake('projection-in-stage-1')
def _(answer):
    # With a stride there, the projection is needed.
    without_need = shrinking(answer).get('layer1') == 1
    return without_need and [projections(b) for b in network(answer).layer1] == [1, 0, 0]


@mistake('projection-in-every-block')
def _(answer):
    stages = [getattr(network(answer), stage) for stage in STAGES[1:]]
    without_need = all(factor < 2.5 for factor in shrinking(answer).values())
    return without_need and all(projections(block) > 0 for stage in stages for block in stage)


@mistake('projection-missing')
def _(answer):
    return all(projections(getattr(network(answer), stage)) == 0 for stage in STAGES)


@mistake('shared-blocks')
def _(answer):
    return any(
        a is b
        for stage in STAGES
        for i, a in enumerate(getattr(network(answer), stage))
        for b in list(getattr(network(answer), stage))[:i]
    )


@mistake('other-channels')
def _(answer):
    found = [convolutions(getattr(network(answer), stage), 3)[-1] for stage in STAGES]
    last = [conv.weight.shape[0] for conv in [network(answer).conv1, *found]]
    return last != [64, *CHANNELS]


@mistake('stage-left-out')
def _(answer):
    called = attempt(answer).calls
    # Where the pass breaks off, later stages are not reached.
    reached = [i for i, stage in enumerate(STAGES) if stage in called]
    end = 4 if 'fc' in called else max(reached, default=0)
    return any(
        stage not in called and hasattr(network(answer), stage) for stage in STAGES[:end]
    )


@mistake('stage-called-twice')
def _(answer):
    called = attempt(answer).calls
    return any(called.count(stage) > 1 for stage in STAGES)


# Known mistakes of the head.


def at_fc(answer):
    """What arrives at fc, and what leaves layer4; an exception where that is one place a map."""
    found = attempt(answer)
    maps = found.outputs['layer4']
    expect(maps.shape[2] * maps.shape[3] > 1).is_true('too small to tell')
    return found.inputs['fc'], maps


@mistake('average-pooling-missing')
def _(answer):
    arrived, maps = at_fc(answer)
    return arrived.numel() == maps.numel()


@mistake('flatten-missing')
def _(answer):
    arrived, maps = at_fc(answer)
    return arrived.dim() == 4 and arrived.numel() < maps.numel()


@mistake('batch-flattened')
def _(answer):
    arrived, _ = at_fc(answer)
    return list(arrived.shape) in [[1024], [1, 1024]]


@mistake('max-pooling-in-the-head')
def _(answer):
    arrived, maps = at_fc(answer)
    places = maps.reshape(2, 512, -1)
    arrived = arrived.reshape(2, 512)
    return alike(arrived, places.max(2)[0]) and not alike(arrived, places.mean(2))


@mistake('softmax-at-the-end')
def _(answer):
    found = attempt(answer)
    logits = found.outputs['fc']
    return any(alike(found.y, F.softmax(logits, dim=dim), 1e-6) for dim in [0, 1]) or alike(
        found.y, F.log_softmax(logits, dim=1)
    )


@mistake('relu-at-the-end')
def _(answer):
    found = attempt(answer)
    return alike(found.y, F.relu(found.outputs['fc']))


@mistake('classes-ignored')
def _(answer):
    few = quickly(lambda: answer.ResNet34(num_classes=10))
    return list(few.fc.weight.shape) == [1000, 512]


@mistake('default-classes')
def _(answer):
    error = raised(lambda: network(answer))
    if error is not None:
        return isinstance(error, TypeError) and 'num_classes' in str(error)
    few = quickly(lambda: answer.ResNet34(num_classes=10))
    return few.fc.weight.shape[0] == 10 and network(answer).fc.weight.shape[0] != 1000


@mistake('fc-bias-missing')
def _(answer):
    return network(answer).fc.bias is None


# Known mistakes of a module.


@mistake('gradient-cut')
def _(answer):
    found = forward(answer)
    arrived = [found.inputs[name] for name in [*STAGES, 'fc']] + [found.y]
    return torch.is_tensor(found.y) and not all(tensor.requires_grad for tensor in arrived)


@mistake('layers-not-registered')
def _(answer):
    parts = network(answer)
    hidden = [value for value in vars(parts).values() if isinstance(value, (list, tuple))]
    hidden += [
        value
        for stage in parts.children()
        for value in vars(stage).values()
        if isinstance(value, (list, tuple))
    ]
    return any(isinstance(layer, nn.Module) for layers in hidden for layer in layers)


@mistake('list-not-unpacked')
def _(answer):
    error = raised(lambda: network(answer))
    return isinstance(error, TypeError) and 'not a Module subclass' in str(error)


@mistake('stage-is-a-list')
def _(answer):
    return any(isinstance(getattr(network(answer), s), nn.ModuleList) for s in STAGES) and (
        attempt(answer).error is not None
    )


@mistake('other-names')
def _(answer):
    names = [name.split('.')[0] for name in network(answer).state_dict()]
    complete = count_parameters(network(answer)) == 21_797_672
    return complete and set(names) != {'conv1', 'bn1', *STAGES, 'fc'}


@mistake('returns-nothing')
def _(answer):
    # Not of the starter, which has no parameters yet.
    return count_parameters(network(answer)) > 0 and forward(answer).y is None


@mistake('no-super')
def _(answer):
    error = raised(lambda: network(answer))
    return isinstance(error, AttributeError) and '__init__() call' in str(error)


@mistake('no-forward')
def _(answer):
    # A stage without forward, such as an nn.ModuleList, is another mistake.
    return isinstance(attempt(answer).error, NotImplementedError) and not attempt(answer).calls
