import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import { findDifference, type Outcome } from './findDifference.ts';
import { startPython } from './startPython.ts';

/** A snippet, and what real PyTorch gives for it. */
type Case = Outcome & { code: string };

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const families = readdirSync(path.join(import.meta.dirname, 'cases')).map((file) =>
  file.replace('.json', ''),
);
const casesOf = (family: string) => JSON.parse(read(`cases/${family}.json`)) as Case[];

/** The Python listings of the lessons by lesson/number, such as 03-block/1. */
const listings = new Map<string, string>();
const lessons = path.join(import.meta.dirname, '../../content/lessons');
for (const file of readdirSync(lessons)) {
  const text = readFileSync(path.join(lessons, file), 'utf8');
  for (const [index, [, code]] of [...text.matchAll(/^```python.*\n([^]*?)^```$/gm)].entries()) {
    listings.set(`${file.replace('.mdx', '')}/${index + 1}`, code!);
  }
}
const listingName = /\{(\d\d-[\w-]+\/\d+)\}/g;

await startNodeEngine();
const run = await startPython();

function observe(codes: string[]): Outcome[] {
  const whole = codes.map((code) => code.replaceAll(listingName, (_, name) => listings.get(name)!));
  const list = JSON.stringify(JSON.stringify(whole));
  const program = `${read('observe.py')}\nimport json\nprint(json.dumps([observe(code) for code in json.loads(${list})]))`;
  return JSON.parse(run(program)) as Outcome[];
}

for (const family of families) {
  test(`${family}: as real PyTorch`, () => {
    const cases = casesOf(family);
    const found = observe(cases.map(({ code }) => code));
    const wrong = cases.flatMap((expected, index) => {
      const difference = findDifference(expected, found[index]!);
      return difference ? [`${expected.code}\n→ ${difference}`] : [];
    });
    expect(wrong.join('\n\n'), `${wrong.length} of ${cases.length} differ`).toBe('');
  });
}

test('every Python listing of the lessons is run', () => {
  const codes = casesOf('listings').map(({ code }) => code);
  const named = codes.flatMap((code) => [...code.matchAll(listingName)].map(([, name]) => name));
  expect(new Set(named)).toEqual(new Set(listings.keys()));
});
