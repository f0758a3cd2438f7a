import { withWay, type Surgery, type Way } from '../../../contract/surgery.ts';
import { total, type LayerRow, type Part } from './architecture.ts';
import { canGoLater, withLater } from './operate.ts';

interface Props {
  part: Part;
  surgery: Surgery;
  operate: (surgery: Surgery) => void;
}

/** The layers of one part; of a block also which ways are open and when it runs. */
export function PartPanel({ part, surgery, operate }: Props) {
  const [stage, block] = part.id.split('.').map(Number);
  const isBlock = stage !== undefined && block !== undefined;
  return (
    <div className="part-panel" data-part={part.id}>
      <p className="chart-title">{part.title}</p>
      {isBlock && <BlockSwitches stage={stage} block={block} surgery={surgery} operate={operate} />}
      <div
        className="table-holder"
        tabIndex={0}
        role="region"
        aria-label={`Layers of ${part.title}`}
      >
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
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Total
              </th>
              <td>{grouped(total(part.rows).parameters)}</td>
              <td>{millions(total(part.rows).multiplyAdds)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
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
        <code>{row.pytorch}</code>
        <code>{row.typescript}</code>
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
}: Omit<Props, 'part'> & { stage: number; block: number }) {
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

const grouped = (count: number) => count.toLocaleString('en-GB');
const millions = (count: number) =>
  `${(count / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} M`;
