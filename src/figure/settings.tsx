import { Fragment, type ReactNode } from 'react';
import { Slider } from '../ui/controls/Slider.tsx';
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
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each setting has a type of its own
export type Settings = Record<string, Setting<any>>;

/** What the settings hold: `{ blocks: Setting<number> }` → `{ blocks: number }`. */
export type ValuesOf<S extends Settings> = {
  [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never;
};

interface SliderSetting extends Range {
  label: string;
  start: number;
  /** The value in words or with its unit. */
  format?: (value: number) => string;
}

/** A number between two ends. */
export function slider({
  label,
  start,
  format = String,
  ...range
}: SliderSetting): Setting<number> {
  return {
    start,
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

interface ChoiceSetting<T> {
  label: string;
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

function oneOfOptions<T extends string | number>({ options, start }: ChoiceSetting<T>) {
  const values = options.map(([value]) => value);
  return {
    start,
    other: values.findLast((value) => value !== start) ?? start,
    field: oneOf(values),
  };
}

/** On or off. */
export function toggle({ label, start }: { label: string; start: boolean }): Setting<boolean> {
  return {
    start,
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

/** Something that the reader sets in the picture itself. */
export function inPicture<T>(field: Field<T>, start: T, other: T): Setting<T> {
  return { start, other, field };
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

interface ControlsProps<S extends Settings> {
  settings: S;
  values: ValuesOf<S>;
  change: (part: Partial<ValuesOf<S>>) => void;
}

/** A control for each setting that has one. */
export function Controls<S extends Settings>({ settings, values, change }: ControlsProps<S>) {
  return Object.entries(settings).map(([name, { control }]) => (
    <Fragment key={name}>
      {control?.(values[name], (value: unknown) =>
        change({ [name]: value } as Partial<ValuesOf<S>>),
      )}
    </Fragment>
  ));
}
