/** What a worker could reach others with. The frame's policy forbids most of it as well: this is the second wall. */
const ways = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport'],
  ...['importScripts', 'Worker', 'SharedWorker', 'BroadcastChannel', 'postMessage'],
  ...['indexedDB', 'caches', 'navigator', 'webkitRequestFileSystem', 'URL', 'Blob'],
];

/** Takes from this worker, for good, whatever reaches a network, a storage or another page. */
export function closeDoors(): void {
  for (const way of ways) {
    for (let holder: object | null = globalThis; holder; holder = Object.getPrototypeOf(holder))
      Reflect.deleteProperty(holder, way);
    Object.defineProperty(globalThis, way, { value: undefined });
  }
}
