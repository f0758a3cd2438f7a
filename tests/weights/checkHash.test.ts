import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkHash } from '../../src/weights/checkHash.ts';
import { checkpointFile } from './checkpointFiles.ts';

const file = checkpointFile('network.pth');
const digits = createHash('sha256').update(file).digest('hex').slice(0, 8);

test.each([`network-${digits}.pth`, `network-${digits} (1).pth`, `network-${digits}(2).pth`])(
  'a file that is what its name promises is accepted: %s',
  async (name) => {
    await expect(checkHash(file, name)).resolves.toBeUndefined();
  },
);

test.each([
  ['another file', file, 'resnet34-b627a593.pth'],
  ['one bit', file.map((byte, i) => (i === 2000 ? byte ^ 1 : byte)), `network-${digits}.pth`],
  ['the end', file.subarray(0, -1), `network-${digits} (1).pth`],
])('a file is noted where %s is not what its name promises', async (_, bytes, name) => {
  const found = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const promised = /[0-9a-f]{8}/.exec(name)![0];
  expect(await checkHash(bytes, name)).toBe(
    `It isn’t the file that its name promises: its SHA-256 begins with ${found}, not with ${promised}. It may have been saved anew.`,
  );
});

test.each(['resnet34-20240115.pth', 'run-31121999.pth', 'run-12311999 (1).pth'])(
  'eight digits of a date promise nothing: %s',
  async (name) => {
    await expect(checkHash(file, name)).resolves.toBeUndefined();
  },
);

test.each(['mine.pth', 'network-1234.pth', 'network-b627a593-mine.pth', 'x-b627a593.safetensors'])(
  'a name that promises nothing is not checked: %s',
  async (name) => {
    await expect(checkHash(file, name)).resolves.toBeUndefined();
  },
);
