import type { PlaceMaps } from '../../../contract/classify.ts';
import { withWay, type Surgery, type Way } from '../../../contract/surgery.ts';
import { grouped, millions } from '../../../lib/format.ts';
import { projects, total, type LayerRow, type Part } from '../../../ui/network/architecture.ts';
import { Equation } from './Equation.tsx';
import { canGoLater, withLater } from './operate.ts';

interface Props {
  part: Part;
  /** What came out of it for the picture shown. */
  maps: PlaceMaps | undefined;
  surgery: Surgery;
  operate: (surgery: Surgery) => void;
}

/** One part, opened: its maps and its layers; of a block also which ways are open and when it runs. */
export function PartPanel({ part, maps, surgery, operate }: Props) {
  const [stage, block] = part.id.split('.').map(Number);
  const isBlock = stage !== undefined && block !== undefined;
  const way = isBlock ? surgery[stage]?.find((use) => use.block === block)?.way : undefined;
  const { parameters, multiplyAdds } = total(part.rows);
  return (
    <div className="part-panel" data-part={part.id}>
      <p className="part-title">
        <b>{part.title}</b>{' '}
        <span className="fine">
          {grouped(parameters)} parameters, {millions(multiplyAdds)} multiply-adds
        </span>
      </p>
      {isBlock && <BlockSwitches stage={stage} block={block} surgery={surgery} operate={operate} />}
      {maps && <Equation key={part.id} maps={maps} way={way ?? null} projects={projects(part)} />}
      <details className="layers" open={!maps}>
        <summary>Layers</summary>
        <LayerTable part={part} />
      </details>
    </div>
  );
}

function LayerTable({ part }: { part: Part }) {
  return (
    <div className="table-holder" tabIndex={0} role="region" aria-label={`Layers of ${part.title}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Output</th>
            <th scope="col">Parameters</th>
            <th scope="col">Multiply-adds</th>
            <th scope="col">In PyTorch, and on this page</th>
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row) => (
            <Layer row={row} key={row.name} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Layer({ row }: { row: LayerRow }) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td>{row.output.join('×')}</td>
      <td>{row.parameters > 0 ? grouped(row.parameters) : '–'}</td>
      <td>{row.multiplyAdds > 0 ? millions(row.multiplyAdds) : '–'}</td>
      <td>
        <code translate="no">{row.pytorch}</code>
        <code translate="no">{row.typescript}</code>
      </td>
    </tr>
  );
}

const ways: { way: Way; label: string }[] = [
  { way: 'both', label: 'both ways' },
  { way: 'shortcut', label: 'remove the branch' },
  { way: 'branch', label: 'cut the shortcut' },
];

function BlockSwitches({
  stage,
  block,
  surgery,
  operate,
}: Pick<Props, 'surgery' | 'operate'> & { stage: number; block: number }) {
  const current = surgery[stage]?.find((use) => use.block === block)?.way;
  return (
    <fieldset className="block-switches">
      <legend className="visually-hidden">Ways that are open in this block</legend>
      {ways.map(({ way, label }) => (
        <label key={way} className="choice">
          <input
            type="radio"
            name={`way-${stage}.${block}`}
            checked={current === way}
            onChange={() => operate(withWay(surgery, stage, block, way))}
          />
          {label}
        </label>
      ))}
      <button
        type="button"
        disabled={!canGoLater(surgery, stage, block)}
        onClick={() => operate(withLater(surgery, stage, block))}
      >
        Run it one block later
      </button>
    </fieldset>
  );
}
