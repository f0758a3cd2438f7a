import type { RunRecord } from '../../contract/runRecord.ts';

/** Every number of a run: one row a step, the batch's training error and, where measured, the test error. */
export function toCsv({ networks, startedAt, engine, settings }: RunRecord): string {
  const steps = Math.max(0, ...networks.map(({ trainErrors }) => trainErrors.length));
  const tests = networks.map(
    ({ testErrors }) => new Map(testErrors.map(({ step, error }) => [step, error])),
  );
  const head = [
    'step',
    ...networks.flatMap(({ id }) => [`${id} training error`, `${id} test error`]),
  ];
  const rows = Array.from({ length: steps }, (_, index) => [
    index + 1,
    ...networks.flatMap(({ trainErrors }, n) => [
      trainErrors[index] ?? '',
      tests[n]?.get(index + 1) ?? '',
    ]),
  ]);
  const provenance = `# started ${startedAt}; ${engine.device}; ${JSON.stringify(settings).replaceAll(',', ';')}`;
  return [provenance, head.join(','), ...rows.map((row) => row.join(','))].join('\n') + '\n';
}
