"""What the checks of an exercise are written with. It runs on PyTorch and in the page alike.

An exercise's checks.py registers properties and known mistakes:

    @check('shape', 'The output has the shape of the input')
    def _(answer):
        block = answer.ResidualBlock(8)
        expect(block(torch.randn(2, 8, 6, 6))).has_shape([2, 8, 6, 6], 'the output')

    @mistake('no-padding')
    def _(answer):
        return ...

and `report` runs them on what the reader's code defines.
"""

import json

import torch
import torch.nn

_checks = []
_mistakes = []


class Unmet(AssertionError):
    """A property that the answer lacks; its message is a sentence for the reader."""


def check(id, title, after=()):
    """Registers a property: a function of the answer that raises where the answer lacks it.

    title: the property, as a sentence. after: ids of properties without which this one
    says nothing; it is not looked at unless all of them hold.
    """

    def register(function):
        _checks.append((id, title, tuple(after), function))
        return function

    return register


def mistake(id):
    """Registers a known mistake: a function that is true of an answer that behaves like it.

    It is asked only where some property is missing, and one that raises does not match.
    """

    def register(function):
        _mistakes.append((id, function))
        return function

    return register


def expect(value):
    """A value to be compared: `expect(x).equals(…)`, `.close(…)`, `.has_shape(…)`, `.is_true(…)`."""
    return _Expectation(value)


def alike(a, b, within=1e-4):
    """Whether two tensors have one shape and the same numbers, up to rounding."""
    if not torch.is_tensor(a) or not torch.is_tensor(b) or list(a.shape) != list(b.shape):
        return False
    return _agree(a, b, within)


def raised(function):
    """The exception that a function without arguments raises, or None."""
    try:
        function()
    except Exception as error:
        return error
    return None


def quickly(make):
    """Calls a function that makes modules, without drawing their first weights: that takes longest.

    The weights then hold anything, so this is for counting and for shapes.
    """
    names = [name for name in _DRAWN if hasattr(torch.nn.init, name)]
    kept = {name: getattr(torch.nn.init, name) for name in names}
    for name in names:
        setattr(torch.nn.init, name, lambda tensor, *arguments, **options: tensor)
    try:
        return make()
    finally:
        for name, function in kept.items():
            setattr(torch.nn.init, name, function)


_DRAWN = [
    'uniform_',
    'normal_',
    'trunc_normal_',
    'kaiming_uniform_',
    'kaiming_normal_',
    'xavier_uniform_',
    'xavier_normal_',
    'orthogonal_',
]


def count_parameters(module):
    """How many numbers a module's parameters hold."""
    return sum(p.numel() for p in module.parameters())


def zero_parameters(module):
    """Sets every parameter of a module to 0, and returns the module."""
    with torch.no_grad():
        for p in module.parameters():
            p.zero_()
    return module


def shake_parameters(module):
    """Gives the parameters random values of their usual size, so that none is special.

    Right after construction a batch norm's scale is 1 and its offset 0, which hides mistakes.
    """
    with torch.no_grad():
        for p in module.parameters():
            scale = (2 * p.shape[0] / p.numel()) ** 0.5 if p.dim() > 1 else 1
            p.copy_(torch.randn(p.shape) * scale)
    return module


def copy_numbers(source, target):
    """Copies parameters and buffers of one module into another, and returns that.

    They are paired by name, else by the last part of the name and shape, else by shape; each
    time in the order in which the modules have them. Raises Unmet where one of the target's has
    no partner.
    """
    values = _paired(dict(source.named_parameters()), dict(target.named_parameters()))
    values.update(_paired(dict(source.named_buffers()), dict(target.named_buffers())))
    with torch.no_grad():
        for mine, theirs in values.values():
            mine.copy_(theirs)
    return target


def report(checks_source, answer_namespace, begin=lambda: None):
    """Runs an exercise's checks on the namespace in which the reader's code ran.

    begin() hears that a check begins, or a mistake is looked for: where time is limited, each has all of it.
    Returns JSON of `{'results': [{'id', 'title', 'passed', 'detail'}], 'mistakes': [id]}`:
    without `passed` where a property was not looked at, `detail` only where it is missing.
    """
    _checks.clear()
    _mistakes.clear()
    checks = {'__name__': 'checks'}
    try:
        exec(compile(checks_source, 'checks.py', 'exec'), checks)
        results, mistakes = _judge(answer_namespace, begin)
    finally:
        # What the checks keep for each other, such as a network, is let go of at once.
        _checks.clear()
        _mistakes.clear()
        checks.clear()
    return json.dumps({'results': results, 'mistakes': mistakes})


def _judge(answer_namespace, begin):
    answer = _Answer(answer_namespace)
    results = []
    held = set()
    for id, title, after, function in _checks:
        result = {'id': id, 'title': title}
        if held.issuperset(after):
            begin()
            detail = _missing(function, answer, answer_namespace)
            result['passed'] = detail is None
            if detail is None:
                held.add(id)
            else:
                result['detail'] = detail
        results.append(result)
    mistakes = []
    if len(held) < len(_checks):
        for id, function in _mistakes:
            begin()
            if _matches(function, answer):
                mistakes.append(id)
    return results, mistakes


class _Answer:
    """What the reader's code defines, by attribute."""

    def __init__(self, namespace):
        self._namespace = namespace

    def __getattr__(self, name):
        if name not in self._namespace:
            raise Unmet(f'Your code does not define {name}.')
        return self._namespace[name]


class _Expectation:
    def __init__(self, value):
        self.value = value

    def equals(self, expected, what):
        """what: a noun phrase, such as 'the number of parameters'."""
        value = self.value
        if isinstance(value, (tuple, list)) and isinstance(expected, (tuple, list)):
            same = list(value) == list(expected)
        else:
            same = value == expected
        if not same:
            raise Unmet(f'Expected {what} to be {_shown(expected)}, found {_shown(value)}.')

    def has_shape(self, expected, what):
        """what: a noun phrase, such as 'the output'."""
        if not torch.is_tensor(self.value):
            hint = ': does forward return its result?' if self.value is None else '.'
            found = 'None' if self.value is None else f'a {type(self.value).__name__}'
            raise Unmet(f'Expected {what} to be a tensor, found {found}{hint}')
        expect(list(self.value.shape)).equals(list(expected), f'the shape of {what}')

    def close(self, expected, what, within=1e-4, where=None):
        """Compares tensors or numbers, up to rounding.

        what: a noun phrase, such as 'the output'. where: what it comes from, place by place, such as
        ('the input', x): its value is said, too, where the two differ.
        """
        value = self.value
        if not torch.is_tensor(expected):
            expected = torch.tensor(expected)
        if isinstance(value, (int, float)):
            value = torch.tensor(value)
        expect(value).has_shape(expected.shape, what)
        gap = _largest_gap(value, expected, within)
        if gap is not None:
            place, found, wanted = gap
            at = f' at {_shown(place)}' if place else ''
            if where:
                source, values = where
                at += f', where {source} is {_at(values, place):.4g},'
            for digits in (4, 6, 9):
                if f'{found:.{digits}g}' != f'{wanted:.{digits}g}':
                    break
            wanted, found = f'{wanted:.{digits}g}', f'{found:.{digits}g}'
            raise Unmet(f'Expected {what}{at} to be {wanted}, found {found}.')

    def is_true(self, detail):
        """detail: the sentence to show where the value is false."""
        if not self.value:
            raise Unmet(detail)


def _missing(function, answer, namespace):
    """What the answer lacks, as a sentence; None where it has the property."""
    torch.manual_seed(0)
    try:
        function(answer)
    except Unmet as unmet:
        return str(unmet)
    except Exception as error:
        line = None
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_globals is namespace:
                line = trace.tb_lineno
            trace = trace.tb_next
        where = '' if line is None else f' on line {line}'
        return f'{type(error).__name__}{where}: {error}'
    return None


def _matches(function, answer):
    torch.manual_seed(0)
    try:
        return bool(function(answer))
    except Exception:
        return False


def _agree(a, b, within):
    """Whether two tensors of one shape have the same numbers, up to rounding."""
    a, b = a.detach().double(), b.detach().double()
    return bool(((a - b).abs() / (1 + b.abs()) <= within).all())


def _largest_gap(a, b, within):
    """(place, a's value, b's value) where the two differ most; None where they agree."""
    if _agree(a, b, within):
        return None
    found = a.detach().reshape(-1).tolist()
    wanted = b.detach().reshape(-1).tolist()
    worst = None
    for i, (x, y) in enumerate(zip(found, wanted)):
        gap = abs(x - y) / (1 + abs(y))
        if not gap <= within:
            if worst is None or not gap <= worst[0]:
                worst = (gap, i, x, y)
            if gap != gap:
                break
    if worst is None:
        return None
    _, i, x, y = worst
    place = []
    for size in reversed(list(a.shape)):
        place.insert(0, i % size)
        i //= size
    return place, x, y


def _at(values, place):
    for index in place:
        values = values[index]
    return values.item()


def _paired(source, target):
    """{name: (target's tensor, source's tensor)}."""
    pairs = {}
    free = dict(source)
    for same in (
        lambda a, b: a == b,
        lambda a, b: a.split('.')[-1] == b.split('.')[-1],
        lambda a, b: True,
    ):
        for name, mine in target.items():
            if name in pairs:
                continue
            for other, theirs in free.items():
                if same(name, other) and list(mine.shape) == list(theirs.shape):
                    pairs[name] = (mine, theirs)
                    del free[other]
                    break
    unpaired = [name for name in target if name not in pairs]
    if unpaired:
        raise Unmet(f'Found no numbers for {unpaired[0]}: is it there, and a layer of its own?')
    return pairs


def _shown(value):
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, int):
        return f'{value:,}'
    if isinstance(value, float):
        return f'{value:.4g}'
    if isinstance(value, (tuple, list)):
        return '[' + ', '.join(str(v) for v in value) + ']'
    return str(value)
