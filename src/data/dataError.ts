/** Pictures that cannot be had or trusted; both parts are sentences for the reader. */
export class DataError extends Error {
  override readonly name = 'DataError';
  /** What the reader can do about it. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}
