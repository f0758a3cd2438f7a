import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { save } from '../../scripts/browsers/figures.ts';
import { visitFigure } from './reader.ts';

test('a figure’s picture is saved as it stands on the page, with its fonts', async () => {
  const { page, figure } = await visitFigure('gradients/', 'paths');
  const svg = (await save(page, figure, 'Download SVG')).toString();
  for (const text of [
    'length: branches on the path',
    '>share<',
    '40 %',
    "'Source Sans 3 Variable'",
  ])
    expect(svg.replaceAll('"', "'").replaceAll('&quot;', "'")).toContain(text);
  expect(svg).toMatch(/@font-face\{font-family:[^}]*url\(data:font\/woff2;base64,/);
  // It stands alone: nothing is fetched, and no class waits for a style sheet.
  expect(svg).not.toMatch(/url\(["']?http|class=/);

  const { width, height, data, channels } = decode(await save(page, figure, 'Download PNG'));
  const [, svgWidth, svgHeight] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.map(Number);
  expect([width, height]).toEqual([Math.ceil(2 * svgWidth!), Math.ceil(2 * svgHeight!)]);
  const residual = [0x00, 0x72, 0xb2];
  let drawn = 0;
  for (let at = 0; at < data.length; at += channels)
    if (residual.every((value, channel) => data[at + channel] === value)) drawn += 1;
  expect(drawn / (width * height)).toBeGreaterThan(0.05);
});

test('where a browser puts noise into what pages draw, no PNG is saved but a sentence shown', async () => {
  const { figure } = await visitFigure('gradients/', 'paths');
  await figure.evaluate(() => {
    const { prototype } = OffscreenCanvasRenderingContext2D;
    const { getImageData } = prototype;
    prototype.getImageData = function (...place: Parameters<typeof getImageData>) {
      const picture = getImageData.apply(this, place);
      picture.data[0] = 255 - picture.data[0]!;
      return picture;
    };
  });
  await figure.getByText('Download', { exact: true }).click();
  await figure.getByRole('button', { name: 'Download PNG' }).click();
  await figure.getByText('does not let the page make a PNG. Download the SVG instead.').waitFor();
  expect(await figure.getByRole('button', { name: 'Download SVG' }).isVisible()).toBe(true);
});
