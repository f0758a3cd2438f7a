import { expect, test } from 'vitest';
import { chapter } from '../../../content/chapter.ts';
import { readPrograms } from '../../../scripts/site/listingPrograms.ts';
import { offeredTo } from '../../../src/exercises/listings/offeredTo.ts';

const programs = readPrograms();
const listings = programs.filter(({ isGiven }) => !isGiven);

test('a listing is offered the imports, what its lesson gives and the listings before it', () => {
  const [tested] = listings.filter(({ code }) => code.startsWith('block = ResidualBlock(64)'));
  const offered = offeredTo(programs, 'block', tested?.code ?? '');
  expect(offered[0]).toMatch(/^import torch\n/);
  expect(offered.at(-1)).toMatch(/^class ResidualBlock/);
  expect(offered.join('\n')).not.toMatch(/^(relu =|model =|block =)/m);
  expect(offeredTo(programs, 'batchnorm', 'model.train()').join('\n')).toMatch(/^model =/m);
});

test('code that is no listing, such as an exercise’s, is offered all of its lesson', () => {
  const offered = offeredTo(programs, 'block', 'ResidualBlock(8)');
  expect(offered.at(-1)).toMatch(/^block = ResidualBlock\(64\)/);
});

test('what is given is given to lessons of the chapter', () => {
  const lessons = new Set(['everywhere', ...chapter.lessons.map(({ id }) => id)]);
  expect(programs.filter(({ lesson }) => !lessons.has(lesson))).toEqual([]);
  expect(listings.length).toBeGreaterThan(8);
});
