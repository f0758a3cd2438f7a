import { day } from '../../../lib/format.ts';
import type { KeptRun } from '../../../runtime/labRuns.ts';
import type { LabActions } from './labStore.ts';

interface Props {
  run: KeptRun;
  actions: Pick<LabActions, 'goOn' | 'discard'>;
}

/** Offers to go on with a run that was cut off: by a reload, a crash, or a laptop that fell asleep. */
export function UnfinishedRun({ run: { record, ended, seeds = [] }, actions }: Props) {
  const { config, step, startedAt } = record;
  const left = seeds.length === 1 ? 'one more was' : `${seeds.length} more were`;
  return (
    <div className="unfinished-run" role="status" data-unfinished="">
      <p>
        {ended
          ? `Your run of ${day(startedAt)} was cut off after seed ${config.recipe.seed}; ${left} to come.`
          : `Your run of ${day(startedAt)} was cut off after ${step} of ${config.recipe.steps} steps (seed ${config.recipe.seed}). It can go on exactly where it was.`}
      </p>
      <div className="buttons">
        <button type="button" className="primary" onClick={actions.goOn}>
          Go on with it
        </button>
        <button type="button" onClick={actions.discard}>
          Forget it
        </button>
      </div>
    </div>
  );
}
