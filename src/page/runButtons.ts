import { listingEvent } from '../contract/listing.ts';

/** Puts a button that runs the code, beside the one that copies it, into the bar over each whole listing in Python. */
export function offerRuns(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.code-block:not([data-texts] *)')) {
    const bar = block.querySelector<HTMLElement>('.code-bar');
    const code = block.querySelector('code');
    if (!bar || !code || bar.firstElementChild?.textContent !== 'Python') continue;
    if (isWhole(code.textContent)) offer(block, bar, () => code.textContent);
  }
  addEventListener(listingEvent, offerInFigure);
}

/** A figure that shows a listing keeps an empty place for the bar. */
function offerInFigure({ target, detail }: Event & { detail?: string }): void {
  if (!(target instanceof HTMLElement) || target.hasChildNodes()) return;
  const block = document.createElement('div');
  block.className = 'code-block';
  const bar = document.createElement('p');
  bar.className = 'code-bar';
  const language = document.createElement('span');
  language.textContent = 'Python';
  bar.append(language);
  block.append(bar);
  target.append(block);
  offer(block, bar, () => detail ?? '');
}

/** Three dots alone stand for what an exercise asks the reader to write. */
function isWhole(code: string): boolean {
  return !/^\s*\.\.\.$/m.test(code);
}

function offer(block: HTMLElement, bar: HTMLElement, program: () => string): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-run';
  button.textContent = 'Run';
  button.setAttribute('aria-label', 'Run this Python');
  bar.insertBefore(button, bar.querySelector('button'));
  let run: Promise<() => void> | undefined;
  button.addEventListener('click', () => {
    // Python, and all that shows what it does, comes with the first click.
    run ??= import('../exercises/listings/listingRunner.ts').then(({ createListingRunner }) =>
      createListingRunner({ block, button, program }),
    );
    void run.then((press) => press());
  });
}
