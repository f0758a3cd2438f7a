import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, type StrategyOptions } from 'workbox-strategies';
import { cacheNameOf, keyOf, type OfflineCommand } from '../contract/offline.ts';
import { createKeeper } from './offline/keepFiles.ts';
import { isolate } from './offline/isolate.ts';
import { notSaved } from './offline/notSaved.ts';
import type { ServiceWorkerScope } from './offline/scope.ts';
import { storable } from './offline/storable.ts';
import { wayOf, type Way } from './offline/wayOf.ts';

/**
 * The service worker: what a reader has used is there without a network, too. It never takes over from the worker of
 * an older version while a page is open. That does no harm: pages come from the network first, and name their files
 * by content, so that each version has all it needs whichever worker is in charge.
 */
const worker = globalThis as unknown as ServiceWorkerScope;
const { scope } = worker.registration;
/** `npm run build` puts it in. */
const version = import.meta.env['SITE_VERSION'] as string;
const keeper = createKeeper(scope, version);

/** A network that has not answered by then is taken for none, if there is a copy, in seconds. */
const patience = 4;

const options: StrategyOptions = {
  cacheName: cacheNameOf(scope),
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      cacheKeyWillBeUsed: async ({ request }) => keyOf(request.url),
      cacheWillUpdate: async ({ request, response }) => storable(keyOf(request.url), response),
      handlerWillRespond: async ({ request, response }) => isolate(request, response),
    },
  ],
};
const fromNetwork = new NetworkFirst({ ...options, networkTimeoutSeconds: patience });
const strategies: Record<Way, NetworkFirst | CacheFirst> = {
  page: fromNetwork,
  changing: fromNetwork,
  fixed: new CacheFirst(options),
};
for (const [way, strategy] of Object.entries(strategies))
  registerRoute(({ request }) => wayOf(request, scope) === way, strategy);
setCatchHandler(async ({ request }) =>
  wayOf(request, scope) === 'page' ? isolate(request, await notSaved(scope)) : Response.error(),
);

worker.addEventListener('install', (event) => {
  if (worker.registration.active) event.waitUntil(keeper.renew());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(keeper.tidy().then(() => worker.clients.claim()));
});
worker.addEventListener('message', (event) => {
  const command = event.data as OfflineCommand;
  const answer = (data: unknown) => event.ports?.[0]?.postMessage(data);
  if (command.type === 'version') answer(version);
  else if (command.type === 'stop') event.waitUntil(keeper.stop().then(answer));
  // Whatever is missing is fetched when the next page opens.
  else event.waitUntil(keeper.keep(command.urls, command.code).catch(() => undefined));
});
