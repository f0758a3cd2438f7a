import { useState } from 'react';
import { linkTo } from './link.ts';

export interface Link {
  /** The figure's state. */
  query: string;
  /** A sentence on what of the state a link cannot carry. */
  leavesOut?: string | undefined;
}

/** Puts a link to the figure, as it stands, onto the clipboard and into the address bar. */
export function CopyLink({ figure, query, leavesOut }: Link & { figure: string }) {
  const [copied, setCopied] = useState({ query: '', says: '' });
  const copy = async () => {
    const link = linkTo(figure, query, location.href);
    history.replaceState(null, '', link);
    // Without a secure connection there is no clipboard; the reader may also forbid it.
    const copying = navigator.clipboard?.writeText(link) ?? Promise.reject();
    const says = await copying.then(
      () => 'Link copied',
      () => 'Link is in the address bar',
    );
    setCopied({ query, says });
  };
  const says = copied.query === query ? copied.says : '';
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {says || 'Copy link'}
      </button>
      <p role="status" className={leavesOut ? 'link-note' : 'visually-hidden'}>
        {says && `${says}. ${leavesOut ?? ''}`}
      </p>
    </>
  );
}
