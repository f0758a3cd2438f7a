import type { ExperimentRecord, PackedValues } from '../../contract/experimentRecord.ts';

/** The text of a record: floats of pictures and maps are kept to 8 bits, single numbers to 6 digits. */
export function writeRecord(record: ExperimentRecord): string {
  return JSON.stringify(record, (_, value: unknown) => {
    if (value instanceof Float32Array) return pack(value);
    return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  });
}

/** What a record's figure had found, with its arrays of floats as they were, but for 8 bits. */
export function resultOf<Result>({ result }: ExperimentRecord): Result {
  return unpackAll(result) as Result;
}

function unpackAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpackAll);
  if (typeof value !== 'object' || value === null) return value;
  if ('base64' in value) return unpack(value as PackedValues);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpackAll(part)]));
}

function pack(values: Float32Array): PackedValues {
  const [least, most] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const scale = 255 / (most - least || 1);
  const bytes = Array.from(values, (value) => Math.round((value - least) * scale));
  return {
    least: Number(least.toPrecision(6)),
    most: Number(most.toPrecision(6)),
    base64: btoa(String.fromCharCode(...bytes)),
  };
}

function unpack({ least, most, base64 }: PackedValues): Float32Array {
  const step = (most - least) / 255;
  return Float32Array.from(atob(base64), (byte) => least + step * byte.charCodeAt(0));
}
