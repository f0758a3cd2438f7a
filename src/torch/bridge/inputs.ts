import { fromData, type Tensor } from '../tensor/Tensor.ts';
import { tensorOf } from './handles.ts';

/** A number of Python's among inputs: its type's name and itself. */
type PythonNumber = ['int' | 'float' | 'bool', number];

const numberDtypes = { int: 'int64', float: 'float64', bool: 'bool' } as const;

/** Tensors from their handles as JSON. */
export function readTensors(handles: string): Tensor[] {
  return (JSON.parse(handles) as number[]).map(tensorOf);
}

/** Tensors, numbers and nothing, as Python writes them. */
export function readInputs(inputs: string): (Tensor | undefined)[] {
  return (readJson(inputs) as (number | null | PythonNumber)[]).map((input) => {
    if (input === null) return undefined;
    if (typeof input === 'number') return tensorOf(input);
    const [type, value] = input;
    const number = fromData([value], [], numberDtypes[type]);
    number.isNumber = true;
    return number;
  });
}

/** JSON has no infinity: Python writes it as `{"float": "inf"}`. */
export function readJson(text: string): unknown {
  if (!text.includes('"float":')) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('float' in value)) return value;
    return { inf: Infinity, '-inf': -Infinity, nan: NaN }[value.float as string];
  });
}
