import { useEffect, useEffectEvent } from 'react';
import { queryOf } from './link.ts';

/** Hands the query of the page's address to the figure that it belongs to, once that is alive. */
export function useLink(figure: string, open: (query: URLSearchParams) => void): void {
  const onOpen = useEffectEvent(open);
  useEffect(() => {
    const query = queryOf(figure, location);
    if ([...query].length > 0) onOpen(query);
  }, [figure]);
}
