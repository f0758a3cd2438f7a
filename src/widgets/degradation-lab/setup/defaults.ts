import type { RunConfig } from '../../../contract/runConfig.ts';
import { findPreset, presets, settingsOf } from './presets.ts';
import type { LabSettings } from './settings.ts';
import type { DeviceSpeed } from './speed.ts';

export const defaultSettings: LabSettings = {
  ...settingsOf(presets[0]),
  kinds: ['plain', 'residual'],
  ...{ seed: 1, seeds: 1, backend: 'auto' },
};

/** What the controls say before the reader has touched them, once the device has been measured. */
export function usualSettings(speed: DeviceSpeed | null): LabSettings {
  return { ...defaultSettings, ...settingsOf(presets[0], speed) };
}

/** Whether nobody has asked for anything else yet. */
export function isUsual(settings: LabSettings, speed: DeviceSpeed | null): boolean {
  const text = JSON.stringify(settings);
  return [defaultSettings, usualSettings(speed)].some((usual) => JSON.stringify(usual) === text);
}

/** The controls that ask for a run of this config. */
export function settingsOfRun({ networks, recipe, data }: RunConfig): LabSettings {
  const { steps, batchSize, learningRate, schedule, weightDecay, seed } = recipe;
  const { pictureSize, trainPictures, flip } = data;
  const depths = [...new Set(networks.map(({ depth }) => depth))];
  const residual = networks.find(({ kind }) => kind === 'residual');
  const [first] = networks;
  const settings = {
    ...{ steps, batchSize, learningRate, ...schedule, weightDecay, seed, seeds: 1 },
    ...{ pictureSize, trainPictures, augment: flip, backend: 'auto' as const },
    kinds: (['plain', 'residual'] as const).filter((kind) =>
      networks.some((network) => network.kind === kind),
    ),
    depths: depths.length === 1 ? [...depths, ...depths] : depths,
    residual: residual?.preActivation ? ('pre-activation' as const) : (residual?.shortcut ?? 'A'),
    lastScale: residual?.lastScale ?? 1,
    batchNorm: first?.batchNorm ?? true,
    width: first?.width ?? defaultSettings.width,
  };
  const isLike = ({ settings: of }: (typeof presets)[number]) =>
    of.width === settings.width && of.pictureSize === pictureSize && of.steps === steps;
  const ofSize = ({ settings: of }: (typeof presets)[number]) => of.width === settings.width;
  const preset = presets.find(isLike) ?? presets.find(ofSize) ?? findPreset('');
  return { preset: preset.id, ...settings };
}
