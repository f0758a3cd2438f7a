import { backendNames } from '../../../contract/engine.ts';
import { findPreset, presets, settingsOf } from './presets.ts';
import type { LabSettings } from './settings.ts';

/** How a setting stands in a link: under a short name, as a word or a number. */
interface Field<Name extends keyof LabSettings> {
  name: string;
  write: (value: LabSettings[Name]) => string;
  /** Null for what is none of its values: the setting stays. What is no number becomes NaN, which the lab explains. */
  read: (text: string) => LabSettings[Name] | null;
}

const number = (name: string) => ({ name, write: String, read: Number });
const word = <Word extends string>(name: string, words: readonly Word[]) => ({
  ...{ name, write: String },
  read: (text: string) => words.find((known) => known === text) ?? null,
});
const yesOrNo = (name: string) => ({
  name,
  write: (value: boolean) => (value ? 'yes' : 'no'),
  read: (text: string) => ({ yes: true, no: false })[text] ?? null,
});

/** In the order in which a link has them, after the preset. */
const fields: { [Name in Exclude<keyof LabSettings, 'preset'>]: Field<Name> } = {
  seed: number('seed'),
  seeds: number('seeds'),
  depths: {
    name: 'depths',
    write: (depths) => depths.join('-'),
    read: (text) => text.split('-').slice(0, 2).map(Number),
  },
  kinds: {
    name: 'kinds',
    write: (kinds) => kinds.join('-'),
    read: (text) =>
      (['plain', 'residual'] as const).filter((kind) => text.split('-').includes(kind)),
  },
  residual: word('design', ['A', 'B', 'pre-activation']),
  batchNorm: yesOrNo('norm'),
  lastScale: number('last'),
  width: number('width'),
  pictureSize: number('size'),
  trainPictures: number('pictures'),
  augment: yesOrNo('augment'),
  steps: number('steps'),
  batchSize: number('batch'),
  learningRate: number('lr'),
  warmUp: number('warmup'),
  decay: word('decay', ['none', 'steps', 'cosine']),
  weightDecay: number('wd'),
  backend: word('backend', ['auto', ...backendNames]),
};

const names = Object.keys(fields) as (keyof typeof fields)[];

/** What the settings are unless a link says otherwise. */
const unsaid = { kinds: ['plain', 'residual'], seeds: 1, backend: 'auto' } as const;

/**
 * The whole experiment as a query that a link can carry: the preset, the seed, the steps (a preset's depend on the
 * device) and whatever else differs from the preset.
 */
export function toQuery(settings: LabSettings): string {
  const usual: Partial<LabSettings> = {
    ...settingsOf(findPreset(settings.preset)),
    ...unsaid,
    kinds: [...unsaid.kinds],
  };
  const query = new URLSearchParams({ preset: settings.preset });
  const write = <Name extends keyof typeof fields>(key: Name) => {
    const { name, write: words } = fields[key] as Field<Name>;
    const text = words(settings[key]);
    const isUsual = key in usual && text === words(usual[key] as LabSettings[Name]);
    if (!isUsual || key === 'seed' || key === 'steps') query.set(name, text);
  };
  for (const key of names) write(key);
  return query.toString();
}

/** `settings` changed as a link's query says. Unreadable numbers become NaN, so that the lab explains them. */
export function fromQuery(query: URLSearchParams, settings: LabSettings): LabSettings {
  const preset = presets.find(({ id }) => id === query.get('preset'));
  const changed: LabSettings = { ...settings, ...(preset && settingsOf(preset)) };
  const read = <Name extends keyof typeof fields>(key: Name) => {
    const field = fields[key] as Field<Name>;
    const text = query.get(field.name);
    const value = text === null ? null : field.read(text);
    if (value !== null) changed[key] = value;
  };
  for (const key of names) read(key);
  return changed;
}
