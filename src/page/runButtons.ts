import { listingEvent } from '../contract/listing.ts';
import { keptListing } from '../exercises/listings/keptListing.ts';
import type { ListingEditor } from '../exercises/listings/listingEditor.ts';
import type { ListingRunner } from '../exercises/listings/listingRunner.ts';
import { createButton } from './createButton.ts';

/**
 * Puts buttons that run and change the code, beside the one that copies it, into the bar over each whole listing in
 * Python. Those of an exercise say what to write in the editor below them: two places to write would be one too many.
 */
export function offerRuns(): void {
  for (const block of document.querySelectorAll<HTMLElement>(
    '.code-block:not([data-texts] *, .exercise *)',
  )) {
    const bar = block.querySelector<HTMLElement>('.code-bar');
    const code = block.querySelector('code');
    if (!bar || !code || bar.firstElementChild?.textContent !== 'Python') continue;
    if (isWhole(code.textContent)) offerEdit(block, bar, code);
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
  offerRun(block, bar, { program: () => detail ?? '' });
}

/** Three dots alone stand for what an exercise asks the reader to write. */
function isWhole(code: string): boolean {
  return !/^\s*\.\.\.$/m.test(code);
}

/** Returns what runs the listing. */
function offerRun(
  block: HTMLElement,
  bar: HTMLElement,
  listing: Pick<Parameters<ListingRunner>[0], 'program' | 'mark'>,
): () => void {
  const button = addButton(bar, 'Run', 'Run this Python');
  const original = listing.program();
  let run: Promise<() => void> | undefined;
  const press = () => {
    // Python, and all that shows what it does, comes with the first click.
    run ??= import('../exercises/listings/listingRunner.ts').then(({ createListingRunner }) =>
      createListingRunner({ block, button, original, ...listing }),
    );
    void run.then((start) => start());
  };
  button.addEventListener('click', press);
  return press;
}

function offerEdit(block: HTMLElement, bar: HTMLElement, code: HTMLElement): void {
  let editor: ListingEditor | undefined;
  const run = offerRun(block, bar, {
    program: () => code.textContent,
    mark: (error) => editor?.mark(error),
  });
  const button = addButton(bar, 'Edit', 'Edit this Python');
  button.addEventListener('click', () => {
    if (editor) {
      editor.close();
      editor = undefined;
      say('Edit', 'Edit this Python');
      return;
    }
    void import('../exercises/listings/listingEditor.ts').then(({ editListing }) => {
      editor ??= editListing({ block, code, run });
      say('Reset', 'Reset this Python to what is printed');
    });
  });
  const say = (word: string, sentence: string) => {
    button.textContent = word;
    button.setAttribute('aria-label', sentence);
  };
  if (keptListing(code.textContent.trimEnd()) !== null)
    say('Your version', 'Edit your version of this Python');
}

/** Left of the one that copies. */
function addButton(bar: HTMLElement, word: string, sentence: string): HTMLButtonElement {
  const button = createButton(word, 'code-run');
  button.setAttribute('aria-label', sentence);
  bar.insertBefore(button, bar.querySelector('button:not(.code-run)'));
  return button;
}
