import { useId } from 'react';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** The value in words or with its unit. */
  format?: (value: number) => string;
  onChange: (value: number) => void;
}

/** A range below its name and its value. */
export function Slider({ label, value, min, max, step = 1, format = String, onChange }: Props) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{format(value)}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={format(value)}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </div>
  );
}
