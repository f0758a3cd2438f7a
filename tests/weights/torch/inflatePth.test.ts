import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CheckpointError } from '../../../src/weights/checkpointError.ts';
import { readCheckpoint } from '../../../src/weights/readCheckpoint.ts';
import { inflatePth } from '../../../src/weights/torch/inflatePth.ts';
import { writeZip, type ZipFile } from '../zip/writeZip.ts';
import { dict, pickle, tensor, text } from './writePickle.ts';

const weights = Buffer.from(pickle(dict(text('a'), tensor())), 'latin1');
const numbers = new Uint8Array(Float32Array.of(0.5, -1, 2, 0.25).buffer);

/** A file of an archive, compressed; what it claims can be something else. */
function packed(name: string, content: Uint8Array, claims: Partial<ZipFile> = {}): ZipFile {
  const stored = deflateRawSync(content);
  const sizes = { size: content.length, storedSize: stored.length };
  return { name, content: stored, method: 8, crc: crc32(content), ...sizes, ...claims };
}

test.each(['net/', ''])(
  'an archive packed again under %j is read, with its folders',
  async (root) => {
    const folder = { name: 'net/data/', content: new Uint8Array() };
    const archive = writeZip([
      ...(root ? [folder] : []),
      packed(`${root}data.pkl`, weights),
      { name: '__MACOSX/net/._data.pkl', content: new Uint8Array(4) },
      packed(`${root}data/0`, numbers),
    ]);
    const { state } = readCheckpoint(archive, 'weights.pth', await inflatePth(archive));
    expect(state).toEqual({ a: { shape: [2, 2], data: Float32Array.of(0.5, -1, 2, 0.25) } });
  },
);

test('what PyTorch wrote has nothing to unpack', async () => {
  const archive = writeZip([
    { name: 'net/data.pkl', content: weights },
    { name: 'net/data/0', content: numbers },
  ]);
  expect((await inflatePth(archive)).size).toBe(0);
});

const zeros = new Uint8Array(2e6);
test.each<[string, Partial<ZipFile>, RegExp]>([
  [
    'claims 4 GB',
    { size: 0xfffffffe },
    /claims 4\.3 GB unpacked; this page unpacks at most 0\.6 GB/,
  ],
  [
    'claims what deflate cannot do',
    { size: 500e6 },
    /"net\/data\/0" claims 500000000 bytes unpacked/,
  ],
  ['grows beyond its claim', { size: 16 }, /"net\/data\/0" is larger unpacked than the 16 bytes/],
  [
    'is shorter than it claims',
    { size: 2_000_001 },
    /has 2000000 bytes unpacked, .* claims 2000001/,
  ],
  [
    'is damaged',
    { content: Buffer.from('\xff\xff\xff\xff', 'latin1'), size: 16, storedSize: 4 },
    /is damaged: it cannot be unpacked/,
  ],
])('an archive that %s is refused before it fills the memory', async (_, claims, says) => {
  const archive = writeZip([packed('net/data.pkl', weights), packed('net/data/0', zeros, claims)]);
  const error: unknown = await inflatePth(archive).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CheckpointError);
  expect((error as CheckpointError).message).toMatch(says);
});

test('compressed files with a wrong checksum are refused', async () => {
  const archive = writeZip([
    packed('net/data.pkl', weights),
    packed('net/data/0', numbers, { crc: 1 }),
  ]);
  const inflated = await inflatePth(archive);
  expect(() => readCheckpoint(archive, 'weights.pth', inflated)).toThrow(
    /checksum of "net\/data\/0"/,
  );
});

test.each<[string, string[], RegExp]>([
  ['NumPy’s arrays', ['arr_0.npy'], /It is NumPy’s arrays \(\.npz\)\./],
  ['an Office document', ['[Content_Types].xml', 'word/document.xml'], /It is an Office document/],
  [
    'a packed checkpoint',
    ['best/', 'best/net.pth'],
    /It is a zip archive that holds "best\/net\.pth"/,
  ],
  ['pictures', ['pictures/cat.jpg'], /It holds "pictures\/cat\.jpg"/],
])('an archive of %s is called by its name', async (_, names, says) => {
  const archive = writeZip(names.map((name) => packed(name, numbers)));
  await expect(inflatePth(archive)).rejects.toThrow(says);
});
