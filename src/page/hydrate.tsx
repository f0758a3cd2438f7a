import type { ComponentType } from 'react';
import { hydrateRoot } from 'react-dom/client';

/** Takes over a pre-rendered widget. Apart from mountWidgets.ts so that React arrives with the first figure. */
export function hydrate<P extends object>(
  place: HTMLElement,
  Widget: ComponentType<P>,
  props: P,
  name: string,
): void {
  hydrateRoot(place, <Widget {...props} />, { identifierPrefix: name });
}
