import { encodeQR } from 'qr';

/** Light modules around the code, which readers of codes ask for (ISO/IEC 18004: four). */
const quietZone = 4;

/** What a code with this much correction holds, in bytes (ISO/IEC 18004, table 7). */
const most = 2331;

/**
 * The dark modules of an address's QR code as the path of an SVG, a square of side 1 each, quiet zone included.
 * Throws for a text of more than `most` bytes.
 */
export function layOutCode(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const path = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      // One stroke a run: seams between squares would show.
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  return { side: rows.length, path: path.join('') };
}

/**
 * The QR code of an address as a drawing, dark on light in every theme: many readers know no others. A sentence where
 * the address is too long for one.
 */
export function drawCode(address: string): Element {
  if (new TextEncoder().encode(address).length > most) {
    const sentence = document.createElement('p');
    sentence.textContent = 'This address is too long for a QR code.';
    return sentence;
  }
  const { side, path } = layOutCode(address);
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('class', 'qr-code');
  drawing.setAttribute('viewBox', `0 0 ${side} ${side}`);
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', `QR code of ${address}`);
  const modules = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  modules.setAttribute('d', path);
  drawing.append(modules);
  return drawing;
}
