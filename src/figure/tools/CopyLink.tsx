import { useState } from 'react';
import { linkTo } from '../settings/link.ts';
import { isFramed } from './isFramed.ts';

export interface Link {
  /** The figure's state. */
  query: string;
  /** A sentence on what of the state a link cannot carry. */
  leavesOut?: string | undefined;
}

/**
 * Puts a link to the figure, as it stands, onto the clipboard and into the address bar. Where the clipboard is
 * refused, as in many a frame, the link is shown to be copied by hand.
 */
export function CopyLink({ figure, query, leavesOut }: Link & { figure: string }) {
  const [copied, setCopied] = useState({ query: '', says: '', link: '' });
  const copy = async () => {
    const link = linkTo(figure, query, location.href);
    // In a frame the address bar is somebody else's.
    if (!isFramed()) history.replaceState(null, '', link);
    // Without a secure connection there is no clipboard; the reader or the frame may also forbid it.
    const copying = navigator.clipboard?.writeText(link) ?? Promise.reject();
    await copying.then(
      () => setCopied({ query, says: 'Link copied', link: '' }),
      () => setCopied({ query, says: 'Copy the link here', link }),
    );
  };
  const { says, link } = copied.query === query ? copied : { says: '', link: '' };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {says || 'Copy link'}
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
