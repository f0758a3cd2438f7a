import { findPreset, presets } from './presets.ts';
import { settingsOf, type LabSettings } from './settings.ts';

const backends = ['auto', 'webgl', 'wasm', 'cpu'];

/** The settings as a query that a link can carry; what equals the preset is left out. */
export function toQuery(settings: LabSettings): string {
  const preset = settingsOf(findPreset(settings.preset));
  const query = new URLSearchParams({
    preset: settings.preset,
    seed: String(settings.seed),
  });
  if (String(settings.depths) !== String(preset.depths))
    query.set('depths', settings.depths.join('-'));
  if (settings.kinds.length === 1) query.set('kinds', settings.kinds.join('-'));
  if (settings.steps !== preset.steps) query.set('steps', String(settings.steps));
  if (settings.learningRate !== preset.learningRate) query.set('lr', String(settings.learningRate));
  if (settings.backend !== 'auto') query.set('backend', settings.backend);
  return query.toString();
}

/** `settings` changed as a link's query says. Unreadable numbers become NaN, so that the lab explains them. */
export function fromQuery(query: URLSearchParams, settings: LabSettings): LabSettings {
  const preset = presets.find(({ id }) => id === query.get('preset'));
  const changed: LabSettings = { ...settings, ...(preset && settingsOf(preset)) };
  const number = (name: string, fallback: number) =>
    query.has(name) ? Number(query.get(name)) : fallback;

  changed.seed = number('seed', changed.seed);
  changed.steps = number('steps', changed.steps);
  changed.learningRate = number('lr', changed.learningRate);
  const depths = query.get('depths');
  if (depths !== null) changed.depths = depths.split('-').slice(0, 2).map(Number);
  const kinds = query.get('kinds')?.split('-');
  if (kinds)
    changed.kinds = (['plain', 'residual'] as const).filter((kind) => kinds.includes(kind));
  const backend = query.get('backend') ?? '';
  if (backends.includes(backend)) changed.backend = backend as LabSettings['backend'];
  return changed;
}
