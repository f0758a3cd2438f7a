type Theme = 'light' | 'dark';

/** Lets the reader switch between light and dark; the choice is kept on this device. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  if (!button) return;
  const darkByDefault = matchMedia('(prefers-color-scheme: dark)');

  const current = (): Theme => {
    const chosen = document.documentElement.dataset['theme'];
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return darkByDefault.matches ? 'dark' : 'light';
  };
  const other = (): Theme => (current() === 'dark' ? 'light' : 'dark');
  const label = () => {
    const next = other();
    button.textContent = next === 'dark' ? 'Dark' : 'Light';
    button.setAttribute('aria-label', `Switch to the ${next} theme`);
  };

  button.addEventListener('click', () => {
    const theme = other();
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage is switched off: the choice holds for this page.
    }
    label();
  });
  darkByDefault.addEventListener('change', label);
  label();
  button.hidden = false;
}
