import { createButton } from '../createButton.ts';
import { make } from './make.ts';
import './keyList.css';

const keys: [keys: string[], use: string][] = [
  [['→', 'Space', 'Page Down'], 'next screen'],
  [['←', 'Backspace', 'Page Up'], 'previous screen'],
  [['Home', 'End'], 'first and last screen'],
  [['1', '2', 'Enter'], 'screen 12'],
  [['B', '.'], 'black screen'],
  [['L'], 'pointer'],
  [['R'], 'the figure’s recorded run'],
  [['N'], 'presenter’s window (from the audience’s)'],
  [['Q'], 'QR code of this place (in the audience’s window)'],
  [['F'], 'full screen (in the audience’s window)'],
  [['Esc'], 'leave (in the audience’s window)'],
  [['?'], 'these keys'],
];

let dialog: HTMLDialogElement | undefined;

/** Lists the keys of a presentation over the window. Escape and the button close the list. */
export function showKeys(): void {
  dialog ??= create();
  if (!dialog.open) dialog.showModal();
}

function create(): HTMLDialogElement {
  const list = make('dl', '');
  for (const [names, use] of keys) {
    const term = make('dt', '', ...names.map((name) => make('kbd', '', name)));
    list.append(term, make('dd', '', use));
  }
  const made = make('dialog', 'key-list', make('h2', '', 'Keys'), list);
  const close = createButton('Close');
  close.addEventListener('click', () => made.close());
  made.setAttribute('aria-label', 'Keys');
  made.append(close);
  document.body.append(made);
  return made;
}
