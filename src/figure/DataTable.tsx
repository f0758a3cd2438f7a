import { readable, type Table } from './table.ts';

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
            <th scope="row">{readable(first)}</th>
            {cells.map((cell, column) => (
              <td key={column}>{readable(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
