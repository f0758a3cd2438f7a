"""Grades all kept answers on real PyTorch, and fails where a verdict isn't the page's.

    python3 tests/exercises/grade_in_pytorch.py [exercise ...]

The page's verdicts are in verdicts.json, which graders.test.ts writes from Pyodide. A verdict is which
properties fail and which mistakes are named, for every right and wrong answer, the solution, the starter and an
empty class. Needs PyTorch and torchvision (Debian's python3-torch 1.13 and python3-torchvision 0.14).
"""

import contextlib
import io
import json
import pathlib
import sys
import warnings

import torch

here = pathlib.Path(__file__).parent
exercises = here.parents[1] / 'content' / 'exercises'
sys.path[:0] = [str(exercises), str(here)]

from grading import grade_all  # noqa: E402

torch.set_num_threads(1)
warnings.simplefilter('ignore')


def texts_of(id):
    files = ['checks.py', 'solution.py', 'starter.py']
    texts = {name: (exercises / id / name).read_text() for name in files}
    return texts | {name: (here / id / name).read_text() for name in ('right.py', 'wrong.py')}


def flat(verdicts):
    """{(kind, name): verdict}."""
    return {
        (kind, name): verdict
        for kind, answers in verdicts.items()
        for name, verdict in answers.items()
    }


def page_verdicts():
    """The page's, by exercise: {id: {(kind, name): verdict}}."""
    found = {}
    for row in json.loads((here / 'verdicts.json').read_text()):
        verdict = {key: row[key] for key in ('failing', 'mistakes', 'meant') if key in row}
        found.setdefault(row['id'], {})[row['kind'], row['name']] = verdict
    return found


def main():
    ids = sys.argv[1:] or sorted(path.parent.name for path in exercises.glob('*/checks.py'))
    kept = page_verdicts()
    failed = False
    for id in ids:
        if (here / 'stand_in.py').exists() and 'load' in id:
            import stand_in

            stand_in.install()
        page = kept.get(id, {})
        with contextlib.redirect_stdout(io.StringIO()):
            pytorch = flat(grade_all(texts_of(id)))
        differing = [key for key in page | pytorch if page.get(key) != pytorch.get(key)]
        print(f'{id}: {len(differing)} of {len(pytorch)} verdicts differ')
        for key in differing:
            print(f'  {" ".join(key)}\n    page:    {page.get(key)}\n    PyTorch: {pytorch.get(key)}')
        failed = failed or bool(differing)
    sys.exit(failed)


main()
