import programs from 'virtual:exercise-programs';
import type { CodeExercise } from '../../contract/exercises.ts';
import { saveText } from '../../figure/export/save.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { toNotebook } from './toNotebook.ts';
import { pytestName, toPytest } from './toPytest.ts';

/** Offers an exercise and the reader's code as a file; nothing leaves the device. */
export function saveExercise(
  exercise: CodeExercise,
  code: string,
  as: 'notebook' | 'pytest',
): void {
  const taken = { exercise, code, programs, site: siteUrl('') };
  if (as === 'pytest') return saveText(pytestName(taken), 'text/x-python', toPytest(taken));
  const notebook = `${JSON.stringify(toNotebook(taken), null, 1)}\n`;
  saveText(`${exercise.id}.ipynb`, 'application/x-ipynb+json', notebook);
}
