import { describe, expect, test } from 'vitest';
import { createRng, type Rng } from '../../src/lib/rng.ts';
import { CheckpointError } from '../../src/weights/checkpointError.ts';
import { readCheckpoint } from '../../src/weights/readCheckpoint.ts';
import type { StateDict } from '../../src/contract/stateDict.ts';
import { readZip } from '../../src/weights/zip/zip.ts';
import { safetensors } from './safetensors/badSafetensors.ts';
import { checkpointFile } from './checkpointFiles.ts';
import { writeZip } from './zip/writeZip.ts';

/** Time for one file, in milliseconds. */
const budget = 2000;
const archives = ['network.pth', 'nested.pth', 'types.pth', 'views.pth'];
const streams = archives.map((name) => name.replace('.pth', '.legacy.pth'));
const files = [...archives, ...streams, 'tensors.safetensors'];

// 600 of the generated files must be refused: those cut short and those of noise. Of the other 405 a few
// are as good as before, where the change means nothing.

/**
 * Reads a damaged file: a CheckpointError that names file and place, or a whole state dict. Typed arrays
 * made meanwhile stay within a few times the file: all of it once as float32, and a table of half floats.
 * Objects of so small a file take under a megabyte, garbage included; the limit leaves the runner room.
 */
function read(file: Uint8Array): StateDict | CheckpointError {
  const before = process.memoryUsage();
  const result = attempt(file);
  const after = process.memoryUsage();
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(16 * file.length + 1_000_000);
  expect(after.heapUsed - before.heapUsed).toBeLessThan(16_000_000);
  if (result instanceof CheckpointError) {
    expect(result.message).toMatch(/^weights: .{15,400}\.$/s);
    expect(result.remedy).toMatch(/\.$/);
    return result;
  }
  for (const [key, { shape, data }] of Object.entries(result)) {
    const elements = shape.reduce((product, size) => product * size, 1);
    expect(data.length, key).toBe(elements);
    expect(data.every(Number.isFinite), key).toBe(true);
  }
  return result;
}

function attempt(file: Uint8Array): StateDict | CheckpointError {
  try {
    return readCheckpoint(file, 'weights').state;
  } catch (error) {
    if (error instanceof CheckpointError) return error;
    throw error;
  }
}

/** One test a case, so that each keeps to the time for one file. */
function each(count: number, label: string, check: (rng: Rng) => void) {
  const cases = Array.from({ length: count }, (_, i) => i);
  test.each(cases)('%i', { timeout: budget }, (i) => check(createRng(1, label, i)));
}

describe.each(files)('%s, cut short', (name) => {
  const whole = checkpointFile(name);
  const { length } = whole;
  const starts = [...whole.keys()].filter((i) => whole[i] === 0x50 && whole[i + 1] === 0x4b);
  const edges = [0, 1, 2, 7, 8, 9, 10, length - 56, length - 22, length - 21, length - 1];

  test.each([...edges, ...starts])('after %i bytes', { timeout: budget }, (at) => {
    expect(read(whole.slice(0, at))).toBeInstanceOf(CheckpointError);
  });
  each(60, `cut ${name}`, (rng) => {
    expect(read(whole.slice(0, rng.int(length)))).toBeInstanceOf(CheckpointError);
  });
});

describe.each(files)('%s, with bits flipped', (name) => {
  const whole = checkpointFile(name);
  each(25, `flip ${name}`, (rng) => {
    const file = whole.slice();
    for (let left = 1 + rng.int(3); left > 0; left--)
      file[rng.int(file.length)]! ^= 1 << rng.int(8);
    const result = read(file);
    // Checksums hold the weights of an archive: only what is of no meaning can have changed.
    if (archives.includes(name) && !(result instanceof CheckpointError)) {
      expect(result).toEqual(readCheckpoint(whole, name).state);
    }
  });
});

const wrapped = ['wrapped-namespace.pth', 'wrapped-protocol-4.pth'];

describe.each([...archives, ...wrapped])(
  '%s, its pickle changed and the checksum with it',
  (name) => {
    const contents = [...readZip(checkpointFile(name))];
    each(25, `pickle ${name}`, (rng) => {
      const file = writeZip(
        contents.map(([path, content]) => ({
          name: path,
          content: path.endsWith('data.pkl') ? changed(content, rng) : content,
        })),
      );
      read(file);
    });
  },
);

describe('the header of a safetensors file, one token changed', () => {
  const whole = checkpointFile('tensors.safetensors');
  const headerEnd = 8 + Number(new DataView(whole.buffer).getBigUint64(0, true));
  const header = new TextDecoder().decode(whole.subarray(8, headerEnd));
  const tokens: string[] = header.match(/"[^"]*"|-?\d+|[^\s]/g) ?? [];
  const others = ['-1', '0', '1e9', '4.5', '9007199254740993', '1e400', '""', '"F64"', '"I64"'];
  others.push('null', 'true', '[]', '{}', '[', '}', ',', ':', '"__proto__"', '"float"', '');

  each(80, 'header', (rng) => {
    const at = rng.int(tokens.length);
    const text = tokens.with(at, others[rng.int(others.length)]!).join('');
    read(safetensors(text, whole.length - headerEnd));
  });
});

describe('random bytes after the start of a format', () => {
  const starts = [
    'PK\x03\x04',
    '\x80\x02',
    '\x80\x02}(',
    '\x20\0\0\0\0\0\0\0{"',
    '\x80\x02ccollections\n',
  ];
  each(60, 'random', (rng) => {
    const start = Buffer.from(starts[rng.int(starts.length)]!, 'latin1');
    const noise = Uint8Array.from({ length: rng.int(3000) }, () => rng.int(256));
    expect(read(new Uint8Array([...start, ...noise]))).toBeInstanceOf(CheckpointError);
  });
});

/** One to three bytes replaced, repeated or removed. */
function changed(content: Uint8Array, rng: Rng): Uint8Array {
  let bytes = [...content];
  for (let left = 1 + rng.int(3); left > 0; left--) {
    const at = rng.int(bytes.length);
    const length = 1 + rng.int(8);
    const some = bytes.slice(at, at + length);
    const kind = rng.int(3);
    if (kind === 0) bytes[at] = rng.int(256);
    else bytes = bytes.toSpliced(at, kind === 1 ? 0 : length, ...(kind === 1 ? some : []));
  }
  return Uint8Array.from(bytes);
}
