import { copyText } from '../lib/copyText.ts';
import { createButton } from './createButton.ts';

/** How long a button says that it has copied. */
const saidMs = 2500;

/** Puts a button that copies the code into the bar over each code block. */
export function offerCopies(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.code-block:not([data-texts] *)')) {
    const bar = block.querySelector('.code-bar');
    const code = block.querySelector('code');
    if (bar && code) offer(bar, code);
  }
}

function offer(bar: Element, code: HTMLElement): void {
  const status = document.createElement('span');
  status.className = 'code-status';
  status.setAttribute('role', 'status');
  const button = createButton('Copy');
  const language = bar.textContent;
  const name = (says: string) => button.setAttribute('aria-label', says);
  name(`Copy this ${language}`);

  let back = 0;
  button.addEventListener('click', () => {
    void copy(code).then((isCopied) => {
      button.textContent = isCopied ? 'Copied' : 'Copy';
      name(isCopied ? 'Copied' : `Copy this ${language}`);
      status.textContent = isCopied
        ? ''
        : 'Your browser did not allow copying. The code is selected: press Ctrl+C, or ⌘C on a Mac.';
      clearTimeout(back);
      if (!isCopied) return;
      back = window.setTimeout(() => {
        button.textContent = 'Copy';
        name(`Copy this ${language}`);
      }, saidMs);
    });
  });
  bar.append(status, button);
}

/** Copies the code; selects it instead where the clipboard is refused. Returns whether it was copied. */
async function copy(code: HTMLElement): Promise<boolean> {
  const isCopied = await copyText(code.textContent);
  if (!isCopied) getSelection()?.selectAllChildren(code);
  return isCopied;
}
