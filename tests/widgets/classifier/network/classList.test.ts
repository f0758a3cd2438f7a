import { expect, test } from 'vitest';
import {
  ClassListError,
  readClassList,
  withNames,
} from '../../../../src/widgets/classifier/network/classList.ts';
import { card } from '../../../../src/widgets/classifier/exampleAnswer.ts';

const names = ['cat', 'dog, hound', 'bird'];

test.each([
  ['a name a line', 'cat\ndog, hound\nbird\n'],
  ['a name a line, as Windows ends them', 'cat\r\ndog, hound\r\nbird'],
  ['a JSON list', JSON.stringify(names)],
  ['a JSON object by number', '{"2": "bird", "0": "cat", "1": "dog, hound"}'],
  [
    'pairs of an id and a name',
    '{"0": ["n1", "cat"], "1": ["n2", "dog, hound"], "2": ["n3", "bird"]}',
  ],
])('%s is a class list', (_, text) => {
  expect(readClassList(text)).toEqual(names);
});

test.each([
  ['[1, 2', 'The class list is not valid JSON.'],
  ['[1, 2]', 'The class list holds something other than names.'],
])('%s is none', (text, says) => {
  expect(() => readClassList(text)).toThrow(new ClassListError(says));
});

test('the names replace numbers, if there are as many', () => {
  const named = withNames({ ...card, isNumbered: true }, names, 'pets.txt');
  expect(named.classes.map(({ name }) => name)).toEqual(names);
  expect(named).not.toHaveProperty('isNumbered');
  expect(() => withNames(card, ['cat'], 'pets.txt')).toThrow(
    'pets.txt holds 1 name, but the network has 3 classes.',
  );
});
