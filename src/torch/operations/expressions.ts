import { call } from '../call.ts';
import { sameShape } from '../tensor/shape.ts';
import { fromData, type Tensor } from '../tensor/Tensor.ts';

type Term = Tensor | number;

/** A Python number as a tensor, which yields to the dtypes of others. */
export function scalar(value: number): Tensor {
  const tensor = fromData([value], [], 'float64');
  tensor.isNumber = true;
  return tensor;
}

function term(value: Term): Tensor {
  return typeof value === 'number' ? scalar(value) : value;
}

/** a · b, with a gradient of its own; so are those below. */
export function times(a: Term, b: Term): Tensor {
  return call('mul', [term(a), term(b)]);
}

export function plus(a: Term, b: Term): Tensor {
  return call('add', [term(a), term(b)]);
}

export function minus(a: Term, b: Term): Tensor {
  return call('sub', [term(a), term(b)]);
}

export function over(a: Term, b: Term): Tensor {
  return call('div', [term(a), term(b)]);
}

export function power(a: Term, b: Term): Tensor {
  return call('pow', [term(a), term(b)]);
}

export function negative(a: Tensor): Tensor {
  return call('neg', [a]);
}

/** `a` where the mask is true, 0 elsewhere. */
export function onlyWhere(mask: Tensor, a: Tensor): Tensor {
  return call('where', [mask, a, scalar(0)]);
}

/** The gradient of a tensor of this shape that was broadcast: the sum over where it was repeated. */
export function sumTo(gradient: Tensor, shape: readonly number[]): Tensor {
  if (sameShape(gradient.shape, shape)) return gradient;
  const missing = gradient.shape.length - shape.length;
  const dims = gradient.shape
    .map((_, dim) => dim)
    .filter((dim) => dim < missing || (shape[dim - missing] === 1 && gradient.shape[dim] !== 1));
  const sum = dims.length > 0 ? call('sum', [gradient], { dim: dims, keepdim: true }) : gradient;
  return missing > 0 ? call('reshape', [sum], { shape }) : sum;
}
