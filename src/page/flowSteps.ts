/**
 * Moves the values of a FlowFrame one part on at each press of its button, for readers who want less motion. Some
 * frames are never brought to life, so the page listens for all of them.
 */
export function offerFlowSteps(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('.flow-step') : null;
    const frame = button?.closest<HTMLElement>('.flow-frame');
    if (frame) step(frame);
  });
}

function step(frame: HTMLElement): void {
  const at = Number(frame.dataset['step'] ?? -1) + 1;
  frame.dataset['step'] = String(at);
  for (const value of frame.querySelectorAll<SVGElement>('.value')) {
    const rests = JSON.parse(value.dataset['rests'] ?? '[]') as (number | null)[];
    const share = rests[at % rests.length] ?? null;
    value.style.visibility = share === null ? 'hidden' : 'visible';
    value.style.offsetDistance = `${(share ?? 0) * 100}%`;
  }
}
