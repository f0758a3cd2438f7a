import { useEffect, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import type { Figure } from '../../figure/figure.ts';

/**
 * Takes over a pre-rendered figure or exercise; resolves once it answers. Apart from mountWidgets.ts so that React
 * arrives with the first of them.
 */
export function hydrate(
  place: HTMLElement,
  { name, Component }: Pick<Figure, 'name' | 'Component'>,
  props: object,
): Promise<void> {
  return new Promise((resolve) => {
    // At once: a translator would change the place before React gets to it.
    flushSync(() =>
      hydrateRoot(
        place,
        <Awake tell={resolve}>
          <Component {...props} />
        </Awake>,
        { identifierPrefix: name },
      ),
    );
  });
}

/** Tells when all that it holds is alive. */
function Awake({ tell, children }: { tell: () => void; children: ReactNode }) {
  useEffect(tell, [tell]);
  return children;
}
