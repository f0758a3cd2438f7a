import type { Outcome } from './measured.ts';
import { isRight, work, type Probe } from './work.ts';

/** The fastest of so many turns counts. */
const turns = 3;

/**
 * How long the work takes a probe, in milliseconds, once it has computed one layer to compile its programs. Where one
 * layer takes longer than `enoughMs` there is no need to compute them all.
 * @param limitMs for everything; what comes later is given up, and the turns before it count
 */
export async function timeTurns(
  start: () => Promise<Probe>,
  limitMs: number,
  enoughMs = Infinity,
): Promise<Outcome> {
  const until = performance.now() + limitMs;
  const isLate = () => performance.now() > until;
  let fastest = Infinity;
  const sayFastest = () => (Number.isFinite(fastest) ? fastest : 'late');
  const timed = async (): Promise<Outcome> => {
    const probe = await start();
    try {
      if (isLate()) return 'late';
      if (!isRight(await probe.turn(1))) return 'wrong';
      const layerMs = await timeOf(() => probe.turn(1));
      if (layerMs > enoughMs) return layerMs * work.layers;
      for (let turn = 0; turn < turns && !isLate(); turn++)
        fastest = Math.min(fastest, await timeOf(() => probe.turn(work.layers)));
      return sayFastest();
    } finally {
      probe.end();
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(sayFastest()), limitMs);
  });
  const refused = (error: unknown) => {
    console.warn('A short test of an engine failed.', error);
    return 'refused' as const;
  };
  const outcome = await Promise.race([timed().catch(refused), late]);
  clearTimeout(timer);
  return outcome;
}

async function timeOf(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}
