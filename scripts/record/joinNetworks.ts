import type { RunRecord } from '../../src/contract/runRecord.ts';

/**
 * One run of the networks of several that differ in nothing else. Each network sees the batches that the config and
 * the step give, so it computes the same bits alone as beside others; the times are added up.
 */
export function joinNetworks(records: readonly RunRecord[]): RunRecord {
  const [first] = records;
  if (!first) throw new Error('There is no run to join.');
  return {
    ...first,
    config: { ...first.config, networks: records.flatMap(({ config }) => config.networks) },
    trainingMs: records.reduce((sum, { trainingMs }) => sum + trainingMs, 0),
    networks: records.flatMap(({ networks }) => networks),
  };
}
