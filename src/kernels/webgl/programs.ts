import { writeOnce, type Choice } from '../writeOnce.ts';
import type { Lanes } from './texels.ts';

/**
 * A fragment shader of ours. Its source may call `name(k)` for texel k of every input (a vec4, or a float
 * when the input has 1 lane) and `targetIndex()` for the texel it is to write, and assigns target0 and so
 * on, which are vec4; a target of 1 lane takes the first component.
 */
export interface ProgramSpec {
  /** What errors call it, with the choices it was written for. */
  name: string;
  /** Lanes of every input. */
  inputs: Record<string, Lanes>;
  /** How many textures are written at once. */
  targets: number;
  uniforms: Record<string, 'int' | 'float'>;
  source: string;
}

/** A family of programs, by the choices that they are written for. */
export const programs = <Choices extends readonly Choice[]>(
  write: (...choices: Choices) => ProgramSpec,
) => writeOnce(write);
