import { readsTrue } from '../../lib/readsTrue.ts';
import { drawingOf } from './drawing.ts';
import { embedFonts } from './embedFonts.ts';
import { saveFile, saveText } from './save.ts';

/** Twice the screen's pixels: sharp on paper and on a large screen. */
const scale = 2;

/** Offers a figure's picture as an SVG file. */
export async function saveSvg(figure: Element, name: string): Promise<void> {
  const { svg } = await standAlone(figure);
  saveText(name, 'image/svg+xml', svg);
}

/** Offers a figure's picture as a PNG file. Rejects where the browser would fill it with noise. */
export async function savePng(figure: Element, name: string): Promise<void> {
  if (!readsTrue()) throw new Error('this browser hides pixels from web pages');
  const { svg, width, height } = await standAlone(figure);
  const image = new Image();
  // Not an object URL: Safari counts what is drawn from one as a stranger's, and keeps it from being saved.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const draw = () => {
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.convertToBlob();
  };
  saveFile(name, await drawWhole(draw));
}

/** The fonts of a picture arrive after it, and till then their words are missing: draws until nothing is added. */
async function drawWhole(draw: () => Promise<Blob>): Promise<Blob> {
  let file = await draw();
  for (let same = 0, times = 0; same < 3 && times < 20; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const next = await draw();
    same = next.size === file.size ? same + 1 : 0;
    file = next;
  }
  return file;
}

async function standAlone(figure: Element) {
  const { content, paper, width, height } = drawingOf(figure);
  const size = `width="${width}" height="${height}"`;
  const fonts = await embedFonts(content);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${fonts}</style><rect ${size} fill="${paper}"/>${content}</svg>\n`,
    width,
    height,
  };
}
