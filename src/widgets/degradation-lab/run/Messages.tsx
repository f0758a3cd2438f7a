import type { RunRecord } from '../../../contract/runRecord.ts';
import { sayUnkept, type StorageProblem } from '../../../lib/deviceStorage.ts';
import type { LiveRun } from './liveRun.ts';

interface Props {
  live: LiveRun | null;
  /** Those that are shown. */
  runs: readonly RunRecord[];
  unkept: StorageProblem | null;
}

/** What went wrong on the way, if anything did. */
export function Messages({ live, runs, unkept }: Props) {
  return (
    <>
      {live?.notice && (
        <p className="fine" role="status" data-notice="">
          {live.notice}
        </p>
      )}
      {live?.failure && (
        <p className="problem" role="alert">
          {live.failure.message} {live.failure.remedy}
          {live.record.step > 0 && ' The results so far are kept above.'}
        </p>
      )}
      {unkept && (
        <p className="fine" role="status" data-unkept="">
          {sayUnkept(unkept, 'this run')} Download the run to keep it.
        </p>
      )}
      {runs.map(({ startedAt, config, networks }) =>
        networks.map(
          ({ id, divergedAt }) =>
            divergedAt !== undefined && (
              <p className="problem" role="alert" key={`${startedAt} ${id}`}>
                {id} diverged at step {divergedAt}
                {runs.length > 1 && ` with seed ${config.recipe.seed}`}: its loss is no longer a
                number, so its training stopped. Try a smaller learning rate.
              </p>
            ),
        ),
      )}
    </>
  );
}
