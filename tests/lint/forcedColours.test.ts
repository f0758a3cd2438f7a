import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type Rule } from 'postcss';
import { expect, test } from 'vitest';

/** What a rule itself says of a property. */
const valueOf = (rule: Rule, property: string) =>
  rule.nodes.findLast((node) => node.type === 'decl' && node.prop === property)?.toString() ?? '';

test('words in the colour of the page are left on their ground where a system forces its colours', () => {
  const root = path.resolve(import.meta.dirname, '../../src');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const lost: string[] = [];
  let seen = 0;
  for (const file of names.filter((name) => name.endsWith('.css')))
    postcss.parse(readFileSync(path.join(root, file), 'utf8')).walkRules((rule) => {
      if (!/var\(--(page|raised)\)/.test(valueOf(rule, 'color'))) return;
      seen++;
      // Else the browser puts a plate of the page's colour behind them.
      if (!/none/.test(valueOf(rule, 'forced-color-adjust'))) lost.push(`${file} ${rule.selector}`);
    });
  expect(lost).toEqual([]);
  expect(seen).toBeGreaterThan(5);
});
