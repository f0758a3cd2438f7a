/** The data is unavailable. `message` says what happened, `remedy` what to do: both are sentences for the reader. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}
