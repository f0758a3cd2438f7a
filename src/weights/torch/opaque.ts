import { CheckpointError, quote, saveAgain } from '../checkpointError.ts';

/**
 * An object of a class or by a function that is not known here, such as an argparse.Namespace beside the
 * weights. It is made of nothing: whatever the pickle calls, sets or adds on it is passed over.
 */
export class Opaque {
  /** Such as `argparse.Namespace`. */
  readonly name: string;
  /** Where the pickle first names it. */
  readonly where: string;

  constructor(name: string, where: string) {
    this.name = name;
    this.where = where;
  }
}

/** Why an object cannot be taken for a tensor. */
export function opaqueError({ name, where }: Opaque): CheckpointError {
  return new CheckpointError(
    `${where}: it refers to ${quote(name)}, which is not a tensor.`,
    saveAgain,
  );
}
