/** Why a page cannot be kept for offline. */
export type Obstacle = 'unbuilt' | 'insecure' | 'framed' | 'unsupported' | 'refused';

/** What of the browser decides it. */
interface Surroundings {
  isBuilt: boolean;
  isSecure: boolean;
  isFramed: boolean;
  hasWorkers: boolean;
}

/** What forbids a service worker from the start; null where one may be registered. */
export function whyNot(of: Surroundings): Exclude<Obstacle, 'refused'> | null {
  if (!of.isBuilt) return 'unbuilt';
  // In another site's frame, what is kept is of no use outside it.
  if (of.isFramed) return 'framed';
  if (!of.isSecure) return 'insecure';
  return of.hasWorkers ? null : 'unsupported';
}

export function lookAround(): Surroundings {
  return {
    isBuilt: Boolean(document.documentElement.dataset['version']),
    isSecure: isSecureContext,
    isFramed: window !== top,
    hasWorkers: 'serviceWorker' in navigator && 'caches' in window,
  };
}

/** Sentences for the reader: what forbids it, and what to do. */
export const obstacles: Record<Obstacle, string> = {
  unbuilt:
    'This is the development server, which saves nothing. Run npm start to try the built chapter.',
  insecure:
    'Browsers save pages for offline only from addresses that begin with https. Open the chapter at such an address, or ask whoever runs this site for one.',
  framed:
    'This page is shown inside another one, where browsers save nothing for later. Open it in a tab of its own.',
  unsupported:
    'This browser does not save pages for offline. In a private window, open the chapter in an ordinary one; otherwise try a current Chrome, Edge, Firefox or Safari.',
  refused:
    'This browser does not let the page store anything. Leave the private window, or allow cookies and site data for this site in the browser’s settings, and reload the page.',
};
