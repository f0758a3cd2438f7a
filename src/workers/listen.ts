import type { Alive, Ping, Pong } from '../contract/heartbeat.ts';

/** Hears what the page asks of this worker, and answers for it that it is alive. */
export function listen<Command extends { type: string }>(hear: (command: Command) => void): void {
  addEventListener('message', ({ data }: MessageEvent<Command | Ping>) => {
    if (data.type === 'ping') postMessage({ type: 'pong' } satisfies Pong);
    else hear(data as Command);
  });
  holdLock();
}

/** Browsers lend locks to secure pages only; on others, the answers to pings must do. */
function holdLock(): void {
  const locks = navigator.locks as LockManager | undefined;
  const lock = `worker ${performance.timeOrigin} ${Math.random()}`;
  const forLife = new Promise(() => undefined);
  locks
    ?.request(lock, () => {
      postMessage({ type: 'alive', lock } satisfies Alive);
      return forLife;
    })
    .catch(() => undefined);
}
