import type { RunRecord } from '../../../contract/runRecord.ts';

/** Whether runs differ in nothing but their seed, so that a mean over them says something. */
export function isSameSetUp(a: RunRecord, b: RunRecord): boolean {
  return setUp(a) === setUp(b);
}

function setUp({ config: { networks, recipe, data } }: RunRecord): string {
  return JSON.stringify([networks, { ...recipe, seed: 0 }, data]);
}
