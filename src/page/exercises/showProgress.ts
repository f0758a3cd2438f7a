/** Says in every list of lessons how many exercises are solved, and at each exercise how far the reader is. */
export function showProgress(): void {
  if (!document.querySelector('[data-exercises]')) return;
  void import('./followProgress.ts').then(({ followProgress }) => followProgress());
}
