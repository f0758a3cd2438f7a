import { expect, test } from 'vitest';
import { expectCheckpointFile } from '../../src/weights/expectCheckpointFile.ts';
import { writeZip } from './zip/writeZip.ts';
import { CheckpointError } from '../../src/weights/checkpointError.ts';

/** A file that begins with `head`, of which only the beginning may be read. */
const fileOf = (name: string, head: string, size: number) => ({
  name,
  size,
  slice(start = 0, end = size) {
    expect(end - start).toBeLessThanOrEqual(4096);
    return new Blob([Uint8Array.from(head, (character) => character.charCodeAt(0))]);
  },
});

test.each([
  ['a film of 1 GB', fileOf('film.mkv', '\x1aE\xdf\xa3', 1e9), /^film\.mkv: The file is neither a/],
  ['a web page', fileOf('net.pth', '<!doctype html>', 3000), /^net\.pth: The file is a web page/],
  [
    'weights of 5 GB',
    fileOf('large.safetensors', '\x10\0\0\0\0\0\0\0{"a"', 5e9),
    /^large\.safetensors has 5\.0 GB; this page reads at most 1\.0 GB\.$/,
  ],
])('%s is refused by its first bytes and its size', async (_, file, says) => {
  const error: unknown = await expectCheckpointFile(file).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CheckpointError);
  expect((error as CheckpointError).message).toMatch(says);
  expect((error as CheckpointError).remedy).not.toBe('');
});

/** A file of zeros but for its beginning and its end, of which at most 4 MB may be read at a time. */
const sparse = (name: string, head: Uint8Array, size: number, tail = new Uint8Array()) => ({
  name,
  size,
  slice(start = 0, end = size) {
    const length = Math.min(end, size) - start;
    expect(length).toBeLessThanOrEqual(4_000_000);
    const part = new Uint8Array(length);
    if (start < head.length) part.set(head.subarray(start, start + length));
    const at = size - tail.length - start;
    if (at >= 0 && at + tail.length <= length) part.set(tail, at);
    return new Blob([part]);
  },
});
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** An archive of 1 GB: its files are holes, its directory is whole. */
function largeZip(name: string): ReturnType<typeof sparse> {
  const size = 1_000_000_000;
  const small = writeZip([{ name, content: new Uint8Array(8) }]);
  const directory = small.slice(30 + name.length + 8);
  new DataView(directory.buffer).setUint32(directory.length - 6, size - directory.length, true);
  return sparse('large.zip', small.slice(0, 60), size, directory);
}

/** A safetensors file of 900 MB with one tensor. */
function largeSafetensors(elements: number): ReturnType<typeof sparse> {
  const header = `{"llama.weight":{"dtype":"F32","shape":[${elements}],"data_offsets":[0,${4 * elements}]}}`;
  const length = String.fromCharCode(header.length, ...Array.from({ length: 7 }, () => 0));
  return sparse('llama.safetensors', latin1(length + header), 8 + header.length + 4 * elements);
}

test.each<[string, ReturnType<typeof sparse>, RegExp]>([
  ['a film', sparse('f.mp4', latin1('\0\0\0\x18ftypisom'), 1e9), /^f\.mp4: .*it is an MP4 video/],
  ['zeros', sparse('a.safetensors', new Uint8Array(), 5e9), /^a\.safetensors: .*nothing but zeros/],
  ['arrays of NumPy', largeZip('arr_0.npy'), /^large\.zip: .* It is NumPy’s arrays/],
  ['an archive cut short', sparse('c.pth', latin1('PK\x03\x04'), 1e9), /^c\.pth: .*cut short/],
  [
    'a pickle of something',
    sparse('p.pkl', latin1('\x80\x04\x95'), 1e9),
    /torch\.save did not write it/,
  ],
  [
    'a language model',
    largeSafetensors(2.2e8),
    /"llama\.weight" claims 220000000 values, more than/,
  ],
  ['GGUF', sparse('l.gguf', latin1('GGUF\x03'), 5e9), /^l\.gguf: The file is GGUF/],
  ['TFLite', sparse('m.tflite', latin1('\x1c\0\0\0TFL3'), 1e9), /is a TensorFlow Lite network/],
])('a large file of %s is refused without reading it', async (_, file, says) => {
  await expect(expectCheckpointFile(file)).rejects.toThrow(says);
});

test('weights of a usual size are let in, whatever their name', async () => {
  const file = fileOf('last.ckpt', 'PK\x03\x04', 170e6);
  await expect(expectCheckpointFile(file)).resolves.toBeUndefined();
});
