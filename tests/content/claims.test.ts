import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { chapter } from '../../content/chapter.ts';
import type { Claim } from '../../content/claims/claim.ts';
import { figures } from '../../content/claims/figures.ts';
import type { RunRecord } from '../../src/contract/runRecord.ts';
import { day, percentExact, twoDecimals } from '../../src/lib/format.ts';
import { checkSums } from '../../src/pages/ledger/arithmetic.ts';
import { claimsByPage, sharedClaims } from '../../src/pages/ledger/claims.ts';
import { findNumbers } from '../../src/pages/ledger/findNumbers.ts';
import { inDigits } from '../../src/pages/ledger/numberWords.ts';
import {
  matchClaims,
  occurrences,
  quotesOf,
  type PageLedger,
} from '../../src/pages/ledger/matchClaims.ts';
import { readBlocks, type Block } from '../../src/pages/ledger/readBlocks.ts';
import { renderPage } from '../../src/pages/render.tsx';
import { sitePages } from '../../src/pages/site.ts';
import { widgetNames } from '../../src/widgets.ts';
import { paperNote } from '../../src/widgets/degradation-lab/view/paper.ts';
import { collectEvidence, gapOf } from '../../src/widgets/degradation-evidence/evidence.ts';
import { depthText, entries } from '../../src/widgets/depth-timeline/entries.ts';
import { measured } from '../../src/widgets/paths/paths.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const bibliography = read('content/references.bib');

const blocks = new Map<string, Block[]>();
const ledgers = new Map<string, PageLedger>();
beforeAll(async () => {
  for (const page of sitePages) {
    const own = claimsByPage[page.path];
    if (!own) continue;
    const found = readBlocks((await renderPage(page)).body);
    blocks.set(page.path, found);
    ledgers.set(page.path, matchClaims(found, [...own, ...sharedClaims]));
  }
});

const files: Record<string, string> = { '': 'cover', 'figures/': 'figuresPage' };
const fileOf = (path: string) => `content/claims/${files[path] ?? path.replace('/', '')}.ts`;

test('every page but the ledger itself is in the ledger', () => {
  const lessons = chapter.lessons.map(({ id }) => `${id}/`);
  expect(Object.keys(claimsByPage)).toEqual([
    '',
    ...lessons,
    'glossary/',
    'figures/',
    'instructors/',
  ]);
});

describe.each(Object.keys(claimsByPage))('page "%s"', (path) => {
  const file = fileOf(path);

  test('every number has its source, its recording or its computation', () => {
    const missing = ledgers.get(path)!.unclaimed.map(({ number, block }) => {
      const sentence = around(block.text, number.from, number.to);
      return `“${number.text}” in “${sentence}” (#${block.section}): quote the words around it in ${file} and say where the number comes from`;
    });
    expect(missing).toEqual([]);
  });

  test('every claim still stands in the text', () => {
    const stale = claimsByPage[path]!.flatMap(quotesOf).filter((quote) => !stands(quote, path));
    expect(
      stale.map(
        (quote) => `${file} quotes “${quote}”, which the page no longer says: mend it there`,
      ),
    ).toEqual([]);
  });

  test('the sums of the text are right', () => {
    expect(ledgers.get(path)!.wrongSums).toEqual([]);
  });
});

test('what several pages say stands somewhere', () => {
  const stale = sharedClaims
    .flatMap(quotesOf)
    .filter((quote) => ![...blocks.keys()].some((path) => stands(quote, path)));
  expect(stale).toEqual([]);
});

function stands(quote: string, path: string): boolean {
  return blocks.get(path)!.some(({ text }) => occurrences(text, quote).length > 0);
}

/** The words around a number, for a message. */
function around(text: string, from: number, to: number): string {
  return text.slice(Math.max(0, from - 50), to + 40).trim();
}

const all = [
  ...Object.entries(claimsByPage),
  ['chapter', sharedClaims] as const,
  ...figures.map(({ claims }) => ['figures', claims] as const),
].flatMap(([path, claims]) => claims.map((claim) => ({ file: fileOf(path), claim })));

test.each(all)('$file: $claim.quote is backed', ({ file, claim }) => {
  const { source, recorded, computed, code, chosen } = claim;
  expect([source, recorded, computed, code, chosen].filter(Boolean), file).not.toEqual([]);
  for (const quote of quotesOf(claim)) expectAnchored(quote);
  if (source !== undefined) expectSource(claim);
  if (computed !== undefined) checkSums(computed);
  if (code !== undefined) expect(read(code), code).toContain(claim.line);
  // A paper and a choice are a person's word; all else can be held to account, number by number.
  if (source !== undefined || chosen !== undefined) return;
  const texts = [computed, claim.line, ...recordedTexts(claim)].map((text) => text ?? '');
  const accounted = texts.flatMap(allNumbers).map(({ text }) => text.replaceAll(' ', ''));
  for (const quote of quotesOf(claim)) {
    const claimed = allNumbers(quote).filter(({ excuse }) => !excuse || excuse === 'sum');
    for (const { text } of claimed)
      expect(accounted, quote).toContain(inDigits(text).replaceAll(' ', ''));
  }
});

test('every figure says where its numbers come from', () => {
  expect(figures.map(({ figure }) => figure).sort()).toEqual([...widgetNames].sort());
  for (const { from } of figures) {
    const files = from.match(/(?:src|content|public)\/[\w/.-]*\w/g) ?? [];
    for (const file of files) expect(existsSync(new URL(file, root)), file).toBe(true);
  }
});

const runs = JSON.parse(read('content/runs/degradation.json')) as RunRecord[];

/** What the data files of figures print that no one computes there. */
const printed: Record<string, string[]> = {
  'degradation-evidence': collectEvidence(runs).flatMap((evidence) => [
    evidence.source,
    evidence.note,
    `${gapOf(evidence)} worse`,
    ...[evidence.shallow, evidence.deep].map(
      ({ depth, error }) => `${depth} layers ${percentExact(error)}`,
    ),
  ]),
  'degradation-lab': [paperNote(runs)],
  'depth-timeline': entries.flatMap((entry) => [
    [entry.name, entry.year, depthText(entry), entry.errorText].join(' | '),
    entry.measured,
    entry.source,
  ]),
  paths: [`${measured.blocks} blocks, lengths ${measured.lengths.join(' to ')}`],
};

test.each(Object.entries(printed))('%s prints no number without its source', (name, texts) => {
  const { claims } = figures.find(({ figure }) => figure === name)!;
  const lines = texts.map((text) => ({ section: name, text, spans: [] }));
  const { unclaimed } = matchClaims(lines, claims);
  const missing = unclaimed.map(({ number, block }) => `“${number.text}” in “${block.text}”`);
  expect(missing, `add them to ${name} in content/claims/figures.ts`).toEqual([]);
  for (const quote of claims.flatMap(quotesOf)) {
    expect(
      texts.some((text) => occurrences(text, quote).length > 0),
      quote,
    ).toBe(true);
  }
});

/** A bare number would also excuse another that happens to be equal. */
function expectAnchored(quote: string): void {
  const isWhole = [...blocks.values()].flat().some(({ text }) => text === quote);
  if (!isWhole) expect(quote).toMatch(/\p{L}|[|=×+/%,¹⁰]/u);
}

function expectSource({ source, place }: Claim): void {
  expect(bibliography).toContain(`{${source},`);
  expect(place).toBeTruthy();
}

function allNumbers(text: string) {
  return findNumbers({ section: '', text, spans: [] });
}

/** What a claim's fields hold, printed whole, with two decimals, as percentages and as days. */
function recordedTexts({ recorded, fields = [] }: Claim): string[] {
  if (recorded === undefined) return [];
  const record = JSON.parse(read(recorded)) as unknown;
  return fields.flatMap((field) => {
    const value = field
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], record);
    if (typeof value === 'string') return [day(value)];
    expect(value, `${recorded}: ${field}`).toBeTypeOf('number');
    const share = (digits: number) => `${((value as number) * 100).toFixed(digits)} %`;
    const whole = (value as number).toLocaleString('en-GB');
    return [whole, twoDecimals(value as number), share(0), share(1), share(2)];
  });
}
