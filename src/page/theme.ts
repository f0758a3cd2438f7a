import { readStored, store } from '../lib/deviceStorage.ts';

type Theme = 'light' | 'dark';

/** Lets the reader switch between light and dark; the choice is kept on this device. public/scripts/before-paint.js sets the first theme. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  if (!button) return;
  const page = document.documentElement;

  const show = (theme: Theme) => {
    const other = theme === 'dark' ? 'light' : 'dark';
    page.dataset['theme'] = theme;
    button.textContent = other === 'dark' ? 'Dark' : 'Light';
    button.setAttribute('aria-label', `Switch to the ${other} theme`);
  };
  const current = (): Theme => (page.dataset['theme'] === 'dark' ? 'dark' : 'light');

  button.addEventListener('click', () => {
    show(current() === 'dark' ? 'light' : 'dark');
    store('theme', current());
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
    if (readStored('theme') === null) show(matches ? 'dark' : 'light');
  });
  show(current());
  button.hidden = false;
}
