/** The port that PORT names, else `usual`. Throws a sentence when PORT is not a port. */
export function readPort(usual: number, value = process.env['PORT']): number {
  if (!value) return usual;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new Error(
    `PORT is "${value}", which is not a port: choose a number up to 65535, such as PORT=${usual} npm start.`,
  );
}

/** A sentence for the errors a port can cause; undefined for others. */
export function explainPort(error: unknown, port: number): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  const other = `choose another, such as PORT=${port < 1024 ? 4173 : port + 1} npm start`;
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program: ${other}.`;
  if (code === 'EACCES') return `You may not open port ${port}: ${other}.`;
  return undefined;
}
