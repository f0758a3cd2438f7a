/**
 * Along one axis, the part of a strided convolution's input gradient that the same taps reach:
 * every stride-th input position, which sees a stride-1 convolution of dy by every stride-th tap.
 */
export interface Phase {
  /** First input position and how many there are, `stride` apart. */
  first: number;
  count: number;
  /** First tap and how many there are, `stride` apart; none if the stride skips this phase. */
  tap: number;
  taps: number;
  /** Output position that the last tap of the first input position belongs to; may be negative. */
  source: number;
}

/**
 * The phases of an axis. Input y and output o meet in tap r when y = o·stride + r − pad, so all taps
 * of y are congruent to y + pad modulo stride.
 */
export function phases(size: number, taps: number, stride: number, pad: number): Phase[] {
  return Array.from({ length: stride }, (_, tap) => {
    const count = Math.max(Math.ceil((taps - tap) / stride), 0);
    const output = Math.ceil((pad - tap) / stride);
    const first = output * stride + tap - pad;
    return {
      first,
      count: Math.max(Math.ceil((size - first) / stride), 0),
      tap,
      taps: count,
      source: output - (count - 1),
    };
  }).filter(({ count }) => count > 0);
}
