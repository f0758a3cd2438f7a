import {
  addmm,
  bmm,
  dot,
  matmul,
  mm,
  mv,
  unsafeViewOperation,
} from './operations/algebra/matmul.ts';
import { add, rsub, sub } from './operations/arithmetic/add.ts';
import { bitwiseNot } from './operations/arithmetic/bitwiseNot.ts';
import { clamp } from './operations/arithmetic/clamp.ts';
import { comparisons } from './operations/arithmetic/comparisons.ts';
import { div, fmod, remainder } from './operations/arithmetic/div.ts';
import { exponentials } from './operations/arithmetic/exponentials.ts';
import { maximum, minimum } from './operations/arithmetic/extremes.ts';
import { mul } from './operations/arithmetic/mul.ts';
import { pow } from './operations/arithmetic/pow.ts';
import { relu, thresholdBackward } from './operations/arithmetic/relu.ts';
import { roundings } from './operations/arithmetic/roundings.ts';
import { maskedFill, where } from './operations/arithmetic/where.ts';
import { arange, eye, full, linspace } from './operations/creation/creation.ts';
import { gather, scatter, scatterAdd } from './operations/indexing/gather.ts';
import { index, indexPut, nonzero, putPlaces } from './operations/indexing/index.ts';
import { extremes, valueSelecting } from './operations/reduction/extremes.ts';
import { norm } from './operations/reduction/norm.ts';
import { logSoftmax, logsumexp, softmax } from './operations/reduction/softmax.ts';
import { cumsum, sort, topk } from './operations/reduction/sorting.ts';
import { anyAll, mean, prod, sum } from './operations/reduction/sum.ts';
import { variances } from './operations/reduction/variance.ts';
import { clone, copy, fill, to } from './operations/shape/clone.ts';
import {
  alias,
  diagonal,
  expand,
  permute,
  squeeze,
  t,
  transpose,
  unsqueeze,
} from './operations/shape/dims.ts';
import { cat, stack } from './operations/shape/join.ts';
import { flip, pad, repeat, roll, triangles } from './operations/shape/rearrange.ts';
import { reshape, view } from './operations/shape/reshape.ts';
import {
  select,
  selectBackward,
  slice,
  sliceBackward,
  split,
  unbind,
} from './operations/shape/slices.ts';
import { registerNetworkOperations } from './operations/network.ts';
import { register } from './table.ts';

/** Fills the dispatcher's table. */
export function registerOperations(): void {
  register(full, arange, linspace, eye);
  register(add, sub, rsub, mul, div, remainder, fmod, pow, maximum, minimum);
  register(...comparisons, ...exponentials, ...roundings, bitwiseNot);
  register(relu, thresholdBackward, clamp, where, maskedFill);
  register(sum, mean, prod, ...anyAll, ...variances, ...extremes, valueSelecting, norm);
  register(softmax, logSoftmax, logsumexp, sort, topk, cumsum);
  register(clone, copy, fill, to, view, reshape, alias);
  register(permute, transpose, t, squeeze, unsqueeze, expand, diagonal);
  register(cat, stack, slice, sliceBackward, select, selectBackward, split, unbind);
  register(flip, repeat, pad, ...triangles, roll);
  register(gather, scatter, scatterAdd, index, indexPut, putPlaces, nonzero);
  register(mm, addmm, bmm, mv, dot, matmul, unsafeViewOperation);
  registerNetworkOperations();
}
