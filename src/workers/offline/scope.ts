/** What of a service worker's global scope is used here: TypeScript's types of it clash with those of pages. */
export interface ServiceWorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  addEventListener(
    type: 'install' | 'activate' | 'message',
    hear: (event: ExtendableMessage) => void,
  ): void;
}

/** An event that the worker is kept alive for until its work is done; only messages have data and ports. */
interface ExtendableMessage {
  waitUntil(work: Promise<unknown>): void;
  data?: unknown;
  ports?: readonly MessagePort[];
}
