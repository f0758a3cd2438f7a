import { downloadAgain, type CheckpointError } from '../checkpointError.ts';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { maxLongBytes } from '../limits.ts';

const latin1 = new TextDecoder('latin1');

/** An error at the instruction being read: `what` is wrong there. */
export type Fail = (what: string, remedy?: string) => CheckpointError;

/**
 * Reads the arguments of a pickle's instructions one after the other. Every length is checked against
 * what is left before anything is read.
 * @param start the byte of `bytes` to begin at
 */
export function createPickleReader(bytes: Uint8Array, start: number, fail: Fail) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;

  /** Moves over the next `length` bytes and returns where they start. */
  const skip = (length: number) => {
    if (length > bytes.length - at) throw fail('the pickle is cut short', downloadAgain);
    at += length;
    return at - length;
  };
  const decode = (from: number, to: number) => {
    const text = decodeUtf8(bytes.subarray(from, to));
    if (text === undefined) throw fail('a text is not valid UTF-8', downloadAgain);
    return text;
  };

  return {
    position: () => at,
    uint8: () => view.getUint8(skip(1)),
    uint16: () => view.getUint16(skip(2), true),
    int32: () => view.getInt32(skip(4), true),
    uint32: () => view.getUint32(skip(4), true),
    /** A length that may be too large to be exact; none that fits a file is. */
    uint64: () => Number(view.getBigUint64(skip(8), true)),
    float64: () => view.getFloat64(skip(8)),
    /** A view of the next bytes. */
    bytes(length: number): Uint8Array {
      const from = skip(length);
      return bytes.subarray(from, at);
    },
    /** Python 2's text: a byte a character. */
    latin1(length: number): string {
      const from = skip(length);
      return latin1.decode(bytes.subarray(from, at));
    },
    /** An integer of `length` bytes in two's complement: a bigint only beyond 2⁵³. */
    long(length: number): number | bigint {
      if (length > maxLongBytes) throw fail(`an integer has ${length} bytes`);
      let value = 0n;
      const first = skip(length);
      for (let i = at - 1; i >= first; i--) value = (value << 8n) | BigInt(view.getUint8(i));
      value = BigInt.asIntN(8 * length, value);
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : value;
    },
    text(length: number): string {
      const from = skip(length);
      return decode(from, at);
    },
    /** Text up to the next line feed. */
    line(): string {
      const end = bytes.indexOf(0x0a, at);
      if (end < 0) throw fail('the pickle is cut short', downloadAgain);
      const from = skip(end + 1 - at);
      return decode(from, end);
    },
  };
}
