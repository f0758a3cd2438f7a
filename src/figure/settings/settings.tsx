import { Fragment, type ReactNode } from 'react';
import { Slider } from '../../ui/controls/Slider.tsx';
import { numberIn, oneOf, snap, type Field, type Fields, type Range } from './link.ts';

/** One thing that a reader can set, declared once: its start, its control, and its form in a link. */
export interface Setting<T> {
  readonly start: T;
  /** Another value that a link can carry: tests open such links. */
  readonly other: T;
  /** How a link says it, and what a link may say. */
  readonly field: Field<T>;
  /** Absent where the picture itself is the control. */
  readonly control?: (value: T, onChange: (value: T) => void) => ReactNode;
  /** A value with its name, in words: `Layers: 20`. */
  readonly say?: (value: T) => string;
  /** Folded away behind “More”. */
  readonly isMinor?: boolean;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each setting has a type of its own
export type Settings = Record<string, Setting<any>>;

/** What the settings hold: `{ blocks: Setting<number> }` → `{ blocks: number }`. */
export type ValuesOf<S extends Settings> = {
  [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never;
};

interface Labelled {
  label: string;
  /** Folded away behind “More”: few readers need it. */
  isMinor?: boolean;
}

interface SliderSetting extends Range, Labelled {
  start: number;
  /** The value in words or with its unit. */
  format?: (value: number) => string;
}

/** A number between two ends. */
export function slider({
  label,
  start,
  format = String,
  isMinor = false,
  ...range
}: SliderSetting): Setting<number> {
  return {
    start,
    isMinor,
    say: (value) => `${label}: ${format(value)}`,
    other: start === range.max ? range.min : range.max,
    field: numberIn(range),
    control: (value, onChange) => (
      <Slider
        {...{ label, value, format, ...range }}
        onChange={(moved) => onChange(snap(moved, range))}
      />
    ),
  };
}

interface ChoiceSetting<T> extends Labelled {
  /** Each value with its name. */
  options: readonly (readonly [value: T, name: string])[];
  start: NoInfer<T>;
}

/** One of a few values, in a list that opens. */
export function choice<const T extends string | number>(declared: ChoiceSetting<T>): Setting<T> {
  const { label, options } = declared;
  return {
    ...oneOfOptions(declared),
    control: (value, onChange) => (
      <label>
        {label}
        <select
          value={value}
          onChange={({ target }) => {
            const chosen = options.find(([option]) => String(option) === target.value);
            if (chosen) onChange(chosen[0]);
          }}
        >
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      </label>
    ),
  };
}

/** One of a few values, a button each. */
export function buttons<const T extends string>(declared: ChoiceSetting<T>): Setting<T> {
  const { label, options } = declared;
  return {
    ...oneOfOptions(declared),
    control: (value, onChange) => (
      <div className="buttons" role="group" aria-label={label}>
        {options.map(([option, name]) => (
          <button
            key={option}
            type="button"
            aria-pressed={option === value}
            onClick={() => onChange(option)}
          >
            {name}
          </button>
        ))}
      </div>
    ),
  };
}

function oneOfOptions<T extends string | number>(declared: ChoiceSetting<T>) {
  const { label, options, start, isMinor = false } = declared;
  const values = options.map(([value]) => value);
  const nameOf = (value: T) => options.find(([option]) => option === value)?.[1];
  return {
    start,
    isMinor,
    say: (value: T) => `${label}: ${nameOf(value)}`,
    other: values.findLast((value) => value !== start) ?? start,
    field: oneOf(values),
  };
}

interface ToggleSetting extends Labelled {
  start: boolean;
}

/** On or off. */
export function toggle({ label, start, isMinor = false }: ToggleSetting): Setting<boolean> {
  return {
    start,
    isMinor,
    say: (value) => `${label}: ${value ? 'on' : 'off'}`,
    other: !start,
    field: oneOf([true, false]),
    control: (value, onChange) => (
      <label className="choice">
        <input
          type="checkbox"
          checked={value}
          onChange={({ target }) => onChange(target.checked)}
        />
        {label}
      </label>
    ),
  };
}

/** Something that the reader sets in the picture itself; `say` is a value in words. */
export function inPicture<T>(
  field: Field<T>,
  start: T,
  other: T,
  say?: (value: T) => string,
): Setting<T> {
  return { start, other, field, ...(say && { say }) };
}

/** What a figure starts with. */
export function startOf<S extends Settings>(settings: S): ValuesOf<S> {
  return pick(settings, ({ start }) => start) as ValuesOf<S>;
}

/** Every setting at another value than it starts with. */
export function otherOf<S extends Settings>(settings: S): ValuesOf<S> {
  return pick(settings, ({ other }) => other) as ValuesOf<S>;
}

/** How a link carries the settings. */
export function fieldsOf<S extends Settings>(settings: S): Fields<ValuesOf<S>> {
  return pick(settings, ({ field }) => field) as Fields<ValuesOf<S>>;
}

function pick(settings: Settings, part: (setting: Settings[string]) => unknown) {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, part(setting)]),
  );
}

/** Whether the values are those of `part`, where it says any. */
export function agrees<Values extends object>(values: Values, part: Partial<Values> = {}): boolean {
  return Object.entries(part).every(
    ([name, value]) => JSON.stringify(values[name as keyof Values]) === JSON.stringify(value),
  );
}

/** The values in which `shown` is not `wanted`, in words: `Layers: 20, Batch norm: on`. */
export function sayDifferences<S extends Settings>(
  settings: S,
  shown: ValuesOf<S>,
  wanted: ValuesOf<S>,
): string {
  return Object.entries(settings)
    .filter(([name]) => shown[name] !== wanted[name])
    .flatMap(([name, { say }]) => say?.(shown[name]) ?? [])
    .join(', ');
}

interface ControlsProps<S extends Settings> {
  settings: S;
  values: ValuesOf<S>;
  change: (part: Partial<ValuesOf<S>>) => void;
  /** Between the controls that all need and those behind “More”. */
  children?: ReactNode;
}

/** A control for each setting that has one: first those that matter, then `children`, then the others, folded. */
export function Controls<S extends Settings>({ settings, children, ...rest }: ControlsProps<S>) {
  const controls = Object.entries(settings).filter(([, { control }]) => control);
  const [minor, main] = [true, false].map((isMinor) =>
    controls.filter(([, setting]) => (setting.isMinor ?? false) === isMinor),
  ) as [typeof controls, typeof controls];
  const draw = ([name, { control }]: (typeof controls)[number]) => (
    <Fragment key={name}>
      {control?.(rest.values[name], (value: unknown) =>
        rest.change({ [name]: value } as Partial<ValuesOf<S>>),
      )}
    </Fragment>
  );
  return (
    <>
      {main.length > 0 && <div className="controls">{main.map(draw)}</div>}
      {children}
      {minor.length > 0 && (
        <details className="more">
          <summary>More</summary>
          <div className="controls">{minor.map(draw)}</div>
        </details>
      )}
    </>
  );
}
