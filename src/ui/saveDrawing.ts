import { drawingOf } from './drawing.ts';
import { saveFile, saveText } from './save.ts';

/** Twice the screen's pixels: sharp on paper and on a large screen. */
const scale = 2;

/** Offers a figure's picture as an SVG file. */
export function saveSvg(figure: Element, name: string): void {
  saveText(name, 'image/svg+xml', drawingOf(figure).svg);
}

/** Offers a figure's picture as a PNG file. */
export async function savePng(figure: Element, name: string): Promise<void> {
  const { svg, width, height } = drawingOf(figure);
  const image = new Image();
  // Not an object URL: Safari counts what is drawn from one as a stranger's, and keeps it from being saved.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  saveFile(name, await canvas.convertToBlob());
}
