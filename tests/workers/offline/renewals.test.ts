import { expect, test } from 'vitest';
import type { OfflineFile, OfflineList, OfflinePart } from '../../../src/contract/offline.ts';
import { renewals } from '../../../src/workers/offline/renewals.ts';

const file = (path: string, revision?: string, part: OfflinePart = 'chapter'): OfflineFile => ({
  ...{ path, bytes: 1, part },
  ...(revision && { revision }),
});
const version = (...files: OfflineFile[]): OfflineList => ({ version: 'v', files });
const due = (kept: string[], before: OfflineList | undefined, next: OfflineList) =>
  renewals(new Set(kept), before, next).map(({ path }) => path);

const before = version(
  file('block/', '1'),
  file('residual/', '1'),
  file('assets/figure-AAAAAAAA.js'),
  file('assets/engine-AAAAAAAA.js'),
  file('models/tiny200/model.safetensors', '1', 'classifier'),
);
const next = version(
  file('block/', '2'),
  file('residual/', '2'),
  file('assets/figure-BBBBBBBB.js'),
  file('assets/engine-BBBBBBBB.js'),
  file('models/tiny200/model.safetensors', '1', 'classifier'),
  file('models/tiny200/labels.json', '1', 'classifier'),
);

test('only what is kept is renewed, and pages come after what they need', () => {
  expect(due(['block/', 'assets/figure-AAAAAAAA.js'], before, next)).toEqual([
    'assets/figure-BBBBBBBB.js',
    'block/',
  ]);
});

test('a large file that stayed the same is not fetched again, and a part that was whole stays so', () => {
  expect(due(['models/tiny200/model.safetensors'], before, next)).toEqual([
    'models/tiny200/labels.json',
  ]);
});

test('where nothing tells the version of what is kept, all of it is renewed', () => {
  expect(due(['models/tiny200/model.safetensors'], undefined, next)).toEqual([
    'models/tiny200/model.safetensors',
  ]);
});
