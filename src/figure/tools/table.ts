/** Numbers to read, and to download: one form for both. */
export interface Table {
  caption: string;
  head: string[];
  /** Numbers as they were measured; the view rounds them. */
  rows: Cell[][];
  /** How the view writes the numbers of a column, where four digits would not do. */
  show?: (((value: number) => string) | undefined)[];
}

export type Cell = string | number | { text: string; href: string };

/**
 * The table as programs read it without being told how: a line of names, a line a row, and signs that are the same
 * in every encoding (Excel guesses one, and a mark that would tell it spoils the first name in R). The last column
 * says, in its first row, where the numbers come from.
 */
export function toCsv({ head, rows }: Table, provenance: string): string {
  const lines = rows.map((row, index) => [...row, index === 0 ? provenance : '']);
  return [[...head, 'provenance'], ...lines]
    .map((cells) => `${cells.map(quote).join(',')}\n`)
    .join('');
}

/** Four significant digits, or whole numbers as they are. */
export function readable(cell: string | number): string {
  if (typeof cell === 'string' || Number.isInteger(cell)) return String(cell);
  return Number.isNaN(cell) ? '–' : String(Number(cell.toPrecision(4)));
}

function quote(cell: Cell): string {
  const plain = typeof cell === 'object' ? cell.text : cell;
  const text = Number.isNaN(plain) ? '' : String(plain).replace(/[^ -~]/g, toAscii);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A sign of our own texts as it is typed; letters, of a file's name for one, stay. */
function toAscii(sign: string): string {
  return typed[sign] ?? sign;
}

const typed: Record<string, string> = {
  ...{ '−': '-', '–': '-', '×': 'x', '÷': '/', '→': '->', '≈': '~', '≤': '<=', '≥': '>=' },
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '…': '...', '·': '-', '\u00a0': ' ', '\u202f': ' ' },
  ...{ α: 'alpha', β: 'beta', γ: 'gamma', ε: 'epsilon', μ: 'mu', σ: 'sigma' },
};
