import type { Outcome } from './measured.ts';
import { isRight, type Probe } from './work.ts';

/** The fastest of so many turns counts, or of as many as fit into `enoughMs`. */
const turns = 3;
const enoughMs = 60;

/**
 * How long the work takes a probe, once it has compiled its programs in a first turn.
 * @param limitMs for all of it; what comes later is given up
 */
export async function timeTurns(start: () => Promise<Probe>, limitMs: number): Promise<Outcome> {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begun = performance.now();
  const timed = async (): Promise<Outcome> => {
    const probe = await start();
    try {
      if (!isRight(await probe.turn())) return 'wrong';
      let fastest = Infinity;
      const warm = performance.now();
      if (warm - begun > limitMs) return 'late';
      for (let turn = 0; turn < turns && !isOver; turn++) {
        const started = performance.now();
        await probe.turn();
        const now = performance.now();
        fastest = Math.min(fastest, now - started);
        if (now - begun > limitMs) return 'late';
        if (now - warm > enoughMs) break;
      }
      return fastest;
    } finally {
      probe.end();
    }
  };
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, limitMs, 'late');
  });
  const refused = (error: unknown) => {
    console.warn('A short test failed.', error);
    return 'refused' as const;
  };
  const outcome = await Promise.race([timed().catch(refused), late]);
  isOver = true;
  clearTimeout(timer);
  return outcome;
}
