import { programs, type Element } from '../webgpu/programs.ts';
import { forEachElement } from '../webgpu/elementwise.ts';
import { elementTypes, rectify } from '../webgpu/wgsl.ts';

/** y = max(0, scale · (x − mean) / √(variance + ε) + offset + addend): the maximum and addend if chosen. */
export const applyBatchNorm = programs((element: Element, relu: boolean, add: boolean) => ({
  name: 'applyBatchNorm',
  inputs: {
    ...{ x: element, mean: element, variance: element, scale: element, offset: element },
    ...(add && { addend: element }),
  },
  outputs: { y: element },
  uniforms: { count: 'u32', groups: 'u32', epsilon: 'f32' },
  declarations: elementTypes(element) + rectify,
  body: forEachElement(
    'u.count',
    `let group = k % u.groups;
    let factor = scale[group] * inverseSqrt(variance[group] + u.epsilon);
    let value = (x[k] - mean[group]) * factor + offset[group]${add ? ' + addend[k]' : ''};
    y[k] = ${relu ? 'rectify(value)' : 'value'};`,
  ),
}));
