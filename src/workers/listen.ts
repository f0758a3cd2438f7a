import type { Ping, Pong } from '../contract/heartbeat.ts';

/** Hears what the page asks of this worker, and answers for it that it is alive. */
export function listen<Command extends { type: string }>(hear: (command: Command) => void): void {
  addEventListener('message', ({ data }: MessageEvent<Command | Ping>) => {
    if (data.type === 'ping') postMessage({ type: 'pong' } satisfies Pong);
    else hear(data as Command);
  });
}
