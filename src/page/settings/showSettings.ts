import { defaultSettings, type Settings } from '../../contract/settings.ts';
import type { StorageProblem } from '../../lib/deviceStorage.ts';
import { chosenTheme, chooseTheme, readThemeAgain, type Theme } from '../theme.ts';
import { changeSettings, currentSettings, readSettingsAgain } from './applySettings.ts';
import { offerStorage } from './storage/offerStorage.ts';

/** Shows what is chosen, here and in other tabs, and lets the reader choose. */
export function showSettings(page: HTMLElement): void {
  const unkept = page.querySelector<HTMLElement>('[data-unkept]');
  const show = () => {
    const { textSize, motion, device } = currentSettings();
    const chosen = { theme: chosenTheme() ?? 'system', 'text-size': textSize, motion, device };
    for (const [name, value] of Object.entries(chosen)) {
      for (const radio of page.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
        radio.checked = radio.value === String(value);
    }
  };
  const say = (problem: StorageProblem | null) => {
    if (unkept) unkept.hidden = problem === null;
  };
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value } = target;
    if (name === 'theme') say(chooseTheme(value === 'system' ? null : (value as Theme)));
    else say(changeSettings(changeOf(name, value)));
  });
  page.querySelector('[data-defaults]')?.addEventListener('click', () => {
    const problem = chooseTheme(null);
    say(changeSettings(defaultSettings) ?? problem);
    show();
  });
  // The bar's button, another tab.
  new MutationObserver(show).observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-motion', 'style'],
  });
  offerStorage(page, () => {
    readThemeAgain();
    readSettingsAgain();
    show();
  });
  show();
  for (const part of page.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false;
  page.dataset['ready'] = '';
}

function changeOf(name: string, value: string): Partial<Settings> {
  if (name === 'text-size') return { textSize: Number(value) };
  return { [name]: value };
}
