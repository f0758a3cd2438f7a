import { expect, test } from 'vitest';
import { intact, withWay } from '../../../src/contract/surgery.ts';
import { fromQuery } from '../../../src/figure/settings/link.ts';
import { fields, linkOf, nothingChosen } from '../../../src/widgets/classifier/linkState.ts';
import { withLater } from '../../../src/widgets/classifier/network/operate.ts';

const read = (query: string) => fromQuery(new URLSearchParams(query), nothingChosen, fields);

test('a link carries the sample, the network and what was done to its blocks', () => {
  const removed = withWay(intact(), 0, 2, 'shortcut');
  const surgery = withLater(withWay(removed, 3, 1, 'branch'), 2, 1);
  const picture = { sample: 'coffee' };
  const { query, leavesOut } = linkOf({ picture, origin: 'imagenet', surgery });
  expect(leavesOut).toBeUndefined();
  expect(read(query)).toEqual({ picture: 'coffee', network: 'imagenet', blocks: surgery });
});

test('nothing chosen is nothing to carry', () => {
  const nothing = { picture: null, origin: undefined, surgery: intact() };
  expect(linkOf(nothing)).toEqual({ query: '', leavesOut: undefined });
});

test('a picture and a network of the reader’s own are never in a link, and the page says so', () => {
  const own = linkOf({ picture: { sample: null }, origin: 'file', surgery: intact() });
  expect(own.query).toBe('');
  expect(own.leavesOut).toMatch(/^It does not include your own picture and network/);
});

test.each([
  ['no such sample', 'picture=dog'],
  ['no such network', 'network=https://example.org/'],
  ['a stage is missing', 'blocks=012.0123.012345'],
  ['a block is missing', 'blocks=012.0123.01234.012'],
  ['a block runs twice', 'blocks=011.0123.012345.012'],
  ['a block that is not there', 'blocks=012.0124.012345.012'],
  ['the first block of stage 2, which changes the shape, is moved', 'blocks=012.1023.012345.012'],
  ['an unknown way', 'blocks=012.0123x.012345.012'],
  ['rubbish around it', 'blocks=!012.0123.012345.012'],
  ['nothing', 'blocks='],
])('a damaged link changes nothing: %s', (_, query) => {
  expect(read(query)).toEqual(nothingChosen);
});
