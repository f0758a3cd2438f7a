import { aliasOf, edgeOf, needsGrad, nodeOf } from './autograd/edges.ts';
import { isGradEnabled } from './autograd/gradMode.ts';
import { nextSequence } from './autograd/sequence.ts';
import { saveNothing, saveTensor } from './autograd/saved.ts';
import { splitGradient } from './autograd/strided.ts';
import { call, type Inputs } from './call.ts';
import type { Attributes } from './Operation.ts';
import { recordStep, unrecorded } from './recording/record.ts';
import { infoOf } from './tensor/dtype.ts';
import { copyRows } from './tensor/rows.ts';
import { isContiguous, sameShape, showShape } from './tensor/shape.ts';
import { type Tensor, viewOf } from './tensor/Tensor.ts';
import { TorchError } from './TorchError.ts';

/**
 * Does an operation and writes its result over the first input, as `add_` does for `add`.
 * @returns the first input
 * @throws {TorchError} RuntimeError where the result doesn't fit, or where a leaf's history would be lost
 */
export function callInPlace(name: string, inputs: Inputs, attributes: Attributes = {}): Tensor {
  const target = inputs[0] as Tensor;
  refuseRepeats(target);
  refuseLeaf(target, inputs);
  const result = unrecorded(() => call(name, [aliasOf(target), ...inputs.slice(1)], attributes));
  refuseMisfit(target, result);
  keepOverwritten(result);
  write(target, result, !inputs.some((input) => input?.storage === result.storage));
  target.version.value++;
  takeHistory(target, result);
  recordStep({ operation: name, inputs, attributes, output: target });
  return target;
}

function refuseRepeats({ shape, strides }: Tensor): void {
  if (!strides.some((stride, dim) => stride === 0 && (shape[dim] as number) > 1)) return;
  throw new TorchError(
    'RuntimeError',
    'unsupported operation: more than one element of the written-to tensor refers to a single memory location. ' +
      'Please clone() the tensor before performing the operation.',
  );
}

function refuseLeaf(target: Tensor, inputs: Inputs): void {
  if (!isGradEnabled() || !inputs.some((input) => input && needsGrad(input))) return;
  const node = nodeOf(target);
  if (target.isOneOfMany && node) {
    throw new TorchError(
      'RuntimeError',
      `Output ${target.outputIndex} of ${node.name} is a view and is being modified inplace. This view is the ` +
        'output of a function that returns multiple views. Such functions do not allow the output views to be ' +
        'modified inplace. You should replace the inplace operation by an out-of-place one.',
    );
  }
  if (target.isLeaf && target.requiresGrad) {
    const what = target.base ? 'a view of a leaf Variable' : 'a leaf Variable';
    throw new TorchError(
      'RuntimeError',
      `${what} that requires grad is being used in an in-place operation.`,
    );
  }
  if (target.base?.isLeaf && target.base.requiresGrad) {
    throw new TorchError(
      'RuntimeError',
      'a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
  }
}

function refuseMisfit(target: Tensor, result: Tensor): void {
  if (!sameShape(target.shape, result.shape)) {
    throw new TorchError(
      'RuntimeError',
      `output with shape ${showShape(target.shape)} doesn't match the broadcast shape ${showShape(result.shape)}`,
    );
  }
  const from = infoOf(result.dtype);
  const to = infoOf(target.dtype);
  if (from.category > to.category) {
    throw new TorchError(
      'RuntimeError',
      `result type ${from.scalar} can't be cast to the desired output type ${to.scalar}`,
    );
  }
}

/** The gradient of some operations is computed from the numbers that are about to be overwritten. */
function keepOverwritten({ node }: Tensor): void {
  const saved = node?.saved?.inputs[0];
  if (!node?.saved || !saved) return;
  const { tensor } = saved;
  tensor.storage = tensor.storage.copy();
  tensor.version = { value: 0 };
  node.saved.inputs[0] = saveTensor(tensor);
}

/** Overwrites numbers; takes over the whole memory of a result that nobody else holds. */
function write(target: Tensor, result: Tensor, isFree: boolean): void {
  const { storage } = target;
  const whole = result.size === storage.length && isContiguous(target) && isContiguous(result);
  if (isFree && whole && result.dtype === target.dtype && result.storage.length === result.size) {
    storage.take(result.storage);
    return;
  }
  copyInto(target, result);
}

/** Overwrites the numbers of `target` with those of a tensor of its shape, in its dtype. */
function copyInto(target: Tensor, source: Tensor): void {
  let from = source;
  if (
    source.dtype !== target.dtype &&
    infoOf(source.dtype).category > infoOf(target.dtype).category
  ) {
    from = unrecorded(() => call('to', [source], { dtype: target.dtype }));
  }
  copyRows(from, {
    data: target.storage.changeable,
    strides: target.strides,
    offset: target.offset,
  });
}

function takeHistory(target: Tensor, result: Tensor): void {
  const { node } = result;
  if (!node) return;
  const { base } = target;
  const { saved } = node;
  if (base) {
    rebase(base, target, result);
  } else {
    target.node = node;
    target.outputIndex = result.outputIndex;
    target.requiresGrad = true;
  }
  // What the operation saved of its result lies in the target now, and later changes are noticed there.
  if (saved?.outputs[result.outputIndex]) {
    const alias = viewOf(target, target.shape, target.strides);
    const { outputIndex } = result;
    saved.outputs[outputIndex] = saveTensor(
      Object.assign(alias, { node, outputIndex, requiresGrad: true }),
    );
  }
}

/** The base of a changed view has a part that comes from the operation; the view follows (see `nodeOf`). */
function rebase(base: Tensor, view: Tensor, result: Tensor): void {
  const { shape, dtype } = base;
  const region = { shape: view.shape, strides: view.strides, offset: view.offset };
  const edges = [edgeOf(base), edgeOf(result)];
  base.node = {
    name: 'CopySlices',
    sequence: nextSequence(),
    edges,
    results: [{ shape, dtype }],
    saved: saveNothing(),
    backward: ([gradient]) => {
      if (!gradient) return [];
      const { inside, outside } = splitGradient(gradient, base, region);
      return [edges[0] && outside, inside];
    },
    hooks: [],
  };
  base.outputIndex = 0;
  base.requiresGrad = true;
}
