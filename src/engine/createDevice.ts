import type { BackendName } from '../contract/engine.ts';
import type { Device } from '../contract/device.ts';
import type { Fault } from './ladder/faults.ts';
import { isGpuRung } from './ladder/rungs.ts';
import { startEngine, type Engine } from './startEngine.ts';

/** A GPU that is lost more often than this on one rung is not used on that rung again. */
const restartsAtMost = 2;
/** The errors of a lost device may come before the news of its loss, by this many milliseconds. */
const newsWithin = 200;

/**
 * The device of a run, whose steps are timed: the engine it starts with, and those that take its place after a fault.
 * @param start as startEngine
 */
export function createDevice(
  wish: 'auto' | BackendName,
  first: Engine,
  start: typeof startEngine = startEngine,
): Device {
  let engine = first;
  const faults: Fault[] = [];

  /** What is wrong with the rung in use, if `recover` can do anything about it. */
  const diagnose = async (warmingUp: boolean): Promise<Fault | undefined> => {
    const rung = engine.info.backend;
    if (!isGpuRung(rung)) return undefined;
    if (await isFoundLost(engine)) {
      const before = faults.filter((fault) => fault.rung === rung).length;
      return { rung, kind: before < restartsAtMost ? 'lost' : 'lost too often' };
    }
    // A reader who asked for this rung is told what failed instead.
    const canGiveWay = wish === 'auto' && (warmingUp || engine.refusal?.() !== undefined);
    return canGiveWay ? { rung, kind: 'failing' } : undefined;
  };

  return {
    get losable() {
      return isGpuRung(engine.info.backend);
    },
    isLost: () => engine.isLost(),
    refusal: () => engine.refusal?.(),
    shareWork: (isShared) => engine.shareWork?.(isShared),
    compileAhead: async (dryRun) => engine.compileAhead?.(dryRun),
    async recover(error, warmingUp) {
      const fault = await diagnose(warmingUp);
      if (!fault) throw error;
      console.warn(`${fault.rung}: ${fault.kind}.`, error);
      faults.push(fault);
      engine.remove();
      engine = await start(wish, faults, { timesSteps: true });
      return engine.info;
    },
  };
}

async function isFoundLost(engine: Engine): Promise<boolean> {
  const until = performance.now() + newsWithin;
  while (!engine.isLost() && engine.refusal?.() === undefined && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return engine.isLost();
}
