import { bytesOf, uint32, writeZip } from '../zip/writeZip.ts';

/**
 * Pieces of pickles as strings of one character a byte. Each function gives the instructions that put one
 * value on the stack.
 */
export const text = (value: string) => `X${latin1(uint32(value.length))}${value}`;
export const int = (value: number) => `J${latin1(uint32(value >>> 0))}`;
export const long = (value: bigint, length = 8) =>
  `\x8a${String.fromCharCode(length)}${Array.from({ length }, (_, i) => String.fromCharCode(Number((value >> BigInt(8 * i)) & 0xffn))).join('')}`;
export const tuple = (...items: string[]) => `(${items.join('')}t`;
export const dict = (...items: string[]) => `}(${items.join('')}u`;
export const global = (module: string, name: string) => `c${module}\n${name}\n`;
export const call = (module: string, name: string, ...args: string[]) =>
  `${global(module, name)}${tuple(...args)}R`;
export const pickle = (value: string) => `\x80\x02${value}.`;

export interface Tensor {
  type?: string;
  key?: string;
  /** Elements of the storage. */
  elements?: string;
  offset?: string;
  shape?: string;
  strides?: string;
}

/** A tensor [2, 2] of the storage 0, which has four elements; each part can be another. */
export function tensor(parts: Tensor = {}): string {
  const { type = 'FloatStorage', key = '0', elements = int(4), offset = int(0) } = parts;
  const { shape = tuple(int(2), int(2)), strides = tuple(int(2), int(1)) } = parts;
  const id = tuple(text('storage'), global('torch', type), text(key), text('cpu'), elements);
  const hooks = call('collections', 'OrderedDict');
  return call(
    'torch._utils',
    '_rebuild_tensor_v2',
    `${id}Q`,
    offset,
    shape,
    strides,
    '\x89',
    hooks,
  );
}

type Storages = Record<string, Uint8Array>;
const numbers = new Uint8Array(Float32Array.of(0.5, -1, 2, 0.25).buffer);

/** An archive as torch.save writes it. */
export function zipped(pickled: string, storages: Storages = { 0: numbers }): Uint8Array {
  return writeZip([
    { name: 'archive/data.pkl', content: Buffer.from(pickled, 'latin1') },
    ...Object.entries(storages).map(([key, content]) => ({ name: `archive/data/${key}`, content })),
    { name: 'archive/version', content: Buffer.from('3\n') },
  ]);
}

/** A legacy stream as torch.save writes it, for storages of four-byte elements. */
export function streamed(pickled: string, storages: Storages = { 0: numbers }): Uint8Array {
  const keys = `](${Object.keys(storages).map(text).join('')}e`;
  const head = [
    pickle(long(0x1950a86a20f9469cfc6cn, 10)),
    pickle(int(1001)),
    pickle(dict(text('little_endian'), '\x88')),
    pickled,
    pickle(keys),
  ];
  const data = Object.values(storages).flatMap((content) => [
    uint32(content.length / 4),
    uint32(0),
    content,
  ]);
  return bytesOf([Buffer.from(head.join(''), 'latin1'), ...data]);
}

function latin1(bytes: Buffer): string {
  return bytes.toString('latin1');
}
