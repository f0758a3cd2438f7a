import { offerRetry } from '../figures/offerRetry.ts';

/** Fills in the page on which readers save the chapter for offline, where this is it. */
export async function mountOffline(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-offline]');
  if (!place) return;
  try {
    const [{ createRoot }, { createElement }, { OfflineView }, { createOfflineStore }] =
      await Promise.all([
        import('react-dom/client'),
        import('react'),
        import('./OfflineView.tsx'),
        import('./offlineStore.ts'),
      ]);
    const store = createOfflineStore();
    createRoot(place).render(createElement(OfflineView, { store }));
    await store.look();
    place.dataset['ready'] = '';
  } catch (error) {
    console.error(error);
    offerRetry(place, 'list', mountOffline);
  }
}
