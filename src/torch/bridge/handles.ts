import { infoOf } from '../tensor/dtype.ts';
import type { Storage } from '../tensor/Storage.ts';
import type { Node, Tensor } from '../tensor/Tensor.ts';
import { assert } from '../../lib/assert.ts';

const tensors = new Map<number, Tensor>();
let last = 0;

/** The number by which Python knows a tensor, until `releaseHandle`. */
export function handleOf(tensor: Tensor): number {
  if (tensor.handle === undefined) {
    tensor.handle = ++last;
    tensors.set(tensor.handle, tensor);
  }
  return tensor.handle;
}

export function tensorOf(handle: number): Tensor {
  const tensor = tensors.get(handle);
  assert(tensor !== undefined, `There is no tensor ${handle}.`);
  return tensor;
}

/** Python's object is gone; the tensor lives on while others need it. */
export function releaseHandle(handle: number): void {
  const tensor = tensors.get(handle);
  if (tensor) tensor.handle = undefined;
  tensors.delete(handle);
}

const nodes = new Map<number, Node>();

/** A number by which Python knows a node of the graph, until `releaseNode`. */
export function keepNode(node: Node): number {
  nodes.set(++last, node);
  return last;
}

export function nodeOfHandle(handle: number): Node {
  const node = nodes.get(handle);
  assert(node !== undefined, `There is no node ${handle}.`);
  return node;
}

export function releaseNode(handle: number): void {
  nodes.delete(handle);
}

/** Bytes of all tensors that Python can reach, in graphs too. */
export function liveBytes(): number {
  const storages = new Map<Storage, number>();
  const arrays = new Set<ArrayBufferView>();
  const seen = new Set<Tensor | Node>();
  const pending: (Tensor | Node | undefined)[] = [...tensors.values(), ...nodes.values()];
  while (pending.length > 0) {
    const next = pending.pop();
    if (!next || seen.has(next)) continue;
    seen.add(next);
    if ('storage' in next) {
      storages.set(next.storage, next.storage.length * infoOf(next.dtype).bytes);
      pending.push(next.grad, next.node, next.base, next.accumulator);
      continue;
    }
    pending.push(next.leaf, ...next.edges.map((edge) => edge?.node));
    if (!next.saved) continue;
    const { inputs, outputs, kept } = next.saved;
    pending.push(...inputs.map((saved) => saved?.tensor), ...outputs.map((saved) => saved?.tensor));
    for (const value of Object.values(kept)) {
      if (ArrayBuffer.isView(value)) arrays.add(value);
      else if (isTensor(value)) pending.push(value);
    }
  }
  let bytes = 0;
  for (const size of storages.values()) bytes += size;
  for (const array of arrays) bytes += array.byteLength;
  return bytes;
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'storage' in value;
}
