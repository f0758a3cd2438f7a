/** A share as a whole percentage: 0.873 → '87 %'. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A share with one decimal: 0.873 → '87.3 %'. */
export function percentExact(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** A share with the digits that it needs: 0.36 → '36 %', 0.03 → '3.0 %', 0.00005 → '< 0.1 %'. */
export function percentClosely(share: number): string {
  if (share === 0 || share >= 0.1) return percent(share);
  return share < 0.0005 ? '< 0.1 %' : percentExact(share);
}

/** A count with its thousands apart: 21797672 → '21,797,672'. */
export function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A large count in millions with one decimal at most: 115605504 → '115.6 million'. */
export function millions(count: number): string {
  return `${(count / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} million`;
}

/** Names in a sentence: 'a', 'a and b', 'a, b and c'. */
export function listed(names: readonly string[]): string {
  const last = names.slice(-1).join();
  const others = names.slice(0, -1).join(', ');
  return others ? `${others} and ${last}` : last;
}

/** A time to wait, in the words of a person: '8 s', '3 min', '2 h 10 min'. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Bytes in megabytes, without the unit: 4100000 → '4.1'. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** A day as readers of the chapter write it: '24 November 2026'. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A sentence whose percentages and shapes, such as [2, 64, 56, 56], do not break across lines. */
export function unbroken(sentence: string): string {
  return sentence
    .replaceAll(/(\d) %/g, '$1\u00a0%')
    .replaceAll(/\[[\d, ]+\]/g, (shape) => shape.replaceAll(' ', '\u00a0'));
}

/** A number of any size in two digits: 0.0312 → '0.031', 0.0000312 → '3.1×10⁻⁵', 2 → '2.0'. */
export function twoDigits(value: number): string {
  if (value === 0) return '0';
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -3 && exponent < 4) return value.toLocaleString('en-GB', twoSignificant);
  return `${(value / 10 ** exponent).toFixed(1)}×${powerOfTen(exponent)}`;
}

const twoSignificant = { minimumSignificantDigits: 2, maximumSignificantDigits: 2 } as const;

/** '10⁻³' for −3. */
export function powerOfTen(exponent: number): string {
  return `10${[...String(exponent)].map((sign) => raised[sign] ?? sign).join('')}`;
}

const raised: Record<string, string> = {
  ...{ '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴' },
  ...{ 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
};

/** With its sign, for terms of a sum: 5.6 → '+5.60', −0.4 → '−0.40', 0 → '0.00'. */
export function signed(value: number): string {
  const text = twoDecimals(value);
  return Number(text) > 0 ? `+${text}` : text;
}

/** −0.123 → '−0.12'; what rounds to nothing has no sign. */
export function twoDecimals(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  return value < 0 && Number(digits) > 0 ? `−${digits}` : digits;
}

/** A text, or as many words of it as fit into so many characters, and an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}
