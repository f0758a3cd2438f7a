import { useMemo, useRef, useState } from 'react';
import { unbroken } from '../../lib/format.ts';
import { FigureTools } from '../../figure/FigureTools.tsx';
import { fromQuery, toQuery } from '../../figure/link.ts';
import { Slider } from '../../ui/controls/Slider.tsx';
import { useLink } from '../../figure/useLink.ts';
import { digits, share, takeaway } from './describe.ts';
import { countPaths, measured, type Length } from './paths.ts';
import { PathChart } from './PathChart.tsx';
import { defaultSettings, fields, ranges, type PathSettings } from './settings.ts';

const presets: { label: string; settings: PathSettings }[] = [
  { label: 'The table above', settings: defaultSettings },
  { label: '110 layers', settings: { blocks: measured.blocks, scale: 0.25 } },
];
/** The 2ⁿ paths of a residual network by length, and the gradient they carry in the simplest model. */
export default function Paths() {
  const [settings, setSettings] = useState(defaultSettings);
  useLink('paths', (query) => setSettings(fromQuery(query, defaultSettings, fields)));
  return <PathsView {...settings} change={setSettings} />;
}

interface ViewProps extends PathSettings {
  change: (settings: PathSettings) => void;
}

/** The figure as it looks for given settings. */
export function PathsView({ blocks, scale, change }: ViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const lengths = useMemo(() => countPaths(blocks, scale), [blocks, scale]);
  return (
    <div className="figure-frame paths" ref={frame}>
      <h3 className="figure-title">Which paths carry the gradient?</h3>
      <div className="controls">
        <Slider
          label="Blocks, n"
          value={blocks}
          {...ranges.blocks}
          onChange={(value) => change({ blocks: value, scale })}
        />
        <Slider
          label="Each branch scales the gradient by r ="
          value={scale}
          {...ranges.scale}
          format={(r) => r.toFixed(2)}
          onChange={(value) => change({ blocks, scale: value })}
        />
        <div className="buttons" role="group" aria-label="Networks to start from">
          {presets.map(({ label, settings }) => (
            <button
              key={label}
              type="button"
              aria-pressed={settings.blocks === blocks && settings.scale === scale}
              onClick={() => change(settings)}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      <p className="fine model-note">
        A model, not a measurement: every branch multiplies the gradient by the same number r, and
        the parts that the paths carry add up with one sign. There are {digits(2 ** blocks)} paths,
        and the whole gradient is{' '}
        <span className="power">
          (1 + r)<sup>n</sup>
        </span>{' '}
        = {digits((1 + scale) ** blocks)} times that of the output.
      </p>
      <PathChart lengths={lengths} />
      <p className="takeaway" data-takeaway="">
        {unbroken(takeaway(lengths))}
      </p>
      <FigureTools
        frame={frame}
        name="paths"
        reset={() => change(defaultSettings)}
        link={{ query: toQuery({ blocks, scale }, defaultSettings, fields) }}
        picture="drawing"
      >
        <PathTable lengths={lengths} />
      </FigureTools>
    </div>
  );
}

function PathTable({ lengths }: { lengths: Length[] }) {
  return (
    <table>
      <caption>The paths by length, in the model</caption>
      <thead>
        <tr>
          <th scope="col">Length</th>
          <th scope="col">Paths</th>
          <th scope="col">Share of paths</th>
          <th scope="col">Each carries</th>
          <th scope="col">Share of gradient</th>
        </tr>
      </thead>
      <tbody>
        {lengths.map((one) => (
          <tr key={one.length}>
            <th scope="row">{one.length}</th>
            <td>{digits(one.paths)}</td>
            <td>{unbroken(share(one.pathShare))}</td>
            <td>{digits(one.carries)}</td>
            <td>{unbroken(share(one.gradientShare))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
