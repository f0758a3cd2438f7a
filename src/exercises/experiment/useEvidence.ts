import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunRecord } from '../../contract/runRecord.ts';
import { openLabRuns, runsOf } from '../../runtime/labRuns.ts';
import type { Evidence } from '../judges/experiment/evidence.ts';

/** Whether runs of one set-up, a seed each, can answer a task. */
type Fits = (runs: readonly RunRecord[]) => boolean;

/**
 * The runs that a task is answered with: the reader's newest in the lab that fit, or the recorded ones. The lab's
 * are looked for when the exercise wakes, and at each `look`.
 * @param fits always the same function
 */
export function useEvidence(recorded: readonly RunRecord[], fits: Fits) {
  const [own, setOwn] = useState<readonly RunRecord[]>();
  const [chosen, choose] = useState<Evidence['from']>('own');
  /** What was kept on the device when it was last looked at: most looks find nothing new. */
  const seen = useRef('');
  const look = useCallback(() => {
    void findRuns(fits, seen.current).then(({ state, runs }) => {
      if (state === seen.current) return;
      seen.current = state;
      setOwn(runs);
    });
  }, [fits]);
  useEffect(look, [look]);
  const evidence: Evidence =
    own && chosen === 'own' ? { runs: own, from: 'own' } : { runs: recorded, from: 'recorded' };
  return { evidence, hasOwn: own !== undefined, choose, look };
}

/**
 * The newest kept runs that fit, if any.
 * @param seen the state of storage at which nothing needs to be read
 */
async function findRuns(
  fits: Fits,
  seen: string,
): Promise<{ state: string; runs?: readonly RunRecord[] }> {
  const archive = openLabRuns();
  const heads = await archive.list();
  const state = heads.map(({ id, keptAt }) => `${id} ${keptAt}`).join();
  if (state === seen) return { state };
  for (const { id } of heads) {
    const kept = await archive.read(id);
    if (kept && fits(runsOf(kept))) return { state, runs: runsOf(kept) };
  }
  return { state };
}
