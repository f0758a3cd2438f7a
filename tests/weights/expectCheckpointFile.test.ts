import { expect, test } from 'vitest';
import { expectCheckpointFile } from '../../src/weights/expectCheckpointFile.ts';
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

test('weights of a usual size are let in, whatever their name', async () => {
  const file = fileOf('last.ckpt', 'PK\x03\x04', 170e6);
  await expect(expectCheckpointFile(file)).resolves.toBeUndefined();
});
