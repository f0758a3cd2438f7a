"""Judges a loaded network by its numbers and outputs, beside torchvision's own."""

import torch
import torchvision
from checking import check, expect, mistake, raised

kept = {}


def reference():
    """torchvision's trained network, made once."""
    if 'reference' not in kept:
        kept['reference'] = torchvision.models.resnet34(weights='DEFAULT').eval()
    return kept['reference']


def call(answer, spoil=lambda network: None):
    """Calls the reader's function; (what it returned, the networks that torchvision made for it).

    spoil: what happens to each of those before the reader's function gets it.
    """
    original = torchvision.models.resnet34
    made = []

    def resnet34(*arguments, **options):
        network = original(*arguments, **options)
        spoil(network)
        made.append(network)
        return network

    function = answer.load_pretrained_resnet34
    # Where the name was imported, the function has it among its own globals.
    places = [vars(torchvision.models), getattr(function, '__globals__', {})]
    names = [(place, name) for place in places for name in place if place[name] is original]
    for place, name in names:
        place[name] = resnet34
    try:
        return function(), made
    finally:
        for place, name in names:
            place[name] = original


class Made:
    """What the checks ask of the networks that torchvision made: each is too large to be kept until the end."""

    def __init__(self, mine, networks):
        compared = networks if isinstance(mine, torch.nn.Module) else []
        self.count = len(networks)
        self.has_untrained = any(is_untrained(theirs) for theirs in networks)
        self.is_copied_untrained = any(
            is_untrained(theirs)
            and not unlike(mine.named_parameters(), theirs.named_parameters())
            for theirs in compared
        )
        self.shared = [name for theirs in compared for name in shared(mine, theirs)]


def loaded(answer):
    """What the reader's function returned, and what it had torchvision make; from one call for all checks."""
    if 'loaded' not in kept:
        try:
            mine, networks = call(answer)
            kept['loaded'] = mine, Made(mine, networks)
        except Exception as error:
            kept['loaded'] = error
    if isinstance(kept['loaded'], Exception):
        raise kept['loaded']
    return kept['loaded']


def network(answer):
    return loaded(answer)[0]


def mapped(name):
    return name.replace('.shortcut.', '.downsample.')


def unlike(mine, theirs):
    """The names of mine, in order, whose numbers are not those of the same name of theirs."""
    theirs = dict(theirs)
    return [
        name
        for name, tensor in mine
        if mapped(name) not in theirs or not torch.equal(tensor, theirs[mapped(name)])
    ]


def unlike_parameters(answer):
    """The names of the reader's parameters that differ from the reference's."""
    if 'parameters' not in kept:
        mine = network(answer).named_parameters()
        kept['parameters'] = unlike(mine, reference().named_parameters())
    return kept['parameters']


def running(module):
    return [(name, b) for name, b in module.named_buffers() if '.running_' in name]


def unlike_statistics(answer):
    if 'statistics' not in kept:
        kept['statistics'] = unlike(running(network(answer)), running(reference()))
    return kept['statistics']


def shared(mine, theirs):
    """The names of the parameters that change when those of one of torchvision's networks do."""
    names = []
    others = dict(theirs.named_parameters())
    with torch.no_grad():
        for name, parameter in mine.named_parameters():
            other = others.get(mapped(name))
            if other is None or other.shape != parameter.shape:
                continue
            # One number is enough, and it is put back.
            first, ours = (p.detach().reshape(-1)[:1] for p in (other, parameter))
            before, ours_before = first.clone(), ours.clone()
            first.add_(1)
            if not torch.equal(ours, ours_before):
                names.append(name)
            first.copy_(before)
    return names


def is_torchvisions(module):
    return type(module).__module__.startswith('torchvision')


@check('own', 'It returns your own ResNet34')
def _(answer):
    mine = network(answer)
    expect(mine is not None).is_true('The function returns nothing.')
    expect(not is_torchvisions(mine)).is_true('It returns torchvision’s network.')
    expect(isinstance(mine, answer.ResNet34)).is_true(
        f'Expected a ResNet34, found something of the type {type(mine).__name__}.'
    )
    borrowed = [name for name, module in mine.named_modules() if is_torchvisions(module)]
    expect(not borrowed).is_true(f'{(borrowed or [""])[0]} is a block of torchvision’s.')


@check('evaluation', 'It is in evaluation mode', after=['own'])
def _(answer):
    training = sum(module.training for module in network(answer).modules())
    expect(training == 0).is_true(f'{training} of its modules are in training mode.')


@check('parameters', 'Every weight and bias is the pretrained one', after=['own'])
def _(answer):
    wrong = unlike_parameters(answer)
    total = len(list(network(answer).parameters()))
    expect(not wrong).is_true(
        f'{len(wrong)} of the {total} parameters hold other numbers; '
        f'the first is {(wrong or [""])[0]}.'
    )


@check('statistics', 'Every running mean and variance is the pretrained one', after=['own'])
def _(answer):
    wrong = unlike_statistics(answer)
    total = len(running(network(answer)))
    expect(not wrong).is_true(
        f'{len(wrong)} of the {total} running averages hold other numbers; '
        f'the first is {(wrong or [""])[0]}.'
    )


@check('outputs', 'Its outputs are the reference’s', after=['own', 'evaluation'])
def _(answer):
    x = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        expect(network(answer)(x)).close(reference()(x), 'the output', within=1e-3)


@check('alone', 'It keeps its numbers when torchvision’s network changes', after=['parameters'])
def _(answer):
    names = loaded(answer)[1].shared
    expect(not names).is_true(
        f'{(names or [""])[0]} changes with it: both networks hold the same tensor.'
    )


def add_one(theirs):
    """Leaves a network's state as it is, and makes all of its outputs wrong."""
    forward = theirs.forward
    theirs.forward = lambda x: forward(x) + 1


def accepts_wrong_outputs(answer):
    """Whether the function returns although the reference's outputs are wrong."""
    if 'accepts' not in kept:
        error = raised(lambda: call(answer, spoil=add_one))
        # It has noticed nothing then: there was no room for so many networks.
        if 'out of memory' in str(error):
            raise error
        kept['accepts'] = error is None
    return kept['accepts']


@check(
    'verifies',
    'It raises an error when the outputs do not match',
    after=['own', 'parameters', 'statistics'],
)
def _(answer):
    expect(not accepts_wrong_outputs(answer)).is_true(
        'We called it with a reference whose outputs were all 1 too large, and it did not notice.'
    )


def is_network(answer):
    return raised(lambda: network(answer)) is None and isinstance(network(answer), answer.ResNet34)


def complaint(answer):
    """What the function raised; an assertion's message is the reader's own."""
    return raised(lambda: network(answer))


@mistake('returns-torchvision')
def _(answer):
    return is_torchvisions(network(answer))


@mistake('returns-nothing')
def _(answer):
    mine, made = loaded(answer)
    return mine is None and made.count > 0


@mistake('borrows-layers')
def _(answer):
    return is_network(answer) and any(is_torchvisions(m) for m in network(answer).modules())


@mistake('names-do-not-fit')
def _(answer):
    error = complaint(answer)
    return isinstance(error, RuntimeError) and 'Missing key' in str(error)


@mistake('wrong-number-of-classes')
def _(answer):
    error = complaint(answer)
    return isinstance(error, RuntimeError) and 'size mismatch for fc.weight' in str(error)


@mistake('outputs-do-not-match')
def _(answer):
    return type(complaint(answer)) is AssertionError


@mistake('projections-not-copied')
def _(answer):
    wrong = unlike_parameters(answer)
    return len(wrong) == 9 and all('.shortcut.' in name for name in wrong)


@mistake('head-not-copied')
def _(answer):
    return unlike_parameters(answer) == ['fc.weight', 'fc.bias']


@mistake('untrained-weights')
def _(answer):
    return loaded(answer)[1].is_copied_untrained


@mistake('nothing-copied')
def _(answer):
    _, made = loaded(answer)
    total = len(list(network(answer).parameters()))
    asked = made.count > 0 and not made.has_untrained
    return asked and len(unlike_parameters(answer)) == total


def is_untrained(theirs):
    return theirs.bn1.running_mean.abs().max().item() == 0


def distances(answer):
    """How far the running means are from the pretrained ones, and from the 0 they begin with."""
    theirs = dict(running(reference()))
    means = [(name, b) for name, b in running(network(answer)) if name.endswith('mean')]
    from_theirs = sum((b - theirs[mapped(name)]).abs().sum().item() for name, b in means)
    return from_theirs, sum(b.abs().sum().item() for _, b in means)


@mistake('statistics-not-copied')
def _(answer):
    from_theirs, from_zero = distances(answer)
    return not unlike_parameters(answer) and from_theirs > from_zero


@mistake('statistics-moved')
def _(answer):
    from_theirs, from_zero = distances(answer)
    return not unlike_parameters(answer) and 0 < from_theirs < from_zero


@mistake('training-mode')
def _(answer):
    return is_network(answer) and network(answer).training and not unlike_statistics(answer)


@mistake('shares-tensors')
def _(answer):
    borrows = any(is_torchvisions(module) for module in network(answer).modules())
    return is_network(answer) and not borrows and bool(loaded(answer)[1].shared)


@mistake('no-verification')
def _(answer):
    right = not unlike_parameters(answer) and not unlike_statistics(answer)
    good = is_network(answer) and right and not network(answer).training
    return good and not loaded(answer)[1].shared and accepts_wrong_outputs(answer)
