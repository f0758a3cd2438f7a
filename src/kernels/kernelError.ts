import { reasonOf } from '../lib/reasonOf.ts';

/** An error that was thrown inside a kernel, which says in which. */
export function kernelError(kernel: string, error: unknown): Error {
  return new Error(`${kernel}: ${reasonOf(error)}.`, { cause: error });
}
