import { call } from '../call.ts';
import { callInPlace } from '../inPlace.ts';
import { isFloating } from '../tensor/dtype.ts';
import { sameShape, showShape } from '../tensor/shape.ts';
import {
  detach,
  type Edge,
  type Gradients,
  type Node,
  type Tensor,
  zeros,
} from '../tensor/Tensor.ts';
import { TorchError } from '../TorchError.ts';
import { edgeOf, needsGrad } from './edges.ts';
import { withGrad } from './gradMode.ts';
import { holdsAnything } from './saved.ts';

interface Options {
  retainGraph: boolean;
  createGraph: boolean;
}

/** Adds the gradients of `roots` to the leaves' `grad`. */
export function backward(roots: readonly Tensor[], given: Gradients, options: Options): void {
  withGrad(options.createGraph, () => {
    walk(start(roots, given), options, (node, gradient) => {
      accumulate(node.leaf as Tensor, gradient, options.createGraph);
    });
  });
}

/** The gradients of `roots` with respect to `inputs`, which are left as they are. */
export function gradientsOf(
  roots: readonly Tensor[],
  inputs: readonly Tensor[],
  given: Gradients,
  options: Options & { allowUnused: boolean },
): Gradients {
  const edges = inputs.map((input) => {
    const edge = edgeOf(input);
    if (edge) return edge;
    throw new TorchError('RuntimeError', 'One of the differentiated Tensors does not require grad');
  });
  return withGrad(options.createGraph, () => {
    const found: Gradients = inputs.map(() => undefined);
    walk(
      start(roots, given),
      options,
      () => undefined,
      (node, gradients) => {
        edges.forEach((edge, k) => {
          if (edge.node === node) found[k] = gradients[edge.index];
        });
      },
    );
    if (!options.allowUnused && found.includes(undefined)) {
      throw new TorchError(
        'RuntimeError',
        'One of the differentiated Tensors appears to not have been used in the graph. ' +
          'Set allow_unused=True if this is the desired behavior.',
      );
    }
    return found;
  });
}

function start(roots: readonly Tensor[], given: Gradients): { edge: Edge; gradient: Tensor }[] {
  return roots.map((root, k) => {
    const gradient = given[k] ?? implicitGradient(root);
    if (!sameShape(gradient.shape, root.shape)) {
      throw new TorchError(
        'RuntimeError',
        `Mismatch in shape: grad_output[${k}] has a shape of torch.Size(${showShape(gradient.shape)}) ` +
          `and output[${k}] has a shape of torch.Size(${showShape(root.shape)}).`,
      );
    }
    const edge = edgeOf(root);
    if (!needsGrad(root) || !edge) {
      throw new TorchError(
        'RuntimeError',
        `element ${k} of tensors does not require grad and does not have a grad_fn`,
      );
    }
    return { edge, gradient };
  });
}

function implicitGradient(root: Tensor): Tensor {
  if (needsGrad(root) && root.size !== 1) {
    throw new TorchError('RuntimeError', 'grad can be implicitly created only for scalar outputs');
  }
  const one = zeros(root.shape, isFloating(root.dtype) ? root.dtype : 'float32');
  one.storage.data.fill(1);
  return one;
}

/** Visits every node once all gradients of its results have arrived, later operations first. */
function walk(
  roots: { edge: Edge; gradient: Tensor }[],
  { retainGraph, createGraph }: Options,
  arrive: (accumulator: Node, gradient: Tensor) => void,
  look?: (node: Node, gradients: Gradients) => void,
): void {
  const waiting = countUses(roots.map(({ edge }) => edge.node));
  const arrived = new Map<Node, Gradients>();
  const give = ({ node, index }: Edge, given: Tensor) => {
    const { dtype } = node.results[index] ?? given;
    const gradient = given.dtype === dtype ? given : call('to', [given], { dtype });
    const gradients = arrived.get(node) ?? [];
    const before = gradients[index];
    gradients[index] = before ? call('add', [before, gradient]) : gradient;
    arrived.set(node, gradients);
  };
  for (const { edge, gradient } of roots) give(edge, gradient);
  const ready = [...new Set(roots.map(({ edge }) => edge.node))].filter(
    (node) => waiting.get(node) === 0,
  );
  while (ready.length > 0) {
    ready.sort((a, b) => a.sequence - b.sequence);
    const node = ready.pop() as Node;
    const gradients = arrived.get(node) ?? [];
    arrived.delete(node);
    runHooks(node, gradients);
    look?.(node, gradients);
    let onward: Gradients = [];
    const [first] = gradients;
    if (node.leaf) {
      if (first) arrive(node, first);
    } else if (gradients.some((gradient) => gradient)) {
      onward = compute(node, gradients);
      if (!retainGraph && !createGraph) free(node);
    }
    node.edges.forEach((edge, k) => {
      if (!edge) return;
      const gradient = onward[k];
      if (gradient) give(edge, gradient);
      const left = (waiting.get(edge.node) ?? 0) - 1;
      waiting.set(edge.node, left);
      if (left === 0) ready.push(edge.node);
    });
  }
}

function countUses(roots: readonly Node[]): Map<Node, number> {
  const uses = new Map<Node, number>();
  const pending = [...roots];
  for (const root of roots) uses.set(root, 0);
  const seen = new Set<Node>();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const edge of node.edges) {
      if (!edge) continue;
      uses.set(edge.node, (uses.get(edge.node) ?? 0) + 1);
      pending.push(edge.node);
    }
  }
  return uses;
}

function runHooks(node: Node, gradients: Gradients): void {
  for (const { index, run } of node.hooks) {
    const gradient = gradients[index];
    if (gradient) gradients[index] = run(gradient) ?? gradient;
  }
}

function compute(node: Node, gradients: Gradients): Gradients {
  if (!node.saved) {
    throw new TorchError(
      'RuntimeError',
      'Trying to backward through the graph a second time (or directly access saved tensors after they have ' +
        'already been freed). Saved intermediate values of the graph are freed when you call .backward() or ' +
        'autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or ' +
        'if you need to access saved tensors after calling backward.',
    );
  }
  return node.backward(gradients, node.saved);
}

function free(node: Node): void {
  if (node.saved && holdsAnything(node.saved)) node.saved = undefined;
}

function accumulate(leaf: Tensor, gradient: Tensor, createGraph: boolean): void {
  const { grad } = leaf;
  if (!grad) leaf.grad = createGraph ? gradient : detach(call('clone', [gradient]));
  else if (createGraph) leaf.grad = call('add', [grad, gradient]);
  else callInPlace('add', [grad, gradient]);
}
