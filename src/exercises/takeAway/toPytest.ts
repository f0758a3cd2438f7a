import page from './python/page.py?raw';
import { checksCode, quote } from './checksCode.ts';
import { addressOf, linkToChapter, programOf, type Taken } from './taken.ts';
import { wrap } from './wrap.ts';

/**
 * A program for PyTorch: the statement as a comment, the code, and the checks, each as a test for pytest. It runs
 * without pytest, too, and then prints what the checks find.
 */
export function toPytest(taken: Taken): string {
  const { exercise, code, site } = taken;
  const file = pytestName(taken);
  const about = `${exercise.title}\n\n${linkToChapter(taken, programOf(taken).statement)}\n\nFrom ${addressOf(taken)}\n\nWrite your code below, then check it with PyTorch on your computer:\n\n    pytest ${file}\n    python ${file}`;
  const needsPage = exercise.needsNetwork && `${page.trim()}\n\n\n_install_page(${quote(site)})`;
  const [future, own] = partFuture(code);
  return [
    [comment(about), future].filter(Boolean).join('\n\n'),
    needsPage,
    own.trim(),
    `${comment('The checks of the exercise. Nothing below needs to be changed.')}\n\n\n${checksCode(taken)}`,
    hold,
    ...checkIds(programOf(taken).checks).map(
      (id) => `def test_${id.replaceAll(/\W/g, '_')}():\n    _hold(${quote(id)})`,
    ),
    "if __name__ == '__main__':\n    _tell(globals())\n",
  ]
    .filter(Boolean)
    .join('\n\n\n');
}

/** Such as `test_residual_block.py`: pytest finds it by its name. */
export function pytestName({ exercise }: Pick<Taken, 'exercise'>): string {
  return `test_${exercise.id.replaceAll('-', '_')}.py`;
}

/** The ids of an exercise's checks, in order. */
export function checkIds(checks: string): string[] {
  return [...checks.matchAll(/^@check\(\s*(['"])(.+?)\1/gm)].map(([, , id = '']) => id);
}

/** Python wants `from __future__` before all else. */
function partFuture(code: string): [string, string] {
  const future = /^from __future__ import .*$/gm;
  return [(code.match(future) ?? []).join('\n'), code.replaceAll(future, '')];
}

const comment = (text: string) => wrap(text, 77).replaceAll(/^/gm, '# ').replaceAll(/ +$/gm, '');

/** All checks run with the first test: they share what takes long. */
const hold = `def _hold(id, found={}):
    """Fails where the answer lacks a property, and skips one that rests on another."""
    import unittest

    __tracebackhide__ = True
    if not found:
        results, found['mistakes'] = _judge(globals())
        found['results'] = {result['id']: result for result in results}
    result = found['results'][id]
    if result.get('passed') is None:
        raise unittest.SkipTest('It rests on a check that fails.')
    assert result['passed'], _sentences(result, found['mistakes'])`;
