import { isWriting } from '../isWriting.ts';

/** A press of `/`, or of K with Ctrl or ⌘, opens the search, unless the reader is writing. */
const isShortcut = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean => {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !isWriting(target);
  return key === '/' && !isWriting(target);
};

/** Lets the reader search the site; what searches is fetched when they first ask. */
export function offerSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-search-button]');
  if (!button) return;
  const open = () => void import('./openSearch.ts').then(({ openSearch }) => openSearch());
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.fullscreenElement || !isShortcut(event)) return;
    event.preventDefault();
    open();
  });
  button.hidden = false;
}
