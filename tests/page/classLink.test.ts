import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { hideable, placeOf, writeClassLink } from '../../src/page/classroom/classLink.ts';

const script = readFileSync('public/scripts/classroom.js', 'utf8');

/** What public/scripts/classroom.js makes of an address: what it hides, what it keeps, whether it shows a notice. */
function open(search: string, kept?: string) {
  const attributes: Record<string, string> = {};
  const session = new Map(kept === undefined ? [] : [['class-link', kept]]);
  let watches = false;
  runInNewContext(script, {
    location: { search },
    localStorage: { getItem: () => null },
    sessionStorage: {
      getItem: (key: string) => session.get(key) ?? null,
      setItem: (key: string, value: string) => session.set(key, value),
    },
    MutationObserver: class {
      observe = () => (watches = true);
    },
    document: {
      documentElement: { setAttribute: (name: string, text: string) => (attributes[name] = text) },
      querySelector: () => null,
    },
  });
  const hides = attributes['data-class-hides'] ?? '';
  return { hides, kept: session.get('class-link') ?? null, watches };
}

const start = 'https://school.example/chapter/residual/?factor=0#block-machine';

test('a class link is readable, keeps the figure’s state, and replaces an earlier one', () => {
  const link = writeClassLink({ start, hides: ['hints', 'solutions'], title: ' Week 3 ' });
  expect(link).toBe(
    'https://school.example/chapter/residual/?factor=0&class=solutions.hints~Week+3#block-machine',
  );
  expect(writeClassLink({ start: link, hides: ['controls'], title: '' })).toBe(
    'https://school.example/chapter/residual/?factor=0&class=controls#block-machine',
  );
  expect(writeClassLink({ start: link, hides: [], title: '' })).toBe(start);
});

test.each(['', 'Week 3', 'Übung ~ & # + % = ü', '😀'.repeat(40)])(
  'the page reads what is written with the title “%s”',
  (title) => {
    const { search } = new URL(writeClassLink({ start, hides: hideable, title }));
    const { hides, kept, watches } = open(search);
    expect(hides).toBe(hideable.join(' '));
    expect(kept).toMatch(/^solutions\.hints\.answers\.controls(~.+)?$/);
    expect(watches).toBe(true);
  },
);

test.each(['solutoins', 'solutions.', 'solutions,hints', '%E0%A4%A', '', 'hints~a~b'])(
  'a damaged link, ?class=%s, hides and keeps nothing, and is told',
  (value) => {
    expect(open(`?class=${value}`)).toEqual({ hides: '', kept: null, watches: true });
  },
);

test('what a tab keeps holds on its next page; nonsense in its storage does not', () => {
  expect(open('', 'hints~Week 3').hides).toBe('hints');
  expect(open('?blocks=8', 'what')).toEqual({ hides: '', kept: 'what', watches: false });
  expect(open('')).toEqual({ hides: '', kept: null, watches: false });
});

test.each([
  [start, start],
  [
    'https://school.example/chapter/residual/index.html',
    'https://school.example/chapter/residual/',
  ],
  ['https://elsewhere.example/chapter/residual/', null],
  ['https://school.example/chapter/nothing/', null],
  ['javascript:alert(1)', null],
  ['http://', null],
  [' ', null],
])('a pasted link %s leads to %s', (pasted, place) => {
  const root = 'https://school.example/chapter/';
  expect(placeOf(pasted, root, ['', 'residual/'])).toBe(place);
});
