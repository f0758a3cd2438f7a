import { useId } from 'react';
import { namePlace } from '../../../contract/sayPlace.ts';
import { heads, places, sublayers } from '../places.ts';
import { scaleRange, times, type SteeringSettings } from '../settings.ts';
import { RiverDrawing } from './RiverDrawing.tsx';

interface Props {
  settings: SteeringSettings;
  change: (part: Partial<SteeringSettings>) => void;
}

/** The drawing of the stream as a panel of switches: where the vector comes in, and what each sublayer adds. */
export function River({ settings, change }: Props) {
  const name = useId();
  return (
    <div className="river">
      <fieldset className="entries">
        <legend className="visually-hidden">Add the vector after</legend>
        {places.map((place) => (
          <label key={place}>
            <input
              type="radio"
              name={name}
              checked={place === settings.place}
              onChange={() => change({ place })}
            />
            <span className="visually-hidden">{namePlace(place)}</span>
          </label>
        ))}
      </fieldset>
      {/* The style sheet shows the one that fits. */}
      <RiverDrawing shape="wide" settings={settings} />
      <RiverDrawing shape="narrow" settings={settings} />
      <div className="sublayers">
        {sublayers.map(({ place, scale, off }) => (
          <div key={place} role="group" aria-label={namePlace(place)}>
            <Scale
              label={`Factor on ${namePlace(place)}`}
              value={settings[scale]}
              onChange={(factor) => change({ [scale]: factor })}
            />
            {off && <Heads off={settings[off]} onChange={(digits) => change({ [off]: digits })} />}
          </div>
        ))}
      </div>
    </div>
  );
}

function Scale({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) {
  return (
    <label className="scale">
      <span className="visually-hidden">{label}</span>
      <input
        type="range"
        {...scaleRange}
        value={value}
        aria-valuetext={times(value)}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      <span aria-hidden="true">{times(value)}</span>
    </label>
  );
}

/** A box to tick for each head; what is not ticked is off. */
function Heads({ off, onChange }: { off: string; onChange: (off: string) => void }) {
  return (
    <div className="heads">
      <span aria-hidden="true">heads</span>
      {heads.map((head) => {
        const isOn = !off.includes(String(head));
        const others = heads.filter((one) => one !== head && off.includes(String(one)));
        const next = isOn ? [...others, head].sort() : others;
        return (
          <label key={head}>
            <input type="checkbox" checked={isOn} onChange={() => onChange(next.join(''))} />
            <span>
              <span className="visually-hidden">head </span>
              {head}
            </span>
          </label>
        );
      })}
    </div>
  );
}
