import { unbroken } from '../../lib/format.ts';
import { readable, type Cell, type Table } from './table.ts';

/** Measured numbers to read; a sentence where there are none yet. */
export function DataTable({ table }: { table: Table | null }) {
  if (!table) return <p>No numbers yet.</p>;
  return (
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([first = '', ...cells], row) => (
          <tr key={row}>
            <th scope="row">{content(table, first, 0)}</th>
            {cells.map((cell, column) => (
              <td key={column}>{content(table, cell, column + 1)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function content({ show }: Table, cell: Cell, column: number) {
  if (typeof cell === 'object') return <a href={cell.href}>{cell.text}</a>;
  const format = show?.[column];
  if (typeof cell === 'number' && format) return unbroken(format(cell));
  return typeof cell === 'number' ? readable(cell) : unbroken(cell);
}
