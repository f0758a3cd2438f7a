import { backendNames, type BackendName } from './engine.ts';

/** What a reader chooses once for all pages; the theme has a place of its own, from before there were settings. */
export interface Settings {
  /** In per cent of the browser's own. */
  textSize: number;
  motion: 'system' | 'reduced' | 'full';
  /** What computes wherever a figure leaves that open. */
  device: 'auto' | BackendName;
}

export const settingsKey = 'settings';
export const themeKey = 'theme';

export const defaultSettings: Settings = { textSize: 100, motion: 'system', device: 'auto' };

const textSizes = { least: 90, most: 150 };

/** What was stored; a value that is damaged or unknown is the default. public/scripts/before-paint.js reads the same. */
export function parseSettings(stored: string | null): Settings {
  try {
    const { textSize, motion, device } = Object(JSON.parse(stored ?? '{}')) as Partial<Settings>;
    return {
      textSize: isTextSize(textSize) ? textSize : defaultSettings.textSize,
      motion: knownOf(['system', 'reduced', 'full'], motion) ?? defaultSettings.motion,
      device: knownOf(['auto', ...backendNames], device) ?? defaultSettings.device,
    };
  } catch {
    return defaultSettings;
  }
}

function isTextSize(size: unknown): size is number {
  return typeof size === 'number' && size >= textSizes.least && size <= textSizes.most;
}

function knownOf<T extends string>(known: T[], value: T | undefined): T | undefined {
  return known.find((one) => one === value);
}
