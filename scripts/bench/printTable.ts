import { isMet, type Result } from './result.ts';

/** Prints results as aligned columns. */
export function printTable(results: Result[]): void {
  const header = ['key', 'median', 'spread', 'unit', 'promise', 'met'];
  const rows = [header, ...results.map(toCells)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 1 || column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

function toCells(result: Result): string[] {
  const { key, value, spread, unit, promise } = result;
  const met = isMet(result);
  return [
    key,
    format(value),
    spread === undefined ? '' : `± ${format(spread)}`,
    unit,
    promise === undefined
      ? ''
      : 'atMost' in promise
        ? `≤ ${format(promise.atMost)}`
        : `≥ ${format(promise.atLeast)}`,
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

function format(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
