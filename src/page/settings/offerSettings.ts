/** Brings the settings page to life, where this is it. */
export function offerSettings(): void {
  const page = document.querySelector<HTMLElement>('[data-settings]');
  if (page) void import('./showSettings.ts').then(({ showSettings }) => showSettings(page));
}
