/** A formula as it was read. */
export type Formula =
  | { kind: 'number'; text: string }
  | { kind: 'symbol'; name: string }
  | { kind: 'call'; name: FunctionName; of: Formula }
  | { kind: 'negative'; of: Formula }
  | { kind: 'operation'; sign: Sign; left: Formula; right: Formula };

export type Sign = '+' | '-' | '*' | '/' | '^';
export type FunctionName = (typeof functionNames)[number];
export const functionNames = ['sqrt', 'exp', 'ln'] as const;

/** Why a text could not be read, and where: `at` counts its characters from 0. */
export class FormulaError extends Error {
  readonly at: number;
  readonly length: number;
  constructor(message: string, at: number, length = 1) {
    super(message);
    this.at = at;
    this.length = length;
  }
}
