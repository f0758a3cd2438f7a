import { drawCode } from './drawCode.ts';
import { reachOf } from './reachOf.ts';
import './code.css';

let dialog: HTMLDialogElement | undefined;

/**
 * Shows the QR code of an address over the whole window, large enough for the back row, with the address beneath it;
 * Escape and the button close it.
 * @param title what the address leads to
 */
export function showCode(address: string, title: string): void {
  dialog ??= create();
  const view = dialog;
  const part = (name: string) => view.querySelector(`.code-${name}`) as HTMLElement;
  dialog.setAttribute('aria-label', `QR code: ${title}`);
  part('title').textContent = title;
  part('address').textContent = address.replace(/^https?:\/\//, '');
  part('warning').textContent = reachOf(address);
  part('place').replaceChildren(drawCode(address));
  if (!dialog.open) dialog.showModal();
}

function create(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'code-view';
  made.innerHTML = `
    <p class="code-title"></p>
    <div class="code-place"></div>
    <p class="code-address" translate="no"></p>
    <p class="code-warning"></p>
    <form method="dialog"><button>Close</button></form>`;
  // Keys mean something else to the page below.
  made.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(made);
  return made;
}
