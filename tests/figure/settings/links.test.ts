import { expect, test } from 'vitest';
import { fromQuery, toQuery } from '../../../src/figure/settings/link.ts';
import {
  fieldsOf,
  otherOf,
  startOf,
  type Settings,
} from '../../../src/figure/settings/settings.tsx';
import { widgetNames, widgets } from '../../../src/widgets.ts';
import { findBlockProblem, presets } from '../../../src/widgets/shape-workshop/block.ts';
import { settings as workshop } from '../../../src/widgets/shape-workshop/settings.ts';

const read = <S extends Settings>(settings: S, query: string) =>
  fromQuery(new URLSearchParams(query), startOf(settings), fieldsOf(settings));

const figures = (
  await Promise.all(
    widgetNames.map(async (name) => {
      const { settings = {}, otherQuery } = (await widgets[name]()).default;
      return { name, settings, otherQuery };
    }),
  )
).filter(({ settings }) => Object.keys(settings).length > 0);

test.each(figures)('$name: a link carries the settings there and back', (figure) => {
  const { settings, otherQuery } = figure;
  expect(read(settings, otherQuery)).toEqual(otherOf(settings));
  // Every setting has another value, and a link carries each.
  expect([...new URLSearchParams(otherQuery).keys()].sort()).toEqual(Object.keys(settings).sort());
});

test.each(figures)('$name: a damaged link changes nothing', ({ settings }) => {
  for (const value of ['', '-', '--------', 'NaN', '1e9', '%', '__proto__']) {
    const query = new URLSearchParams(Object.keys(settings).map((name) => [name, value]));
    expect(read(settings, query.toString())).toEqual(startOf(settings));
  }
});

test.each(presets)('shape-workshop: a link carries the preset $label', ({ settings: block }) => {
  const query = toQuery(block, startOf(workshop), fieldsOf(workshop));
  expect(read(workshop, query)).toEqual(block);
});

test('shape-workshop: numbers that no block has are read, and explained', () => {
  const problemOf = (query: string) => findBlockProblem(read(workshop, query));
  expect(problemOf('channels=99999')).toMatch(/^Input: Channels must be a whole number/);
  expect(problemOf('conv1=64-128-0-2-1')).toMatch(/^conv1: Kernel must be/);
});
