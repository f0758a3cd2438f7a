import type { ExperimentExercise } from '../../contract/exercises.ts';
import type { RunRecord } from '../../contract/runRecord.ts';

/** Of a recording, what a task looks at: a page holds it once for each exercise. */
export function condenseRuns(
  runs: readonly RunRecord[],
  task: ExperimentExercise['task'],
): RunRecord[] {
  if (task === 'diagnose') return runs.map((run) => keep(run, { losses: true }));
  const whole = runs.map((run) => keep(run, { losses: false }));
  return task === 'name-curves' ? whole.slice(0, 1) : whole;
}

/** The errors, and the last measurement; the losses where they are wanted. */
function keep(run: RunRecord, { losses }: { losses: boolean }): RunRecord {
  const networks = run.networks.map((network) => ({
    ...network,
    losses: losses ? network.losses : [],
    measurements: network.measurements
      .slice(-1)
      .map((last) => ({ ...last, ...(losses ? {} : { gradients: [], branches: [] }) })),
  }));
  return { ...run, networks };
}
