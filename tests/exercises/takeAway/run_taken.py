"""Runs files that were taken away, in one interpreter, and prints what came of each as JSON.

    python3 run_taken.py FOLDER

FOLDER has Python files and notebooks, of which each was made by src/exercises/takeAway.
"""

import contextlib
import io
import json
import pathlib
import runpy
import sys
import unittest
import warnings

import torch
from torchvision.models import ResNet34_Weights

folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import stand_in  # noqa: E402

torch.set_num_threads(1)
warnings.simplefilter('ignore')
meta = ResNet34_Weights.DEFAULT.meta
names = {False: meta['categories']}
stand_in.install()
# The file's own is to be tried; the weights come from here, since there may be no network.
del sys.modules['page']
names[True] = meta['categories']
shipped = sys.modules['torchvision'].models.resnet34


def run_tests(path):
    """{test: 'pass', 'skip', or why it fails}; {'raises': …} of a file that does not get through."""
    try:
        namespace = runpy.run_path(str(path), run_name='taken')
    except Exception as error:
        return {'raises': repr(error)}
    found = {}
    for name, function in namespace.items():
        if name.startswith('test_'):
            try:
                function()
                found[name] = 'pass'
            except unittest.SkipTest:
                found[name] = 'skip'
            except AssertionError as error:
                found[name] = str(error)
    return found


def run_notebook(path):
    """The last line that its cells print."""
    namespace = {'__name__': '__main__'}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for cell in json.loads(path.read_text())['cells']:
            if cell['cell_type'] == 'code':
                exec(compile(''.join(cell['source']), cell['id'], 'exec'), namespace)
    return printed.getvalue().strip().split('\n')[-1]


def offline(*arguments, **options):
    if arguments or options:
        raise OSError('no network')
    return stand_in.untrained()


outcomes = {}
for path in sorted(folder.iterdir()):
    is_online = 'offline' not in path.name
    meta['categories'] = names[is_online]
    sys.modules['torchvision'].models.resnet34 = shipped if is_online else offline
    with contextlib.redirect_stdout(io.StringIO()):
        run = run_notebook if path.suffix == '.ipynb' else run_tests
        outcomes[path.name] = run(path)
print(json.dumps(outcomes))
