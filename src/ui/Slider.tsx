interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value as the reader sees and hears it. */
  text: string;
  onChange: (value: number) => void;
}

/** A number that the reader drags or steps with the arrow keys. */
export function Slider({ label, value, min, max, step, text, onChange }: Props) {
  return (
    <label className="slider">
      <span>
        {label} <output>{text}</output>
      </span>
      <input
        type="range"
        {...{ value, min, max, step }}
        aria-label={label}
        aria-valuetext={text}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </label>
  );
}
