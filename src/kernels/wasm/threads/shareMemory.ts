/** 64 KiB pages that shared memory may grow to: it must say so at its start. Half of what an address reaches. */
export const mostPages = 32_768;

const importSection = 2;
const memorySection = 5;
const header = 8;
const isShared = 3;
const hasMaximum = 1;
const importOf = { table: 1, memory: 2, global: 3, tag: 4 };

/**
 * The same WebAssembly module, its memory declared as shared between threads, whether it has one of its own or
 * imports one. Nothing else differs: instructions mean the same on shared memory. So TensorFlow.js computes what it
 * does on one thread; its own threaded build starts eight workers, whatever it is asked for.
 * @param module a module in WebAssembly's binary format; a module without a memory comes back as it was
 */
export function shareMemory(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [module.subarray(0, header)];
  for (let at = header; at < module.length;) {
    const id = module[at] as number;
    const [size, start] = readNumber(module, at + 1);
    const contents = module.subarray(start, start + size);
    const limits = findLimits(id, contents);
    const section = limits === undefined ? contents : withShared(contents, limits);
    parts.push(Uint8Array.of(id, ...encode(section.length)), section);
    at = start + size;
  }
  return join(parts);
}

/** Where a section says how large the memory is. */
function findLimits(id: number, section: Uint8Array): number | undefined {
  const [count, first] = readNumber(section, 0);
  if (id === memorySection && count > 0) return first;
  if (id !== importSection) return undefined;
  let at = first;
  for (let i = 0; i < count; i++) {
    at = skipName(section, skipName(section, at));
    const kind = section[at++];
    if (kind === importOf.memory) return at;
    if (kind === importOf.table) at = skipLimits(section, at + 1);
    else if (kind === importOf.global) at += 2;
    else at = readNumber(section, kind === importOf.tag ? at + 1 : at)[1];
  }
  return undefined;
}

function withShared(section: Uint8Array, limits: number): Uint8Array {
  const [least] = readNumber(section, limits + 1);
  return join([
    section.subarray(0, limits),
    Uint8Array.of(isShared, ...encode(least), ...encode(mostPages)),
    section.subarray(skipLimits(section, limits)),
  ]);
}

function skipName(section: Uint8Array, at: number): number {
  const [length, start] = readNumber(section, at);
  return start + length;
}

function skipLimits(section: Uint8Array, at: number): number {
  const [, behind] = readNumber(section, at + 1);
  return ((section[at] as number) & hasMaximum) === 0 ? behind : readNumber(section, behind)[1];
}

/** An unsigned LEB128 number, and where it ends. */
function readNumber(bytes: Uint8Array, at: number): [value: number, end: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
  }
}

function encode(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...encode(value >>> 7)];
}

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
