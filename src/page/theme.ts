import { themeKey } from '../contract/settings.ts';
import { readStored, removeStored, store, type StorageProblem } from '../lib/deviceStorage.ts';

export type Theme = 'light' | 'dark';

const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** The theme that the reader has chosen; null for the system's. */
let chosen = readChosen();

export const chosenTheme = (): Theme | null => chosen;

/** Lets the reader switch between light and dark; the choice is kept on this device. public/scripts/before-paint.js sets the first theme. */
export function offerThemes(): void {
  systemDark.addEventListener('change', show);
  addEventListener('storage', ({ key }) => {
    if (key === null || key === themeKey) readThemeAgain();
  });
  // One that comes back from the browser's memory has heard of nothing.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) readThemeAgain();
  });
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  // The presenter's window has none, and follows the others.
  if (!button) return;
  const name = () => {
    const other = shown() === 'dark' ? 'light' : 'dark';
    button.textContent = other === 'dark' ? 'Dark' : 'Light';
    button.setAttribute('aria-label', `Switch to the ${other} theme`);
  };
  new MutationObserver(name).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  button.addEventListener('click', () => chooseTheme(shown() === 'dark' ? 'light' : 'dark'));
  name();
  button.hidden = false;
}

/** The choice may have been made elsewhere, or deleted. */
export function readThemeAgain(): void {
  chosen = readChosen();
  show();
}

/** Chooses a theme, or null for the system's. Returns why it holds for this page only, if it does. */
export function chooseTheme(theme: Theme | null): StorageProblem | null {
  chosen = theme;
  show();
  return theme ? store(themeKey, theme) : removeStored(themeKey);
}

function show(): void {
  document.documentElement.dataset['theme'] = chosen ?? (systemDark.matches ? 'dark' : 'light');
}

function shown(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

function readChosen(): Theme | null {
  const stored = readStored(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : null;
}
