import { constantRate, type RunConfig, type Schedule } from '../../../contract/runConfig.ts';
import { fittingSteps, stepMs, type DeviceSpeed } from './speed.ts';
import { toRunConfig, type LabSettings } from './settings.ts';

/** What a preset sets; kinds, seeds and engine stay as they are. */
export type PresetSettings = Omit<LabSettings, 'preset' | 'kinds' | 'seed' | 'seeds' | 'backend'>;

export interface Preset {
  id: string;
  label: string;
  /** What it is, for the reader who chooses. */
  note: string;
  settings: PresetSettings;
  /** How long it may take on the reader's device, in seconds, and the fewest and most steps it then has. */
  fits?: { seconds: number; least: number; most: number };
}

const narrow: PresetSettings = {
  ...{ depths: [20, 56], residual: 'A', batchNorm: true, lastScale: 1, width: 8 },
  ...{ pictureSize: 16, trainPictures: 50_000, augment: true },
  ...{ steps: 300, batchSize: 64, learningRate: 0.05, weightDecay: 1e-4 },
  ...(constantRate satisfies Schedule),
};

const tiny: PresetSettings = {
  ...{ ...narrow, depths: [8, 32], width: 6 },
  ...{ pictureSize: 10, trainPictures: 10_000 },
};

/** From a minute to the paper's own size. The first is the default. */
export const presets: [Preset, ...Preset[]] = [
  {
    id: 'quick',
    label: 'Quick',
    note: 'Narrow networks and small pictures, as many steps as fit into about a minute: enough to see which way the curves go.',
    settings: narrow,
    fits: { seconds: 55, least: 200, most: 1500 },
  },
  {
    id: 'lecture',
    label: 'Lecture',
    note: 'As many steps as fit into about three minutes: the gap opens while you talk.',
    settings: { ...narrow, steps: 1000 },
    fits: { seconds: 180, least: 300, most: 5000 },
  },
  {
    id: 'long',
    label: 'Long',
    note: 'The recorded runs again: 5,000 steps, about six epochs (passes over the training pictures).',
    settings: { ...narrow, steps: 5000 },
  },
  {
    id: 'tiny',
    label: 'Tiny',
    note: 'Pictures of 10 × 10 pixels, 8 and 32 layers: for phones and slow laptops.',
    settings: tiny,
  },
  {
    id: 'paper',
    label: 'Paper',
    note: 'The paper’s own size and schedule: pictures of 32 × 32 pixels, 16 channels, batches of 128, 64,000 steps at learning rate 0.1, divided by 10 after 32,000 and 48,000.',
    settings: {
      ...{ ...narrow, width: 16, pictureSize: 32 },
      ...{ steps: 64_000, batchSize: 128, learningRate: 0.1, decay: 'steps' },
    },
  },
];

/** The preset of this name; the default where there is none. Links of the first edition call it “small”. */
export function findPreset(id: string): Preset {
  return presets.find((preset) => preset.id === id) ?? presets[0];
}

/** The settings that a preset means on a device of this speed, once that is known. */
export function settingsOf(
  { id, settings, fits }: Preset,
  speed?: DeviceSpeed | null,
): PresetSettings & { preset: string } {
  if (!fits || !speed) return { preset: id, ...settings };
  const takesLong = (of: PresetSettings) =>
    fits.least * stepMs(configOf(of), speed) > 2000 * fits.seconds;
  // Where even the fewest steps would take long, smaller networks are better than waiting.
  const fitting = takesLong(settings) ? tiny : settings;
  return { preset: id, ...fitting, steps: fittingSteps(configOf(fitting), speed, fits) };
}

/** Both kinds at both depths. */
function configOf(settings: PresetSettings): RunConfig {
  return toRunConfig({
    ...{ ...settings, preset: '', kinds: ['plain', 'residual'], seed: 1, seeds: 1 },
    backend: 'auto',
  });
}
