"""Grades the answers that tests/exercises/ keeps: on real PyTorch and in Pyodide alike.

The answers to an exercise are in tests/exercises/<id>/right.py and wrong.py, in cells:

    # %% with two ReLU layers
    ...
    # %% ReLU before the addition -> relu-before-addition

Lines before the first cell go before each. A wrong answer says which mistakes its reader may be told of:
ids of mistakes.mdx, with commas between, or `-` where only a failing property is wanted.
"""

import ast
import contextlib
import io
import json

import checking


def read_answers(texts):
    """All answers to an exercise: [{'name', 'code', 'kind', 'mistakes'}], kinds right and wrong.

    texts: {'solution.py', 'starter.py', 'right.py', 'wrong.py'}, the files' contents. The solution counts
    as right; the starter, and the same names without anything behind them, as wrong.
    """
    solution = texts['solution.py']
    answers = [
        {'name': 'solution', 'code': solution, 'kind': 'solution'},
        {'name': 'starter', 'code': texts['starter.py'], 'kind': 'starter'},
        {'name': 'empty', 'code': empty(solution), 'kind': 'empty'},
    ]
    for kind in ('right', 'wrong'):
        for name, mistakes, code in cells(texts[f'{kind}.py']):
            answers.append({'name': name, 'code': code, 'kind': kind, 'mistakes': mistakes})
    names = [(answer['kind'], answer['name']) for answer in answers]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f'There are two answers called {twice}.'
    return answers


def cells(text):
    """(name, mistakes, code) of each cell; the code has the lines before the first cell, too."""
    head, *parts = ('\n' + text).split('\n# %% ')
    found = []
    for part in parts:
        title, _, code = part.partition('\n')
        name, _, mistakes = title.partition(' -> ')
        named = [one.strip() for one in mistakes.split(',') if one.strip() not in ('', '-')]
        found.append((name.strip(), named, f'{head}\n{code}'))
    return found


def empty(solution):
    """What a solution defines, without anything behind the names."""
    lines = ['import torch.nn as nn']
    for node in ast.parse(solution).body:
        if isinstance(node, ast.ClassDef):
            lines.append(f'class {node.name}(nn.Module):\n    pass')
        elif isinstance(node, ast.FunctionDef):
            lines.append(f'def {node.name}(*arguments, **options):\n    pass')
    return '\n'.join(lines)


def grade(checks, answer):
    """What the reader is told: {'failing': [ids], 'mistakes': [ids]}; failing is 'raises' for code that does."""
    namespace = {'__name__': '__main__'}
    try:
        exec(compile(answer['code'], 'answer.py', 'exec'), namespace)
    except Exception as error:
        return {'failing': [f'raises {type(error).__name__}'], 'mistakes': []}
    report = json.loads(checking.report(checks, namespace))
    failing = [result['id'] for result in report['results'] if result.get('passed') is False]
    return {'failing': failing, 'mistakes': report['mistakes']}


def grade_answers(texts, every=1):
    """The verdicts on answers to an exercise: [{'kind', 'name', 'failing', 'mistakes'}].

    That of a wrong answer says which mistakes its reader may be told of, too: 'meant'. The solution, the
    starter and the empty class are always among them, of the others each so-many-th.
    """
    verdicts = []
    answers = read_answers(texts)
    for answer in answers[:3] + answers[3::every]:
        kind, name = answer['kind'], answer['name']
        with contextlib.redirect_stdout(io.StringIO()):
            verdict = {'kind': kind, 'name': name, **grade(texts['checks.py'], answer)}
        if kind == 'wrong':
            verdict['meant'] = answer['mistakes']
        verdicts.append(verdict)
    return verdicts
