/** What a snippet gave, as tests/torch/observe.py says it. */
export interface Outcome {
  value?: unknown;
  out?: string;
  error?: [kind: string, message: string];
}

interface DescribedTensor {
  shape: number[];
  dtype: string;
  requires_grad?: true;
  /** The sum of all values and of their sizes, where `values` are only some of them. */
  sums?: [number, number];
  values: (number | 'nan' | 'inf' | '-inf')[];
}

/**
 * Says in a line where an outcome differs from what PyTorch gave; undefined where it doesn't. Floats may differ by
 * 1e-5 of their size, and by 2e-6 of the largest one in their tensor: sums that cancel lose what they add up.
 * Everything else, messages and printed text among it, must be the same.
 */
export function findDifference(expected: Outcome, found: Outcome): string | undefined {
  if (expected.error ?? found.error) {
    const [pytorch, here] = [expected.error, found.error].map((error) => error?.join(': '));
    if (pytorch !== here) return say('the exception', pytorch ?? 'none', here ?? 'none');
  }
  if (expected.out !== found.out) return say('the printed text', expected.out, found.out);
  return differ(expected.value, found.value, '');
}

function say(what: string, expected: unknown, found: unknown): string {
  return `${what}\n  PyTorch: ${show(expected)}\n  here:    ${show(found)}`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const indented = text.trimEnd().replaceAll('\n', '\n           ');
  return indented.length > 1500 ? `${indented.slice(0, 1500)}…` : indented;
}

function differ(expected: unknown, found: unknown, path: string): string | undefined {
  if (isTensor(expected) && isTensor(found)) return differAsTensors(expected, found, path);
  if (isFloat(expected) && isFloat(found)) {
    const close = isClose(expected.float, found.float, 0);
    return close ? undefined : say(`the value${path}`, expected.float, found.float);
  }
  if (isObject(expected) && isObject(found)) {
    const keys = Object.keys(expected);
    if (keys.join() === Object.keys(found).join()) {
      for (const key of keys) {
        const inside = Array.isArray(expected) ? `${path}[${key}]` : path;
        const difference = differ(expected[key], found[key], inside);
        if (difference) return difference;
      }
      return undefined;
    }
  }
  return expected === found ? undefined : say(`the value${path}`, expected, found);
}

function differAsTensors(expected: DescribedTensor, found: DescribedTensor, path: string) {
  for (const key of ['dtype', 'shape', 'requires_grad'] as const) {
    const [pytorch, here] = [expected[key], found[key]].map((value) => JSON.stringify(value));
    if (pytorch !== here) return say(`${key}${path}`, pytorch ?? 'false', here ?? 'false');
  }
  const largest = Math.max(0, ...expected.values.filter((value) => typeof value === 'number'));
  const smallest = Math.min(0, ...expected.values.filter((value) => typeof value === 'number'));
  const scale = expected.dtype.startsWith('float') ? Math.max(largest, -smallest) : 0;
  const same = expected.values.every((value, index) => isClose(value, found.values[index]!, scale));
  if (!same) return say(`the values${path}`, expected.values, found.values);
  if (expected.sums) {
    const [sum, sizes] = expected.sums;
    const close = found.sums?.every(
      (value, i) => Math.abs(value - [sum, sizes][i]!) <= 1e-5 * sizes,
    );
    if (!close) return say(`the sums${path}`, expected.sums, found.sums);
  }
  return undefined;
}

function isClose(expected: number | string, found: number | string, scale: number): boolean {
  if (typeof expected === 'string' || typeof found === 'string') return expected === found;
  return Math.abs(expected - found) <= 1e-5 * Math.abs(expected) + 2e-6 * scale;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isTensor(value: unknown): value is DescribedTensor {
  return isObject(value) && 'dtype' in value;
}

function isFloat(value: unknown): value is { float: number } {
  return isObject(value) && 'float' in value;
}
