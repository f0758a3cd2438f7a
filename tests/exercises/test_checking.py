"""Tests of content/exercises/checking.py: python3 tests/exercises/test_checking.py, in Pyodide too."""

import json
import os
import sys

if '__file__' in globals():
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, os.path.join(here, '../../content/exercises'))

import checking
import torch
import torch.nn as nn

CHECKS = """
import torch
from checking import check, expect, mistake

@check('shape', 'The output has the shape of the input')
def _(answer):
    expect(answer.double(torch.zeros(2, 3))).has_shape([2, 3], 'the output')

@check('values', 'The output is twice the input', after=['shape'])
def _(answer):
    x = torch.tensor([1.0, 2.0])
    expect(answer.double(x)).close([2.0, 4.0], 'the output', where=('the input', x))

@check('name', 'It is called double')
def _(answer):
    expect(answer.double.__name__).equals('double', 'the name')

@mistake('squares')
def _(answer):
    return answer.double(torch.tensor(3.0)).item() == 9

@mistake('raises')
def _(answer):
    raise RuntimeError('not found')
"""


def report_on(code):
    namespace = {}
    exec(compile(code, 'answer.py', 'exec'), namespace)
    return json.loads(checking.report(CHECKS, namespace))


def details_of(code):
    return [result.get('detail') for result in report_on(code)['results']]


def test_right_answer():
    found = report_on('def double(x):\n    return x + x')
    assert [result['passed'] for result in found['results']] == [True, True, True]
    assert details_of('def double(x):\n    return x + x') == [None, None, None]
    assert found['mistakes'] == []


def test_wrong_answer():
    found = report_on('def double(x):\n    return x * x')
    assert found['results'][0] == {
        'id': 'shape', 'title': 'The output has the shape of the input', 'passed': True,
    }
    assert found['results'][1]['detail'] == (
        'Expected the output at [0], where the input is 1, to be 2, found 1.'
    )
    assert found['mistakes'] == ['squares']


def test_not_looked_at():
    found = report_on('def double(x):\n    pass')
    assert [result.get('passed') for result in found['results']] == [False, None, True]
    assert 'passed' not in found['results'][1]
    assert found['results'][0]['detail'] == (
        'Expected the output to be a tensor, found None: does forward return its result?'
    )
    assert found['mistakes'] == []


def test_details():
    assert details_of('')[0] == 'Your code does not define double.'
    assert details_of('\ndef double(x):\n    return x @ x[9]')[0].startswith('IndexError on line 3: ')
    assert details_of('def double(x):\n    return x[0]')[0] == (
        'Expected the shape of the output to be [2, 3], found [3].'
    )
    assert details_of('triple = double = lambda x: x + x')[2] == (
        'Expected the name to be double, found <lambda>.'
    )


def test_each_check_is_seeded():
    source = '@check("{0}", "")\ndef _(answer): answer.seen.append(torch.rand(1).item())\n'
    seen = []
    head = 'import torch\nfrom checking import check\n'
    checking.report(head + source.format('a') + source.format('b'), {'seen': seen})
    assert len(seen) == 2 and seen[0] == seen[1]


def test_copy_numbers():
    class One(nn.Module):
        def __init__(self):
            super().__init__()
            self.norm = nn.BatchNorm2d(3)
            self.first = nn.Conv2d(3, 3, 1, bias=False)
            self.second = nn.Conv2d(3, 3, 1, bias=False)

    class Other(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.Sequential(
                nn.Conv2d(3, 3, 1, bias=False), nn.BatchNorm2d(3), nn.Conv2d(3, 3, 1, bias=False)
            )

    one, other = checking.shake_parameters(One()), Other()
    with torch.no_grad():
        one.norm.running_mean.copy_(torch.tensor([1.0, 2.0, 3.0]))
    checking.copy_numbers(one, other)
    assert torch.equal(other.layers[0].weight, one.first.weight)
    assert torch.equal(other.layers[1].weight, one.norm.weight)
    assert torch.equal(other.layers[1].bias, one.norm.bias)
    assert torch.equal(other.layers[1].running_mean, one.norm.running_mean)
    assert torch.equal(other.layers[2].weight, one.second.weight)
    assert not torch.equal(one.norm.weight, one.norm.bias)
    other.layers[2] = nn.Conv2d(3, 4, 1, bias=False)
    refused = checking.raised(lambda: checking.copy_numbers(one, other))
    assert isinstance(refused, checking.Unmet) and 'layers.2.weight' in str(refused)


def test_alike():
    a = torch.tensor([1.0, 2.0])
    assert checking.alike(a, a + 1e-6)
    assert not checking.alike(a, a + 1e-2)
    assert not checking.alike(a, a.reshape(2, 1))
    assert not checking.alike(a, torch.tensor([1.0, float('nan')]))
    assert not checking.alike(a, None)
    assert checking.count_parameters(nn.Conv2d(2, 3, 3)) == 57
    assert checking.zero_parameters(nn.Conv2d(2, 3, 3)).weight.abs().sum().item() == 0


for name, test in list(globals().items()):
    if name.startswith('test_'):
        test()
print('ok')
