/** A place of the site that the reader can search for; the build lists all in `search.json`. */
export interface SearchEntry {
  kind: 'lesson' | 'section' | 'figure' | 'check' | 'exercise' | 'term' | 'page';
  title: string;
  /** The lesson it is in, such as `Lesson 3: Implementing a Residual Block`; empty where it is in none. */
  place: string;
  /** Its address from the site's root. */
  path: string;
  /** What stands there, as plain text. */
  text: string;
}
