import type { RunConfig } from '../../contract/runConfig.ts';
import { RehearsalFailed, type Rehearsed, type Rehearsing } from '../../figure/rehearsal.ts';
import { grouped, twoDigits } from '../../lib/format.ts';
import { startTraining } from '../../runtime/trainClient.ts';
import { waitingLine } from './describe.ts';
import { fetchRunPictures } from './setup/fetchRunPictures.ts';
import { findSpeed } from './setup/findSpeed.ts';
import { usualSettings } from './setup/defaults.ts';
import { findPreset, settingsOf } from './setup/presets.ts';
import { toRunConfig } from './setup/settings.ts';

/** The presets that fit into a class. */
const forClass = ['quick', 'lecture'];
/** The run that is tried out is trained for so long, in milliseconds: with measurements of the test error, as in class. */
const trainForMs = 8000;

/** Fetches the pictures of the preset Quick and trains its first steps; the presets' times follow from their pace. */
export async function rehearse(rehearsing: Rehearsing): Promise<Rehearsed> {
  const { signal, tell } = rehearsing;
  tell('Measuring this device');
  const speed = await findSpeed(signal);
  signal.throwIfAborted();
  const usual = usualSettings(speed);
  const presets = forClass.map((id) => {
    const preset = findPreset(id);
    return { label: preset.label, config: toRunConfig({ ...usual, ...settingsOf(preset, speed) }) };
  });
  const [quick] = presets as [(typeof presets)[number]];
  await fetchRunPictures(quick.config, rehearsing);
  const { device, startMs, stepMs } = await trainABit(quick.config, rehearsing);
  return {
    ...{ device, startMs },
    pace: `${twoDigits(1000 / stepMs)} training steps a second`,
    takes: presets
      .filter(({ config }) => isAlike(config, quick.config))
      .map(({ label, config: { recipe } }) => ({
        what: `${label} (${grouped(recipe.steps)} training steps)`,
        ...{ ms: recipe.steps * stepMs, known: 'estimated' },
      })),
  };
}

/** Whether a step of both takes as long: a device too slow for one may be offered smaller networks for it. */
function isAlike(one: RunConfig, other: RunConfig): boolean {
  const [a, b] = [one, other].map(({ networks, data, recipe: { batchSize } }) =>
    JSON.stringify([networks, data, batchSize]),
  );
  return a === b;
}

function trainABit(config: RunConfig, { signal, tell }: Rehearsing) {
  return new Promise<{ device: string; startMs: number; stepMs: number }>((resolve, reject) => {
    const { steps } = config.recipe;
    const began = performance.now();
    let device = '';
    let first: { step: number; trainingMs: number; startMs: number } | undefined;
    const run = startTraining(config, 'auto', (event) => {
      switch (event.type) {
        case 'waiting':
          return tell(waitingLine(event.waiting));
        case 'engine':
          ({ device } = event);
          return;
        case 'progress': {
          const { step, trainingMs } = event;
          tell(`Training step ${step} of ${steps}`);
          // The first step takes longer, by what it still compiles.
          first ??= { step, trainingMs, startMs: performance.now() - began };
          const passed = trainingMs - first.trainingMs;
          if (step === first.step || (passed < trainForMs && step < steps)) return;
          resolve({ device, startMs: first.startMs, stepMs: passed / (step - first.step) });
          return run.dispose();
        }
        case 'failed':
          return reject(new RehearsalFailed(event.message));
      }
    });
    signal.addEventListener('abort', () => {
      run.dispose();
      reject(signal.reason as Error);
    });
  });
}
