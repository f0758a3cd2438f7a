/**
 * The weights cannot be read from this file, or are of no use. `message` says what is wrong and where, `remedy` what to do:
 * both are sentences for the reader.
 */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** What helps against a file that is cut short or has wrong bytes. */
export const downloadAgain = 'This copy of the file is damaged; download it again.';

/** What helps against a file that is whole but is not what can be read here. */
export const saveAgain =
  'Save the weights again in PyTorch with torch.save(model.state_dict(), "weights.pth"), or as safetensors.';

/** A name out of a file, for a message: control characters escaped, at most 80 characters. */
export function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
