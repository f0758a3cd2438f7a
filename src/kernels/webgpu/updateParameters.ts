import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dispatch } from './dispatch.ts';
import { forEachElement, spread } from './elementwise.ts';
import type { Gpu } from './gpu.ts';
import type { Element, ProgramSpec } from './programs.ts';
import { elementOf, lanesOf, sizeOf, successor } from './tensors.ts';
import { lines } from './wgsl.ts';

/** A step of an optimiser, for one parameter. */
export interface ParameterStep {
  /** What it updates of a parameter, in the order of the kernel's inputs and outputs. */
  updated: readonly string[];
  uniforms: ProgramSpec['uniforms'];
  /** Updates element k of the arrays whose names end in `i`, by that of `gradient` + i. */
  source: (i: number) => string;
}

/**
 * Takes a step with as many parameters in one program as it can read and write, in place where no other tensor
 * has their values.
 * @param inputs all parameters, then what else is updated of each, and their gradients
 * @param write the step's program for parameters of an element
 * @returns all that is updated, in the inputs' order
 */
export function updateParameters(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  { updated }: ParameterStep,
  write: (element: Element, parameters: number) => ProgramSpec,
  uniforms: Record<string, number>,
): TensorInfo[] {
  const count = inputs.length / (updated.length + 1);
  const most = Math.floor(gpu.maxTensors / (updated.length + 1));
  const outputs = inputs.slice(0, updated.length * count).map((old) => successor(gpu, old));
  const size = (parameter: number) => sizeOf(inputs[parameter] as TensorInfo);
  for (const element of ['vec4f', 'f32'] as const) {
    const alike = [...Array(count).keys()].filter((one) => elementOf(size(one)) === element);
    for (let first = 0; first < alike.length; first += most) {
      const group = alike.slice(first, first + most);
      const tensors: Record<string, TensorInfo> = {};
      const counts: Record<string, number> = {};
      group.forEach((parameter, i) => {
        updated.forEach((name, part) => {
          tensors[`${name}${i}`] = outputs[part * count + parameter] as TensorInfo;
        });
        tensors[`gradient${i}`] = inputs[updated.length * count + parameter] as TensorInfo;
        counts[`count${i}`] = size(parameter) / lanesOf(element);
      });
      const program = write(element, group.length);
      const workgroups = spread(Math.max(...Object.values(counts)));
      dispatch(gpu, program, tensors, { ...uniforms, ...counts }, workgroups);
    }
  }
  return outputs;
}

/** The program that takes a step with so many parameters. */
export function writeStep(
  name: string,
  { updated, uniforms, source }: ParameterStep,
  element: Element,
  parameters: number,
): ProgramSpec {
  const numbers = [...Array(parameters).keys()];
  const named = (names: readonly string[]) =>
    Object.fromEntries(numbers.flatMap((i) => names.map((name) => [`${name}${i}`, element])));
  return {
    name,
    inputs: named(['gradient']),
    outputs: named(updated),
    uniforms: { ...uniforms, ...Object.fromEntries(numbers.map((i) => [`count${i}`, 'u32'])) },
    body: lines(parameters, (i) => forEachElement(`u.count${i}`, source(i))),
  };
}
