interface Props {
  label: string;
  value: number;
  step?: number;
  min?: number;
  max?: number;
  /** Of the sentence that says what is wrong with it, when something is. */
  problemId: string | undefined;
  onChange: (value: number) => void;
}

/** A number the reader types; what is no number becomes NaN, and the figure explains it. */
export function NumberField({ label, value, step = 1, min = 0, max, problemId, onChange }: Props) {
  return (
    <label>
      {label}
      <input
        type="number"
        inputMode="decimal"
        step={step}
        min={min}
        max={max}
        value={Number.isNaN(value) ? '' : value}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        onChange={({ target }) => onChange(target.value === '' ? NaN : Number(target.value))}
      />
    </label>
  );
}
