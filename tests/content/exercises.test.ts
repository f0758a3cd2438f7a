import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const exercises = new URL('../../content/exercises/', import.meta.url);

const folders = readdirSync(exercises, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(folders)('exercise "%s"', (id) => {
  const statement = readFileSync(new URL(`${id}/statement.mdx`, exercises), 'utf8');

  test('asks before it helps: hints, and what else gives something away, are folded', () => {
    const [question = '', ...folded] = statement.split('<details>');
    expect(question.length).toBeGreaterThan(80);
    const hints = new URL(`${id}/hints.mdx`, exercises);
    if (existsSync(hints)) {
      expect(statement).not.toMatch(/<details>|<Hint>/);
      expect(readFileSync(hints, 'utf8').match(/^<Hint>$/gm)).toHaveLength(3);
      return;
    }
    expect(folded[0]).toMatch(/^\n<summary>Hint/);
    for (const part of folded) expect(part).toMatch(/<\/details>\n*$/);
  });

  test('shows code that fits its frame, which is narrower than the page', () => {
    const code = statement.match(/^```\w+\n[^]*?^```/gm) ?? [];
    const lines = code.flatMap((block) => block.split('\n'));
    expect(lines.filter((line) => line.length > 70)).toEqual([]);
  });
});
