import type { BackendName } from '../contract/engine.ts';
import { parseSettings, settingsKey } from '../contract/settings.ts';
import { readStored } from '../lib/deviceStorage.ts';

/** What is to compute: what a figure asks for, else what the reader has chosen for all of them. */
export function wishedBackend(asked: 'auto' | BackendName): 'auto' | BackendName {
  return asked === 'auto' ? parseSettings(readStored(settingsKey)).device : asked;
}
