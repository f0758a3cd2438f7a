import { bytesOf } from '../zip/writeZip.ts';

/** A safetensors file with this header, whose length may be a lie, and so many zeros of data. */
export function safetensors(header: string | object, data = 16, claimed?: bigint): Uint8Array {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header), 'latin1');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(claimed ?? BigInt(json.length));
  return bytesOf([length, json, Buffer.alloc(data)]);
}

const fits = { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] };
const one = (claim: object) => safetensors({ a: { ...fits, ...claim } });
const pair = (a: number[], b: number[], data = 32) =>
  safetensors({ a: { ...fits, data_offsets: a }, b: { ...fits, data_offsets: b } }, data);

/** safetensors files that must be refused, with what the error has to name. */
export const badSafetensors: [string, Uint8Array, RegExp][] = [
  ['claims a header of 10 GB', safetensors({ a: fits }, 16, 10_000_000_000n), /10000000000 bytes/],
  ['claims a header of 2⁶⁴−1', safetensors({ a: fits }, 16, 2n ** 64n - 1n), /1844674407/],
  ['claims a header of 2⁶³', safetensors({ a: fits }, 16, 2n ** 63n), /922337203/],
  ['claims a header longer than itself', safetensors({ a: fits }, 16, 1_000_000n), /1000000 bytes/],
  ['claims no header', safetensors({ a: fits }, 16, 0n), /JSON/],
  ['claims a header one byte short', safetensors('{ }', 0, 2n), /JSON/],
  ['claims a header one byte long', safetensors('{}', 1, 3n), /JSON/],
  ['has a header of three million bytes', safetensors('{'.padEnd(3_000_000), 0), /3000000/],
  ['has a header that is no UTF-8', safetensors('{"\xff\xfe":1}'), /JSON/],
  ['nests a million objects', safetensors('{"a":'.repeat(300_000)), /JSON/],
  [
    'nests a million lists in a shape',
    safetensors(`{"a":{"dtype":"F32","shape":${'['.repeat(500_000)}${']'.repeat(500_000)}}}`),
    /"a" has an impossible shape/,
  ],
  [
    'nests a million lists in a type',
    safetensors(`{"a":{"dtype":${'['.repeat(500_000)}${']'.repeat(500_000)}}}`),
    /"a" has no valid type/,
  ],
  ['lists a name twice', safetensors(twice('a', 'a')), /"a" twice/],
  ['lists a name twice, once escaped', safetensors(twice('a', '\\u0061')), /"a" twice/],
  ['holds a number', safetensors('{"a":7}'), /"a" has no valid type/],
  ['holds nothing', safetensors('{"a":null}'), /"a" has no valid type/],
  ['has a tensor __proto__', safetensors('{"__proto__":{}}'), /"__proto__" has no valid type/],
  ['has an unknown type', one({ dtype: 'F4' }), /"a" has the type "F4"/],
  ['has a type of every object', one({ dtype: 'constructor' }), /"constructor"/],
  ['holds integers', one({ dtype: 'I32' }), /"a" holds I32/],
  ['has no shape', one({ shape: undefined }), /"a" has an impossible shape/],
  ['has a text for a shape', one({ shape: '22' }), /"a" has an impossible shape/],
  ['has a negative size', one({ shape: [-2, -2] }), /"a" has an impossible shape/],
  ['has a fraction of a size', one({ shape: [0.5, 8] }), /"a" has an impossible shape/],
  ['has nine axes', one({ shape: [4, 1, 1, 1, 1, 1, 1, 1, 1] }), /"a" has an impossible shape/],
  ['has 10¹² values', one({ shape: [1e6, 1e6] }), /"a" claims 1000000000000 values/],
  ['has sizes beyond 2⁵³', one({ shape: [2 ** 60, 2 ** 60] }), /"a" has an impossible shape/],
  ['has fewer bytes than values', one({ shape: [2, 3] }), /"a" takes bytes 0 to 16, but 6 F32/],
  ['has no offsets', one({ data_offsets: undefined }), /"a" has no valid data_offsets/],
  ['has one offset', one({ data_offsets: [0] }), /"a" has no valid data_offsets/],
  ['has three offsets', one({ data_offsets: [0, 8, 16] }), /"a" has no valid data_offsets/],
  ['has texts for offsets', one({ data_offsets: ['0', '16'] }), /"a" has no valid data_offsets/],
  ['has negative offsets', one({ data_offsets: [-16, 0] }), /"a" has no valid data_offsets/],
  ['has offsets in reverse', one({ data_offsets: [16, 0] }), /"a" takes bytes 16 to 0/],
  ['begins after the start', one({ data_offsets: [4, 20] }), /"a" begins at byte 4/],
  ['has too much data', safetensors({ a: fits }, 17), /17 bytes of data/],
  ['has too little data', safetensors({ a: fits }, 15), /"a" ends at byte 16/],
  ['overlaps', pair([0, 16], [8, 24], 24), /"b" begins at byte 8/],
  ['uses bytes twice', pair([0, 16], [0, 16], 16), /"b" begins at byte 0/],
  ['leaves a gap', pair([0, 16], [20, 36], 36), /"b" begins at byte 20/],
  [
    'claims 20,000 tensors',
    safetensors(
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, i) => [i, { dtype: 'F32', shape: [], o: 0 }]),
      ),
    ),
    /20000 tensors/,
  ],
  [
    'claims seventy million values in two tensors',
    safetensors({
      a: { dtype: 'F32', shape: [40_000_000], data_offsets: [0, 160_000_000] },
      b: { dtype: 'F32', shape: [40_000_000], data_offsets: [160_000_000, 320_000_000] },
    }),
    /80000000 values/,
  ],
  ['has 8-bit weights without a scale', eightBits({}), /"a.scale" does not hold one F32 scale/],
  ['has one scale for two channels', eightBits({ shape: [1] }), /"a.scale".* 2 channels/],
  ['has a scale of rank 2', eightBits({ shape: [2, 1] }), /"a.scale".* 2 channels/],
  ['has 8-bit scales', eightBits({ shape: [2], dtype: 'I8' }), /"a.scale"/],
];

function twice(first: string, second: string): string {
  const claim = JSON.stringify({ dtype: 'F32', shape: [0], data_offsets: [0, 0] });
  return `{"${first}":${claim},"${second}" :${claim}}`;
}

/** 8-bit weights [2, 2] beside a scale of this kind. */
function eightBits({ shape, dtype = 'F32' }: { shape?: number[]; dtype?: string }): Uint8Array {
  const bytes = (dtype === 'F32' ? 4 : 1) * (shape?.reduce((a, b) => a * b) ?? 0);
  return safetensors(
    {
      a: { dtype: 'I8', shape: [2, 2], data_offsets: [0, 4] },
      ...(shape && { 'a.scale': { dtype, shape, data_offsets: [4, 4 + bytes] } }),
    },
    4 + bytes,
  );
}
