"""Judges a function that makes a stage, by the blocks in it and by what they do to shapes."""

import torch
import torch.nn as nn
from checking import (
    check,
    count_parameters,
    expect,
    mistake,
    quickly,
    raised,
    zero_parameters,
)


def made(answer, *arguments):
    """A stage without its first weights, which must be an nn.Sequential: a list is no module."""
    stage = quickly(lambda: answer.make_layer(*arguments))
    expect(stage is not None).is_true('Expected make_layer to return a stage, found None.')
    expect(isinstance(stage, nn.Sequential)).is_true(
        f'Expected an nn.Sequential, found a {type(stage).__name__}.'
    )
    return stage


def convolutions(module, size):
    """The convolutions with a kernel of this size, each as often as it is used."""
    blocks = list(module) if isinstance(module, nn.Sequential) else [module]
    return [
        layer
        for block in blocks
        for layer in block.modules()
        if isinstance(layer, nn.Conv2d) and layer.weight.shape[-1] == size
    ]


def projections(module):
    return len(convolutions(module, 1))


def shape_after(stage, *shape):
    y = stage(torch.randn(*shape))
    return list(y.shape) if torch.is_tensor(y) else None


@check('blocks', 'It returns an nn.Sequential of num_blocks blocks')
def _(answer):
    for count in [1, 3, 4]:
        stage = made(answer, 4, 4, count)
        expect(len(stage)).equals(count, f'the number of blocks in make_layer(4, 4, {count})')


@check('same-shape', 'Without a stride or new channels the shape stays', after=['blocks'])
def _(answer):
    y = made(answer, 4, 4, 3)(torch.randn(2, 4, 8, 6))
    expect(y).has_shape([2, 4, 8, 6], 'the output of make_layer(4, 4, 3)')


@check('stride-and-channels', 'A stage can halve its maps and change the channels', after=['blocks'])
def _(answer):
    y = made(answer, 4, 6, 3, 2)(torch.randn(2, 4, 8, 12))
    expect(y).has_shape([2, 6, 4, 6], 'the output of make_layer(4, 6, 3, stride=2)')


@check('channels-alone', 'A stage can change the channels without a stride', after=['blocks'])
def _(answer):
    y = made(answer, 4, 6, 2, 1)(torch.randn(2, 4, 8, 6))
    expect(y).has_shape([2, 6, 8, 6], 'the output of make_layer(4, 6, 2)')


@check('stride-alone', 'A stage can halve its maps without new channels', after=['blocks'])
def _(answer):
    y = made(answer, 4, 4, 2, 2)(torch.randn(2, 4, 8, 6))
    expect(y).has_shape([2, 4, 4, 3], 'the output of make_layer(4, 4, 2, stride=2)')


@check('first-block', 'Only the first block changes the shape', after=['stride-and-channels'])
def _(answer):
    x = torch.randn(2, 4, 16, 16)
    for number, block in enumerate(made(answer, 4, 6, 3, 2)):
        x = block(x)
        expect(x).has_shape([2, 6, 8, 8], f'the output of block {number}')


@check('projections', 'There is a projection only where the shape changes', after=['blocks'])
def _(answer):
    expect(projections(made(answer, 4, 4, 3))).equals(
        0, 'the number of projections in make_layer(4, 4, 3)'
    )
    expect(projections(made(answer, 4, 6, 3, 2))).equals(
        1, 'the number of projections in make_layer(4, 6, 3, stride=2)'
    )


@check('identity', 'A stage of zeros that keeps the shape is the identity', after=['same-shape'])
def _(answer):
    stage = zero_parameters(made(answer, 4, 4, 3))
    x = torch.rand(2, 4, 6, 6)
    expect(stage(x.clone())).close(x, 'the output', where=('the input', x))


@check('own-numbers', 'Each block has its own parameters', after=['blocks'])
def _(answer):
    stage = made(answer, 4, 6, 4, 2)
    tensors = [id(p) for block in stage for p in block.parameters()]
    expect(len(set(tensors))).equals(len(tensors), 'the number of different parameter tensors')


@check('parameters', 'Stages 1 and 2 of ResNet-34 have 221,952 and 1,116,416 parameters')
def _(answer):
    expect(count_parameters(made(answer, 64, 64, 3))).equals(
        221_952, 'the number of parameters of make_layer(64, 64, 3)'
    )
    expect(count_parameters(made(answer, 64, 128, 4, 2))).equals(
        1_116_416, 'the number of parameters of make_layer(64, 128, 4, stride=2)'
    )


# Known mistakes.

_stages = {}


def kept(answer, *arguments):
    """A stage that is made once for all the questions about it."""
    if arguments not in _stages:
        _stages[arguments] = made(answer, *arguments)
    return _stages[arguments]


@mistake('shared-blocks')
def _(answer):
    stage = kept(answer, 4, 4, 4, 1)
    return any(a is b for i, a in enumerate(stage) for b in list(stage)[:i])


def used_blocks(stage):
    """How many blocks there are, wherever they are: each has two 3×3 convolutions."""
    return len(convolutions(stage, 3)) // 2


def counts(answer):
    """How many blocks it makes for 3 and for 4, with and without a change of shape."""
    return [
        used_blocks(kept(answer, *arguments))
        for arguments in [(4, 4, 3, 1), (4, 4, 4, 1), (4, 6, 3, 2), (4, 6, 4, 2)]
    ]


@mistake('one-block-too-many')
def _(answer):
    return counts(answer) == [4, 5, 4, 5]


@mistake('one-block-too-few')
def _(answer):
    # Without its first block a stage that should change the shape has no projection.
    return counts(answer) == [2, 3, 2, 3] and projections(kept(answer, 4, 6, 3, 2)) > 0


@mistake('first-block-missing')
def _(answer):
    found = counts(answer)
    return found[2:] == [2, 3] and projections(kept(answer, 4, 6, 3, 2)) == 0


@mistake('rest-missing')
def _(answer):
    return counts(answer) == [1, 1, 1, 1]


@mistake('returns-too-early')
def _(answer):
    return counts(answer) == [2, 2, 2, 2]


@mistake('number-ignored')
def _(answer):
    found = counts(answer)
    always_the_same = found[0] == found[1] > 2 and found[2] == found[3] > 2
    return always_the_same and ends_in_new_channels(answer)


def ends_in_new_channels(answer):
    """Not where the arguments are taken in another order."""
    return convolutions(kept(answer, 4, 6, 3, 2), 3)[-1].weight.shape[0] == 6


@mistake('blocks-nested')
def _(answer):
    stage = kept(answer, 4, 4, 4, 1)
    return len(stage) != 4 and used_blocks(stage) == 4


@mistake('stride-in-every-block')
def _(answer):
    stage = kept(answer, 4, 6, 3, 2)
    return shape_after(stage, 2, 4, 16, 16) == [2, 6, 2, 2]


@mistake('projection-in-every-block')
def _(answer):
    stage = kept(answer, 4, 6, 3, 2)
    return projections(stage) > 1 and shape_after(stage, 2, 4, 16, 16) == [2, 6, 8, 8]


@mistake('projection-always')
def _(answer):
    # Of the first block; where every block has one, that is another mistake.
    counts = [projections(kept(answer, 4, 4, 3, 1)), projections(kept(answer, 4, 6, 3, 2))]
    return counts == [1, 1] and ends_in_new_channels(answer)


@mistake('projection-never')
def _(answer):
    shapes = [(4, 6, 3, 2), (4, 6, 3, 1), (4, 4, 3, 2), (4, 4, 3, 1)]
    stages = [kept(answer, *shape) for shape in shapes]
    return all(projections(stage) == 0 and used_blocks(stage) == 3 for stage in stages)


def projects(answer):
    """Whether a stage projects for (both, channels alone, stride alone, neither)."""
    return tuple(
        projections(kept(answer, 4, out_channels, 2, stride)) > 0
        for out_channels, stride in [(6, 2), (6, 1), (4, 2), (4, 1)]
    )


@mistake('and-for-or')
def _(answer):
    return projects(answer) == (True, False, False, False)


@mistake('asks-for-the-stride-only')
def _(answer):
    return projects(answer) == (True, False, True, False)


@mistake('asks-for-the-channels-only')
def _(answer):
    return projects(answer) == (True, True, False, False)


@mistake('condition-reversed')
def _(answer):
    return projects(answer) == (False, False, False, True)


@mistake('stride-not-passed')
def _(answer):
    return shape_after(kept(answer, 4, 6, 1, 1), 2, 4, 8, 8) == [2, 6, 4, 4]


@mistake('default-stride')
def _(answer):
    given = kept(answer, 4, 6, 1, 1)
    if shape_after(given, 2, 4, 8, 8) != [2, 6, 8, 8]:
        return False
    error = raised(lambda: answer.make_layer(4, 6, 1))
    if error is not None:
        return isinstance(error, TypeError)
    return shape_after(kept(answer, 4, 6, 1), 2, 4, 8, 8) == [2, 6, 4, 4]


@mistake('later-blocks-with-the-old-channels')
def _(answer):
    stage = kept(answer, 4, 6, 3, 2)
    first, *rest = [convolutions(block, 3)[1].weight.shape[0] for block in stage]
    return first == 6 and 4 in rest


@mistake('first-block-last')
def _(answer):
    return [projections(block) for block in kept(answer, 4, 6, 3, 2)] == [0, 0, 1]


@mistake('returns-a-list')
def _(answer):
    return isinstance(answer.make_layer(4, 4, 3, 1), (list, tuple, nn.ModuleList))


@mistake('list-not-unpacked')
def _(answer):
    error = raised(lambda: answer.make_layer(4, 4, 3, 1))
    return isinstance(error, TypeError) and 'not a Module subclass' in str(error)


@mistake('layers-not-registered')
def _(answer):
    stage = answer.make_layer(4, 4, 3, 1)
    return isinstance(stage, nn.Module) and (
        shape_after(stage, 2, 4, 8, 8) is not None and count_parameters(stage) == 0
    )


@mistake('returns-nothing')
def _(answer):
    return answer.make_layer(4, 4, 3, 1) is None
