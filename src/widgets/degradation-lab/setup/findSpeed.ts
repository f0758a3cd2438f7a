import { engineVersion } from '../../../contract/engine.ts';
import { readStored, store } from '../../../lib/deviceStorage.ts';
import { measureSpeed } from '../../../runtime/measureSpeed.ts';
import { wishedBackend } from '../../../runtime/wishedBackend.ts';
import { speedOf, type DeviceSpeed } from './speed.ts';

const key = 'device-speed';

/**
 * How fast this device trains: as it was measured earlier, or measured now; null where nothing can be trained, or once
 * `signal` is aborted.
 */
export async function findSpeed(signal: AbortSignal): Promise<DeviceSpeed | null> {
  const backend = wishedBackend('auto');
  const kept = readSpeed(backend);
  if (kept) return kept;
  const [small, large] = (await measureSpeed('auto', signal)) ?? [];
  if (!small) return null;
  const speed = speedOf(small, large);
  store(key, JSON.stringify({ ...speed, engineVersion, backend }));
  return speed;
}

/** Null for what another engine or device measured, or what is damaged. */
function readSpeed(backend: string): DeviceSpeed | null {
  try {
    const kept = JSON.parse(readStored(key) ?? 'null') as
      | (DeviceSpeed & { engineVersion: number; backend?: string })
      | null;
    if (kept?.engineVersion !== engineVersion) return null;
    if ((kept.backend ?? 'auto') !== backend) return null;
    const { msPerLayer, msPerMillion } = kept;
    return msPerLayer >= 0 && msPerMillion >= 0 ? { msPerLayer, msPerMillion } : null;
  } catch {
    return null;
  }
}
