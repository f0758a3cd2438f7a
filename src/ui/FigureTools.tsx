import { useState, type ReactNode, type RefObject } from 'react';
import { saveText } from './save.ts';
import { saveDrawings } from './saveSvg.ts';
import { readable, toCsv, type Table } from './table.ts';

interface Props {
  frame: RefObject<HTMLDivElement | null>;
  /** Of the drawing's file, without its ending, where there is one to download. */
  name?: string;
  reset?: () => void;
  /** Numbers that the figure measures, once there are some. */
  measured?: Measured;
  /** The numbers as a table, where they follow from the controls alone. */
  children?: ReactNode;
}

interface Measured {
  /** Of the numbers' file, without its ending. */
  name: string;
  table: Table | null;
  provenance: string;
}

/** The quiet row below a figure: reset, full screen, what can be downloaded, the numbers to read. */
export function FigureTools({ frame, name, reset, measured, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className="tools">
      <div className="tool-buttons">
        {reset && (
          <button type="button" onClick={reset}>
            Reset
          </button>
        )}
        <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
          Full screen
        </button>
        {measured?.table && <DownloadCsv {...measured} table={measured.table} />}
        {name && (
          <button
            type="button"
            onClick={() => frame.current && saveDrawings(frame.current, `${name}.svg`)}
          >
            Download SVG
          </button>
        )}
      </div>
      {(children || measured) && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>Data table</summary>
          {children && (
            <div className="table-holder" role="region" aria-label="Data table" tabIndex={0}>
              {children}
            </div>
          )}
          {/* What is folded away is not drawn: it may change many times a second. */}
          {measured &&
            open &&
            (measured.table ? <Numbers table={measured.table} /> : <p>No numbers yet.</p>)}
        </details>
      )}
    </div>
  );
}

function DownloadCsv({ name, table, provenance }: Measured & { table: Table }) {
  const save = () => saveText(`${name}.csv`, 'text/csv', toCsv(table, provenance));
  return (
    <button type="button" onClick={save}>
      Download CSV
    </button>
  );
}

function Numbers({ table: { caption, head, rows } }: { table: Table }) {
  return (
    <div className="table-holder" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = '', ...cells], row) => (
            <tr key={row}>
              <th scope="row">{readable(first)}</th>
              {cells.map((cell, column) => (
                <td key={column}>{readable(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
