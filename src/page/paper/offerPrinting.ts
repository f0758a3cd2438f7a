import { wakeAllFigures } from '../figures/mountWidgets.ts';

/** Brings the buttons to life that print the page, each of which draws all figures first. */
export function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.addEventListener('click', () => void printWhole(button));
  }
}

/** A figure sleeps until it is near the window; on paper it would lack what its script draws. */
async function printWhole(button: HTMLButtonElement): Promise<void> {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const status = document.querySelector('[data-print-state]');
  button.setAttribute('aria-disabled', 'true');
  if (status) status.textContent = 'Drawing the figures …';
  try {
    await wakeAllFigures();
    // Fonts that a figure is the first to use, and two frames in which it is laid out.
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  } finally {
    button.removeAttribute('aria-disabled');
    if (status) status.textContent = '';
  }
  print();
}
