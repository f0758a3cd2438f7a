import type { RunRecord } from '../../../contract/runRecord.ts';
import { isSameSetUp } from './sameSetUp.ts';

/** A run from a file, and the file's name. */
export interface FileRun {
  from: string;
  record: RunRecord;
}

/**
 * What files add to the runs that are shown together.
 * @returns the runs, and a sentence for each that could not be added
 */
export function addRuns(
  present: readonly FileRun[],
  added: readonly FileRun[],
): { runs: FileRun[]; problems: string[] } {
  const runs = [...present];
  const problems: string[] = [];
  for (const run of added) {
    const [first] = runs;
    const { from, record } = run;
    if (first && !isSameSetUp(first.record, record)) {
      problems.push(
        `${from} was trained with other settings than ${first.from}, so the two cannot be averaged. Remove the files first.`,
      );
    } else if (runs.some((one) => isSameRun(one.record, record))) {
      problems.push(`${from} holds a run that is there already.`);
    } else runs.push(run);
  }
  return { runs, problems };
}

/** A device repeats its own run exactly; another device's of the same seed counts as another. */
function isSameRun(a: RunRecord, b: RunRecord): boolean {
  return a.startedAt === b.startedAt && a.config.recipe.seed === b.config.recipe.seed;
}
