export interface Preset<S> {
  label: string;
  settings: S;
}

interface Props<S> {
  /** What they are. */
  label: string;
  presets: Preset<S>[];
  settings: S;
  change: (settings: S) => void;
}

/** Settings to start from, a button each; the one that is set is pressed. */
export function Presets<S extends object>({ label, presets, settings, change }: Props<S>) {
  const now = JSON.stringify(settings);
  return (
    <div className="buttons" role="group" aria-label={label} data-presets="">
      {presets.map((preset) => (
        <button
          key={preset.label}
          type="button"
          aria-pressed={JSON.stringify(preset.settings) === now}
          onClick={() => change(preset.settings)}
        >
          {preset.label}
        </button>
      ))}
    </div>
  );
}
