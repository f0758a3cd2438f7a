import { unbroken } from '../lib/format.ts';

/** What a figure shows, in a sentence or two, and the number in it that is to be seen from the back row. */
export interface Callout {
  /** Such as `13 points`; it stands in the text, too. */
  key: string;
  /** Whose number it is. */
  kind?: 'plain' | 'residual' | 'shortcut' | 'branch';
  text: string;
}

/** What the figure shows. */
export function Takeaway({ children }: { children: string | Callout }) {
  const { key, kind, text } = typeof children === 'string' ? { text: children } : children;
  return (
    <p
      className={`takeaway ${kind ? `of-${kind}` : ''}`.trimEnd()}
      data-takeaway=""
      data-key={key && unbroken(key)}
    >
      <span>{unbroken(text)}</span>
    </p>
  );
}

/** The sentence alone. */
export function textOf(takeaway: string | Callout): string {
  return typeof takeaway === 'string' ? takeaway : takeaway.text;
}
