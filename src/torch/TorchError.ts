export type ErrorKind =
  | 'RuntimeError'
  | 'ValueError'
  | 'TypeError'
  | 'IndexError'
  | 'NotImplementedError'
  | 'MemoryError';

/** An error of the reader's program, raised in Python as `kind` with PyTorch 1.13's own words. */
export class TorchError extends Error {
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.name = 'TorchError';
    this.kind = kind;
  }
}
