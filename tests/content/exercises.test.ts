import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const exercises = new URL('../../content/exercises/', import.meta.url);

describe.each(readdirSync(exercises))('exercise "%s"', (id) => {
  const statement = readFileSync(new URL(`${id}/statement.mdx`, exercises), 'utf8');

  test('asks before it helps: hints, and what else gives something away, are folded', () => {
    const [question = '', ...folded] = statement.split('<details>');
    expect(question.length).toBeGreaterThan(80);
    expect(folded[0]).toMatch(/^\n<summary>Hint/);
    for (const part of folded) expect(part).toMatch(/<\/details>\n*$/);
  });

  test('shows code that fits its frame, which is narrower than the page', () => {
    const code = statement.match(/^```\w+\n[^]*?^```/gm) ?? [];
    const lines = code.flatMap((block) => block.split('\n'));
    expect(lines.filter((line) => line.length > 70)).toEqual([]);
  });
});
