/** A picture that cannot be opened. `message` says why in one sentence, `remedy` what to do. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** Not a picture but weights, told from the first bytes: whoever asked may load them. */
export class CheckpointGiven extends PictureError {}

/** What helps where nothing better is known. */
export const another = 'Choose a JPEG, PNG, GIF, WebP or AVIF file.';

/** A file's name for a sentence: not too long, and without the characters that turn its direction round. */
export function quote(name: string): string {
  // Isolated, so that a name written from right to left leaves the sentence around it alone.
  const plain = name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
  const short = plain.length > 60 ? `${plain.slice(0, 40)}…${plain.slice(-15)}` : plain;
  return /\p{Script=Hebrew}|\p{Script=Arabic}/u.test(short)
    ? `“\u2068${short}\u2069”`
    : `“${short}”`;
}
