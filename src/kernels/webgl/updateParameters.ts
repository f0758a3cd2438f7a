import type { TensorInfo } from '@tensorflow/tfjs-core';
import { draw } from './draw.ts';
import type { Gpu } from './gpu.ts';
import { lines } from './glsl.ts';
import type { ProgramSpec } from './programs.ts';
import { createTexels, type Lanes, type Texels } from './texels.ts';
import { withTexels } from './withTexels.ts';

/** A step of an optimiser, for one parameter. */
export interface ParameterStep {
  /** What it reads of a parameter, and the part of the kernel's inputs in which that comes. */
  inputs: readonly string[];
  /** What it writes, in the order of the kernel's outputs. */
  targets: number;
  uniforms: ProgramSpec['uniforms'];
  /** Sets target `first` and those after it from texel k of the inputs whose names end in `i`. */
  source: (i: number, first: number) => string;
}

/**
 * Takes a step with as many parameters of one size in one program as it can write and read.
 * @param inputs all parameters' first input, then all their second ones …
 * @param write the step's program
 * @returns all parameters' first target, then all their second ones …
 */
export function updateParameters(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  { inputs: names, targets: written }: ParameterStep,
  write: (lanes: Lanes, parameters: number) => ProgramSpec,
  uniforms: Record<string, number>,
): TensorInfo[] {
  const count = inputs.length / names.length;
  const most = Math.min(
    4,
    Math.floor(gpu.maxTargets / written),
    Math.floor(gpu.maxSamplers / names.length),
  );
  return withTexels(gpu, inputs, (...all) => {
    const updated: TensorInfo[] = [];
    for (const group of groupBySize(all.slice(0, count), most)) {
      const given: Record<string, Texels> = {};
      const targets = group.flatMap((parameter, i) => {
        names.forEach((name, part) => {
          given[`${name}${i}`] = all[part * count + parameter] as Texels;
        });
        const { shape, lanes } = all[parameter] as Texels;
        return Array.from({ length: written }, (_, part) => {
          const texels = createTexels(gpu, shape, lanes);
          updated[part * count + parameter] = texels;
          return texels;
        });
      });
      draw(gpu, write((targets[0] as Texels).lanes, group.length), given, targets, uniforms);
    }
    return updated;
  });
}

/** The program that takes a step with `parameters` of one size. */
export function writeStep(
  name: string,
  { inputs, targets, uniforms, source }: ParameterStep,
  lanes: Lanes,
  parameters: number,
): ProgramSpec {
  const names = Array.from({ length: parameters }, (_, i) => inputs.map((input) => `${input}${i}`));
  return {
    name,
    inputs: Object.fromEntries(names.flat().map((input) => [input, lanes])),
    targets: targets * parameters,
    uniforms,
    source: `
void main() {
  int k = targetIndex();
  ${lines(parameters, (i) => source(i, targets * i))}
}`,
  };
}

/** Indices of textures of equal size, at most `most` together. */
function groupBySize(texels: Texels[], most: number): number[][] {
  const bySize = new Map<string, number[][]>();
  texels.forEach(({ count, lanes }, index) => {
    const groups = bySize.get(`${lanes}/${count}`) ?? [];
    const last = groups.at(-1);
    if (last && last.length < most) last.push(index);
    else groups.push([index]);
    bySize.set(`${lanes}/${count}`, groups);
  });
  return [...bySize.values()].flat();
}
