import { createContext, use } from 'react';
import { Html } from './Html.tsx';

/** Texts of the open exercise that hold formulas or code, as HTML: the build sets them (src/pages/exercises). */
export const Typeset = createContext<Record<string, string>>({});

/**
 * A text of exercise.ts, such as a question's prompt: what it has between dollar signs is set as a formula, and
 * between backticks as code. Words alone; the caller says what they stand in.
 */
export function Words({ children }: { children: string }) {
  const html = use(Typeset)[children];
  return html === undefined ? children : <Html html={html} inline />;
}
