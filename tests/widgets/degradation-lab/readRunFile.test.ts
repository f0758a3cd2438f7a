import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../../src/contract/runRecord.ts';
import { runWith } from '../../../src/widgets/degradation-lab/exampleRun.ts';
import { readRunFile } from '../../../src/widgets/degradation-lab/files/readRunFile.ts';

const file = (text: string, name = 'mine.json') => new File([text], name);
const run = runWith({ 'plain-20': 0.5, 'residual-20': 0.25 }, 3);

test('what “Download run” writes is read back', async () => {
  expect(await readRunFile(file(JSON.stringify(run)))).toEqual([run]);
});

test('the chapter’s own recordings are read', async () => {
  const url = new URL('../../../content/runs/degradation.json', import.meta.url);
  const text = readFileSync(url, 'utf8');
  expect(await readRunFile(file(text))).toEqual(JSON.parse(text) as RunRecord[]);
});

const changed = (part: object) => JSON.stringify({ ...run, ...part });
const [plain, residual] = run.networks;

test.each([
  [
    'half a file',
    JSON.stringify(run).slice(0, 200),
    /mine\.json is not JSON, or only a part of it/,
  ],
  ['an empty file', '', /not JSON/],
  ['an empty list', '[]', /holds no run/],
  ['another JSON', '{"name": "package"}', /mine\.json is not a run of this lab: startedAt/],
  ['null', 'null', /is not a run of this lab/],
  [
    'an error of 3',
    changed({ networks: [{ ...plain, trainErrors: [3] }, residual] }),
    /networks\.0\.trainErrors\.0/,
  ],
  ['too many steps', changed({ step: 2 }), /is damaged/],
  ['networks in another order', changed({ networks: [residual, plain] }), /is damaged/],
  ['a date that is none', changed({ startedAt: 'yesterday' }), /startedAt/],
])('%s is refused by name', async (_, text, sentence) => {
  await expect(readRunFile(file(text))).rejects.toThrow(sentence);
});

test('a file far too large is refused before it is read', async () => {
  const huge = { name: 'film.mp4', size: 1e9, text: () => Promise.reject(new Error('read')) };
  await expect(readRunFile(huge as unknown as File)).rejects.toThrow(
    /film\.mp4 is larger than 50 MB/,
  );
});
