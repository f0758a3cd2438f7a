import { useEffect, useRef } from 'react';
import { listingEvent } from '../../contract/listing.ts';

/** Where the page puts a button that runs the code, as it does at every listing (page/runButtons.ts). */
export function RunPlace({ code }: { code: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.dispatchEvent(new CustomEvent(listingEvent, { bubbles: true, detail: code }));
  }, [code]);
  return <div className="run-place" ref={place} />;
}
