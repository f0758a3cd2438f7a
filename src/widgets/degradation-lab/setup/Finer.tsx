import type { ReactNode } from 'react';
import { NumberField } from '../../../ui/controls/NumberField.tsx';
import type { LabSettings } from './settings.ts';

interface Props {
  settings: LabSettings;
  set: (part: Partial<LabSettings>) => void;
  /** The id of the sentence that says what is wrong with a setting, if something is. */
  problemOf: (name: keyof LabSettings) => string | undefined;
}

type NumberName = {
  [Name in keyof LabSettings]: LabSettings[Name] extends number ? Name : never;
}[keyof LabSettings];

/** Everything that a preset sets, to be set by hand: networks, training, pictures, seeds. */
export function Finer({ settings, set, problemOf }: Props) {
  const [shallow = NaN, deep = NaN] = settings.depths;
  const number = (name: NumberName, label: string, step = 1) => (
    <NumberField
      {...{ label, step }}
      value={settings[name]}
      problemId={problemOf(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const depth = (label: string, value: number, depths: (value: number) => number[]) => (
    <NumberField
      {...{ label, value }}
      step={6}
      problemId={problemOf('depths')}
      onChange={(changed) => set({ depths: depths(changed) })}
    />
  );
  return (
    <div className="own-settings">
      <Group name="Networks">
        {depth('Layers, shallow', shallow, (value) => [value, deep])}
        {depth('Layers, deep', deep, (value) => [shallow, value])}
        {number('width', 'Channels')}
        <Choice
          label="Residual blocks"
          value={settings.residual}
          options={{
            A: 'shortcut A: zeros',
            B: 'shortcut B: projection',
            'pre-activation': 'pre-activation',
          }}
          choose={(residual) => set({ residual })}
        />
        <Tick
          label="Batch norm"
          checked={settings.batchNorm}
          choose={(batchNorm) => set({ batchNorm })}
        />
        {number('lastScale', 'Last γ at the start', 0.1)}
      </Group>
      <Group name="Training">
        {number('steps', 'Steps', 50)}
        {number('batchSize', 'Batch size', 16)}
        {number('learningRate', 'Learning rate', 0.01)}
        {number('warmUp', 'Warm-up steps', 50)}
        <Choice
          label="Schedule"
          value={settings.decay}
          options={{ none: 'constant', steps: '÷ 10 at ½ and ¾', cosine: 'cosine' }}
          choose={(decay) => set({ decay })}
        />
        {number('weightDecay', 'Weight decay', 0.0001)}
      </Group>
      <div>
        <Group name="Pictures">
          {number('pictureSize', 'Side in pixels', 2)}
          {number('trainPictures', 'Training pictures', 1000)}
          <Tick
            label="Shift and mirror"
            checked={settings.augment}
            choose={(augment) => set({ augment })}
          />
        </Group>
        <Group name="Runs">
          {number('seed', 'Seed')}
          {number('seeds', 'Seeds in a row')}
          <Choice
            label="Engine"
            value={settings.backend}
            options={{
              auto: 'fastest here',
              webgpu: 'WebGPU (GPU)',
              webgl: 'WebGL (GPU)',
              wasm: 'WebAssembly (CPU)',
              cpu: 'JavaScript (CPU, slow)',
            }}
            choose={(backend) => set({ backend })}
          />
        </Group>
      </div>
    </div>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="setting-group" role="group" aria-label={name}>
      <p>{name}</p>
      {children}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: Record<Value, string>;
  choose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, choose }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => choose(target.value as Value)}>
        {Object.entries<string>(options).map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  choose: (checked: boolean) => void;
}

function Tick({ label, checked, choose }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={({ target }) => choose(target.checked)} />
      {label}
    </label>
  );
}
