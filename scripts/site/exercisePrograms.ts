import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import type { ExercisePrograms, KnownMistake } from '../../src/exercises/takeAway/programs.ts';

const folder = path.resolve(import.meta.dirname, '../../content/exercises');
const name = 'virtual:exercise-programs';

/** Offers `virtual:exercise-programs`: what the page needs of every code exercise to take it away or check it anew. */
export function exercisePrograms(): Plugin {
  return {
    name: 'exercise-programs',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const files = codeExercises().flatMap((exercise) =>
        ['statement.mdx', 'mistakes.mdx', 'checks.py'].map((file) => inFolder(exercise, file)),
      );
      for (const file of [...files, inFolder('checking.py')]) this.addWatchFile(file);
      return `export default ${JSON.stringify(readExercisePrograms())};`;
    },
  };
}

/** The same, read from content/exercises. */
export function readExercisePrograms(): ExercisePrograms {
  return {
    checking: read('checking.py'),
    exercises: Object.fromEntries(
      codeExercises().map((id) => [
        id,
        {
          statement: readStatement(read(id, 'statement.mdx')),
          mistakes: readMistakes(read(id, 'mistakes.mdx')),
          checks: read(id, 'checks.py'),
        },
      ]),
    ),
  };
}

const inFolder = (...parts: string[]) => path.join(folder, ...parts);
const read = (...parts: string[]) => readFileSync(inFolder(...parts), 'utf8').trim();
const codeExercises = () =>
  readdirSync(folder).filter((id) => existsSync(inFolder(id, 'checks.py')));

/** Without its title, which exercise.ts has, too. */
const readStatement = (mdx: string) => toMarkdown(mdx.replace(/^###.*\n+/, ''));

function readMistakes(mdx: string): Record<string, KnownMistake> {
  const found = mdx.matchAll(/<Mistake id="(.+?)" title="(.+?)">([^]*?)<\/Mistake>/g);
  return Object.fromEntries(
    [...found].map(([, id, title = '', says = '']) => [
      id,
      { title, says: toMarkdown(says.trim()) },
    ]),
  );
}

/** As any reader of Markdown takes it: without components, citations and the chapter's colours in formulas. */
function toMarkdown(mdx: string): string {
  return mdx
    .replaceAll(/<\/?[A-Z]\w*[^>]*>/g, '')
    .replaceAll(/ ?\[@[^\]]+\]/g, '')
    .replaceAll(/\\(?:plain|residual|shortcut|branch)\{([^{}]*)\}/g, '{$1}');
}
