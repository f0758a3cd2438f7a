import { dict, pickle, tensor, text } from '../torch/writePickle.ts';
import { bytesOf, writeZip, type ZipFile } from './writeZip.ts';

const weights = Buffer.from(pickle(dict(text('a'), tensor())), 'latin1');
const main: ZipFile = { name: 'archive/data.pkl', content: weights };
const storage: ZipFile = { name: 'archive/data/0', content: Buffer.alloc(16) };
const other = (name: string): ZipFile => ({ name, content: Buffer.from('3\n') });
const withStorage = (changes: Partial<ZipFile>) => writeZip([main, { ...storage, ...changes }]);
const whole = writeZip([main, storage]);

/** Archives that must be refused, with what the error has to name. */
export const badZips: [string, Uint8Array, RegExp][] = [
  ...[
    ...['../evil', 'archive/../../evil', '/etc/passwd', 'C:/evil', 'archive\\evil', './evil'],
    ...['archive//evil', 'archive/', 'archive/evil\0.pkl', ''],
  ].map((name): [string, Uint8Array, RegExp] => [
    `has a file ${JSON.stringify(name)}`,
    writeZip([main, storage, other(name)]),
    /file named .* not a plain path/,
  ]),
  ['has a file twice', writeZip([main, storage, storage]), /"archive\/data\/0" twice/],
  ['has no pickle', writeZip([storage]), /0 files named data.pkl/],
  ['has two pickles', writeZip([main, { ...main, name: 'b/data.pkl' }]), /2 files named data.pkl/],
  [
    'has its pickle too deep',
    writeZip([{ ...main, name: 'a/b/data.pkl' }]),
    /0 files named data.pkl/,
  ],
  ['has an empty pickle', writeZip([{ ...main, content: Buffer.alloc(0) }]), /cut short/],
  [
    'has a pickle that goes on',
    writeZip([{ ...main, content: bytesOf([weights, weights]) }, storage]),
    /"archive\/data.pkl" has bytes after its end/,
  ],
  ['has no files', writeZip([]), /0 files named data.pkl/],
  ['has no storage', writeZip([main]), /"archive\/data\/0" is missing/],
  ['has its storage elsewhere', withStorage({ name: 'b/data/0' }), /"archive\/data\/0" is missing/],
  ['has a short storage', withStorage({ content: Buffer.alloc(12) }), /12 bytes, but 4 F32/],
  ['has a long storage', withStorage({ content: Buffer.alloc(20) }), /20 bytes, but 4 F32/],
  [
    'is big-endian',
    writeZip([main, storage, { name: 'archive/byteorder', content: Buffer.from('big') }]),
    /byteorder/,
  ],
  ['is compressed', withStorage({ method: 8 }), /"archive\/data\/0" is compressed/],
  [
    'is a bomb of 4 GB',
    withStorage({ method: 8, size: 0xfffffffe, storedSize: 16 }),
    /"archive\/data\/0" is compressed/,
  ],
  ['grows without compression', withStorage({ size: 2 ** 31, storedSize: 16 }), /is compressed/],
  ['is encrypted', withStorage({ flags: 1 }), /"archive\/data\/0" is encrypted/],
  ['claims 4 GB', withStorage({ size: 0xfffffffe }), /"archive\/data\/0" takes bytes/],
  ['claims ZIP64 sizes', withStorage({ size: 0xffffffff }), /"archive\/data\/0" has no ZIP64/],
  ['has a wrong checksum', withStorage({ crc: 1 }), /checksum of "archive\/data\/0"/],
  ['has another name inside', withStorage({ localName: 'archive/data/1' }), /a different name/],
  ['has a longer name inside', withStorage({ localName: 'archive/data/01' }), /a different name/],
  [
    'points into another file',
    withStorage({ headerOffset: 7 }),
    /"archive\/data\/0" begins at byte 7/,
  ],
  ['points out of the archive', withStorage({ headerOffset: 2 ** 31 }), /not at byte 2147483648/],
  [
    'has files that overlap',
    writeZip([main, storage, { ...storage, headerOffset: 46 + weights.length }]),
    /twice/,
  ],
  ['hides a file in another', hidden(), /"archive\/data\/1" begins at byte/],
  ['claims 60,000 files', writeZip([main, storage], 60_000), /60000 files/],
  ['claims one file more', writeZip([main, storage], 3), /file 3 of 3 was expected/],
  [
    'points to a ZIP64 directory that is none',
    writeZip([main, storage], 0xffff),
    /not point to a ZIP64/,
  ],
  ['goes on after its end', bytesOf([whole, Buffer.from('more')]), /no directory/],
  ['has something before its start', bytesOf([Buffer.from('PK'), whole]), /not at byte|damaged/],
];

/** Two files of which one lies inside the other: the way of overlapping bombs. */
function hidden(): Uint8Array {
  const inner = writeZip([{ name: 'archive/data/1', content: Buffer.alloc(16) }]);
  const start = 30 + 'archive/data.pkl'.length + weights.length;
  const content = inner.subarray(0, 60);
  return writeZip([
    main,
    { name: 'archive/data/0', content },
    {
      name: 'archive/data/1',
      content: Buffer.alloc(16),
      headerOffset: start + 30 + 'archive/data/0'.length,
    },
  ]);
}
