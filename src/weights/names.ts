/** Batch norm's `num_batches_tracked`: with a fixed momentum nothing depends on it. */
export function isCounter(key: string): boolean {
  return key.endsWith('num_batches_tracked');
}
