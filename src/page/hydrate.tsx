import { hydrateRoot } from 'react-dom/client';
import type { Figure } from '../figure/figure.ts';

/** Takes over a pre-rendered figure. Apart from mountWidgets.ts so that React arrives with the first figure. */
export function hydrate(place: HTMLElement, { name, Component }: Figure, props: object): void {
  hydrateRoot(place, <Component {...props} />, { identifierPrefix: name });
}
