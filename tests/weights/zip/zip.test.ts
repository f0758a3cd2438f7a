import { expect, test } from 'vitest';
import { readZip } from '../../../src/weights/zip/zip.ts';
import { thrownBy } from '../thrownBy.ts';
import { writeZip } from './writeZip.ts';

const files = [
  { name: 'archive/data.pkl', content: Uint8Array.of(1, 2, 3) },
  { name: 'archive/data/0', content: new Uint8Array() },
  { name: 'archive/übung', content: Uint8Array.of(4) },
];

test.each([false, true])('reads stored files, with ZIP64: %s', (zip64) => {
  const archive = writeZip(files, files.length, zip64);
  const read = readZip(archive);
  expect([...read]).toEqual(files.map(({ name, content }) => [name, content]));
  expect(read.get('archive/data.pkl')?.buffer).toBe(archive.buffer);
});

test('a size of ZIP64 beyond all files is named', () => {
  const [first, ...others] = files;
  const archive = writeZip([{ ...first!, size: 2 ** 52 }, ...others], files.length, true);
  expect(thrownBy(() => readZip(archive)).message).toContain('"archive/data.pkl" takes bytes');
});
