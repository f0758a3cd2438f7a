import { expect, test } from 'vitest';
import { matchClaims, occurrences } from '../../../src/pages/ledger/matchClaims.ts';
import { readBlocks } from '../../../src/pages/ledger/readBlocks.ts';
import { sentenceOf } from '../../../src/pages/ledger/sentence.ts';

const page = `
  <header class="top-bar"><p>99 bars</p></header>
  <h2 id="first">First</h2>
  <p>The error is 6.97 %. It had <em>56</em>\u00a0layers &amp; 20 more.</p>
  <figure id="lab"><div data-island=""><p>88 steps</p></div><figcaption>64 pictures</figcaption></figure>
  <p>Later 56 layers came back <span id="citation--x--1">(<a href="#bib-x">He 2015</a>)</span>.</p>
  <table><tbody><tr><td>plain</td><td>27.94 %</td></tr></tbody></table>
  <pre>42</pre><section id="exercise"><p>7 blocks</p></section><p>8 blocks</p>`;
const blocks = readBlocks(page);

test('a page is read in blocks, each with its section, without bars, figures and code', () => {
  expect(blocks.map(({ section, text }) => `${section}: ${text}`)).toEqual([
    'first: First',
    'first: The error is 6.97 %. It had 56 layers & 20 more.',
    'lab: 64 pictures',
    'first: Later 56 layers came back (He 2015).',
    'first: plain | 27.94 %',
    'exercise: 7 blocks',
    'first: 8 blocks',
  ]);
});

test('a claim accounts for its numbers wherever its words stand; what is left is unclaimed', () => {
  const claims = [
    { quote: ['6.97 %', '56 layers'], source: 'x' },
    { quote: '64 pictures', chosen: 'an example' },
  ];
  const { entries, unclaimed } = matchClaims(blocks, claims);
  expect(entries.map(({ quote, numbers, block }) => [quote, numbers, block.section])).toEqual([
    ['6.97 %', ['6.97 %'], 'first'],
    ['56 layers', ['56'], 'first'],
    ['64 pictures', ['64'], 'lab'],
  ]);
  expect(unclaimed.map(({ number }) => number.text)).toEqual(['20', '27.94 %', '7', '8']);
});

test('sums of the text are entries of their own unless a claim quotes them', () => {
  const sums = readBlocks('<p>So 2 × 3 = 6 of them.</p>');
  expect(matchClaims(sums, []).entries).toMatchObject([
    { quote: '2 × 3 = 6', claim: { computed: '2 × 3 = 6' }, numbers: ['2', '3', '6'] },
  ]);
  const claim = { quote: '2 × 3 = 6', chosen: 'an example' };
  expect(matchClaims(sums, [claim]).entries).toMatchObject([{ claim }]);
  expect(matchClaims(sums, [claim]).entries).toHaveLength(1);
});

test('a quotation does not stand in a longer number', () => {
  expect(occurrences('18 layers, 8 layers', '8 layers')).toEqual([11]);
  expect(occurrences('by 4.5 %, by 45, by 4', 'by 4')).toEqual([17]);
  expect(occurrences('1,000 and 2,1,000', '000')).toEqual([]);
});

test('an entry shows its sentence, or its row', () => {
  const { entries } = matchClaims(blocks, [
    { quote: ['56 layers', 'plain | 27.94 %'], source: 'x' },
  ]);
  expect(entries.map(sentenceOf)).toEqual([
    { before: 'It had ', quote: '56 layers', after: ' & 20 more.' },
    { before: '', quote: 'plain | 27.94 %', after: '' },
  ]);
});
