import { serviceWorkerFile, type OfflineCommand } from '../../contract/offline.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { watchVersions } from './watchVersions.ts';
import { lookAround, whyNot, type Obstacle } from './whyNot.ts';

let registering: Promise<ServiceWorkerRegistration | Obstacle> | undefined;

/** Registers the service worker of the site, once a page, or tells what forbids it. Never rejects. */
export function register(): Promise<ServiceWorkerRegistration | Obstacle> {
  registering ??= begin();
  return registering;
}

async function begin(): Promise<ServiceWorkerRegistration | Obstacle> {
  const obstacle = whyNot(lookAround());
  if (obstacle) return obstacle;
  try {
    const registration = await navigator.serviceWorker.register(siteUrl(serviceWorkerFile), {
      scope: siteUrl(),
    });
    // A browser that is told not to register answers with nothing.
    if (!(registration as ServiceWorkerRegistration | undefined)) return 'refused';
    watchVersions(registration);
    void keepThisPage();
    return registration;
  } catch {
    return 'refused';
  }
}

/** Has the worker keep what this page loaded before it was there, and the code that the page may still ask for. */
async function keepThisPage(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const command: OfflineCommand = {
    type: 'keep',
    urls: [location.href, ...loaded].filter((url) => url.startsWith(siteUrl())),
    code: !savesData(),
  };
  active?.postMessage(command);
}

/** Whether the reader pays for each megabyte, as far as the browser tells. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
