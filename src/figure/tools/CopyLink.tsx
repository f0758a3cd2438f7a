import { useState } from 'react';
import { copyText } from '../../lib/copyText.ts';
import { linkTo } from '../settings/link.ts';
import { isFramed } from './isFramed.ts';

export interface Link {
  /** The figure's state. */
  query: string;
  /** A sentence on what of the state a link cannot carry. */
  leavesOut?: string | undefined;
}

/**
 * Puts a link to the figure, as it stands, onto the clipboard and into the address bar, or shows it as a QR code.
 * Where the clipboard is refused, as in many a frame, the link is shown to be copied by hand.
 */
export function CopyLink({ figure, query, leavesOut }: Link & { figure: string }) {
  const [copied, setCopied] = useState({ query: '', says: '', link: '' });
  const copy = async () => {
    const link = linkTo(figure, query, location.href);
    // In a frame the address bar is somebody else's.
    if (!isFramed()) history.replaceState(null, '', link);
    const isCopied = await copyText(link);
    setCopied({
      query,
      says: isCopied ? 'Link copied' : 'Copy the link here',
      link: isCopied ? '' : link,
    });
  };
  const showCode = async (button: HTMLElement) => {
    const code = await import('../../ui/code/showCode.ts');
    const title = button.closest('.figure-frame')?.querySelector('.figure-title')?.textContent;
    code.showCode(linkTo(figure, query, location.href), title ?? '');
  };
  const { says, link } = copied.query === query ? copied : { says: '', link: '' };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {says || 'Copy link'}
      </button>
      <button type="button" onClick={({ currentTarget }) => void showCode(currentTarget)}>
        QR code
      </button>
      {link && (
        <input
          className="link-text"
          readOnly
          aria-label="Link to this figure"
          value={link}
          ref={(field) => field?.select()}
        />
      )}
      <p role="status" className={leavesOut ? 'link-note' : 'visually-hidden'}>
        {says && `${says}. ${leavesOut ?? ''}`}
      </p>
    </>
  );
}
