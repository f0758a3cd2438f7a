import { parseSettings, settingsKey, type Settings } from '../../contract/settings.ts';
import { readStored, store, type StorageProblem } from '../../lib/deviceStorage.ts';

const systemMotion = matchMedia('(prefers-reduced-motion: reduce)');

let current = parseSettings(readStored(settingsKey));

/** What holds on this page. */
export const currentSettings = (): Settings => current;

/**
 * Follows the settings that other tabs make and the system's wish for motion; public/scripts/before-paint.js has set the
 * page as it opened.
 */
export function followSettings(): void {
  addEventListener('storage', ({ key }) => {
    if (key === null || key === settingsKey) readSettingsAgain();
  });
  // One that comes back from the browser's memory has heard of nothing.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) readSettingsAgain();
  });
  systemMotion.addEventListener('change', () => apply(current));
}

/** They may have been changed elsewhere, or deleted. */
export function readSettingsAgain(): void {
  apply(parseSettings(readStored(settingsKey)));
}

/** Changes settings, here and in all open tabs. Returns why they hold for this page only, if they do. */
export function changeSettings(change: Partial<Settings>): StorageProblem | null {
  apply({ ...current, ...change });
  return store(settingsKey, JSON.stringify(current));
}

function apply(settings: Settings): void {
  current = settings;
  const { textSize, motion } = settings;
  const page = document.documentElement;
  page.style.setProperty('--text-scale', String(textSize / 100));
  if (textSize > 100) page.dataset['text'] = 'larger';
  else delete page.dataset['text'];
  const isReduced = motion === 'system' ? systemMotion.matches : motion === 'reduced';
  page.dataset['motion'] = isReduced ? 'reduced' : 'full';
  // Charts ask for the size of their letters when their own size changes, which may stay.
  dispatchEvent(new Event('resize'));
}
