import type { Attributes, Operation } from './Operation.ts';
import { TorchError } from './TorchError.ts';

const operations = new Map<string, Operation>();

/** Adds operations to the dispatcher's table. */
export function register(...added: Operation<never>[]): void {
  for (const operation of added) {
    operations.set(operation.name, operation as Operation<Attributes>);
  }
}

/** @throws {TorchError} NotImplementedError where there is none of the name */
export function operationOf(name: string): Operation {
  const operation = operations.get(name);
  if (!operation) {
    throw new TorchError('NotImplementedError', `torch.${name} isn't available in this page`);
  }
  return operation;
}
