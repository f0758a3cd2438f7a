import type { RunRecord } from '../../../contract/runRecord.ts';
import { day, grouped, listed } from '../../../lib/format.ts';

/** Runs of one set-up, a seed each, and whose they are. */
export interface Evidence {
  runs: readonly RunRecord[];
  from: 'own' | 'recorded';
}

/** What an answer rests on: 'your run of 27 November 2026: 300 steps, seed 1'. */
export function sayEvidence({ runs, from }: Evidence): string {
  const [first] = runs;
  if (!first) return '';
  const seeds = runs.map(({ config }) => String(config.recipe.seed));
  const several = seeds.length > 1;
  const named = `${several ? 'seeds' : 'seed'} ${listed(seeds)}`;
  const whose = `${from === 'own' ? 'your' : 'the recorded'} ${several ? 'runs' : 'run'}`;
  return `${whose} of ${day(first.startedAt)}: ${grouped(first.step)} steps, ${named}`;
}
