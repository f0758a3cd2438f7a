import { unbroken } from '../../lib/format.ts';
import { Sentence } from './Sentence.tsx';

/** What a figure shows, in a sentence or two, and the number in it that is to be seen from the back row. */
export interface Callout {
  /** Such as `13 points`; it stands in the text, too. */
  key: string;
  /** Whose number it is. */
  kind?: 'plain' | 'residual' | 'shortcut' | 'branch' | 'opinion';
  text: string;
}

interface Props {
  children: string | Callout;
  /** What stands in its place on the screen of a reader who has yet to predict it; paper has it all the same. */
  instead?: string | undefined;
}

/** What the figure shows. */
export function Takeaway({ children, instead }: Props) {
  const { key, kind, text } = typeof children === 'string' ? { text: children } : children;
  return (
    <>
      {instead && (
        <p className="takeaway instead">
          <Sentence>{instead}</Sentence>
        </p>
      )}
      <p
        className={`takeaway ${kind ? `of-${kind}` : ''}`.trimEnd()}
        data-takeaway=""
        data-key={key && unbroken(key)}
      >
        <span>
          <Sentence>{text}</Sentence>
        </span>
      </p>
    </>
  );
}

/** The sentence alone. */
export function textOf(takeaway: string | Callout): string {
  return typeof takeaway === 'string' ? takeaway : takeaway.text;
}
