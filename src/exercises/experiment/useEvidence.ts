import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunRecord } from '../../contract/runRecord.ts';
import { openLabRuns, runsOf } from '../../runtime/labRuns.ts';
import type { Evidence } from '../judges/experiment/evidence.ts';

/**
 * The runs that a task is answered with: the reader's newest in the lab that fit, or the recorded ones. The lab's
 * are looked for when the exercise wakes, and at each `look`.
 * @param fits whether runs of one set-up, a seed each, can answer the task; always the same function
 */
export function useEvidence(
  recorded: readonly RunRecord[],
  fits: (runs: readonly RunRecord[]) => boolean,
) {
  const [own, setOwn] = useState<readonly RunRecord[]>();
  const [chosen, choose] = useState<Evidence['from']>('own');
  /** What is kept on the device, as it was last looked at: most looks find nothing new. */
  const seen = useRef('');
  const look = useCallback(async () => {
    const archive = openLabRuns();
    const heads = await archive.list();
    const state = heads.map(({ id, keptAt }) => `${id} ${keptAt}`).join();
    if (state === seen.current) return;
    seen.current = state;
    for (const { id } of heads) {
      const kept = await archive.read(id);
      if (kept && fits(runsOf(kept))) {
        setOwn(runsOf(kept));
        return;
      }
    }
    setOwn(undefined);
  }, [fits]);
  useEffect(() => void look(), [look]);
  const evidence: Evidence =
    own && chosen === 'own' ? { runs: own, from: 'own' } : { runs: recorded, from: 'recorded' };
  return { evidence, hasOwn: own !== undefined, choose, look: () => void look() };
}
