import { expect, test } from 'vitest';
import { findBlock, nameBlocks } from '../../../src/page/presenter/screens/blockIds.ts';

const names = nameBlocks([
  { id: '', part: 0 },
  { id: '', part: 0 },
  { id: 'resnet-34', part: 0 },
  { id: '', part: 0 },
  { id: '', part: 1 },
  { id: '', part: 2 },
  { id: 'summary', part: 0 },
]);

test('a block is named after the id before it, and how far it is from that', () => {
  expect(names).toEqual([
    ...['start', 'start.1', 'resnet-34', 'resnet-34.1', 'resnet-34.1-1', 'resnet-34.1-2'],
    'summary',
  ]);
});

test('each name leads back to its block, and a part that is not there to the one before', () => {
  for (const [index, name] of names.entries()) expect(findBlock(names, name)).toBe(index);
  expect(findBlock(names, 'resnet-34.1-7')).toBe(5);
  expect(findBlock(names, 'summary-2')).toBe(6);
  expect(findBlock(names, 'eq-block')).toBe(-1);
  expect(findBlock(names, '')).toBe(0);
});
