/** What was asked for can't be done. `message` says why, `remedy` what to do: both are sentences for the reader. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}
