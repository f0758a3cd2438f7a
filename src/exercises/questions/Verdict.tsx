import type { Judgement } from '../judges/judgement.ts';
import { Words } from '../frame/Words.tsx';

interface Props {
  id?: string;
  /** Undefined while nothing has been judged. */
  judgement: Judgement | undefined;
  /** What was typed, where a place in it can be at fault. */
  text?: string;
}

/** Whether an answer is right, and why: beside the word, a sign, so that no colour is needed. */
export function Verdict({ id, judgement, text = '' }: Props) {
  if (!judgement || (judgement.right === undefined && judgement.says === ''))
    return <p id={id} className="verdict" hidden />;
  const { right, says, at } = judgement;
  const look = right === undefined ? 'unread' : right ? 'right' : 'wrong';
  const word = { unread: 'Can’t read this.', right: 'Right.', wrong: 'Not yet.' }[look];
  return (
    <p id={id} className="verdict" data-verdict={look}>
      <svg className="verdict-mark" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d={
            right
              ? 'M4 10.5l4 4 8-9'
              : look === 'wrong'
                ? 'M5 5l10 10M15 5L5 15'
                : 'M10 4v8M10 15.6v.4'
          }
        />
      </svg>
      <span>
        <b>{word}</b> {at && <Marked text={text} at={at} />}{' '}
        <Words>{withoutWord(says, word)}</Words>
      </span>
    </p>
  );
}

/** The typed text with the place that cannot be read. */
function Marked({ text, at }: { text: string; at: NonNullable<Judgement['at']> }) {
  const end = at.start + at.length;
  return (
    <code className="verdict-place">
      {text.slice(0, at.start)}
      <mark>{text.slice(at.start, end) || '\u00a0'}</mark>
      {text.slice(end)}
    </code>
  );
}

const withoutWord = (says: string, word: string) =>
  says.startsWith(word) ? says.slice(word.length).trim() : says;
