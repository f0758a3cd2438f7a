import { writeOnce, type Choice } from '../writeOnce.ts';

/** What a program takes a tensor's values for: four floats at a time where the count allows it. */
export type Element = 'f32' | 'vec4f' | 'i32';

/** Threads of a workgroup unless a program says otherwise: as many as every device allows. */
export const defaultThreads = 256;

/**
 * A compute shader of ours. Inputs and outputs are arrays of their names, uniforms are `u.name`. `body` may
 * use `thread`, its number in the workgroup; `tile`, the workgroup's place, and `tiles`, how many there are,
 * both of x, y and z.
 */
export interface ProgramSpec {
  /** What errors call it, with the choices it was written for. */
  name: string;
  inputs: Record<string, Element>;
  /** An output may be read too: what is updated in place is one. */
  outputs: Record<string, Element>;
  uniforms: Record<string, 'u32' | 'i32' | 'f32'>;
  /** Of a workgroup. */
  threads?: number;
  /** Functions, constants and what a workgroup's threads share. */
  declarations?: string;
  body: string;
}

/** A family of programs, by the choices that they are written for. */
export const programs = <Choices extends readonly Choice[]>(
  write: (...choices: Choices) => ProgramSpec,
) => writeOnce(write);
