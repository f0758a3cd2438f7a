/** What a reader does at one exercise of an open page. */
export interface Answering {
  /** Answers wrongly, and reads what is said of it. */
  fail(): Promise<void>;
  /** Answers rightly. */
  solve(): Promise<void>;
}
