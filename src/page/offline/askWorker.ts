import type { OfflineCommand } from '../../contract/offline.ts';

/** What a service worker answers through the port that it gets. A worker that does not know the command never does. */
export function askWorker(worker: ServiceWorker, command: OfflineCommand): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(command, [port2]);
  });
}
