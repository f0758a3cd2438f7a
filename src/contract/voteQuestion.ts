/**
 * A question that a class can be asked, without its answer: a line of `questions.json`, by lesson and id, such as
 * `residual/check-one-value`.
 */
export interface VoteQuestion {
  /** Such as `Quick check, lesson 2`. */
  place: string;
  /** As HTML that the build made. */
  question: string;
  choices: string[];
}
