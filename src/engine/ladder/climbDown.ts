import type { BackendName } from '../../contract/engine.ts';
import { isUsable, type Fault } from './faults.ts';
import type { Measured } from '../preflight/measured.ts';
import { rankRungs } from '../preflight/rankRungs.ts';
import { sayMeasured, sayTrouble } from '../preflight/sayMeasured.ts';
import { gpuRungs, isGpuRung, rungNames, type GpuDevice, type GpuRung } from './rungs.ts';

export interface BackendChoice {
  backend: BackendName;
  /** Why this one: a sentence for the reader. */
  reason: string;
}

/** What the ladder has to know about the browser; each is asked only when it matters. */
export interface Browser {
  /** Whether the site lets WebAssembly run. */
  mayCompile: boolean;
  /** Undefined where the rung does not exist. */
  inspect(rung: GpuRung): Promise<GpuDevice | undefined>;
  /** How fast these rungs and WebAssembly are. */
  measure(rungs: readonly GpuRung[]): Promise<Measured>;
}

type Devices = Record<GpuRung, GpuDevice | undefined>;

const asked = 'You chose this engine.';
const policy =
  'The security policy of this site forbids WebAssembly (its Content-Security-Policy lacks ‘wasm-unsafe-eval’)';

/**
 * The backends to try, best first; pulling the next one says that the last does not work. The reader's choice
 * comes first, except for a GPU that cannot train; a GPU that was lost in this run is tried again. Then come the rungs
 * on a real GPU that a measurement found clearly faster than WebAssembly, then WebAssembly, then the slower ones, then
 * those in software, then plain JavaScript.
 * @param faults of this run, the latest last
 */
export async function* climbDown(
  wish: 'auto' | BackendName,
  browser: Browser,
  faults: readonly Fault[] = [],
): AsyncGenerator<BackendChoice> {
  const fault = faults.at(-1);
  let why = fault && faultWords[fault.kind](rungNames[fault.rung]);
  const fallen = (rung: BackendName) => (why ??= `${rungNames[rung]} does not work properly here`);

  if (wish === 'wasm' && !browser.mayCompile) why ??= policy;
  else if (wish === 'wasm' || wish === 'cpu') {
    yield { backend: wish, reason: asked };
    fallen(wish);
  }

  const again = fault?.kind === 'lost' ? fault.rung : undefined;
  const first = again ?? (isGpuRung(wish) && isUsable(wish, faults) ? wish : undefined);
  if (first) {
    const device = await browser.inspect(first);
    if (device?.float32) {
      const restored = 'The browser lost its connection to the GPU and has restored it.';
      yield { backend: first, reason: again ? restored : asked };
      fallen(first);
    } else why ??= whyUnable(first, device);
  }

  const devices: Devices = {
    webgpu: await browser.inspect('webgpu'),
    webgl: await browser.inspect('webgl'),
  };
  const training = gpuRungs.filter(
    (rung) => rung !== first && devices[rung]?.float32 && isUsable(rung, faults),
  );
  const able = training.filter((rung) => !devices[rung]?.software);
  const measured = able.length > 0 ? await browser.measure(able) : {};
  const { faster, slower } = rankRungs(able, measured);
  for (const rung of faster) {
    const reason = why ? `${why}, so this runs on ${rungNames[rung]}` : sayMeasured(rung, measured);
    yield { backend: rung, reason: `${reason}.` };
    fallen(rung);
  }
  if (browser.mayCompile) {
    const reason = why ? `${why}, so this runs on the CPU` : whyWasm(able, devices, measured);
    yield { backend: 'wasm', reason: `${reason}.` };
  }
  const whyNoWasm = why ?? (browser.mayCompile ? fallen('wasm') : policy);
  // In software WebGL is the faster one.
  const inSoftware = training.filter((rung) => devices[rung]?.software).reverse();
  for (const rung of [...slower, ...inSoftware]) {
    const how = devices[rung]?.software ? ', in software' : '';
    yield { backend: rung, reason: `${whyNoWasm}, so this runs on ${rungNames[rung]}${how}.` };
  }
  const nothingElse = 'None of WebGPU, WebGL and WebAssembly works in this browser';
  yield {
    backend: 'cpu',
    reason: `${browser.mayCompile ? nothingElse : policy}, so this will be slow.`,
  };
}

/** Why no GPU is used, where nothing has failed. */
function whyWasm(able: readonly GpuRung[], devices: Devices, measured: Measured): string {
  const [best] = able;
  if (best) return sayTrouble(able, measured) ?? `${rungNames[best]} could not be measured here`;
  const { webgl, webgpu } = devices;
  if (webgl && !webgl.float32) return `${whyUnable('webgl', webgl)}, so this runs on the CPU`;
  const software = webgl?.software ? 'WebGL' : webgpu?.software ? 'WebGPU' : undefined;
  if (software) return `This browser runs ${software} in software, so WebAssembly is faster`;
  return 'This browser has no WebGPU and no WebGL in background workers, so this runs on the CPU';
}

function whyUnable(rung: GpuRung, device: GpuDevice | undefined): string {
  const name = rungNames[rung];
  return device
    ? `${name} computes with only 16-bit numbers on this GPU, too coarse for training`
    : `This browser has no ${name} in background workers`;
}

const faultWords: Record<Fault['kind'], (rung: string) => string> = {
  lost: () => 'The browser lost its connection to the GPU and could not restore it',
  'lost too often': () => 'The browser kept losing its connection to the GPU',
  failing: (rung) => `${rung} could not run these networks`,
};
