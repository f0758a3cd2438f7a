/** What a judge says of an answer to one question. */
export interface Judgement {
  /** Undefined where there is no answer that could be judged. */
  right?: boolean;
  /** Why, in a sentence or two: what a wrong answer shows, or why it is right. */
  says: string;
  /** The place in the typed text that cannot be read: characters from 0. */
  at?: { start: number; length: number };
  /** Whether a usual mistake has been recognised. */
  isNamed?: boolean;
}

export const unanswered: Judgement = { says: '' };
