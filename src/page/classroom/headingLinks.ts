import { copyText } from '../../lib/copyText.ts';

/** How long a link says that it was copied. */
const saidMs = 2500;

/**
 * Lets the links of headings, exercises, quick checks and terms copy their address; a click with a key held down opens
 * it as anywhere else. Where the clipboard is refused, they lead to their place, whose address can be copied then.
 */
export function offerHeadingLinks(): void {
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  document.querySelector('main')?.append(status);
  let back = 0;
  let shown: HTMLElement | undefined;
  const clear = () => {
    delete shown?.dataset['copied'];
    status.textContent = '';
  };

  document.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return;
    const link = target.closest<HTMLAnchorElement>('.heading-link');
    if (!link) return;
    event.preventDefault();
    void copyText(addressOf(link)).then((isCopied) => {
      clearTimeout(back);
      clear();
      // In a frame the address bar is somebody else's.
      if (isCopied && window === window.top) history.replaceState(null, '', link.hash);
      if (!isCopied) location.hash = link.hash;
      shown = link;
      link.dataset['copied'] = isCopied ? 'Link copied' : 'Copy it from the address bar';
      status.textContent = `${link.dataset['copied']}.`;
      back = window.setTimeout(clear, saidMs);
    });
  });
}

/** Without the query: that is of a figure, or of the reader's class. */
function addressOf({ hash }: HTMLAnchorElement): string {
  const url = new URL(location.href);
  url.search = '';
  url.hash = hash;
  return url.href;
}
