import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Bar } from '../../figure/frame/Frame.tsx';
import { NumberField } from '../../ui/controls/NumberField.tsx';
import { findPreset, presets } from './presets.ts';
import { settingsOf, type LabSettings, type Problems } from './settings.ts';

interface Props {
  settings: LabSettings;
  problems: Problems;
  disabled: boolean;
  change: (settings: LabSettings) => void;
  /** Between the controls that all need and those behind “More”. */
  children: ReactNode;
}

/** What to train: size and kinds; the finer settings fold away. Below, what is wrong with them. */
export function Controls({ settings, problems, disabled, change, children }: Props) {
  const id = useId();
  const set = (part: Partial<LabSettings>) => change({ ...settings, ...part });
  const problemOf = (name: keyof LabSettings) => problems[name] && `${id}-${name}`;

  const finer = useRef<HTMLDetailsElement>(null);
  // What is wrong is seen, and stays in sight while it is being put right.
  const isWrong = Object.keys(problems).some((name) => name !== 'kinds');
  useEffect(() => {
    if (isWrong && finer.current) finer.current.open = true;
  }, [isWrong]);
  return (
    <>
      <Bar>
        <fieldset className="controls" disabled={disabled}>
          <legend className="visually-hidden">What to train</legend>
          <label>
            Size
            <select
              value={settings.preset}
              onChange={({ target }) => set(settingsOf(findPreset(target.value)))}
            >
              {presets.map(({ id: value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <div className="choices" role="group" aria-label="Kinds of network">
            {(['plain', 'residual'] as const).map((kind) => (
              <label key={kind} className={`choice c-${kind}`}>
                <input
                  type="checkbox"
                  checked={settings.kinds.includes(kind)}
                  aria-describedby={problemOf('kinds')}
                  onChange={({ target }) =>
                    set({
                      kinds: (['plain', 'residual'] as const).filter((other) =>
                        other === kind ? target.checked : settings.kinds.includes(other),
                      ),
                    })
                  }
                />
                {kind}
              </label>
            ))}
          </div>
        </fieldset>
        {children}
        <details className="more" ref={finer}>
          <summary>More</summary>
          <fieldset className="controls" disabled={disabled}>
            <legend className="visually-hidden">Finer settings</legend>
            <Finer {...{ settings, set, problemOf }} />
          </fieldset>
          <p className="fine">{findPreset(settings.preset).note}</p>
        </details>
      </Bar>
      {Object.entries(problems).map(([name, problem]) => (
        <p key={name} className="problem" role="alert" id={`${id}-${name}`}>
          {problem}
        </p>
      ))}
    </>
  );
}

interface FinerProps {
  settings: LabSettings;
  set: (part: Partial<LabSettings>) => void;
  /** The id of the sentence that says what is wrong with a setting, if something is. */
  problemOf: (name: keyof LabSettings) => string | undefined;
}

/** Depths, seed, and how to train. */
function Finer({ settings, set, problemOf }: FinerProps) {
  const [shallow = NaN, deep = NaN] = settings.depths;
  return (
    <>
      <NumberField
        label="Layers, shallow"
        value={shallow}
        step={6}
        problemId={problemOf('depths')}
        onChange={(depth) => set({ depths: [depth, deep] })}
      />
      <NumberField
        label="Layers, deep"
        value={deep}
        step={6}
        problemId={problemOf('depths')}
        onChange={(depth) => set({ depths: [shallow, depth] })}
      />
      <NumberField
        label="Seed"
        value={settings.seed}
        problemId={problemOf('seed')}
        onChange={(seed) => set({ seed })}
      />
      <NumberField
        label="Steps"
        value={settings.steps}
        step={50}
        problemId={problemOf('steps')}
        onChange={(steps) => set({ steps })}
      />
      <NumberField
        label="Learning rate"
        value={settings.learningRate}
        step={0.01}
        problemId={problemOf('learningRate')}
        onChange={(learningRate) => set({ learningRate })}
      />
      <label>
        Engine
        <select
          value={settings.backend}
          onChange={({ target }) => set({ backend: target.value as LabSettings['backend'] })}
        >
          <option value="auto">Fastest here</option>
          <option value="webgl">WebGL (GPU)</option>
          <option value="wasm">WebAssembly (CPU)</option>
          <option value="cpu">JavaScript (CPU, slow)</option>
        </select>
      </label>
    </>
  );
}
