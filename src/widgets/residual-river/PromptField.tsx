import { useId, useState } from 'react';
import { parsePrompt, wordsOf, type Prompt, type Speaker } from '../../contract/toyLanguage.ts';

interface Props {
  prompt: Prompt;
  onChange: (prompt: Prompt) => void;
}

/** What was typed, and the prompt that was read when it was. */
interface Draft {
  text: string;
  of: string;
}

const speakers: Speaker[] = ['friend', 'teacher'];
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, number) => number);

/** A prompt as text, and controls that put it together; a text that is no prompt says why and changes nothing. */
export function PromptField({ prompt, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<Draft | null>(null);
  const now = wordsOf(prompt).join(' ');
  // A draft is of the prompt it was typed at: another one, from a link or a control, takes its place.
  const text = draft?.of === now ? draft.text : now;
  const read = parsePrompt(text);
  const problem = typeof read === 'string' ? read : '';
  const type = (typed: string) => {
    const next = parsePrompt(typed);
    const isPrompt = typeof next !== 'string';
    setDraft({ text: typed, of: isPrompt ? wordsOf(next).join(' ') : now });
    if (isPrompt) onChange(next);
  };
  const change = (part: Partial<Prompt>) => {
    setDraft(null);
    onChange({ ...prompt, ...part });
  };
  const { a, b, opinion, speaker } = prompt;
  return (
    <div className="prompt-field" role="group" aria-label="Prompt">
      <label className="typed">
        <span>Prompt</span>
        <input
          type="text"
          className="number"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => type(target.value)}
        />
      </label>
      <div className="parts">
        <Numbers
          label="First number"
          numbers={upTo(9)}
          value={a}
          onChange={(n) => change({ a: n })}
        />
        <span aria-hidden="true">plus</span>
        <Numbers
          label="Second number"
          numbers={upTo(9)}
          value={b}
          onChange={(n) => change({ b: n })}
        />
        <select
          aria-label="Opinion"
          value={opinion ?? ''}
          onChange={({ target: { value } }) =>
            change({ opinion: value === '' ? null : Number(value) })
          }
        >
          <option value="">no opinion</option>
          {upTo(18).map((number) => (
            <option key={number} value={number}>
              opinion {number}
            </option>
          ))}
        </select>
        <div className="buttons" role="group" aria-label="Who asks">
          {speakers.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === speaker}
              onClick={() => change({ speaker: one })}
            >
              {one}
            </button>
          ))}
        </div>
      </div>
      <p className="typed-problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
    </div>
  );
}

interface NumbersProps {
  label: string;
  numbers: number[];
  value: number;
  onChange: (value: number) => void;
}

function Numbers({ label, numbers, value, onChange }: NumbersProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {numbers.map((number) => (
        <option key={number}>{number}</option>
      ))}
    </select>
  );
}
