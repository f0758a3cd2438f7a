/**
 * Where numbers of the text come from. One origin is enough; a claim with several names whatever backs it.
 * The tests hold every origin to its word: tests/content/claims.test.ts.
 */
export interface Claim {
  /**
   * Words of the page with the numbers in them, as a reader sees them (cells parted by ' | ', equations as
   * plain text: 'η = 0.1', '0.9²'). It stands for every place of its page that has these words.
   */
  quote: string | readonly string[];
  /** A key of references.bib, and where in that work. */
  source?: string;
  place?: string;
  /** A recording or a model's card, from the repository's root, and the field of each number. */
  recorded?: string;
  fields?: readonly string[];
  /** Sums that print the numbers, such as '9 × 64² = 36,864; 1/3 ≈ 33 %'; the tests do them again. */
  computed?: string;
  /** A file of this page's source, and words of it that hold the numbers. */
  code?: string;
  line?: string;
  /** What numbers that nobody measured are for, such as 'a worked example'. */
  chosen?: string;
}
