import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startNodeEngine } from '../../scripts/model/nodeEngine.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { openData } from '../../src/training/data.ts';
import { train } from '../../src/training/train.ts';
import { baseUrl, hasNoPictures, servePreparedSite } from '../data/preparedSite.ts';
import { processor } from './devices.ts';

const folder = path.resolve(import.meta.dirname, '../../content/runs');
const recordings = readdirSync(folder).filter((file) => file.startsWith('degradation-'));
const steps = 10;

/**
 * Nothing may differ. WebAssembly computes the same bits in every engine and on every processor, and a batch's
 * error is a whole number of 64 pictures, which the recording holds exactly. A tolerance would prove little: once
 * one last digit differs, errors are off by several pictures within two steps, as they are for another seed.
 */
describe.skipIf(hasNoPictures)('a recorded run', () => {
  beforeAll(async () => {
    servePreparedSite();
    await startNodeEngine();
  }, 120_000);
  afterAll(() => void vi.unstubAllGlobals());

  test.each(recordings)('%s repeats from its own JSON', { timeout: 120_000 }, async (file) => {
    const record = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RunRecord;
    // A GPU's digits are its own.
    expect(record.engine.backend).toBe('wasm');
    const data = await openData(record.config, { dataUrl: baseUrl });
    const repeated: Record<string, number[]> = {};
    for await (const event of train(record.config, data, processor)) {
      if (event.type === 'step') (repeated[event.network] ??= []).push(event.trainError);
      if (event.type === 'progress' && event.step === steps) break;
    }
    for (const { id, trainErrors } of record.networks)
      expect(repeated[id], `${id}; other digits by intent? npm run record`).toEqual(
        trainErrors.slice(0, steps),
      );
  });
});
