/** The page asks a worker whether it still hears; the worker answers between two pieces of work. */
export interface Ping {
  type: 'ping';
}
export interface Pong {
  type: 'pong';
}

/** A worker says once which Web Lock it holds for as long as it lives: whoever gets that lock knows it is dead. */
export interface Alive {
  type: 'alive';
  lock: string;
}
