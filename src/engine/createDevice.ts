import type { BackendName } from '../contract/engine.ts';
import type { Device } from '../contract/device.ts';
import type { WebglFault } from './chooseBackend.ts';
import { startEngine, type Engine } from './startEngine.ts';

/** A GPU that is lost more often than this is not used again. */
const restartsAtMost = 2;

/** The device of a run: the engine it starts with, and those that take its place after a fault. */
export function createDevice(wish: 'auto' | BackendName, first: Engine): Device {
  let engine = first;
  let losses = 0;

  /** What is wrong with WebGL, if `recover` can do anything about it. */
  const diagnose = (warmingUp: boolean): WebglFault | undefined => {
    if (engine.isLost()) return ++losses > restartsAtMost ? 'lost too often' : 'lost';
    // A reader who asked for WebGL is told what failed instead.
    const canGiveWay = warmingUp && engine.info.backend === 'webgl' && wish === 'auto';
    return canGiveWay ? 'failing' : undefined;
  };

  return {
    get losable() {
      return engine.info.backend === 'webgl';
    },
    isLost: () => engine.isLost(),
    compileAhead: async (dryRun) => engine.compileAhead?.(dryRun),
    async recover(error, warmingUp) {
      const fault = diagnose(warmingUp);
      if (!fault) throw error;
      console.warn(`WebGL: ${fault}.`, error);
      engine.remove();
      engine = await startEngine(wish, fault);
      return engine.info;
    },
  };
}
