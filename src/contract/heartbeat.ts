/** The page asks a worker whether it still hears; the worker answers between two pieces of work. */
export interface Ping {
  type: 'ping';
}
export interface Pong {
  type: 'pong';
}
