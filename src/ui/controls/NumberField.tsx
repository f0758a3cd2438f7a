import { useState, type KeyboardEvent } from 'react';
import { parseNumber } from '../../lib/parseNumber.ts';

interface Props {
  label: string;
  value: number;
  /** What an arrow key adds. */
  step?: number;
  /** Of the sentence that says what is wrong with it, when something is. */
  problemId: string | undefined;
  onChange: (value: number) => void;
}

/**
 * A number the reader types; what is no number becomes NaN, and the figure explains it. A text field, since a
 * number field swallows a comma in some languages: 0,05 would become 005.
 */
export function NumberField({ label, value, step = 1, problemId, onChange }: Props) {
  const [typed, setTyped] = useState('');
  // What was typed stays as it is for as long as it says the value.
  const text = Object.is(parseNumber(typed), value) ? typed : String(value);
  const change = (next: string) => {
    setTyped(next);
    onChange(parseNumber(next));
  };
  const nudge = (event: KeyboardEvent) => {
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!steps || Number.isNaN(value)) return;
    event.preventDefault();
    // 0.1 + 0.2 is not 0.3, but its first ten decimals are.
    change(String(Number((value + steps * step).toFixed(10))));
  };
  return (
    <label>
      {label}
      <input
        type="text"
        className="number"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        onChange={({ target }) => change(target.value)}
        onKeyDown={nudge}
      />
    </label>
  );
}
