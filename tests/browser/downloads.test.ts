import { spawnSync } from 'node:child_process';
import { decode } from 'fast-png';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { save } from '../../scripts/browsers/figures.ts';
import { figuresOfLessons } from '../../scripts/site/placedFigures.ts';
import { waitForAnswer } from './classifierPage.ts';
import { readyFigure, visit, visitFigure } from './reader.ts';

/** Those without numbers or a picture of their own. */
const withoutDownloads = ['degradation-evidence'];

test.each(figuresOfLessons)(
  'the figures of $lesson are saved as other programs read them',
  async ({ lesson, names }) => {
    const hasClassifier = names.includes('classifier');
    const page = await visit(`${lesson}${hasClassifier ? '?picture=coffee' : ''}`);
    if (hasClassifier) await waitForAnswer(await readyFigure(page, 'classifier'));
    for (const name of names.filter((one) => !withoutDownloads.includes(one)))
      await expectPlainFiles(page, await readyFigure(page, name));
  },
);

async function expectPlainFiles(page: Page, figure: Locator): Promise<void> {
  const offered = await figure.locator('.downloads button').allTextContents();
  expect(offered.length).toBeGreaterThan(0);
  if (offered.includes('Download CSV')) await expectPlainCsv(page, figure);
  if (offered.includes('Download SVG')) {
    const svg = (await save(page, figure, 'Download SVG')).toString();
    expectPlainSvg(svg);
    // rsvg reads it as Inkscape and Wikipedia do; not every machine has it.
    const read = spawnSync('rsvg-convert', { input: svg });
    if (!read.error) expect([read.status, read.stderr.toString()]).toEqual([0, '']);
  }
}

/** A line of names and a line a row, as many as the page shows, each with as many cells, in signs of ASCII. */
async function expectPlainCsv(page: Page, figure: Locator): Promise<void> {
  const csv = (await save(page, figure, 'Download CSV')).toString();
  expect(csv).toMatch(/^[\n -~]+\n$/);
  const [head, ...rows] = csv.trimEnd().split('\n').map(cellsOf);
  expect(head!.at(-1)).toBe('provenance');
  for (const row of rows) expect(row).toHaveLength(head!.length);
  expect(rows[0]!.at(-1)).not.toBe('');
  expect(rows.slice(1).every((row) => row.at(-1) === '')).toBe(true);

  expect(rows).toHaveLength(await countShown(figure, head!, rows));
}

/** How many rows the page says that there are: of a table to read, of guesses, of steps. */
async function countShown(figure: Locator, head: string[], saved: string[][]): Promise<number> {
  const guesses = await figure.locator('[data-guess]').count();
  if (guesses > 0) return guesses;
  await figure.locator('.tools details > summary').first().click();
  const shown = figure.locator('.table-holder tbody tr');
  const count = await shown.count();
  // A table to read may leave steps out, and names the last; a long run is saved every so many steps, of each seed.
  if (saved.length <= count) return count;
  const values = (name: string) => new Set(saved.map((row) => row[head.indexOf(name)]));
  const seeds = head.includes('seed') ? values('seed').size : 1;
  const [first] = values('step');
  return (seeds * Number(await shown.last().locator('th').textContent())) / Number(first);
}

/** The cells of a line, as a reader of CSV takes them. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}

/** Nothing that only browsers understand: style sheets, newer colours, a place for each letter. */
function expectPlainSvg(svg: string): void {
  const drawn = svg.replace(/<style>.*?<\/style>/s, '');
  expect(drawn).not.toMatch(/var\(|light-dark|color\(|color-mix|currentcolor|system-ui|class=/i);
  expect(drawn).not.toMatch(/ (x|y|dx|dy)="[^"]*[\s,][^"]*"/);
  expect(svg).not.toMatch(/url\(["']?http|href="http/);
  const families = [...drawn.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family!);
  expect(families.length).toBeGreaterThan(0);
  for (const family of families) expect(family).toMatch(/, (sans-serif|serif|monospace)$/);
  // A line of words is one text, wherever another font lets it end; names below an axis are each centred.
  const words = /<text (?![^>]*text-anchor="middle")[^>]*>(\w+),?<\/text><text [^>]*>\w+<\/text>/g;
  for (const [, word] of drawn.matchAll(words)) expect(word).toMatch(/^\d+$/);
}

test('a figure’s picture is saved as it stands on the page, with its fonts', async () => {
  const { page, figure } = await visitFigure('gradients/', 'paths');
  const svg = (await save(page, figure, 'Download SVG')).toString();
  const title = await figure.locator('.figure-title').innerText();
  for (const text of ['length: branches on the path', '>share of the paths<', '40 %', title])
    expect(svg).toContain(text);
  expect(svg).toMatch(/@font-face\{font-family:[^}]*url\(data:font\/woff2;base64,/);

  const { width, height, data, channels } = decode(await save(page, figure, 'Download PNG'));
  const [, svgWidth, svgHeight] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.map(Number);
  expect([width, height]).toEqual([Math.ceil(2 * svgWidth!), Math.ceil(2 * svgHeight!)]);
  const residual = [0x00, 0x72, 0xb2];
  let drawn = 0;
  for (let at = 0; at < data.length; at += channels)
    if (residual.every((value, channel) => data[at + channel] === value)) drawn += 1;
  expect(drawn / (width * height)).toBeGreaterThan(0.04);
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

test('the first PNG already has all its words, and hidden names stay hidden', async () => {
  const { page, figure } = await visitFigure('batchnorm/', 'layer-histogram');
  const first = await save(page, figure, 'Download PNG');
  expect((await save(page, figure, 'Download PNG')).equals(first)).toBe(true);

  const lab = await visitFigure('degradation/', 'degradation-lab');
  const svg = (await save(lab.page, lab.figure, 'Download SVG')).toString();
  const name = /<text [^>]*>plain-56/.exec(svg)?.[0];
  expect(name).toContain('visibility="hidden"');
  expect(svg).not.toContain('>+31<');

  // Ready for a slide: the cards' numbers, what they amount to, and where they come from.
  await lab.figure.getByRole('button', { name: 'Just show the recording' }).click();
  const slide = (await save(lab.page, lab.figure, 'Download SVG')).toString();
  const lines = [...slide.matchAll(/<text [^>]*>([^<]*)/g)].map(([, words]) =>
    words!.replaceAll(/\s/g, ' '),
  );
  for (const line of ['+31', 'points', 'the degradation,', '−1', 'point', 'about the same,'])
    expect(lines).toContain(line);
  const caption = lines.join(' ');
  expect(caption).toMatch(
    /^Does a deeper network train to a lower error\? .*After 5,000 steps, averaged over 3 seeds: plain-56 has 76 % training error.*Recorded with this chapter’s own engine on /,
  );
});
