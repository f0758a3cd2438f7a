import { useState, type RefObject } from 'react';
import { saveText } from './save.ts';
import { readable, toCsv, type Table } from './table.ts';

interface Props {
  /** Of a download, without its ending. */
  name: string;
  table: Table | null;
  provenance: string;
  frame: RefObject<HTMLDivElement | null>;
}

/** The quiet row: full screen, numbers to download and to read. */
export function FigureTools({ name, table, provenance, frame }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className="tools">
      <div className="tool-buttons">
        <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
          Full screen
        </button>
        {table && (
          <button
            type="button"
            onClick={() => saveText(`${name}.csv`, 'text/csv', toCsv(table, provenance))}
          >
            Download CSV
          </button>
        )}
      </div>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Data table</summary>
        {/* What is folded away is not drawn: it may change many times a second. */}
        {open && (table ? <Numbers table={table} /> : <p>No numbers yet.</p>)}
      </details>
    </div>
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
