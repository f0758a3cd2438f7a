import { expect, test } from 'vitest';
import type { StreamChange } from '../../../src/contract/sycophancy.ts';
import { isSteered } from '../../../src/exercises/judges/experiment/isSteered.ts';
import {
  judgeSteered,
  propertiesOf,
  sayChanges,
  type Steered,
} from '../../../src/exercises/judges/experiment/steer.ts';
import { score } from '../../../src/widgets/stream-steering/examples.ts';

const vector = (place: string, factor: number): StreamChange => ({
  ...{ type: 'steer', place, vector: 'agreement', factor },
});
const off = (place: string, head: number | null = null): StreamChange => ({
  ...{ type: 'scale', place, head, factor: 0 },
});
const steered = (
  changes: StreamChange[],
  [friend, teacher, none]: [number, number, number],
  control: number | null = 1,
): Steered => ({
  ...{ network: 'chapter', changes, unchanged: score(1, 1, 1) },
  changed: score(friend, teacher, none),
  control: control === null ? null : score(control, 1, 1),
});

/** What is said of each property that fails. */
const failing = (one: Steered) =>
  Object.fromEntries(
    Object.entries(judgeSteered(one)).flatMap(([id, { right, says }]) =>
      right === false ? [[id, says]] : [],
    ),
  );

test('the goal is met with a vector, or without one', () => {
  expect(failing(steered([vector('embedding', -1)], [0, 0.91, 1]))).toEqual({});
  expect(failing(steered([vector('embedding', -1)], [0.099, 0.9, 0.9]))).toEqual({});
  expect(failing(steered([off('layers.0.mlp')], [0, 1, 1], null))).toEqual({});
});

test.each<[what: string, one: Steered, fails: Record<string, RegExp>]>([
  ['nothing', steered([], [1, 1, 1], null), { friend: /Nothing is changed yet/ }],
  [
    'a vector that nothing reads',
    steered([vector('layers.1.mlp', -3)], [0.99, 0.99, 0.99], 0.38),
    { friend: /after the last sublayer/ },
  ],
  [
    'the wrong sign',
    steered([vector('embedding', 1)], [1, 0, 1]),
    { friend: /Turn the sign around/, teacher: /made friends of the teachers/ },
  ],
  [
    'attention of layer 1 off',
    steered([off('layers.0.attention')], [0.05, 0.07, 0.09], null),
    { teacher: /breaks the sums themselves/, none: /breaks the sums themselves/ },
  ],
  [
    'all its heads off',
    steered(
      [0, 1, 2, 3].map((head) => off('layers.0.attention', head)),
      [0.4, 1, 0.09],
      null,
    ),
    { friend: /another place/, none: /breaks the sums themselves/ },
  ],
  [
    'too much of a vector',
    steered([vector('embedding', -2)], [0, 0.67, 0.85]),
    { teacher: /A smaller factor/, none: /Nobody has stated an opinion/ },
  ],
  [
    'a random vector alone',
    steered([{ ...vector('embedding', -3), vector: 'random' } as StreamChange], [0, 1, 1], null),
    { direction: /a random one itself/ },
  ],
  [
    'a random vector alone that does nothing',
    steered([{ ...vector('embedding', 1), vector: 'random' } as StreamChange], [1, 1, 1], null),
    { friend: /another place/ },
  ],
  [
    'a push in any direction',
    steered([vector('layers.0.mlp', -3)], [0.09, 0.95, 0.95], 0.09),
    { direction: /does not lower agreement more than that/ },
  ],
])('of %s it says what is wrong', (_, one, fails) => {
  const said = failing(one);
  expect(Object.keys(said).sort()).toEqual(Object.keys(fails).sort());
  for (const [id, pattern] of Object.entries(fails)) expect(said[id]).toMatch(pattern);
});

test('a random vector is asked for only beside a vector', () => {
  expect(propertiesOf({ changes: [off('layers.0.mlp')] })).toEqual(['friend', 'teacher', 'none']);
  expect(propertiesOf({ changes: [vector('embedding', -1)] })).toContain('direction');
});

test('what was checked is kept, read back and said; anything else is refused', () => {
  const one = steered([vector('embedding', -0.75), off('layers.1.attention', 2)], [0, 1, 1]);
  const kept: unknown = JSON.parse(JSON.stringify(one));
  expect(isSteered(kept)).toBe(true);
  expect(sayChanges(one)).toBe(
    'in the chapter’s network, −0.75 times the agreement vector after the embedding; head 3 of attention of layer 2 off',
  );
  for (const part of [
    { network: 'other' },
    { changes: [{ type: 'steer', place: 'embedding', factor: 1 }] },
    { changed: { friend: {} } },
    { control: undefined },
  ])
    expect(isSteered({ ...one, ...part })).toBe(false);
  for (const nothing of [null, 'steered', []]) expect(isSteered(nothing)).toBe(false);
});
