"""Grades the kept answers on real PyTorch, and fails where a verdict isn't the page's.

    python3 tests/exercises/grade_in_pytorch.py [--every N] [exercise ...]

The page's verdicts are in verdicts.json, which graders.test.ts writes from Pyodide. A verdict is which
properties fail and which mistakes are named, for every right and wrong answer, the solution, the starter and an
empty class; `--every 16` takes each sixteenth answer. Needs PyTorch and torchvision (Debian's python3-torch 1.13
and python3-torchvision 0.14).
"""

import argparse
import json
import pathlib
import sys
import warnings

import torch

here = pathlib.Path(__file__).parent
exercises = here.parents[1] / 'content' / 'exercises'
sys.path[:0] = [str(exercises), str(here)]

import stand_in  # noqa: E402
from grading import grade_answers  # noqa: E402

torch.set_num_threads(1)
warnings.simplefilter('ignore')


def texts_of(id):
    files = ['checks.py', 'solution.py', 'starter.py']
    texts = {name: (exercises / id / name).read_text() for name in files}
    return texts | {name: (here / id / name).read_text() for name in ('right.py', 'wrong.py')}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('exercises', nargs='*')
    options = parser.parse_args()
    kept = json.loads((here / 'verdicts.json').read_text())
    failed = False
    for id in options.exercises or sorted(path.parent.name for path in exercises.glob('*/checks.py')):
        if 'needsNetwork' in (exercises / id / 'exercise.ts').read_text():
            stand_in.install()
        page = {(verdict['kind'], verdict['name']): verdict for verdict in kept[id]['verdicts']}
        pytorch = grade_answers(texts_of(id), options.every)
        differing = [
            verdict for verdict in pytorch if page.get((verdict['kind'], verdict['name'])) != verdict
        ]
        print(f'{id}: {len(differing)} of {len(pytorch)} verdicts differ')
        for verdict in differing:
            print(f'  page:    {page.get((verdict["kind"], verdict["name"]))}\n  PyTorch: {verdict}')
        failed = failed or bool(differing)
    sys.exit(failed)


main()
