import { expect, test } from 'vitest';
import { facts, table, takeaway } from '../../../src/widgets/network-strip/describe.ts';
import { parts } from '../../../src/widgets/network-strip/network.ts';

test('the parts add up to torchvision’s ResNet-34', () => {
  const rows = table().rows;
  expect(rows).toHaveLength(19);
  expect(rows.at(-1)).toEqual(['All', '', 21_797_672, 3_663_761_408]);
  expect(takeaway().text).toBe(
    'Of the network’s 21,797,672 parameters, stage 4 holds 60 %. Of its 3.66 billion multiply-adds, it does only 18 %.',
  );
});

test('a block says what the lesson counts by hand', () => {
  const of = (id: string) => facts(parts.find((part) => part.id === id)!);
  expect(of('0.0')).toEqual(['56×56×64', '73,984 parameters', '231.2 million multiply-adds']);
  expect(of('1.0')).toEqual([
    ...['28×28×128', '230,144 parameters', '179.8 million multiply-adds'],
    'its shortcut is a projection',
  ]);
  expect(of('head')[0]).toBe('1,000 scores');
});
