/**
 * An equation's TeX as a line of plain text: `\branch{F} = 3{,}000 / 5^2` → 'F = 3,000 / 5²'. Indices and
 * exponents of digits become small digits, so what is left of digits are the equation's numbers.
 */
export function plainTeX(tex: string): string {
  const [text] = readUntil(tex.replaceAll('{,}', ','), 0, '');
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?; ?(?=[=≈≤+−·×])/g, ' ')
    .replaceAll(/ ([,;.)])/g, '$1')
    .trim();
}

/** Reads up to the closing sign, '' for all; returns the text and the place after that sign. */
function readUntil(tex: string, start: number, close: string): [text: string, end: number] {
  let text = '';
  let at = start;
  while (at < tex.length) {
    if (close && tex[at] === close) return [text, at + 1];
    const [piece, end] = readPiece(tex, at);
    text += piece;
    at = end;
  }
  return [text, at];
}

function readPiece(tex: string, at: number): [text: string, end: number] {
  const sign = tex[at] as string;
  if (sign === '{') return readUntil(tex, at + 1, '}');
  if (sign === '^' || sign === '_') {
    const [content, end] = readPiece(tex, at + 1);
    return [sign === '^' ? raise(content) : lower(content), end];
  }
  if (sign === '\\') return readCommand(tex, at);
  return [plainSigns[sign] ?? sign, at + 1];
}

function readCommand(tex: string, at: number): [text: string, end: number] {
  const name = /^\\(?:[a-zA-Z]+|.)/s.exec(tex.slice(at))?.[0] ?? '\\';
  const end = at + name.length;
  const argument = (from: number) => {
    const open = tex.indexOf('{', from);
    return readUntil(tex, open + 1, '}');
  };
  switch (name) {
    case '\\frac':
    case '\\tfrac': {
      const [above, middle] = argument(end);
      const [below, after] = argument(middle);
      return [`${grouped(above)}/${grouped(below)}`, after];
    }
    case '\\binom': {
      const [above, middle] = argument(end);
      const [below, after] = argument(middle);
      return [`(${above} over ${below})`, after];
    }
    case '\\sqrt': {
      const [content, after] = readPiece(tex, skipSpaces(tex, end));
      return [`√${grouped(content)}`, after];
    }
    case '\\begin':
    case '\\end':
    case '\\tag': {
      const [, after] = argument(end);
      return ['', after];
    }
    default:
      return [commands[name] ?? '', end];
  }
}

function skipSpaces(tex: string, at: number): number {
  return tex[at] === ' ' ? skipSpaces(tex, at + 1) : at;
}

function grouped(text: string): string {
  return /^[\p{L}\d.,%²]*$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}

const superscripts: Record<string, string> = {
  ...{ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
  ...{ '−': '⁻', '.': '·' },
};
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

function raise(content: string): string {
  const text = content.trim();
  if (/^−?[\d.]+$/.test(text)) {
    return text.includes('.')
      ? `^${text}`
      : [...text].map((sign) => superscripts[sign] ?? sign).join('');
  }
  return text.length > 1 ? `^(${text})` : `^${text}`;
}

function lower(content: string): string {
  const text = content.trim();
  if (text.includes(' ')) return ` (${text})`;
  return `_${text}`
    .replaceAll(/\d/g, (digit) => subscripts[Number(digit)] ?? '')
    .replace(/^_(?=[₀-₉])/, '');
}

const plainSigns: Record<string, string> = { '-': '−', '&': '', '~': ' ', "'": '′', '}': '' };

/** What a command prints; one that is not named here prints nothing, and its argument stays. */
const commands: Record<string, string> = {
  ...{
    '\\\\': '; ',
    '\\,': ' ',
    '\\;': ' ',
    '\\ ': ' ',
    '\\quad': ' ',
    '\\qquad': ' ',
    '\\%': '%',
  },
  ...{ '\\times': '×', '\\cdot': '·', '\\cdots': '⋯', '\\dots': '…', '\\approx': '≈', '\\le': '≤' },
  ...{ '\\leftarrow': '←', '\\to': '→', '\\sum': '∑', '\\partial': '∂', '\\lfloor': '⌊' },
  ...{
    '\\rfloor': '⌋',
    '\\min': 'min',
    '\\max': 'max',
    '\\hat': '',
    '\\gamma': 'γ',
    '\\beta': 'β',
  },
  ...{
    '\\alpha': 'α',
    '\\eta': 'η',
    '\\lambda': 'λ',
    '\\mu': 'μ',
    '\\sigma': 'σ',
    '\\epsilon': 'ε',
  },
};
