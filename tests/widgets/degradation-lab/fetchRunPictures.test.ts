import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/widgets/degradation-lab/setup/defaults.ts';
import { shardsOf } from '../../../src/widgets/degradation-lab/setup/fetchRunPictures.ts';
import {
  downloadMegabytes,
  toRunConfig,
} from '../../../src/widgets/degradation-lab/setup/settings.ts';

const shards = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ file: `${name}-${index}.bin`, pictures: 1000, bytes: 3_073_000 },
  }));

test('the pictures of a run are what the lab says it downloads', () => {
  const config = toRunConfig({ ...defaultSettings, steps: 300, batchSize: 64 });
  const needed = shardsOf(config, shards(50, 'train'), shards(10, 'test'));
  expect(needed).toHaveLength(20 + 1);
  expect([needed[0]?.file, needed[19]?.file, needed[20]?.file]).toEqual([
    ...['train-0.bin', 'train-19.bin', 'test-0.bin'],
  ]);
  expect(downloadMegabytes(config)).toBeCloseTo(needed.length * 3.07);
});
