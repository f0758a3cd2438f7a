import { askWorker } from './askWorker.ts';
import { findOpenWork } from './findOpenWork.ts';
import { showNotice } from './showNotice.ts';

/** A page that stays open asks after a new version when the reader comes back to it, at most so often, in milliseconds. */
const askAgainAfter = 10 * 60_000;

/**
 * Tells the reader when a newer version than that of this page is there. Nothing is replaced by itself: the new
 * worker waits until all pages are closed, and a page is reloaded only when the reader says so.
 */
export function watchVersions(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  const look = async (worker: ServiceWorker | null) => {
    const own = document.documentElement.dataset['version'];
    if (worker && (await askWorker(worker, { type: 'version' })) !== own) offerReload();
  };
  void look(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed') void look(coming);
    });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < askAgainAfter) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}

/** Asks once more where a reload would end what the reader is doing. */
function offerReload(): void {
  // An audience sees no questions.
  if (document.documentElement.dataset['present']) return;
  const reload = () => location.reload();
  const { say, close } = showNotice('A new version of this chapter is here.', {
    Reload() {
      const work = findOpenWork(document);
      if (!work) return reload();
      say(`${work} Reload all the same?`, { 'Reload now': reload, Later: () => close() });
    },
    Later: () => close(),
  });
}
