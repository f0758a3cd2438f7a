import type { PyProxy } from 'pyodide/ffi';
import { backward, gradientsOf } from '../autograd/backward.ts';
import { edgeOf, needsGrad, nodeOf } from '../autograd/edges.ts';
import { attachFunction } from '../autograd/function.ts';
import { isGradEnabled, setGradEnabled } from '../autograd/gradMode.ts';
import { isFloating } from '../tensor/dtype.ts';
import { detach, type Gradients, type Tensor } from '../tensor/Tensor.ts';
import { TorchError } from '../TorchError.ts';
import { handleOf, keepNode, nodeOfHandle, releaseNode, tensorOf } from './handles.ts';
import { readInputs, readTensors } from './inputs.ts';

/** What autograd knows of tensors, and does for them. */
export const gradientBridge = {
  requiresGrad: (handle: number) => needsGrad(tensorOf(handle)),
  isLeaf: (handle: number) => nodeOf(tensorOf(handle)) === undefined,
  retainsGrad: (handle: number) => tensorOf(handle).retainsGrad,
  isGradEnabled,
  setGradEnabled,

  /** The node (grad_fn) of a tensor as a handle of its own, 0 for leaves; free it with `releaseNode`. */
  gradNode(handle: number): number {
    const node = nodeOf(tensorOf(handle));
    return node ? keepNode(node) : 0;
  },
  releaseNode,
  nodeName: (node: number) => nodeOfHandle(node).name,
  nextNodes(node: number): string {
    const { edges } = nodeOfHandle(node);
    return JSON.stringify(edges.map((edge) => (edge ? [keepNode(edge.node), edge.index] : [0, 0])));
  },
  /** Of a node where a leaf's gradient arrives: the leaf; else 0. */
  leafOf(node: number): number {
    const { leaf } = nodeOfHandle(node);
    return leaf ? handleOf(leaf) : 0;
  },

  /** The name of the operation that made a tensor; empty for leaves. */
  gradFn: (handle: number) => nodeOf(tensorOf(handle))?.name ?? '',

  setRequiresGrad(handle: number, on: boolean): void {
    const tensor = tensorOf(handle);
    if (!on && nodeOf(tensor)) {
      throw new TorchError(
        'RuntimeError',
        'you can only change requires_grad flags of leaf variables. If you want to use a computed variable in ' +
          "a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      );
    }
    if (on && !isFloating(tensor.dtype)) {
      throw new TorchError(
        'RuntimeError',
        'only Tensors of floating point and complex dtype can require gradients',
      );
    }
    tensor.requiresGrad = on;
  },

  /** @returns 0 where there is none */
  grad(handle: number): number {
    const { grad } = tensorOf(handle);
    return grad ? handleOf(grad) : 0;
  },

  setGrad(handle: number, grad: number): void {
    tensorOf(handle).grad = grad === 0 ? undefined : tensorOf(grad);
  },

  backward(roots: string, gradients: string, retainGraph: boolean, createGraph: boolean): void {
    const options = { retainGraph, createGraph };
    backward(readTensors(roots), readInputs(gradients) as Gradients, options);
  },

  /** @returns handles as JSON, 0 for unused inputs */
  gradients(
    roots: string,
    inputs: string,
    given: string,
    retainGraph: boolean,
    createGraph: boolean,
    allowUnused: boolean,
  ): string {
    const options = { retainGraph, createGraph, allowUnused };
    const found = gradientsOf(
      readTensors(roots),
      readTensors(inputs),
      readInputs(given) as Gradients,
      options,
    );
    return JSON.stringify(found.map((gradient) => (gradient ? handleOf(gradient) : 0)));
  },

  /**
   * @param run takes the gradient's handle, returns another one or 0
   * @returns what removes the hook
   */
  addHook(handle: number, run: PyProxy): () => void {
    const tensor = tensorOf(handle);
    const edge = edgeOf(tensor);
    if (!edge) {
      throw new TorchError(
        'RuntimeError',
        "cannot register a hook on a tensor that doesn't require gradient",
      );
    }
    const kept = run.copy() as PyProxy & ((gradient: number) => number);
    const hook = {
      index: edge.index,
      run: (gradient: Tensor) => {
        const changed = kept(handleOf(gradient));
        return changed === 0 ? undefined : tensorOf(changed);
      },
    };
    edge.node.hooks.push(hook);
    return () => {
      edge.node.hooks = edge.node.hooks.filter((other) => other !== hook);
      kept.destroy();
    };
  },

  /**
   * Makes results of Python code those of a node.
   * @param run takes the gradients' handles as JSON, returns those of the inputs' gradients, 0 for none
   */
  attachFunction(name: string, inputs: string, outputs: string, run: PyProxy): void {
    const kept = run.copy() as PyProxy & ((gradients: string) => string);
    attachFunction(name, readTensors(inputs), readTensors(outputs), (gradients) => {
      const found = JSON.parse(kept(JSON.stringify(gradients.map(handleOf)))) as number[];
      return found.map((handle) => (handle === 0 ? undefined : tensorOf(handle)));
    });
  },

  retainGrad(handle: number): void {
    const tensor = tensorOf(handle);
    const node = nodeOf(tensor);
    if (!tensor.requiresGrad) {
      throw new TorchError(
        'RuntimeError',
        "can't retain_grad on Tensor that has requires_grad=False",
      );
    }
    if (!node || tensor.retainsGrad) return;
    tensor.retainsGrad = true;
    const run = (gradient: Tensor) => {
      tensor.grad = detach(gradient);
      return undefined;
    };
    node.hooks.push({ index: tensor.outputIndex, run });
  },
};
