import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import type { Exercise } from '../../src/contract/exercises.ts';

const exercises = new URL('../../content/exercises/', import.meta.url);

const folders = readdirSync(exercises, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const fileOf = (id: string, name: string) => new URL(`${id}/${name}`, exercises);
const read = (id: string, name: string) => readFileSync(fileOf(id, name), 'utf8');
const has = (id: string, name: string) => existsSync(fileOf(id, name));
const isAnswered = (id: string) => has(id, 'exercise.ts');

describe.each(folders)('exercise "%s"', (id) => {
  test('shows code that fits its frame, which is narrower than the page', () => {
    const code = read(id, 'statement.mdx').match(/^```\w+\n[^]*?^```/gm) ?? [];
    const programs = ['starter.py', 'solution.py'].filter((name) => has(id, name));
    const all = [...code, ...programs.map((name) => read(id, name))];
    const lines = all.flatMap((block) => block.split('\n'));
    expect(lines.filter((line) => line.length > 70)).toEqual([]);
  });
});

describe.each(folders.filter((id) => !isAnswered(id)))('exercise "%s", to be read', (id) => {
  test('asks before it helps: hints, and what else gives something away, are folded', () => {
    const [question = '', ...folded] = read(id, 'statement.mdx').split('<details>');
    expect(question.length).toBeGreaterThan(80);
    expect(folded[0]).toMatch(/^\n<summary>Hint/);
    for (const part of folded) expect(part).toMatch(/<\/details>\n*$/);
  });
});

describe.each(folders.filter(isAnswered))('exercise "%s", to be answered in the page', (id) => {
  test('says what it is, and has what its kind needs', async () => {
    const { default: exercise } = (await import(fileOf(id, 'exercise.ts').href)) as {
      default: Exercise;
    };
    expect(exercise.id).toBe(id);
    expect(chapter.lessons.map((lesson) => lesson.id)).toContain(exercise.lesson);
    expect(read(id, 'statement.mdx').split('\n')[0]).toBe(`### ${exercise.title}`);
    const needed =
      exercise.kind === 'code' ? ['starter.py', 'solution.py', 'checks.py'] : ['model.mdx'];
    expect(needed.filter((name) => !has(id, name))).toEqual([]);
  });

  test('asks before it helps: three hints, and nothing that gives the answer away in the statement', () => {
    expect(read(id, 'hints.mdx').match(/^<Hint>$/gm)).toHaveLength(3);
    expect(read(id, 'statement.mdx')).not.toMatch(/<details>|<Hint>/);
  });

  test.runIf(has(id, 'checks.py'))('lists what its checks ask, each in its place', () => {
    const statement = read(id, 'statement.mdx');
    const numbers = statement.match(/^\d+\. /gm)?.map(parseFloat) ?? [];
    const checks = read(id, 'checks.py').match(/^@check\(/gm) ?? [];
    // Results are numbered, so nothing else may be.
    const listed = /\bask(, .*)?:$/m.test(statement) ? checks : [];
    expect(numbers).toEqual(listed.map((_, index) => index + 1));
  });

  test.runIf(has(id, 'mistakes.mdx'))('explains no mistake that its checks cannot name', () => {
    const told = [...read(id, 'mistakes.mdx').matchAll(/<Mistake id="([^"]+)" title="[^"]+">/g)];
    expect(told.length).toBeGreaterThan(0);
    for (const [, name] of told) expect(read(id, 'checks.py')).toContain(`'${name}'`);
  });
});
