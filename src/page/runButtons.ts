/** Puts a button that runs the code, beside the one that copies it, into the bar over each whole listing in Python. */
export function offerRuns(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.code-block:not([data-texts] *)')) {
    const bar = block.querySelector('.code-bar');
    const code = block.querySelector('code');
    if (!bar || !code || bar.firstElementChild?.textContent !== 'Python') continue;
    if (isWhole(code.textContent)) offer(block, bar, code);
  }
}

/** Three dots alone stand for what an exercise asks the reader to write. */
function isWhole(code: string): boolean {
  return !/^\s*\.\.\.$/m.test(code);
}

function offer(block: HTMLElement, bar: Element, code: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-run';
  button.textContent = 'Run';
  button.setAttribute('aria-label', 'Run this Python');
  bar.querySelector('button')?.before(button);
  let run: Promise<() => void> | undefined;
  button.addEventListener('click', () => {
    // Python, and all that shows what it does, comes with the first click.
    run ??= import('../exercises/listings/listingRunner.ts').then(({ createListingRunner }) =>
      createListingRunner({ block, button, code }),
    );
    void run.then((press) => press());
  });
}
