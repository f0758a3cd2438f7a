/**
 * A number as people type it, with a point or a comma before its decimals: `0.05`, `0,05`, `1e-3`, `−2`.
 * NaN for anything else; a comma or point between thousands is not guessed at.
 */
export function parseNumber(text: string): number {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}
